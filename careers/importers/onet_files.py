"""The files of an O*NET database as tables: Excel or tab-delimited text, columns found by their headings.

The text edition has no columns for what a code means (Title, Scale Name), and writes "n/a" where the
Excel edition of late leaves a cell empty. Columns come and go between releases: a file is asked for
those that its figures need.
"""

from collections.abc import Iterator
from pathlib import Path

from . import inputs
from .base import ImportFailure
from .workbooks import MAX_BYTES, open_workbook, sheet_rows

EMPTY = {"", "n/a"}


class Table:
    """The rows of one file with the columns asked for, in the order asked for, as texts."""

    def __init__(self, path: Path, columns: tuple[str, ...], optional: tuple[str, ...] = ()):
        self.file = path.name
        self._rows = workbook_rows(path) if path.suffix == ".xlsx" else text_rows(path)
        header = [_text(cell) for cell in next(self._rows, [])]
        for column in columns:
            if column not in header:
                raise ImportFailure(f"the column {column!r} is missing.", file=self.file, line=1)
        self.lacking = [column for column in optional if column not in header]
        self._width = len(header)
        self._positions = [
            header.index(column) if column in header else None for column in (*columns, *optional)
        ]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Line and texts; '' for a cell that is empty or "n/a", and for an optional column not there."""
        for line, row in enumerate(self._rows, start=2):
            if len(row) != self._width:
                raise ImportFailure(
                    f"it has {len(row)} cells under {self._width} headings: cut short or damaged.",
                    file=self.file,
                    line=line,
                )
            texts = ["" if place is None else _text(row[place]) for place in self._positions]
            if any(texts):
                yield line, texts


def workbook_rows(path: Path) -> Iterator[list]:
    workbook = open_workbook(path)
    if not workbook.sheet_names:
        raise ImportFailure("it has no sheet.", file=path.name)
    yield from sheet_rows(workbook, workbook.sheet_names[0], path.name)


def text_rows(path: Path) -> Iterator[list[str]]:
    """Tab-delimited UTF-8; a quotation mark means itself."""
    if path.stat().st_size > MAX_BYTES:
        raise ImportFailure(f"it is larger than {MAX_BYTES:,} bytes; it was not opened.", file=path.name)
    try:
        with path.open(encoding="utf-8-sig") as file:
            for line, text in enumerate(file, start=1):
                if "\0" in text:
                    raise ImportFailure("it holds a NUL: it is no text file.", file=path.name, line=line)
                yield text.rstrip("\n").split("\t")
    except UnicodeDecodeError as error:
        line = inputs.undecodable_line(path)
        raise ImportFailure("it is not UTF-8 text.", file=path.name, line=line) from error


def _text(cell) -> str:
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    text = str(cell).strip()
    return "" if text in EMPTY else text
