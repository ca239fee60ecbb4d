"""What a posting states of pay, places, kind and dates, in words; nothing here is worked out. Pure.

The one place for it: lists, the page of a job, of a company, feeds and twins say it alike.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from careers import formatting

NO_PAY = "No pay stated"
NO_PLACE = "No place stated"
US_DOLLAR = "USD"
# By `Posting.Unit` and `Posting.EmploymentType`.
UNITS = {
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "biweek": "every two weeks",
    "month": "a month",
    "year": "a year",
}
TYPES = {
    "FULL_TIME": "Full time",
    "PART_TIME": "Part time",
    "CONTRACTOR": "Contract",
    "TEMPORARY": "Temporary",
    "INTERN": "Internship",
    "VOLUNTEER": "Volunteer",
    "PER_DIEM": "Per diem",
    "OTHER": "Other",
}
PLACES_NAMED = 3


class StatesPay(Protocol):
    """A posting, or what a feed says of one."""

    pay_min: Decimal | None
    pay_max: Decimal | None
    pay_unit: str
    currency: str


def stated_pay(posting: StatesPay) -> str:
    """“$22.50 to $29.36 an hour”, “CAD 80,000 a year”, “from $20 an hour”, “No pay stated”."""
    low, high = posting.pay_min, posting.pay_max
    stated = [amount for amount in (low, high) if amount is not None]
    if not stated:
        return NO_PAY
    in_cents = any(amount != int(amount) for amount in stated)
    said = [_amount(amount, posting.currency, in_cents=in_cents) for amount in dict.fromkeys(stated)]
    if high is None:
        said = ["from", *said]
    elif low is None:
        said = ["up to", *said]
    return f"{' to '.join(said) if None not in (low, high) else ' '.join(said)} {UNITS[posting.pay_unit]}"


def _amount(amount: Decimal, currency: str, *, in_cents: bool) -> str:
    number = f"{amount:,.2f}" if in_cents else f"{amount:,.0f}"
    return f"${number}" if currency == US_DOLLAR else f"{currency} {number}"


def where(named: Sequence[str], total: int, *, is_remote: bool = False, remote_in: str = "") -> str:
    """The first places of so many, and whether it can be done from elsewhere.

    “Tacoma, WA”; “Tacoma, WA; Reno, NV; Waco, TX and 670 more”; “Remote in Texas”; “Reno, NV, or remote”.
    """
    first = list(dict.fromkeys(named))[:PLACES_NAMED]
    more = max(total - len(first), 0)
    on_site = "; ".join(first) + (f" and {formatting.count(more)} more" if first and more else "")
    if not is_remote:
        return on_site or NO_PLACE
    place = f" in {'the ' if remote_in == 'United States' else ''}{remote_in}" if remote_in else ""
    return f"{on_site}, or remote{place}" if on_site else f"Remote{place}"


def types(employment_types: str) -> str:
    """“Full time, internship”; '' where the posting does not say. Takes the stored “FULL_TIME,INTERN”."""
    said = [TYPES[name] for name in employment_types.replace(" ", "").split(",") if name in TYPES]
    return ", ".join(word.lower() if place else word for place, word in enumerate(said))


def day(when: date) -> str:
    """“November 3, 2026”."""
    return f"{when:%B} {when.day}, {when.year}"


def posted(posted_on: date, today: date) -> str:
    """“Posted today”, “Posted 5 days ago”, “Posted on November 3, 2026”."""
    days = (today - posted_on).days
    if days in (0, 1):
        return "Posted yesterday" if days else "Posted today"
    return f"Posted {days} days ago" if 1 < days <= 30 else f"Posted on {day(posted_on)}"
