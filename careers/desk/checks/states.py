"""The people employed in the states against those in the nation.

A warning: each is an estimate of its own with an error of its own, and states withhold. More than the nation
has is a fault at any time; fewer, where all fifty and the District of Columbia are given. Territories are
not part of the national estimate.
"""

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Count, Q, Sum
from django.utils.translation import gettext as _

from careers.models import Area, Industry, Occupation, WageEstimate

from .base import WARNING, Finding, finding

TERRITORIES = ("Guam", "Puerto Rico", "Virgin Islands", "American Samoa", "Northern Mariana Islands")
STATES = 51
# Of the May 2025 release the states make 95 to 105 percent of the nation.
SHARE, PEOPLE = Decimal("0.06"), 300


def is_apart(states: int, nation: int, is_whole: bool) -> bool:
    slack = nation * SHARE + PEOPLE
    return states - nation > slack or (is_whole and nation - states > slack)


def of(row) -> Iterator[Finding]:
    if isinstance(row, Occupation):
        yield from _everywhere(Q(occupation=row.pk))
    elif isinstance(row, WageEstimate):
        yield from _everywhere(Q(occupation=row.occupation_id))


def everywhere() -> Iterator[Finding]:
    yield from _everywhere(Q())


def _everywhere(condition: Q) -> Iterator[Finding]:
    areas = Area.objects.filter(kind=Area.Kind.STATE).exclude(name__in=TERRITORIES)
    industry = Industry.objects.filter(code=Industry.ALL_CODE)
    rows = WageEstimate.objects.current().filter(condition, industry__in=industry).order_by()
    summed = rows.filter(area__in=areas).values_list("occupation", "release")
    states = {
        key: found
        for *key_of, total, known in summed.annotate(total=Sum("employment"), known=Count("employment"))
        for key, found in [(tuple(key_of), (total, known))]
    }
    nation = rows.filter(area__code=Area.NATION_CODE, employment__isnull=False).select_related("occupation")
    for row in nation:
        total, known = states.get((row.occupation_id, row.release_id), (None, 0))
        if total is not None and is_apart(total, row.employment, known >= STATES):
            said = _("{total:,} people in {known} states, {employment:,} in the nation").format(
                total=total, known=known, employment=row.employment
            )
            yield finding(WARNING, f"{row.occupation.title}: {said}.", row, "employment")
