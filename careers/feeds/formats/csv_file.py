"""A CSV file of postings, UTF-8, with headings; a line is a posting.

Columns, in any order; other columns are not read:

external_id       required; a key that stays the same for as long as the posting is in the file
title             required
description       required; HTML, or plain lines
apply_url         required; http:// or https://
company           required, unless the feed is one company's
places            “Tacoma, WA; Portland, OR”; abroad “Lyon, France”; required, unless remote
remote            yes or no (the default)
remote_in         where a remote worker may live: United States, or a state
pay_min, pay_max  amounts without signs: 21.50, or 48,000
pay_unit          hour, day, week, biweek, month or year
currency          ISO 4217; USD where the column is empty and there is pay
employment_types  “FULL_TIME; PART_TIME”; of FULL_TIME, PART_TIME, CONTRACTOR, TEMPORARY, INTERN,
                  VOLUNTEER, PER_DIEM, OTHER
posted_on         2026-11-25; where it is empty, the day of the first reading
valid_through     the last day to apply; empty: open for as long as it is in the file
identifier        the employer's own number
url               the posting's page
direct_apply      yes or no (the default): one applies on the page that apply_url leads to
"""

import csv
import io
import re
from datetime import date
from decimal import Decimal
from html import escape

from careers.feeds.countries import CODES
from careers.feeds.records import Document, PlaceRecord, PostingRecord, Reading, Rejected, Unreadable
from careers.importers import numerals

REQUIRED = ("external_id", "title", "description", "apply_url")
OPTIONAL = (
    "company", "places", "remote", "remote_in", "pay_min", "pay_max", "pay_unit", "currency",
    "employment_types", "posted_on", "valid_through", "identifier", "url", "direct_apply",
)  # fmt: skip
YES, NO = {"yes", "true", "1"}, {"no", "false", "0", ""}
THOUSANDS = re.compile(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
MARKUP = re.compile(r"</?[a-zA-Z]")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_CELL = 1_000_000  # characters; the module csv refuses longer ones than it is told


def read(document: Document) -> Reading:
    try:
        text = document.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = document.content.count(b"\n", 0, error.start) + 1
        raise Unreadable(f"Line {line} is not UTF-8. Save the file as “CSV UTF-8”.") from error
    csv.field_size_limit(MAX_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), strict=True)
    reading = Reading()
    try:
        headings = [heading.strip().lower() for heading in next(lines, [])]
        lacking = [name for name in REQUIRED if name not in headings]
        if lacking:
            raise Unreadable(f"There is no column {lacking[0]!r}. It needs {', '.join(REQUIRED)}.")
        for cells in lines:
            if any(map(str.strip, cells)):
                _take(reading, f"line {lines.line_num}", headings, cells)
    except csv.Error as error:
        raise Unreadable(f"Line {lines.line_num} is no CSV ({error}).") from error
    return reading


def _take(reading: Reading, where: str, headings: list[str], cells: list[str]) -> None:
    if len(cells) != len(headings):
        reason = f"It has {len(cells)} columns where the headings are {len(headings)}."
        reading.rejected.append(Rejected(where, reason))
        return
    cell = dict.fromkeys(OPTIONAL, "") | {
        name: text.strip() for name, text in zip(headings, cells, strict=True)
    }
    try:
        reading.postings.append(_posting(cell))
    except ValueError as fault:
        # By its key where it has one: a posting that is there stays as it was.
        reading.rejected.append(Rejected(cell["external_id"] or where, f"{where}: {fault}"))


def _posting(cell: dict[str, str]) -> PostingRecord:
    has_pay = bool(cell["pay_min"] or cell["pay_max"])
    return PostingRecord(
        external_id=cell["external_id"],
        title=cell["title"],
        description=_html(cell["description"]),
        apply_url=cell["apply_url"],
        url=cell["url"],
        company_name=cell["company"],
        identifier=cell["identifier"],
        places=tuple(map(_place, _several(cell["places"]))),
        is_remote=_flag(cell, "remote"),
        remote_in=cell["remote_in"],
        pay_min=_amount(cell, "pay_min"),
        pay_max=_amount(cell, "pay_max"),
        pay_unit=cell["pay_unit"].lower() if has_pay else "",
        currency=(cell["currency"] or "USD") if has_pay else "",
        employment_types=tuple(_several(cell["employment_types"].upper())),
        is_direct_apply=_flag(cell, "direct_apply"),
        posted_on=_day(cell, "posted_on"),
        valid_through=_day(cell, "valid_through"),
    )


def _several(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _place(text: str) -> PlaceRecord:
    """“City, State”, “City, Country”, “City, State, Country”; one name alone is a state's or a country's."""
    *before, last = [part.strip() for part in text.split(",")]
    if last.lower() in CODES:
        city, state = [*before, "", ""][:2]
        return PlaceRecord(city, state, last)
    return PlaceRecord(", ".join(before), last)


def _flag(cell: dict[str, str], name: str) -> bool:
    said = cell[name].lower()
    if said not in YES | NO:
        raise ValueError(f"{name} is {said[:20]!r}; write yes or no.")
    return said in YES


def _amount(cell: dict[str, str], name: str) -> Decimal | None:
    said = cell[name]
    if not said:
        return None
    amount = numerals.read(said.replace(",", "") if THOUSANDS.fullmatch(said) else said)
    if amount.is_nan():
        raise ValueError(f"{name} is {said[:20]!r}; write a number such as 21.50.")
    return amount


def _day(cell: dict[str, str], name: str) -> date | None:
    said = cell[name]
    if not said:
        return None
    try:
        if DAY.fullmatch(said):
            return date.fromisoformat(said)
    except ValueError:
        pass  # the 30th of February
    raise ValueError(f"{name} is {said[:20]!r}; write a day such as 2026-11-25.")


def _html(text: str) -> str:
    if MARKUP.search(text):
        return text
    return "".join(f"<p>{escape(line.strip())}</p>" for line in text.splitlines() if line.strip())
