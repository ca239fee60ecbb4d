"""`python -m tests.squashed`: new databases by all migrations, and by those that stand for them.

Both must have the same tables, columns, constraints, indexes and triggers.
"""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from unittest import mock

import django
import psycopg
from django.core.management import call_command
from django.db.migrations.loader import MigrationLoader

from tests import programs
from tests.postgres import PostgresMissing, throwaway_cluster


def migrate_one_by_one() -> None:
    """As a site did that had each release of the portal."""
    load = MigrationLoader.load_disk

    def without_those_that_stand_for_others(loader):
        load(loader)
        for key, one in list(loader.disk_migrations.items()):
            if one.replaces:
                del loader.disk_migrations[key]

    with mock.patch.object(MigrationLoader, "load_disk", without_those_that_stand_for_others):
        call_command("migrate", verbosity=0)


def schema_of_sqlite(path: Path) -> list[str]:
    """All statements that made it, without the order of columns: SQLite alone puts an altered one last."""
    with closing(sqlite3.connect(path)) as database:
        made = database.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return sorted(", ".join(sorted(statement.removesuffix(")").split(", "))) for (statement,) in made)


def schema_of_postgres(url: str) -> list[str]:
    pg_dump = (programs.postgres_bin() / "initdb").resolve().with_name("pg_dump")
    dumped = subprocess.check_output([pg_dump, "--schema-only", url], text=True)
    return [line for line in dumped.splitlines() if not line.startswith(("--", "\\"))]


def _made_by(url: str, *command: str) -> float:
    """The seconds of work of the process that migrates."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, *command], check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return sum(getattr(after, name) - getattr(before, name) for name in ("ru_utime", "ru_stime"))


def _compare(name: str, urls: tuple[str, str], schemas) -> bool:
    taken = (
        _made_by(urls[0], "-m", "tests.squashed", "--one-by-one"),
        _made_by(urls[1], "manage.py", "migrate", "--verbosity", "0"),
    )
    one_by_one, together = schemas
    before, after = one_by_one(), together()
    differ = sorted(set(before) ^ set(after)) or (["the order of columns"] if before != after else [])
    print(f"{name}: one by one {taken[0]:.1f} s of work, together {taken[1]:.1f} s, ", end="")
    print(f"{len(after)} lines of schema, {len(differ) or 'none'} differ", *differ, sep="\n  ")
    return not differ


def main() -> int:
    if "--one-by-one" in sys.argv:
        django.setup()
        migrate_one_by_one()
        return 0
    with tempfile.TemporaryDirectory() as folder:
        files = Path(folder, "one_by_one.sqlite3"), Path(folder, "together.sqlite3")
        urls = tuple(f"sqlite:///{file}" for file in files)
        same = _compare("SQLite", urls, [lambda file=file: schema_of_sqlite(file) for file in files])
    try:
        with throwaway_cluster() as server:
            urls = tuple(server.removesuffix("postgres") + name for name in ("one_by_one", "together"))
            with psycopg.connect(server, autocommit=True) as connection:
                for url in urls:
                    connection.execute(f"CREATE DATABASE {url.rsplit('/', 1)[1]}")
            same &= _compare("PostgreSQL", urls, [lambda url=url: schema_of_postgres(url) for url in urls])
    except PostgresMissing:
        print("PostgreSQL (initdb, pg_ctl) is missing: not compared.")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
