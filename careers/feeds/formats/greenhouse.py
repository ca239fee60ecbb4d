"""The public job board of Greenhouse: `GET /v1/boards/<board>/jobs?content=true&pay_transparency=true`.

Its pay ranges name no unit. It is read from their label ("Hourly rate"), or else from the size of the
amounts where only one unit can be meant; otherwise the posting has no pay.
"""

import re
from decimal import Decimal
from html import unescape

from careers.feeds.records import Document, PostingRecord, Reading, Unreadable
from careers.feeds.values import amount, day, listed, mapping, parsed, places, reading, required, text

WANTED = "the job board of Greenhouse, an object with a list “jobs”"
UNITS = (
    (re.compile(r"hour|hourly|/\s*hr\b", re.IGNORECASE), "hour"),
    (re.compile(r"month", re.IGNORECASE), "month"),
    (re.compile(r"week", re.IGNORECASE), "week"),
    (re.compile(r"annual|year|salary", re.IGNORECASE), "year"),
)
MAX_HOURLY, MIN_YEARLY = Decimal(250), Decimal(15_000)  # US dollars; between, a unit cannot be told
CENTS = 100


def read(document: Document) -> Reading:
    board = parsed(document, WANTED)
    jobs = mapping(board).get("jobs")
    if not isinstance(jobs, list):
        raise Unreadable(
            f"This is not {WANTED}. Give https://boards-api.greenhouse.io/v1/boards/BOARD/jobs?content=true."
        )
    return reading(jobs, _posting)


def _posting(job: dict) -> PostingRecord:
    where = text(mapping(job.get("location")).get("name"))
    stated, is_remote, remote_in = places(where)
    if not stated and not is_remote:
        stated = _offices(job)
    content = text(job.get("content"))
    pay_min, pay_max, unit, currency = _pay(job)
    return PostingRecord(
        external_id=required(job, "id"),
        title=required(job, "title"),
        # The HTML comes with its markup escaped.
        description=content if "<" in content else unescape(content),
        apply_url=required(job, "absolute_url"),
        url=required(job, "absolute_url"),
        company_name=text(job.get("company_name")),
        places=stated,
        is_remote=is_remote,
        remote_in=remote_in,
        pay_min=pay_min,
        pay_max=pay_max,
        pay_unit=unit,
        currency=currency,
        identifier=text(job.get("requisition_id")),
        posted_on=day(job.get("first_published"), "day of posting"),
        valid_through=day(job.get("application_deadline"), "last day"),
    )


def _offices(job: dict):
    found = {}
    for office in listed(job.get("offices")):
        office = mapping(office)
        for each in places(text(office.get("location")) or text(office.get("name")))[0]:
            found[each] = None
    return tuple(found)


def _pay(job: dict) -> tuple[Decimal | None, Decimal | None, str, str]:
    """From the lowest to the highest of the ranges, which differ by place; none where units do."""
    ranges = [each for each in listed(job.get("pay_input_ranges")) if isinstance(each, dict)]
    amounts, kinds = [], set()
    for each in ranges:
        low, high = amount(each.get("min_cents")), amount(each.get("max_cents"))
        ends = [end / CENTS for end in (low, high) if end]
        if ends:
            amounts += ends
            kinds.add((_unit(text(each.get("title")), ends), text(each.get("currency_type"))))
    if len(kinds) != 1:
        return None, None, "", ""
    unit, currency = kinds.pop()
    return (min(amounts), max(amounts), unit, currency) if unit and currency else (None, None, "", "")


def _unit(label: str, ends: list[Decimal]) -> str:
    for pattern, unit in UNITS:
        if pattern.search(label):
            return unit
    if max(ends) <= MAX_HOURLY:
        return "hour"
    return "year" if min(ends) >= MIN_YEARLY else ""
