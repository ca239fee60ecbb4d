"""From applications as filed to offers that count: which rows are taken, and what each pays in a year."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from careers import employers

from . import numerals
from .base import Rejections
from .lca_files import Row, fiscal_quarter
from .soc import FORMER_CODES

CERTIFIED = {"certified", "certified-withdrawn"}
UNITS_A_YEAR = {"year": 1, "month": 12, "bi-weekly": 26, "week": 52, "hour": 2080}
PER = {
    "year": "a year",
    "month": "a month",
    "bi-weekly": "every two weeks",
    "week": "a week",
    "hour": "an hour",
}
LEAST = 15_080  # US dollars a year: the federal minimum of $7.25 an hour for 2,080 hours
MOST = 20_000_000
# No salary by the hour, week or month comes to more; such an amount is a yearly one with the wrong unit.
MOST_BY_SHORTER_UNIT = 1_000_000
SOC_CODE = re.compile(r"(\d\d-\d{4})(?:\.\d\d)?", re.ASCII)
LONGEST_NAME = 200
AMOUNT = re.compile(
    r"\$?\s*([0-9][0-9,]{0,14}(?:\.[0-9]*)?)(?:\s*-.*)?", re.ASCII
)  # a range ends behind a dash


@dataclass(frozen=True, slots=True)
class Offer:
    """One certified application for full-time work; pay in US dollars a year, the lower end."""

    line: int
    employer: str
    key: str
    soc_code: str  # 29-1141
    pay: Decimal
    city: str
    county: str
    state: str
    home: str  # state of the employer's office where the file gives one, else of the worksite
    trade_name: str


@dataclass(slots=True)
class Passed:
    """What was passed over, for the receipt; not faults of the rows."""

    rows: int = 0
    not_certified: int = 0
    part_time: int = 0
    former_codes: Counter = field(default_factory=Counter)  # offers, by code of SOC 2010
    quarters: Counter = field(default_factory=Counter)


def offers(rows: Iterable[Row], rejections: Rejections, passed: Passed) -> Iterator[Offer]:
    seen: dict[str, int] = {}
    for row in rows:
        passed.rows += 1
        if row.status and re.sub(r"[\s-]+", "-", row.status.casefold()) not in CERTIFIED:
            passed.not_certified += 1
            continue
        quarter = fiscal_quarter(row)
        if not (fault := _fault(row, quarter, seen)):
            seen[row.case] = row.line
            passed.quarters[quarter] += 1
            if row.full_time.upper() == "N":
                passed.part_time += 1
                continue
            pay, fault = _yearly(row)
        if fault:
            rejections.add(row.line, fault)
        else:
            code = SOC_CODE.fullmatch(row.soc_code)[1]
            passed.former_codes[code] += code in FORMER_CODES
            yield Offer(
                row.line, row.employer, employers.key(row.employer), FORMER_CODES.get(code, code), pay,
                row.city, row.county, row.state, row.home or row.state, row.trade_name,
            )  # fmt: skip


def _fault(row: Row, quarter: tuple[int, int] | None, seen: dict[str, int]) -> str:
    if not row.case:
        return "it has no case number"
    if row.case in seen:
        return f"its case {row.case} stands in line {seen[row.case]} too"
    if quarter is None:
        return f"{(row.decided or f'{row.year} {row.quarter}')[:40]!r} is no day or quarter of a decision"
    if len(row.employer) > LONGEST_NAME:
        return f"the employer's name has {len(row.employer):,} characters, at most {LONGEST_NAME} fit"
    if not employers.key(row.employer):
        return f"{row.employer!r} names no employer"
    if not SOC_CODE.fullmatch(row.soc_code):
        return f"{row.soc_code[:40]!r} is no SOC code, as 29-1141.00"
    if row.full_time.upper() not in {"Y", "N"}:
        return f"full time is {row.full_time[:40]!r}, neither Y nor N"
    return ""


def _yearly(row: Row) -> tuple[Decimal, str]:
    """US dollars a year, or why the amount cannot be one."""
    unit = row.unit.casefold()
    if unit not in UNITS_A_YEAR:
        return Decimal(0), f"the unit of pay is {row.unit[:40]!r}, none of {', '.join(UNITS_A_YEAR)}"
    found = AMOUNT.fullmatch(row.pay)
    amount = numerals.read(found[1].replace(",", "")) if found else Decimal("NaN")
    if not amount.is_finite():
        return Decimal(0), f"the pay is {row.pay[:40]!r}, no amount"
    yearly = amount * UNITS_A_YEAR[unit]
    if not LEAST <= yearly <= (MOST if unit == "year" else MOST_BY_SHORTER_UNIT):
        return yearly, (
            f"${amount:,.2f} {PER[unit]} would be ${yearly:,.0f} a year: a slip in the amount or its unit"
        )
    return yearly, ""
