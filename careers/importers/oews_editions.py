"""The two editions of an OEWS release, read into one form: BLS's flat files, and one SQLite file.

Flat files: tab-delimited text with a header; a line of `oe.data.*` is one number, its series id being
`OE`, seasonality `U`, area type (N, S, M), area (7), industry (6), occupation (6), data type (2).
SQLite: table `cell` has a row for each series id without its data type (`key`), the values as text
in `v01`…`v17` and their footnotes in `f01`…`f17`; tables `area`, `industry`, `occupation`,
`footnote` and `meta` hold what the flat files of those names hold.
"""

import csv
import itertools
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from .base import ImportFailure
from .inputs import Files, undecodable_line

DATA_TYPES = tuple(f"{number:02d}" for number in range(1, 18))
POSITION = {data_type: position for position, data_type in enumerate(DATA_TYPES)}
KEY_LENGTH, SERIES_LENGTH = 23, 25
MAX_LOOKUP_ROWS = 100_000

LOOKUPS = {
    "area": ("area_code", "areatype_code", "state_code", "area_name"),
    "industry": ("industry_code", "industry_name", "display_level"),
    "occupation": ("occupation_code", "occupation_name", "display_level"),
    "footnote": ("footnote_code", "footnote_text"),
}


class Cell(NamedTuple):
    """One occupation in one area and industry: 17 numbers as printed, and their footnote codes."""

    line: int
    key: str
    values: tuple[str | None, ...]
    footnotes: tuple[str | None, ...]


def edition(files: Files) -> "SqliteEdition | FlatEdition":
    if database := files.find("*.sqlite", "*.sqlite3", "*.db"):
        return SqliteEdition(database)
    return FlatEdition(files)


class SqliteEdition:
    def __init__(self, path: Path):
        self.name = path.name
        with path.open("rb") as file:
            if file.read(16) != b"SQLite format 3\0":
                raise ImportFailure("it is not a SQLite database.", file=self.name)
        self._database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            self._database.execute("PRAGMA trusted_schema = OFF")
            self._check_columns("cell", ("key", *(f"{kind}{code}" for kind in "vf" for code in DATA_TYPES)))
            for table, columns in LOOKUPS.items():
                self._check_columns(table, columns)
            self._check_columns("meta", ("name", "value"))
        except ImportFailure:
            self.close()
            raise

    def release_label(self) -> str:
        meta = {name: str(value or "") for name, value in self._query("SELECT name, value FROM meta")}
        if not meta.get("release"):
            raise ImportFailure("table meta has no row named release.", file=self.name)
        year = meta.get("data_year")
        if year and year not in meta["release"]:
            raise ImportFailure(
                f"the release is {meta['release']!r} but the data are of {year}.", file=self.name
            )
        return meta["release"]

    def lookup(self, table: str) -> list[tuple[str, ...]]:
        columns = LOOKUPS[table]
        found = self._query(f"SELECT {', '.join(columns)} FROM {table} LIMIT {MAX_LOOKUP_ROWS}")
        rows = [tuple(str(value) for value in row) for row in found]
        if any("\0" in value for row in rows for value in row):
            raise ImportFailure(f"there is a NUL character in the table {table!r}.", file=self.name)
        return rows

    def size(self) -> int:
        ((count,),) = self._query("SELECT COUNT(*) FROM cell")
        return count

    def cells(self) -> Iterator[Cell]:
        columns = ", ".join(f"{kind}{code}" for kind in "vf" for code in DATA_TYPES)
        rows = self._query(f"SELECT key, {columns} FROM cell")
        for line, row in enumerate(rows, start=1):
            yield Cell(line, row[0], row[1:18], row[18:])

    def line_of(self, cell: Cell, position: int) -> int:
        return cell.line

    def close(self) -> None:
        self._database.close()

    def _query(self, statement: str) -> Iterator[tuple]:
        try:
            # Row by row: a cursor handed on whole would be closed after its database.
            yield from iter(self._database.execute(statement).fetchone, None)
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise ImportFailure(f"the database is damaged or truncated ({error}).", file=self.name) from error

    def _check_columns(self, table: str, columns: tuple[str, ...]) -> None:
        # Only a table will do: a view could run what its author likes.
        kind = list(self._query(f"SELECT type FROM sqlite_master WHERE name = '{table}'"))
        if kind != [("table",)]:
            raise ImportFailure(f"there is no table {table!r}. Is it the OEWS edition?", file=self.name)
        there = {row[1] for row in self._query(f"PRAGMA table_info({table})")}
        if missing := [column for column in columns if column not in there]:
            raise ImportFailure(f"table {table!r} lacks the column {missing[0]!r}.", file=self.name)


class FlatEdition:
    def __init__(self, files: Files):
        self._files = files
        self._data = files.find("oe.data.0.Current", "oe.data.1.AllData", "oe.data.*")
        if self._data is None:
            raise ImportFailure("there is no file oe.data.* here.")
        for table in LOOKUPS:
            self._path(table)
        self.name = self._data.name
        self.year = self._first_year()

    def release_label(self) -> str:
        path = self._files.find("oe.release")
        if path is None:
            return f"May {self.year}"
        rows = list(self._rows(path, ("release_date", "description")))
        if not rows:
            raise ImportFailure("it names no release.", file=path.name)
        line, (code, label) = rows[-1]
        if code[:4] != self.year or self.year not in label:
            raise ImportFailure(
                f"the release is {label!r} but {self.name} holds figures of {self.year}.",
                file=path.name,
                line=line,
            )
        return label

    def lookup(self, table: str) -> list[tuple[str, ...]]:
        path, rows = self._path(table), []
        for line, row in itertools.islice(self._rows(path, LOOKUPS[table]), MAX_LOOKUP_ROWS):
            if any("\0" in value for value in row):
                raise ImportFailure("there is a NUL character.", file=path.name, line=line)
            rows.append(row)
        return rows

    def size(self) -> int:
        return 0  # counting the lines would read 332 MB once more

    def cells(self) -> Iterator[Cell]:
        """The lines of the data file, those of one cell gathered; they stand together as published."""
        seen: set[str] = set()
        key, start = "", 0
        values: list[str | None] = [None] * 17
        footnotes: list[str | None] = [None] * 17
        types_in: dict[str, int] = {}
        year = self.year
        columns = ("series_id", "year", "value", "footnote_codes")
        for line, (series, row_year, value, note) in self._rows(self._data, columns):
            if series[:KEY_LENGTH] != key:
                if key:
                    types_in.setdefault(key[3], 17 - values.count(None))
                    yield Cell(start, key, tuple(values), tuple(footnotes))
                key, start = series[:KEY_LENGTH], line
                if key in seen:
                    self._fail(line, f"the lines of series {key} stand apart: sort the lines of the file")
                seen.add(key)
                values, footnotes = [None] * 17, [None] * 17
            position = POSITION.get(series[KEY_LENGTH:])
            if position is None or len(series) != SERIES_LENGTH:
                self._fail(line, f"{series!r} is not an OEWS series id with a data type 01 to 17")
            if row_year != year:
                self._fail(line, f"the year is {row_year}, above it was {year}: one release at a time")
            if values[position] is not None:
                self._fail(line, f"series {series} comes twice")
            values[position] = value
            footnotes[position] = note or None
        if key:
            if 17 - values.count(None) < types_in.get(key[3], 0):
                self._fail(start, f"the last cell, {key}, is incomplete: the file is truncated")
            yield Cell(start, key, tuple(values), tuple(footnotes))
            self._check_areas({key[4:11] for key in seen}, line)

    def line_of(self, cell: Cell, position: int) -> int:
        """The line of one number of a cell; looked up again, for only an error asks for it."""
        series = f"{cell.key}{DATA_TYPES[position]}"
        return next(line for line, (found,) in self._rows(self._data, ("series_id",)) if found == series)

    def close(self) -> None:
        pass

    def _check_areas(self, found: set[str], last_line: int) -> None:
        """States stand last in the file, so one cut between two cells lacks the last of them."""
        for code, kind, _, name in self.lookup("area"):
            if kind in {"N", "S"} and code not in found:
                self._fail(last_line, f"there is nothing about {name} ({code}): the file is truncated")

    def _path(self, table: str) -> Path:
        path = self._files.find(f"oe.{table}")
        if path is None:
            raise ImportFailure(
                f"the file oe.{table} is missing: give the folder that holds it and oe.data.*"
            )
        return path

    def _first_year(self) -> str:
        for line, (_, year) in self._rows(self._data, ("series_id", "year")):
            if not re.fullmatch(r"\d{4}", year):
                self._fail(line, f"{year!r} is not a year")
            return year
        raise ImportFailure("it has no data lines.", file=self.name)

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.name, line=line)

    def _rows(self, path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Line numbers and the named columns of a flat file, blanks around values dropped."""
        line = 1
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
                header = [name.strip() for name in next(reader, [])]
                if lacking := [column for column in columns if column not in header]:
                    raise ImportFailure(f"the column {lacking[0]!r} is missing.", file=path.name, line=1)
                width, wanted = len(header), [header.index(column) for column in columns]
                for line, row in enumerate(reader, start=2):
                    if len(row) != width:
                        if not row:
                            continue
                        raise ImportFailure(
                            f"{len(row)} columns where the header has {width}: damaged or truncated.",
                            file=path.name,
                            line=line,
                        )
                    yield line, tuple([row[position].strip() for position in wanted])
        except UnicodeDecodeError as error:
            raise ImportFailure(
                f"it is not UTF-8 text ({error.reason}).", file=path.name, line=undecodable_line(path)
            ) from error
        except csv.Error as error:
            raise ImportFailure(f"{error}.", file=path.name, line=line + 1) from error
