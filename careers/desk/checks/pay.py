"""Hourly and yearly pay of one estimate tell the same: a year is 2,080 hours, as BLS multiplies.

A warning: a correction of one of the two leads here until the other follows, and pay of people who work no
full year is printed by the hour or by the year alone, never as both.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import F, Q
from django.utils.translation import gettext as _

from careers.models import Occupation, WageEstimate
from careers.models.wages import HOURS_A_YEAR

from .base import WARNING, Finding, finding

PAIRS = ("mean", "median")
# Half a cent an hour is 10.40 dollars a year; yearly pay is printed in tens.
SLACK = Decimal("15.40") + Decimal("0.60")


def is_apart(hourly: Decimal | None, yearly: int | None) -> bool:
    """Whether the two differ by more than rounding; US dollars."""
    if hourly is None or yearly is None:
        return False
    return abs(hourly * HOURS_A_YEAR - yearly) > SLACK


def of(row) -> Iterator[Finding]:
    if isinstance(row, WageEstimate):
        yield from _of(row)
    elif isinstance(row, Occupation):
        yield from _everywhere(Q(occupation=row.pk))


def everywhere() -> Iterator[Finding]:
    yield from _everywhere(Q())


def _everywhere(condition: Q) -> Iterator[Finding]:
    apart = Q()
    for name in PAIRS:
        difference = F(f"hourly_{name}") * HOURS_A_YEAR
        apart |= Q(**{f"annual_{name}__gt": difference + SLACK}) | Q(
            **{f"annual_{name}__lt": difference - SLACK}
        )
    rows = WageEstimate.objects.current().filter(condition & apart)
    for row in rows.select_related("occupation", "area", "industry").order_by("pk"):
        yield from _of(row)


def _of(row: WageEstimate) -> Iterator[Finding]:
    for name in PAIRS:
        hourly, yearly = getattr(row, f"hourly_{name}"), getattr(row, f"annual_{name}")
        if is_apart(hourly, yearly):
            said = _("${hourly:,} an hour are ${product:,.0f} a year, but ${yearly:,} is given").format(
                hourly=hourly, product=hourly * HOURS_A_YEAR, yearly=yearly
            )
            where = f"{row.occupation.title}, {row.area.name}"
            yield finding(WARNING, f"{where}, {name}: {said}.", row, f"annual_{name}")
