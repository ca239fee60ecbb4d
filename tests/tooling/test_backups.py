"""A backup is the whole database: what comes back from it is the same, row by row, on either database."""

import json
import sqlite3
import stat
import zipfile
from contextlib import closing, nullcontext
from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from careers.models import Company, CompanyLogo, ImportReceipt, Page
from config import backups
from tests import programs
from tests.postgres import throwaway_cluster
from tests.served import manage

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="begins on SQLite, and takes in PostgreSQL"),
]

AWKWARD = "“Quoted”, a\ttab, \\N, \\., 'single', a line\nand another, 日本語, \x7f"
KEPT = 200  # rows of a large table


@pytest.fixture
def filled():
    """Every kind of row, few of each: what nothing refers to is cut down."""
    for table in backups.tables():
        model = table.model
        if not model._meta.related_objects and model._base_manager.count() > KEPT:
            last = model._base_manager.order_by("pk").values_list("pk", flat=True)[KEPT]
            model._base_manager.filter(pk__gte=last)._raw_delete(connection.alias)
    editor = User.objects.create_user("grace", password="correct horse battery staple")
    editor.groups.add(Group.objects.get(name="Editor"))
    Page.objects.create(title="Awkward", slug="awkward", body=AWKWARD)
    company = Company.objects.first()
    CompanyLogo.objects.create(company=company, png=bytes(range(256)), width=1, height=1)
    receipt = ImportReceipt.objects.first()
    receipt.warnings = [{"b": 1.5, "a": [None, True, AWKWARD]}]
    receipt.finished_at = timezone.now().replace(microsecond=7)
    receipt.save()


@pytest.fixture
def made(filled, tmp_path) -> Path:
    call_command("backup", tmp_path / "first.backup", verbosity=0)
    return tmp_path / "first.backup"


def rows_of(cursor, table: backups.Table) -> list[tuple]:
    """As the database has them, by SQL of our own; JSON by what it says."""
    columns = ", ".join(f'"{column}"' for column in table.columns)
    found = cursor.execute(f'SELECT {columns} FROM "{table.name}" ORDER BY 1').fetchall()
    said = [field.get_internal_type() == "JSONField" for field in table.fields]
    return [tuple(map(_said, said, row)) for row in found]


def _said(is_json: bool, value):
    return json.loads(value) if is_json and value else value


def migrated(path: Path) -> Path:
    """A new database as `migrate` leaves it, which takes too long to be done here."""
    with closing(sqlite3.connect(path)) as new, connection.cursor() as cursor:
        # A virtual table makes those behind it itself.
        made = """SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
            AND name NOT LIKE 'careers!_searchtokens!_%' ESCAPE '!' ORDER BY type = 'trigger', rowid"""
        for (statement,) in cursor.execute(made).fetchall():
            new.execute(statement)
        applied = cursor.execute("SELECT id, app, name, applied FROM django_migrations").fetchall()
        new.executemany("INSERT INTO django_migrations VALUES (?, ?, ?, ?)", map(_as_text, applied))
        new.commit()
    return path


def _as_text(row: tuple) -> tuple:
    return (*row[:-1], str(row[-1]))


def test_every_row_comes_back_also_by_way_of_the_other_database(made, tmp_path):
    has_postgres = programs.postgres_bin() is not None
    last = made
    with throwaway_cluster() if has_postgres else nullcontext() as url:
        if url:
            last = tmp_path / "second.backup"
            for command in (["restore", str(made)], ["backup", str(last)]):
                done = manage(*command, DATABASE_URL=url)
                assert done.returncode == 0, done.stderr
        again = migrated(tmp_path / "again.sqlite3")
        done = manage("restore", str(last), DATABASE_URL=f"sqlite:///{again}")
    assert done.returncode == 0, done.stderr
    assert "rows restored" in done.stdout
    with (
        closing(sqlite3.connect(again, detect_types=sqlite3.PARSE_DECLTYPES)) as restored,
        connection.cursor() as source,
    ):
        for table in backups.tables():
            expected = rows_of(source, table)
            assert rows_of(restored, table) == expected, table.name
        # What is no row: the next key, and the index that is searched.
        made_next = 'INSERT INTO "auth_group" ("name") VALUES (?) RETURNING "id"'
        (key,) = restored.execute(made_next, ["Next"]).fetchone()
        assert key > max(Group.objects.values_list("pk", flat=True))
        (terms,) = restored.execute('SELECT COUNT(*) FROM "careers_searchtokens"').fetchone()
        assert terms == KEPT


def rewritten(path: Path, name: str, change) -> Path:
    """The backup with one of its members changed."""
    other = path.with_name("other.backup")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(other, "w") as new:
        for member in old.namelist():
            content = old.read(member)
            new.writestr(member, change(content) if member == name else content)
    return other


def test_it_is_kept_from_others_and_what_is_no_whole_backup_or_has_no_empty_place_is_refused(made):
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    with pytest.raises(CommandError, match="is there already: write to another file"):
        call_command("backup", made)
    with pytest.raises(CommandError, match="not empty: name a new one in DATABASE_URL"):
        call_command("restore", made)
    assert Page.objects.filter(slug="awkward").exists()

    older = rewritten(made, backups.MANIFEST, lambda text: text.replace(b'"careers.0001_initial",', b""))
    with pytest.raises(CommandError, match=r"another version .* They differ in careers\.0001_initial"):
        call_command("restore", older)
    cut = made.with_name("cut.backup")
    cut.write_bytes(made.read_bytes()[:-1000])
    with pytest.raises(CommandError, match="no whole backup"):
        call_command("restore", cut)
    with pytest.raises(CommandError, match="No such file"):
        call_command("restore", made.with_name("none.backup"))

    # A lost or changed row is found; this database stands in for the restored one.
    with zipfile.ZipFile(made) as packed:
        manifest = json.loads(packed.read(backups.MANIFEST))
    assert list(backups._differences(manifest)) == []
    Page.objects.filter(slug="awkward").update(title="Other")
    Group.objects.first().permissions.clear()
    assert set(backups._differences(manifest)) - {"careers_change"} == {
        "auth_group_permissions",
        "careers_page",
    }
