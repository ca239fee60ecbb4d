"""Figures in force that an import would move, and by how much; worked out inside its transaction."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import nlargest

from django.apps import apps
from django.db import connection, models

from careers.models import Figure

MAX_WORST = 50
# The precision of a figure is no figure that a reader compares.
PRECISION = "_rse"


@dataclass(slots=True)
class Moves:
    """How many figures moved by more than the share, and those that moved most: dicts of texts."""

    count: int = 0
    worst: list[dict] = field(default_factory=list)


def remember(source: str) -> list[type[Figure]]:
    """Keep a copy of a source's figures in force until the transaction ends; the models that have any."""
    remembered = []
    for model in _models():
        rows = model.objects.filter(release__source__slug=source, is_current=True)
        if not rows.exists():
            continue
        chosen, parameters = (
            rows.order_by().values_list(*_key(model), *_values(model)).query.sql_with_params()
        )
        columns = ", ".join(_quoted(model, (*_key(model), *_values(model))))
        table = connection.ops.quote_name(model._meta.db_table)
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TEMPORARY TABLE {_copy(model)} AS SELECT {columns} FROM {table} WHERE 1 = 0"
            )
            cursor.execute(f"INSERT INTO {_copy(model)} ({columns}) {chosen}", parameters)
            cursor.execute(f"ANALYZE {_copy(model)}")
        remembered.append(model)
    return remembered


def since(remembered: list[type[Figure]], source: str, percent: int) -> Moves:
    """What moved by more than `percent` of what it was since `remember`."""
    found = Moves()
    largest = []
    for model in remembered:
        largest += nlargest(MAX_WORST, _counted(_moved(model, percent), found), key=lambda move: move[0])
    for share, model, pk, name, old, new in nlargest(MAX_WORST, largest, key=lambda move: move[0]):
        row = model.objects.select_related(*_related(model)).get(pk=pk)
        found.worst.append(
            {
                "about": str(getattr(row, "occupation", None) or row),
                "where": str(getattr(row, "area", "") or ""),
                "figure": str(model._meta.get_field(name).verbose_name),
                "old": f"{old:,}",
                "new": f"{new:,}",
                "percent": None if share == float("inf") else round((new - old) / old * 100),
            }
        )
    return found


def _counted(moves: Iterator, found: Moves) -> Iterator:
    for move in moves:
        found.count += 1
        yield move


def _moved(model: type[Figure], percent: int) -> Iterator[tuple]:
    """Each figure that moved: by what share, in which model and row, its name, what it was and is."""
    key, values = _quoted(model, _key(model)), _values(model)
    names = _quoted(model, values)
    table = connection.ops.quote_name(model._meta.db_table)
    same = " AND ".join(f"t.{name} = b.{name}" for name in key)
    # With a point: PostgreSQL would multiply the employment of the nation beyond what an integer holds.
    differs = " OR ".join(
        f"ABS(t.{name} - b.{name}) * 100.0 > {percent:d}.0 * ABS(b.{name})" for name in names
    )
    pairs = ", ".join(f"b.{name}, t.{name}" for name in names)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT t.id, {pairs} FROM {_copy(model)} AS b JOIN {table} AS t ON {same} AND t.is_current "
            f"WHERE {differs}"
        )
        for pk, *figures in cursor:
            for name, old, new in zip(values, figures[::2], figures[1::2], strict=True):
                if old is None or new is None or abs(new - old) * 100 <= percent * abs(old):
                    continue
                share = float(abs(new - old) / abs(old)) if old else float("inf")
                yield share, model, pk, name, old, new


def _models() -> list[type[Figure]]:
    models_of_figures = [model for model in apps.get_models() if issubclass(model, Figure)]
    return [model for model in models_of_figures if _key(model) and _values(model)]


def _key(model: type[Figure]) -> tuple[str, ...]:
    """The fields of which a reader is shown one row: those of the constraint on what is in force."""
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint) and constraint.condition is not None:
            return tuple(constraint.fields)
    return ()


def _values(model: type[Figure]) -> tuple[str, ...]:
    return tuple(
        each.name
        for each in model._meta.concrete_fields
        if isinstance(each, models.DecimalField | models.IntegerField | models.FloatField)
        and not (
            each.primary_key or each.choices or each.name in _key(model) or each.name.endswith(PRECISION)
        )
    )


def _related(model: type[Figure]) -> list[str]:
    return [each.name for each in model._meta.concrete_fields if each.many_to_one]


def _quoted(model: type[Figure], names: tuple[str, ...]) -> list[str]:
    return [connection.ops.quote_name(model._meta.get_field(name).column) for name in names]


def _copy(model: type[Figure]) -> str:
    return f"before_{model._meta.model_name}"
