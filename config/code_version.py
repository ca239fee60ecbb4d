"""Which code makes the pages: the same on every machine that runs the same, another after each deployment."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import django
from django.conf import settings

MADE_OF = ("careers", "comparisons", "config", "locale", "static", "templates", "requirements.txt")
# Read into the database by commands: there they have their own version.
LARGE = {".xz", ".gz", ".zip"}


@cache
def code_version() -> str:
    made = hashlib.blake2b(django.__version__.encode(), digest_size=8)
    for path in _sources():
        made.update(path.relative_to(settings.BASE_DIR).as_posix().encode())
        made.update(str(path.stat().st_size).encode() if path.suffix in LARGE else path.read_bytes())
    return made.hexdigest()


def _sources() -> Iterator[Path]:
    for name in MADE_OF:
        start = settings.BASE_DIR / name
        for path in sorted(start.rglob("*")) if start.is_dir() else [start]:
            if path.is_file() and path.suffix not in {".pyc", ".mo"}:
                yield path
