"""Occupations related to one, most related first."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from careers.compiled import compiled_once
from careers.models import Occupation, RelatedOccupation

from .cells import Cell, build
from .examples import SEPARATOR
from .labels import label_of
from .subpages import near

LISTED = 10
SAME_GROUP = _("Of the same group")


@dataclass(frozen=True, slots=True)
class RelatedCareer:
    pk: int
    title: str
    slug: str
    tier: str  # "Most related", "Closely related", "Related" or `SAME_GROUP`
    pair: str  # how a comparison of the two is addressed


@dataclass(frozen=True, slots=True)
class Related:
    """The related careers in rank order; no cell where no source relates any.

    Then `careers` may be those of the same group in the classification.
    """

    careers: tuple[RelatedCareer, ...] = ()
    cell: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.cell,) if self.cell else ()


def related(occupation: Occupation, limit: int = LISTED) -> Related:
    """At most the `LISTED`; one query."""
    rows = _first_few(occupation.pk)[:limit]
    careers = tuple(_career(occupation, row.related, label_of(row, "tier")) for row in rows)
    if not careers:
        return Related()
    titles = tuple(career.title for career in careers)
    return Related(careers, build("related_occupations", titles, "; ".join(titles), rows[0].release))


@compiled_once
def _first_few(occupation_id: int) -> QuerySet[RelatedOccupation]:
    return (
        RelatedOccupation.objects.current()
        .filter(occupation=occupation_id, related__level__in=Occupation.LISTED_LEVELS)
        .select_related("related", "release__source")
        .order_by("rank", "related__title")[:LISTED]
    )


def related_or_near(occupation: Occupation) -> Related:
    """The related careers; where no source relates any, the nearest of its group. At most two queries."""
    found = related(occupation)
    if found.careers:
        return found
    neighbours = near(occupation, Occupation.objects.all())
    return Related(tuple(_career(occupation, other, str(SAME_GROUP)) for other in neighbours))


def _career(occupation: Occupation, other: Occupation, tier: str) -> RelatedCareer:
    return RelatedCareer(
        pk=other.pk,
        title=other.title,
        slug=other.slug,
        tier=tier,
        pair=SEPARATOR.join([occupation.slug, other.slug]),
    )
