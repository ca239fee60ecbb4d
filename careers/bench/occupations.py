"""The detailed occupations several times over, each copy with all the figures of its original."""

from collections.abc import Iterator

from django.db import connection, models

from careers import models as m
from careers.importers import objects

from .marks import MARK

APART = 1_000_000  # between the key of an occupation and that of its next copy
FIRST_GROUP = 60  # SOC codes end at 55-….


def multiply(times: int, originals: list[m.Occupation]) -> int:
    """Make so many of each, the original among them; how many rows were written."""
    made = list(_copies(originals, times))
    objects.create(made)
    keys = ", ".join(str(int(original.pk)) for original in originals)
    return len(made) + sum(_copy(model, times, f"({keys})") for model in copied())


def copied() -> list[type[models.Model]]:
    """What is published of an occupation, where another occupation may have the same."""
    return [
        model
        for model in m.Published.__subclasses__() + m.Figure.__subclasses__()
        if not model._meta.abstract and _names_occupation(model) and all(map(_by_occupation, _unique(model)))
    ]


def _names_occupation(model) -> bool:
    return any(field.name == "occupation" for field in model._meta.concrete_fields)


def _unique(model) -> list[models.UniqueConstraint]:
    return [each for each in model._meta.constraints if isinstance(each, models.UniqueConstraint)]


def _by_occupation(constraint: models.UniqueConstraint) -> bool:
    return "occupation" in constraint.fields


def _copies(originals: list[m.Occupation], times: int) -> Iterator[m.Occupation]:
    number = 0
    for copy in range(1, times):
        for original in originals:
            yield m.Occupation(
                pk=original.pk + copy * APART,
                title=f"{original.title[:150]} {copy + 1}",
                slug=f"{MARK}-{copy + 1}-{original.slug}"[:180],
                level=original.level,
                soc_code=f"{FIRST_GROUP + number // 10_000}-{number % 10_000:04}",
                parent_id=original.parent_id,
                major_group_id=original.major_group_id,
            )
            number += 1


def _copy(model, times: int, originals: str) -> int:
    """In the database, without a row coming here."""
    quoted = connection.ops.quote_name
    table = quoted(model._meta.db_table)
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    names = ", ".join(quoted(field.column) for field in fields)
    count = 0
    with connection.cursor() as cursor:
        for copy in range(1, times):
            further = copy * APART
            values = ", ".join(_value(field, further, originals) for field in fields)
            chosen = f"SELECT {values} FROM {table} WHERE occupation_id IN {originals} ORDER BY id"
            cursor.execute(f"INSERT INTO {table} ({names}) {chosen}")
            count += cursor.rowcount
    return count


def _value(field, further: int, originals: str) -> str:
    """A column of the copy: a copied occupation stands for its original."""
    name = connection.ops.quote_name(field.column)
    if field.related_model is not m.Occupation:
        return name
    return f"CASE WHEN {name} IN {originals} THEN {name} + {further} ELSE {name} END"
