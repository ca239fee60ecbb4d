"""Rows of a list as CSV or XLSX, with natural keys in place of ids, and no cell that a program would run.

A text that begins as a formula does is given an apostrophe, which spreadsheets take as “this is text”;
`reading` takes it off again.
"""

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO

from django.db import models
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
MAX_CELL = 32_767  # characters that a cell of XLSX holds
CHUNK = 5000
# What names a row of these to people; of others the one unique text that they have.
NATURAL = {
    "careers.release": ("source__slug", "label"),
    "careers.occupation": ("slug",),
    "careers.area": ("code",),
    "careers.industry": ("code",),
    "careers.company": ("slug",),
}
LEFT_OUT = (models.BinaryField,)


def columns(model: type[models.Model]) -> list[tuple[str, str]]:
    """What a row has: the title of each column, and where the ORM finds it."""
    found = []
    for field in model._meta.concrete_fields:
        if isinstance(field, LEFT_OUT) or (isinstance(field, models.JSONField) and not field.editable):
            continue
        if field.many_to_one or field.one_to_one:
            natural = natural_key(field.related_model)
            titles = [f"{field.name} {part.partition('__')[0]}" for part in natural]
            titles = titles if len(natural) > 1 else [field.name]
            found += [(title, f"{field.name}__{part}") for title, part in zip(titles, natural, strict=True)]
        else:
            found.append((field.name, field.name))
    return found


def rows(queryset: models.QuerySet) -> Iterator[tuple]:
    """The titles, then a tuple for each row, read a few thousand at a time."""
    titles, sources = zip(*columns(queryset.model), strict=True)
    yield titles
    yield from queryset.select_related(None).values_list(*sources).iterator(chunk_size=CHUNK)


def harmless(value):
    """A value that no spreadsheet takes for a formula; numbers stay numbers."""
    if value is None:
        return ""
    if isinstance(value, bool | int | float) or type(value).__name__ == "Decimal":
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


class _Line:
    def write(self, text: str) -> str:
        return text


def as_csv(table: Iterable[tuple]) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield "\ufeff"  # by which a spreadsheet knows UTF-8
    for row in table:
        yield writer.writerow([harmless(value) for value in row])


def as_xlsx(table: Iterable[tuple]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Rows")
    for row in table:
        sheet.append([_cell(harmless(value)) for value in row])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(value):
    return ILLEGAL_CHARACTERS_RE.sub("", value)[:MAX_CELL] if isinstance(value, str) else value


def natural_key(model: type[models.Model]) -> tuple[str, ...]:
    """The fields by which people know a row of a model, where the ORM finds them."""
    if model._meta.label_lower in NATURAL:
        return NATURAL[model._meta.label_lower]
    unique = (field.name for field in model._meta.concrete_fields if field.unique and not field.primary_key)
    return (next(unique, "pk"),)
