"""Rows of Labor Condition Application disclosures, whatever the year calls their columns; CSV or .xlsx."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from . import workbooks
from .base import ImportFailure
from .csv_files import CsvTable

# What is read, and the names that the record layouts of the years give it, the newest first.
NAMES = {
    "case": ("CASE_NUMBER", "LCA_CASE_NUMBER"),
    "employer": ("EMPLOYER_NAME", "LCA_CASE_EMPLOYER_NAME"),
    "soc_code": ("SOC_CODE", "LCA_CASE_SOC_CODE"),
    "full_time": ("FULL_TIME_POSITION", "FULL_TIME_POS"),
    "state": ("WORKSITE_STATE", "WORKSITE_STATE_1", "LCA_CASE_WORKLOC1_STATE"),
    "pay": (
        "WAGE_RATE_OF_PAY_FROM", "WAGE_RATE_OF_PAY_FROM_1", "LCA_CASE_WAGE_RATE_FROM", "WAGE_RATE_OF_PAY",
    ),
    "unit": ("WAGE_UNIT_OF_PAY", "WAGE_UNIT_OF_PAY_1", "LCA_CASE_WAGE_RATE_UNIT"),
}  # fmt: skip
OPTIONAL = {
    "city": ("WORKSITE_CITY", "WORKSITE_CITY_1", "LCA_CASE_WORKLOC1_CITY"),
    "county": ("WORKSITE_COUNTY", "WORKSITE_COUNTY_1"),
    "home": ("EMPLOYER_STATE", "LCA_CASE_EMPLOYER_STATE"),
    "trade_name": ("TRADE_NAME_DBA", "EMPLOYER_BUSINESS_DBA"),
    "status": ("CASE_STATUS", "STATUS"),
    "decided": ("DECISION_DATE",),
    "year": ("Year", "FISCAL_YEAR"),
    "quarter": ("Quarter", "FISCAL_QUARTER"),
}
FIELDS = (*NAMES, *OPTIONAL)
# The official workbook of a quarter has some 120,000 rows of 98 columns; a year's is better taken as CSV.
MAX_BYTES = 1_500_000_000
MAX_CELLS = 40_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """One application as filed; what the file has no column for is ''."""

    line: int
    case: str
    employer: str
    soc_code: str
    full_time: str
    state: str
    pay: str
    unit: str
    city: str
    county: str
    home: str
    trade_name: str
    status: str
    decided: str
    year: str
    quarter: str


def read(path: Path) -> tuple[frozenset[str], Iterator[Row]]:
    """The fields that the file has columns for, and its rows."""
    is_workbook = path.suffix.lower() == ".xlsx"
    table = _Workbook(path) if is_workbook else CsvTable(path)
    chosen = {
        field: next((name for name in names if name in table.headings), "")
        for field, names in (NAMES | OPTIONAL).items()
    }
    for field, names in NAMES.items():
        if not chosen[field]:
            raise ImportFailure(
                f"there is no column {names[0]!r}, nor an older name of it ({', '.join(names[1:])}). "
                "Take a disclosure file of Labor Condition Applications as published.",
                file=path.name,
                line=1,
            )
    if not chosen["decided"] and not (chosen["year"] and chosen["quarter"]):
        raise ImportFailure(
            "there is neither a column 'DECISION_DATE' nor 'Year' and 'Quarter', so nobody can tell which "
            "release it is.",
            file=path.name,
            line=1,
        )
    has = frozenset(field for field, name in chosen.items() if name)
    return has, _rows(table, chosen)


def _rows(table, chosen: dict[str, str]) -> Iterator[Row]:
    needed = [chosen[field] for field in NAMES]
    # A name that no file has, for a field that this one lacks.
    optional = [chosen[field] or f"no column of {field}" for field in OPTIONAL]
    for line, cells in table.rows(needed, optional):
        yield Row(line, *(" ".join(cell.split()) for cell in cells))


class _Workbook:
    """The first sheet of a workbook, row by row, with the cells as a CSV file would have them."""

    def __init__(self, path: Path):
        self.path = path
        workbook = workbooks.open_workbook(path, max_bytes=MAX_BYTES, max_cells=MAX_CELLS)
        self.sheet = workbooks.first_sheet(workbook, path.name)
        self.headings = [str(cell).strip() for cell in next(self.sheet.iter_rows(), [])]
        if not any(self.headings):
            raise ImportFailure("its first sheet is empty.", file=path.name)

    def rows(self, names: list[str], optional: list[str]) -> Iterator[tuple[int, list[str]]]:
        places = [
            self.headings.index(name) if name in self.headings else None for name in (*names, *optional)
        ]
        first = self.sheet.start[0] + 1 if self.sheet.start else 1
        rows = self.sheet.iter_rows()
        next(rows, None)
        for line, row in enumerate(rows, start=first + 1):
            if any(cell != "" for cell in row):
                yield line, ["" if place is None else _text(row[place]) for place in places]


def _text(cell) -> str:
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return cell.isoformat() if isinstance(cell, date | datetime) else str(cell)


def fiscal_quarter(row: Row) -> tuple[int, int] | None:
    """Federal fiscal year, which begins in October, and quarter of the decision; None where unreadable."""
    if row.decided:
        decided = _date(row.decided)
        return decided and (decided.year + (decided.month >= 10), (decided.month + 2) // 3 % 4 + 1)
    year, quarter = row.year.removeprefix("FY"), row.quarter.upper().removeprefix("Q")
    if year.isascii() and year.isdigit() and 2000 <= int(year) <= 2100 and quarter in {"1", "2", "3", "4"}:
        return int(year), int(quarter)
    return None


def _date(text: str) -> date | None:
    """2025-03-31, with or without a time of day, or 3/31/2025."""
    day = text.replace("T", " ").split(" ")[0]
    for pattern in ("%Y-%m-%d", "%m/%d/%Y"):
        try:
            found = datetime.strptime(day, pattern).date()  # noqa: DTZ007 - a day has no time zone
        except ValueError:
            continue
        return found if 2000 <= found.year <= 2100 else None
    return None
