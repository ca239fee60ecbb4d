"""Shares of one whole that do not make a hundred: degrees, age groups, women and men.

Not race and Hispanic origin, which overlap. Above a hundred it is wrong whatever the publisher left out:
blocking. Below, a small group may be withheld: a warning. How far off rounding can lead is told below.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Count, F, Min, Q, Sum
from django.utils.translation import gettext as _

from careers.models import DemographicShare, EducationShare, Occupation

from .base import BLOCKING, WARNING, Finding, finding

Characteristic = DemographicShare.Characteristic
WHOLE = Decimal(100)
# Percentage points. CPS prints people in thousands: of a small occupation
# seven rounded age groups make 96 to 104.
SLACK = {
    EducationShare: Decimal("0.5"),
    Characteristic.GENDER: Decimal("0.2"),
    Characteristic.AGE_GROUP: Decimal(5),
}


def fault(total: Decimal, slack: Decimal) -> tuple[str, str] | None:
    """The level and what is said of shares that make `total` percent together."""
    if abs(total - WHOLE) <= slack:
        return None
    return (BLOCKING if total > WHOLE else WARNING), _(
        "Together they make {total:.1f} percent, not 100."
    ).format(total=total)


def of(row) -> Iterator[Finding]:
    if isinstance(row, Occupation):
        yield from _everywhere(Q(occupation=row.pk))
    elif isinstance(row, EducationShare | DemographicShare):
        yield from _everywhere(Q(occupation=row.occupation_id))


def everywhere() -> Iterator[Finding]:
    yield from _everywhere(Q())


def _everywhere(condition: Q) -> Iterator[Finding]:
    degrees = EducationShare.objects.current().filter(condition).order_by()
    yield from _sums(degrees.values("occupation", "release"), SLACK[EducationShare], "degrees")
    people = DemographicShare.objects.current().filter(condition).order_by()
    for part in (Characteristic.GENDER, Characteristic.AGE_GROUP):
        groups = people.filter(characteristic=part).values("occupation", "release", "is_fallback")
        yield from _sums(groups, SLACK[part], part.label.lower())


def _sums(groups, slack: Decimal, what: str) -> Iterator[Finding]:
    """Only where every share is given, and more than one: women alone are no whole."""
    summed = groups.annotate(total=Sum("percent"), rows=Count("pk"), known=Count("percent"), first=Min("pk"))
    off = summed.filter(Q(total__gt=WHOLE + slack) | Q(total__lt=WHOLE - slack), rows=F("known"), rows__gt=1)
    found = list(off)
    rows = groups.model.objects.select_related("occupation").in_bulk([each["first"] for each in found])
    for each in found:
        level, said = fault(Decimal(str(each["total"])), slack)
        row = rows[each["first"]]
        yield finding(level, f"{row.occupation.title}, {what}: {said}", row, "percent")
