"""Tables 11 and 11b of the Current Population Survey's annual averages, read from their workbooks.

Both list the detailed occupations by Census title below the headings of their groups, employment in
thousands. A heading is told from an occupation by two things that must agree: it ends in
"occupations" and is no title of the Census list, and the lines below it add up to its employment.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from . import numerals
from .base import ImportFailure
from .census_titles import normalised
from .workbooks import open_workbook, sheet_rows

# The columns, as the last line of each heading calls them.
WOMEN = "Women"
RACES = ("White", "Black or African American", "Asian", "Hispanic or Latino")
AGES = (
    "16 to 19 years", "20 to 24 years", "25 to 34 years", "35 to 44 years",
    "45 to 54 years", "55 to 64 years", "65 years and over",
)  # fmt: skip
MEDIAN_AGE = "Median age"
EMPLOYED = {"11": "Total employed", "11b": "Total, 16 years and over"}
COLUMNS = {"11": (WOMEN, *RACES), "11b": (*AGES, MEDIAN_AGE)}

WITHHELD = {"–", "—", "-"}
HEADER_ROWS = 10
# Since January 2020 the survey publishes by the Census list of 2018; before, by that of 2010.
FIRST_YEAR = 2020
# Figures are rounded to the thousand, so that a sum may be off by half a thousand for each of its parts.
ROUNDING = Decimal("0.5")


@dataclass(slots=True)
class Line:
    """One line of a table; employment in thousands, None where a value is withheld."""

    number: int
    title: str
    employed: Decimal
    values: dict[str, Decimal | None]
    heading: "Line | None" = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    file: str
    year: int
    lines: list[Line]

    def occupations(self, listed: Collection[str]) -> Iterator[Line]:
        """The lines that are no headings, each below its nearest heading.

        `listed` are the normalised titles of the Census list. Raises `ImportFailure` where the
        lines below a heading do not add up to it, or a title comes twice.
        """
        total, *lines = self.lines
        heading, below, seen = None, [], {}
        for line in lines:
            key = normalised(line.title)
            if key in seen:
                self._fail(line, f"{line.title!r} stands in line {seen[key]} too")
            seen[key] = line.number
            if key not in listed and key.endswith("occupations"):
                self._check_sum(heading, below)
                heading, below = line, []
            else:
                line.heading = heading
                below.append(line)
                yield line
        self._check_sum(heading, below)
        self._check_sum(total, [line for line in lines if line.heading])

    def _check_sum(self, heading: Line | None, below: list[Line]) -> None:
        if heading is None or not below:
            return  # a heading of headings
        found = sum(line.employed for line in below)
        if abs(found - heading.employed) > ROUNDING * (len(below) + 1):
            self._fail(
                heading,
                f"the occupations of {heading.title!r} add up to {found:,f} thousand people, not to its "
                f"{heading.employed:,f}: lines are missing or changed",
            )

    def _fail(self, line: Line, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line.number)


def read_table(path: Path) -> Table:
    """The table in a workbook, or `ImportFailure` where there is none that can be used."""
    workbook = open_workbook(path)
    for sheet in workbook.sheet_names:
        rows = sheet_rows(workbook, sheet, path.name)
        for number, row in enumerate(rows[:HEADER_ROWS]):
            if len(row) > 1 and _text(row[0]) == "Occupation" and re.fullmatch(r"\d{4}(\.0)?", _text(row[1])):
                return _Reader(path.name, rows, number).table()
    raise ImportFailure(
        "no sheet has the headings of Table 11 or 11b (“Occupation” and the year). Take cpsaat11.xlsx and "
        "cpsaat11b.xlsx of the annual averages.",
        file=path.name,
    )


class _Reader:
    def __init__(self, file: str, rows: list[list], header: int):
        self.file, self.rows, self.header = file, rows, header
        self.year = int(float(_text(rows[header][1])))
        self.first = next(
            (number for number in range(header + 1, len(rows)) if _text(rows[number][0])), len(rows)
        )

    def table(self) -> Table:
        if self.year < FIRST_YEAR:
            raise ImportFailure(
                f"the table is of {self.year}; tables before {FIRST_YEAR} go by the Census list of 2010 and "
                "cannot be joined. Take a later year.",
                file=self.file,
                line=self.header + 1,
            )
        places = self._places()
        for name, columns in COLUMNS.items():
            wanted = (EMPLOYED[name], *columns)
            if all(column in places for column in wanted):
                return Table(name, self.file, self.year, self._lines(name, places))
        lacking = {
            name: [column for column in (EMPLOYED[name], *columns) if column not in places]
            for name, columns in COLUMNS.items()
        }
        nearest = min(lacking, key=lambda name: len(lacking[name]))
        raise ImportFailure(
            f"the columns are not those of Table 11 or 11b; of {nearest} it lacks {lacking[nearest][0]!r}.",
            file=self.file,
            line=self.header + 1,
        )

    def _places(self) -> dict[str, int]:
        """Where each column stands; a heading fills several lines, the lowest of them names the column."""
        heads = self.rows[self.header : self.first]
        lowest = [
            next(filter(None, map(_text, reversed(column))), "") for column in zip(*heads, strict=False)
        ]
        return {name: place for place, name in enumerate(lowest) if name}

    def _lines(self, name: str, places: dict[str, int]) -> list[Line]:
        lines = []
        for number, row in enumerate(self.rows[self.first :], start=self.first + 1):
            title = _text(row[0])
            if title.upper().startswith("NOTE"):
                break
            if not title:
                continue
            employed = self._number(row[places[EMPLOYED[name]]], number, EMPLOYED[name])
            if employed is None:
                raise ImportFailure("the employment is not there.", file=self.file, line=number)
            values = {column: self._number(row[places[column]], number, column) for column in COLUMNS[name]}
            lines.append(Line(number, title, employed, values))
        if not lines or not lines[0].title.startswith("Total"):
            raise ImportFailure("the line of the total is missing.", file=self.file, line=self.first + 1)
        return lines

    def _number(self, cell, line: int, column: str) -> Decimal | None:
        text = _text(cell)
        if text in WITHHELD:
            return None
        number = numerals.read(text.replace(",", ""))
        if not number.is_finite() or not 0 <= number <= self._most(column):
            raise ImportFailure(f"{text!r} cannot be ({column}).", file=self.file, line=line)
        return round(number, 1)

    @staticmethod
    def _most(column: str) -> int:
        """The largest value of a column: percent, years, or thousands of people."""
        return 100 if column in {WOMEN, *RACES, MEDIAN_AGE} else 1_000_000


def _text(cell) -> str:
    """Headings are broken into lines, and some with a hyphen or a blank before the break."""
    return " ".join(str(cell).split())
