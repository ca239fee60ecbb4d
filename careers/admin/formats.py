"""How figures read in the admin's lists and panels."""

from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers import formatting
from careers.models import Figure, Missing

SHORT_REASONS = {
    Missing.SUPPRESSED: _("withheld"),
    Missing.NOT_COLLECTED: _("not given"),
    Missing.NOT_APPLICABLE: _("does not apply"),
    Missing.TOP_CODED: _("top-coded"),
    Missing.HOURLY_ONLY: _("hourly only"),
    Missing.ANNUAL_ONLY: _("yearly only"),
    Missing.UNRELIABLE: _("unreliable"),
    Missing.TOO_FEW: _("too few"),
}


def dollars(value: int | Decimal) -> str:
    """$34,754 or $16.71"""
    return formatting.money_cents(value) if isinstance(value, Decimal) else formatting.money(value)


def figure(row: Figure, name: str, write=formatting.count) -> str | SafeString:
    """The figure as `write` writes it, or in a word why it is missing."""
    value = getattr(row, name)
    return missing(row, name) if value is None else write(value)


def missing(row: Figure, name: str) -> SafeString:
    reason = row.reason_for(name)
    return quiet(SHORT_REASONS.get(reason, reason) or "missing")


def pay(row, name: str) -> str | SafeString:
    """A pay figure; top-coded pay reads "at least $239,200"."""
    if getattr(row, name) is None and row.reason_for(name) == Missing.TOP_CODED:
        period = name.partition("_")[0]
        if floor := getattr(row.release, f"top_code_{period}"):
            return gettext("at least {amount}").format(amount=dollars(floor))
    return figure(row, name, dollars)


def noted(value: str, note: str) -> str | SafeString:
    """The value with a word about it: 87.9% (fallback)."""
    return format_html("{} {}", value, quiet(gettext("({note})").format(note=note))) if note else value


def quiet(text: str) -> SafeString:
    return format_html('<span class="quiet">{}</span>', text)
