"""Files handed in or fetched: kept under var/uploads, where no server looks, in a folder of their own each.

Importers choose a reader by the file's name, so a name stays, without anything that could lead elsewhere.
"""

import re
import shutil
import uuid
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from careers.feeds import fetching

MAX_NAME = 100
UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
# As large as importers read at most: a release of wages has 332 MB, and comes packed in 30.
FETCH_SECONDS = 600


class Unkeepable(Exception):
    """The file is not taken. Says why."""


def folder() -> Path:
    return settings.VAR_DIR / "uploads"


def plain_name(name: str) -> str:
    """The last part of a name, of plain letters: no folder, no hidden file, no device."""
    last = re.split(r"[/\\]", name)[-1]
    plain = UNSAFE.sub("_", last).lstrip("._-")
    stem, dot, suffix = plain[-MAX_NAME:].rpartition(".")
    return f"{stem.lstrip('._-') or 'file'}{dot}{suffix}" if dot else plain[-MAX_NAME:] or "file"


def keep(name: str, chunks: Iterable[bytes]) -> Path:
    """Write a file into a new folder of its own; `Unkeepable` where it is larger than the portal takes."""
    own = folder() / uuid.uuid4().hex
    own.mkdir(parents=True, mode=0o700)
    path, size = own / plain_name(name), 0
    try:
        with path.open("xb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > settings.IMPORT_MAX_BYTES:
                    raise Unkeepable(
                        _("It has more than {most:,} bytes.").format(most=settings.IMPORT_MAX_BYTES)
                    )
                file.write(chunk)
        if not size:
            raise Unkeepable(_("It is empty."))
    except BaseException:
        shutil.rmtree(own, ignore_errors=True)
        raise
    path.chmod(0o600)
    return path


def fetch(address: str) -> Path:
    """Fetch a file from the public internet and keep it."""
    limits = fetching.Limits(total=FETCH_SECONDS, size=settings.IMPORT_MAX_BYTES)
    document = fetching.fetch(address, limits=limits)
    return keep(unquote(urlsplit(address).path), [document.content])


def forget(path: str) -> None:
    """Remove a kept file; of any other path, nothing."""
    own = Path(path).parent
    if path and own.parent == folder():
        shutil.rmtree(own, ignore_errors=True)
