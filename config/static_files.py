"""How static files are kept for readers: under names that change with them, packed, one stylesheet a page."""

import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'^@import "([\w/.-]+)";\n', re.MULTILINE)
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Around a colon and within a selector a space may mean something.
ROOM = re.compile(r"\s*([{};,])\s*")
# Lines of a script that say nothing to a browser, and what stands before the others.
REMARK = re.compile(r"^\s*(?://.*|/\*\*.*\*/)?\n|^ +", re.MULTILINE)


def flatten(name: str, read) -> str:
    """The stylesheet `name` with what it imports in place of the imports; `read` gives the text of a name."""
    folder = PurePosixPath(name).parent
    return IMPORT.sub(lambda found: flatten(str(folder / found[1]), read), read(name))


def squeeze(sheet: str) -> str:
    """The stylesheet as browsers need it, without comments and the room between its rules."""
    return " ".join(ROOM.sub(r"\1", COMMENT.sub("", sheet)).split()).replace(";}", "}")


def bare(script: str) -> str:
    """The script as browsers need it, without indentation and comments that have lines of their own.

    No text may go over several lines in it.
    """
    return REMARK.sub("", script)


class StaticFiles(CompressedManifestStaticFilesStorage):
    """In development a stylesheet imports its parts; collected, it holds them: a page asks once."""

    def post_process(self, paths, dry_run=False, **options):
        def read(name: str) -> str:
            storage, path = paths[name]
            with storage.open(path) as file:
                return file.read().decode()

        if not dry_run:
            sheets = [name for name in paths if name.startswith("css/")]
            whole = {name: squeeze(flatten(name, read)) for name in sheets}
            whole |= {name: bare(read(name)) for name in paths if name.startswith("js/")}
            paths |= {name: (_InMemory(text), name) for name, text in whole.items()}
        yield from super().post_process(paths, dry_run, **options)


class _InMemory:
    """As much of a storage as collecting asks for."""

    def __init__(self, text: str):
        self.text = text

    def open(self, path: str) -> ContentFile:
        return ContentFile(self.text.encode(), name=path)
