"""The filled database that every test starts from, kept so that others need not fill it again.

Filling it takes half a minute of a core: all migrations, then the embedded snapshot. What it is made of
names the copy, so that a change of a model, a migration, the snapshot or a package makes a new one.
"""

import fcntl
import hashlib
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "test_databases"
# Tables, rows and what writes them.
MADE_OF = (
    *(f"careers/{folder}" for folder in ("data", "importers", "migrations", "models", "search", "snapshot")),
    *(f"comparisons/{name}" for name in ("data", "migrations", "models.py", "shipped.py")),
    "requirements-dev.txt",
)
COPIES = 4  # of as many branches


def copied_or_filled(fill: Callable[[], None]) -> Callable[[], None]:
    """To be called before the test database is made; what it gives, right after: it copies or fills.

    While one process fills, the others of this run and of any other wait for its copy.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    kept = {"sqlite": _File, "postgresql": _Template}[connection.vendor](key())
    meanwhile = ExitStack()
    lock = meanwhile.enter_context((FOLDER / "lock").open("w"))
    patch = meanwhile.enter_context(pytest.MonkeyPatch.context())
    fcntl.flock(lock, fcntl.LOCK_EX)
    is_kept = kept.exists()
    if is_kept:
        patch.setattr("django.core.management.call_command", _no_command)
        kept.before(patch)

    def finish() -> None:
        with meanwhile:
            if is_kept:
                kept.copy()
            else:
                fill()
                kept.keep()

    return finish


def key() -> str:
    """The digest of all that a filled database is made of."""
    made = hashlib.sha256(sys.version.encode())
    for path in sorted(_sources()):
        made.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return made.hexdigest()[:20]


def _sources() -> Iterator[Path]:
    for name in MADE_OF:
        start = ROOT / name
        for path in start.rglob("*") if start.is_dir() else [start]:
            if path.is_file() and path.suffix != ".pyc":
                yield path


def _no_command(*_args, **_options) -> None:
    """In place of `migrate`: the copy brings its tables."""


class _File:
    """SQLite: a file, copied into the memory of each process."""

    def __init__(self, digest: str):
        self.path = FOLDER / f"{digest}.sqlite3"

    def exists(self) -> bool:
        return self.path.exists()

    def before(self, patch: pytest.MonkeyPatch) -> None:
        """The database in memory is there once it is connected to."""

    def copy(self) -> None:
        connection.ensure_connection()
        with closing(sqlite3.connect(self.path)) as kept:
            kept.backup(connection.connection)

    def keep(self) -> None:
        unfinished = self.path.with_suffix(".unfinished")
        unfinished.unlink(missing_ok=True)
        with closing(sqlite3.connect(unfinished)) as kept:
            connection.connection.backup(kept)
        unfinished.rename(self.path)
        by_age = sorted(FOLDER.glob("*.sqlite3"), key=lambda path: path.stat().st_mtime)
        for old in by_age[:-COPIES]:
            old.unlink()


class _Template:
    """PostgreSQL: a database of the same cluster, gone with it, that others are made from."""

    def __init__(self, digest: str):
        self.name = f"filled_{digest}"

    def exists(self) -> bool:
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
            return cursor.fetchone() is not None

    def before(self, patch: pytest.MonkeyPatch) -> None:
        patch.setitem(connection.settings_dict["TEST"], "TEMPLATE", self.name)

    def copy(self) -> None:
        """`CREATE DATABASE` has copied it."""

    def keep(self) -> None:
        filled = connection.settings_dict["NAME"]
        connection.close()
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{self.name}" TEMPLATE "{filled}"')
