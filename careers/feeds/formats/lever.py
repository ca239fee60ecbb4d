"""The public postings of Lever: `GET /v0/postings/<site>?mode=json`, a list.

https://github.com/lever/postings-api says which fields there are.
"""

from decimal import Decimal
from html import escape

from careers.feeds.records import Document, PostingRecord, Reading, Unreadable
from careers.feeds.values import (
    amount,
    day_of_milliseconds,
    listed,
    mapping,
    parsed,
    places,
    reading,
    required,
    text,
)

WANTED = "the postings of Lever, a list of objects with “text” and “hostedUrl”"
# Units of `salaryRange.interval`. Pay twice a month, every two months and once has none that we show.
UNITS = {
    "per-hour-wage": "hour",
    "per-day-wage": "day",
    "per-week-salary": "week",
    "bi-week-salary": "biweek",
    "per-month-salary": "month",
    "per-year-salary": "year",
}
# What employers write as commitment, in small letters and without blanks and hyphens.
TYPES = (
    ("fulltime", "FULL_TIME"),
    ("parttime", "PART_TIME"),
    ("contract", "CONTRACTOR"),
    ("freelance", "CONTRACTOR"),
    ("intern", "INTERN"),
    ("temp", "TEMPORARY"),
    ("fixedterm", "TEMPORARY"),
    ("seasonal", "TEMPORARY"),
    ("volunteer", "VOLUNTEER"),
    ("perdiem", "PER_DIEM"),
    ("permanent", "FULL_TIME"),
)


def read(document: Document) -> Reading:
    postings = parsed(document, WANTED)
    is_list = isinstance(postings, list)
    if not is_list or (postings and not any("hostedUrl" in mapping(item) for item in postings)):
        raise Unreadable(f"This is not {WANTED}. Give https://api.lever.co/v0/postings/SITE?mode=json.")
    return reading(postings, _posting)


def _posting(item: dict) -> PostingRecord:
    categories = mapping(item.get("categories"))
    all_places = listed(categories.get("allLocations")) or [categories.get("location")]
    stated, says_remote, remote_in = places("; ".join(filter(None, map(text, all_places))))
    is_remote = says_remote or text(item.get("workplaceType")).lower() == "remote"
    if is_remote and not remote_in:
        # The location of a remote job says where one may live.
        remote_in = text(item.get("country"))
    pay_min, pay_max, unit, currency = _pay(mapping(item.get("salaryRange")))
    return PostingRecord(
        external_id=required(item, "id"),
        title=required(item, "text"),
        description=_description(item),
        apply_url=text(item.get("applyUrl")) or required(item, "hostedUrl"),
        url=text(item.get("hostedUrl")),
        places=stated,
        is_remote=is_remote,
        remote_in=remote_in,
        pay_min=pay_min,
        pay_max=pay_max,
        pay_unit=unit,
        currency=currency,
        employment_types=_types(text(categories.get("commitment"))),
        # `applyUrl` is the form itself.
        is_direct_apply=bool(text(item.get("applyUrl"))),
        posted_on=day_of_milliseconds(item.get("createdAt"), "day of posting"),
    )


def _description(item: dict) -> str:
    """Opening and body, then the lists, each under its heading, then the closing."""
    lists = [
        f"<h3>{escape(text(each.get('text')))}</h3><ul>{text(each.get('content'))}</ul>"
        for each in map(mapping, listed(item.get("lists")))
    ]
    opening = text(item.get("descriptionHtml")) or text(item.get("description"))
    parts = [opening, *lists, text(item.get("salaryDescription")), text(item.get("additional"))]
    return "\n".join(filter(None, parts))


def _types(commitment: str) -> tuple[str, ...]:
    plain = commitment.lower().replace("-", "").replace(" ", "")
    return tuple(dict.fromkeys(kind for word, kind in TYPES if word in plain))


def _pay(stated: dict) -> tuple[Decimal | None, Decimal | None, str, str]:
    unit, currency = UNITS.get(text(stated.get("interval")).lower(), ""), text(stated.get("currency"))
    low, high = amount(stated.get("min")), amount(stated.get("max"))
    return (low, high, unit, currency) if unit and currency and (low or high) else (None, None, "", "")
