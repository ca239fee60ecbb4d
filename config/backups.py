"""The whole database in one file, and back into an empty one, of either kind.

A backup is a zip: for each table its rows, one JSON list a line in the order of `columns`, and a manifest
that says which migrations made the tables, and of each table how many rows it has and their sum. It is of one
moment: readers and writers go on meanwhile. What stands in no table is not in it: `.env`, and files under
var/imports that wait to be read.

The sum of a table is that of the hashes of its lines, whatever their order: databases sort texts unlike.
"""

import base64
import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, models, transaction

from careers.importers.bulk import insert_rows
from config import migrated

FORM, MANIFEST = 1, "manifest.json"
PACKED = 3  # of 9: larger takes twice as long for a tenth less
READ_AT_ONCE = 5_000
MADE_ANEW = {"careers_prepared"}  # from the rest, by the worker
WRITTEN_BY_MIGRATE = {
    "auth_group",
    "auth_group_permissions",
    "auth_permission",
    "careers_change",
    "django_content_type",
}
AS_THEY_ARE = {
    "AutoField",
    "BigAutoField",
    "BigIntegerField",
    "BooleanField",
    "CharField",
    "GenericIPAddressField",
    "IntegerField",
    "PositiveBigIntegerField",
    "PositiveIntegerField",
    "PositiveSmallIntegerField",
    "SlugField",
    "SmallIntegerField",
    "TextField",
}
CONVERTED = {"BinaryField", "DateField", "DateTimeField", "DecimalField", "JSONField"}


class Unusable(Exception):
    """It cannot be backed up or restored like this; says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Table:
    model: type[models.Model]
    fields: list[models.Field]

    @property
    def name(self) -> str:
        return self.model._meta.db_table

    @property
    def columns(self) -> list[str]:
        return [field.column for field in self.fields]

    def lines(self) -> Iterator[bytes]:
        names = [field.attname for field in self.fields]
        rows = self.model._base_manager.order_by("pk").values_list(*names)
        write = [_writer(field) for field in self.fields]
        for row in rows.iterator(READ_AT_ONCE):
            told = [None if value is None else to(value) for to, value in zip(write, row, strict=True)]
            yield json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()

    def rows(self, lines: Iterator[bytes]) -> Iterator[tuple]:
        """As the database takes them."""
        read = [_reader(field) for field in self.fields]
        for line in lines:
            row = json.loads(line)
            yield tuple(None if value is None else to(value) for to, value in zip(read, row, strict=True))


class Sum:
    def __init__(self):
        self.rows, self._sum = 0, 0

    def add(self, line: bytes) -> bytes:
        self.rows += 1
        self._sum += int.from_bytes(hashlib.blake2b(line, digest_size=16).digest())
        return line

    def told(self) -> dict:
        return {"rows": self.rows, "sum": f"{self._sum % 2**128:032x}"}


def tables() -> list[Table]:
    kept = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    kept = [model for model in kept if not model._meta.proxy and model._meta.db_table not in MADE_ANEW]
    return [Table(model, list(model._meta.local_concrete_fields)) for model in kept]


def backup(path: Path) -> int:
    """Write the file, which nobody else may read: it has the hashes of passwords. The number of rows."""
    if path.exists():
        raise Unusable(f"{path} is there already: write to another file.")
    part = path.with_name(f"{path.name}.part")
    told = {}
    part.touch(mode=0o600)
    try:
        with (
            _one_moment(),
            zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=PACKED) as packed,
        ):
            for table in tables():
                sum_ = Sum()
                with packed.open(f"{table.name}.jsonl", "w", force_zip64=True) as member:
                    for line in table.lines():
                        member.write(sum_.add(line) + b"\n")
                told[table.name] = {"columns": table.columns, **sum_.told()}
            manifest = {
                "form": FORM,
                "made": datetime.now(UTC).isoformat(timespec="seconds"),
                "database": connection.vendor,
                "migrations": migrated.told(migrated.of(connection)),
                "tables": told,
            }
            packed.writestr(MANIFEST, json.dumps(manifest, indent=1))
        with part.open("rb") as file:
            os.fsync(file.fileno())
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)
    return sum(table["rows"] for table in told.values())


def restore(path: Path) -> int:
    """Fill an empty database, and compare every row of it with the backup. The number of rows.

    All or nothing but the empty tables.
    """
    try:
        with zipfile.ZipFile(path) as packed:
            manifest = json.loads(packed.read(MANIFEST))
            _refuse_other_code(manifest)
            _refuse_filled()
            call_command("migrate", interactive=False, verbosity=0)
            with _unwatched(), transaction.atomic():
                _fill(packed)
                wrong = list(_differences(manifest))
                if wrong:
                    raise Unusable(f"Nothing was restored: the backup is damaged in {', '.join(wrong)}.")
    except (zipfile.BadZipFile, KeyError, ValueError, ValidationError) as error:
        raise Unusable(f"{path} is no whole backup of this portal: {error}") from error
    except OSError as error:
        raise Unusable(f"{path}: {error.strerror or error}") from error
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return sum(table["rows"] for table in manifest["tables"].values())


def _refuse_other_code(manifest: dict) -> None:
    if manifest["form"] != FORM or set(manifest["tables"]) != {table.name for table in tables()}:
        raise Unusable("The backup is of another version of the portal: restore it with that one.")
    known = migrated.told(migrated.of_this_code())
    if manifest["migrations"] != known:
        differ = ", ".join(sorted(set(known) ^ set(manifest["migrations"])))
        raise Unusable(
            "The backup is of another version of the portal: restore it with that one, then upgrade. "
            f"They differ in {differ}."
        )
    for table in tables():
        if manifest["tables"][table.name]["columns"] != table.columns:
            raise Unusable(f"The backup has other columns in {table.name} than this version of the portal.")


def _refuse_filled() -> None:
    """Empty is what has no tables, or those of the migrations with nothing in them."""
    there = set(connection.introspection.table_names())
    known = tables()
    if not there:
        return
    filled = (table.model._base_manager for table in known if table.name not in WRITTEN_BY_MIGRATE)
    if not there >= {table.name for table in known} or any(rows.exists() for rows in filled):
        raise Unusable("The database is not empty: name a new one in DATABASE_URL.")


def _fill(packed: zipfile.ZipFile) -> None:
    known = tables()
    quote = connection.ops.quote_name
    for table in known:  # what the migrations wrote: it is in the backup too
        table.model._base_manager.all()._raw_delete(connection.alias)
    for table in known:
        with packed.open(f"{table.name}.jsonl") as lines:
            insert_rows(quote(table.name), tuple(table.columns), table.rows(lines), {})
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [table.model for table in known]):
            cursor.execute(statement)


def _differences(manifest: dict) -> Iterator[str]:
    """The tables that are not what the backup says."""
    for table in tables():
        sum_ = Sum()
        for line in table.lines():
            sum_.add(line)
        expected = manifest["tables"][table.name]
        if sum_.told() != {name: expected[name] for name in ("rows", "sum")}:
            yield table.name


def _writer(field: models.Field) -> Callable:
    kind = _kind(field)
    if kind in AS_THEY_ARE or kind == "JSONField":
        return _same
    if kind == "BinaryField":
        return lambda value: base64.b64encode(value).decode()
    return str if kind == "DecimalField" else _isoformat


def _reader(field: models.Field) -> Callable:
    if _kind(field) in AS_THEY_ARE:
        return _same
    return lambda value: field.get_db_prep_save(field.to_python(value), connection)


def _kind(field: models.Field) -> str:
    while field.remote_field:
        field = field.target_field
    kind = field.get_internal_type()
    if kind not in AS_THEY_ARE | CONVERTED:
        raise Unusable(f"{field} is of a kind that backups do not know: teach config/backups.py.")
    return kind


def _same(value):
    return value


def _isoformat(value) -> str:
    return value.isoformat()


@contextmanager
def _one_moment() -> Iterator[None]:
    """All tables as they stand now, while others write."""
    mode = getattr(connection, "transaction_mode", None)
    if connection.vendor == "sqlite":
        connection.transaction_mode = "DEFERRED"  # a reader's: nobody waits for it
    try:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield
    finally:
        if connection.vendor == "sqlite":
            connection.transaction_mode = mode


@contextmanager
def _unwatched() -> Iterator[None]:
    """What watches queries would write rows of its own between those of the backup."""
    watching = connection.execute_wrappers[:]
    connection.execute_wrappers.clear()
    try:
        yield
    finally:
        connection.execute_wrappers[:] = watching
