"""Numbers as they are read: the one place where figures become text."""

import re
from datetime import date
from decimal import Decimal

from django.utils.dates import MONTHS
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

Number = int | float | Decimal

PROPER_NAMES = {"English"}

OWN_PARENTHESES = re.compile(r" \(([^()]*)\)")

NOTHING = "-"  # how a missing figure reads; its reason stands beside it


def money(amount: Number) -> str:
    """US dollars without cents: $34,754."""
    return f"-${-amount:,.0f}" if amount < 0 else f"${amount:,.0f}"


def money_cents(amount: Number) -> str:
    """US dollars with cents: $16.71."""
    return f"${amount:,.2f}"


def points(difference: Number) -> str:
    """A difference of two percentages: 1 point, 2.5 points."""
    return ngettext("{trim} point", "{trim} points", difference).format(trim=trim(difference))


def at_least_money(amount: Number) -> str:
    return _("at least {money}").format(money=money(amount))


def money_range(low: Number, high: Number) -> str:
    return _("{money} to {money_2}").format(money=money(low), money_2=money(high))


def count(number: Number) -> str:
    """100,708."""
    return f"{number:,.0f}"


def enclosed(text: str) -> str:
    """In parentheses; what stands in parentheses of its own follows a comma: ($34,754, corrected)."""
    inner = OWN_PARENTHESES.sub(r", \1", text)
    return f"({inner})"


def hundreds(number: Number) -> str:
    """A count that is published in hundreds, where 0 stands for anything that rounds to it."""
    return count(number) if number else _("fewer than 50")


def percent(share: Number) -> str:
    """A share as its source prints it, without idle zeros: 43%, 13.4%."""
    return f"{trim(share)}%"


def tenths(share: Number) -> str:
    """A share among shares, to one decimal so that they line up: 13.4%, 9.0%."""
    return f"{share:.1f}%"


def rating(value: Number) -> str:
    """A rating on a scale, to two decimals so that ratings line up: 4.12, 3.00."""
    return f"{value:.2f}"


def tenth(number: Number) -> str:
    """One decimal, so that numbers line up: 1,204.0."""
    return f"{number:,.1f}"


def day(when: date) -> str:
    """November 3, 2026."""
    return _("{month} {day}, {year}").format(month=MONTHS[when.month], day=when.day, year=when.year)


def trim(number: Number) -> str:
    """A number without the zeros that end its decimals: 4.0 reads 4."""
    text = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def years(low: Number, high: Number | None = None) -> str:
    """1 year, 2 to 4 years."""
    if high is not None and high != low:
        return _("{trim} to {trim_2} years").format(trim=trim(low), trim_2=trim(high))
    return ngettext("{trim} year", "{trim} years", low).format(trim=trim(low))


def listing(items: list[str]) -> str:
    """one; one and two; one, two and three."""
    items = [str(item) for item in items]
    if len(items) < 2:
        return "".join(items)
    return _("{items} and {last}").format(items=", ".join(items[:-1]), last=items[-1])


def lower_first(text: str) -> str:
    """The text as it stands within a sentence; an abbreviation keeps its capitals."""
    first_word = text.split(" ", 1)[0]
    return text if first_word[1:] != first_word[1:].lower() else text[:1].lower() + text[1:]


def in_sentence(name: str) -> str:
    """A title in capitals as it stands within a sentence: "active listening", "English language"."""
    return " ".join(
        word if word in PROPER_NAMES or word[1:] != word[1:].lower() else word.lower()
        for word in name.split(" ")
    )
