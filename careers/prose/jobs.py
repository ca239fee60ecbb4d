"""What a posting states of pay, places, kind and dates, in words; nothing here is worked out. Pure.

The one place for it: lists, the page of a job, of a company, feeds and twins say it alike.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting

NO_PAY = gettext_lazy("No pay stated")
NO_PLACE = gettext_lazy("No place stated")
US_DOLLAR = "USD"
# By `Posting.Unit` and `Posting.EmploymentType`.
UNITS = {
    "hour": gettext_lazy("an hour"),
    "day": gettext_lazy("a day"),
    "week": gettext_lazy("a week"),
    "biweek": gettext_lazy("every two weeks"),
    "month": gettext_lazy("a month"),
    "year": gettext_lazy("a year"),
}
TYPES = {
    "FULL_TIME": gettext_lazy("Full time"),
    "PART_TIME": gettext_lazy("Part time"),
    "CONTRACTOR": gettext_lazy("Contract"),
    "TEMPORARY": gettext_lazy("Temporary"),
    "INTERN": gettext_lazy("Internship"),
    "VOLUNTEER": gettext_lazy("Volunteer"),
    "PER_DIEM": gettext_lazy("Per diem"),
    "OTHER": gettext_lazy("Other"),
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
        return str(NO_PAY)
    in_cents = any(amount != int(amount) for amount in stated)
    said = [_amount(amount, posting.currency, in_cents=in_cents) for amount in dict.fromkeys(stated)]
    if high is None:
        amounts = _("from {amount}").format(amount=said[0])
    elif low is None:
        amounts = _("up to {amount}").format(amount=said[0])
    else:
        amounts = _(" to ").join(said)
    return f"{amounts} {UNITS[posting.pay_unit]}"


def _amount(amount: Decimal, currency: str, *, in_cents: bool) -> str:
    number = f"{amount:,.2f}" if in_cents else f"{amount:,.0f}"
    return f"${number}" if currency == US_DOLLAR else f"{currency} {number}"


def where(named: Sequence[str], total: int, *, is_remote: bool = False, remote_in: str = "") -> str:
    """The first places of so many, and whether it can be done from elsewhere.

    “Tacoma, WA”; “Tacoma, WA; Reno, NV; Waco, TX and 670 more”; “Remote in Texas”; “Reno, NV, or remote”.
    """
    first = list(dict.fromkeys(named))[:PLACES_NAMED]
    more = max(total - len(first), 0)
    on_site = "; ".join(first) + (
        _(" and {more} more").format(more=formatting.count(more)) if first and more else ""
    )
    if not is_remote:
        return on_site or str(NO_PLACE)
    if not remote_in:
        return _("{on_site}, or remote").format(on_site=on_site) if on_site else _("Remote")
    place = _("the United States") if remote_in == "United States" else remote_in
    if not on_site:
        return _("Remote in {place}").format(place=place)
    return _("{on_site}, or remote in {place}").format(on_site=on_site, place=place)


def types(employment_types: str) -> str:
    """“Full time, internship”; '' where the posting does not say. Takes the stored “FULL_TIME,INTERN”."""
    said = [str(TYPES[name]) for name in employment_types.replace(" ", "").split(",") if name in TYPES]
    return ", ".join(word.lower() if place else word for place, word in enumerate(said))


def day(when: date) -> str:
    """“November 3, 2026”."""
    return formatting.day(when)


def posted(posted_on: date, today: date) -> str:
    """“Posted today”, “Posted 5 days ago”, “Posted on November 3, 2026”."""
    days = (today - posted_on).days
    if days in (0, 1):
        return _("Posted yesterday") if days else _("Posted today")
    return (
        _("Posted {days} days ago").format(days=days)
        if 1 < days <= 30
        else _("Posted on {day}").format(day=day(posted_on))
    )
