"""Writing many objects of a model fast: by COPY on PostgreSQL, else as Django does.

As with `bulk_create` and `bulk_update`, nothing is validated and no signal is sent; call them inside a
transaction.
"""

from collections.abc import Callable, Iterable, Sequence

from django.db import connection
from django.db.models import Field, Model
from django.db.models.expressions import DatabaseDefault

from .bulk import copy_rows

BATCH = 200  # rows that are changed by one query where there is no COPY
MANY = 500  # new rows, after which the planner may have to be told of them at once
STAGED = "staged_objects"  # a temporary table


def create(rows: Iterable[Model]) -> None:
    """Insert the objects, all of one model; each has its primary key afterwards."""
    rows = list(rows)
    if not rows:
        return
    model, meta = type(rows[0]), rows[0]._meta
    for row in rows:
        # What it refers to may have got its primary key since.
        row._prepare_related_fields_for_save(operation_name="bulk_create")
    left = [field for field in meta.concrete_fields if not field.primary_key and _is_left(field, rows, all)]
    fields = [field for field in meta.concrete_fields if field not in left]
    if connection.vendor != "postgresql" or any(_is_left(field, rows, any) for field in fields):
        model._base_manager.bulk_create(rows)
        return
    _give_keys([row for row in rows if row.pk is None])
    copy_rows(meta.db_table, _columns(fields), (_values(row, fields, is_new=True) for row in rows))
    if len(rows) > MANY:
        _tell_planner(connection.ops.quote_name(meta.db_table))
    for row in rows:
        row._state.adding, row._state.db = False, connection.alias


def update(rows: Iterable[Model], names: Sequence[str]) -> None:
    """Write these fields of objects of one model that the database has."""
    rows = list(rows)
    if not rows:
        return
    model, meta = type(rows[0]), rows[0]._meta
    if connection.vendor != "postgresql":
        model._base_manager.bulk_update(rows, names, batch_size=BATCH)
        return
    for row in rows:
        row._prepare_related_fields_for_save(operation_name="bulk_update")
    fields = [meta.pk, *map(meta.get_field, names)]
    table, quoted = connection.ops.quote_name(meta.db_table), connection.ops.quote_name
    key, *columns = _columns(fields)
    assigned = ", ".join(f"{quoted(name)} = s.{quoted(name)}" for name in columns)
    with connection.cursor() as cursor:
        chosen = ", ".join(map(quoted, (key, *columns)))
        cursor.execute(f"CREATE TEMPORARY TABLE {STAGED} AS SELECT {chosen} FROM {table} LIMIT 0")  # noqa: S608 - names of its own
        copy_rows(STAGED, (key, *columns), (_values(row, fields, is_new=False) for row in rows))
        cursor.execute(f"ANALYZE {STAGED}")
        same = f"t.{quoted(key)} = s.{quoted(key)}"
        cursor.execute(f"UPDATE {table} AS t SET {assigned} FROM {STAGED} AS s WHERE {same}")  # noqa: S608 - the same
        cursor.execute(f"DROP TABLE {STAGED}")


def _is_left(field: Field, rows: list[Model], by: Callable) -> bool:
    """Whether all (or any) of them leave it to the database."""
    return by(isinstance(getattr(row, field.attname), DatabaseDefault) for row in rows)


def _columns(fields: Iterable[Field]) -> tuple[str, ...]:
    return tuple(field.column for field in fields)


def _values(row: Model, fields: Iterable[Field], *, is_new: bool) -> tuple:
    return tuple(
        field.get_db_prep_save(
            field.pre_save(row, add=True) if is_new else getattr(row, field.attname), connection
        )
        for field in fields
    )


def _tell_planner(table: str) -> None:
    """Have the table counted where it is larger by half than when it was counted last.

    As after an import: with a table that it takes to be empty the planner begins every search.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_relation_size(oid) > 1.5 * relpages * current_setting('block_size')::int "
            "FROM pg_class WHERE oid = %s::regclass",
            [table],
        )
        if cursor.fetchone() == (True,):
            cursor.execute(f"ANALYZE {table}")


def _give_keys(rows: list[Model]) -> None:
    """The next of the sequence that the database itself would give."""
    if not rows:
        return
    meta = rows[0]._meta
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)",
            [connection.ops.quote_name(meta.db_table), meta.pk.column, len(rows)],
        )
        for row, (key,) in zip(rows, cursor.fetchall(), strict=True):
            row.pk = key
