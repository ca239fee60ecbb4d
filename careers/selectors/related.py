"""Occupations related to one, most related first."""

from dataclasses import dataclass

from careers.models import Occupation, RelatedOccupation

from .cells import Cell, build
from .examples import SEPARATOR

LISTED = 10


@dataclass(frozen=True, slots=True)
class RelatedCareer:
    pk: int
    title: str
    slug: str
    tier: str  # "Most related", "Closely related" or "Related"
    pair: str  # how a comparison of the two is addressed


@dataclass(frozen=True, slots=True)
class Related:
    """The related careers in rank order; no cell where no source relates any."""

    careers: tuple[RelatedCareer, ...] = ()
    cell: Cell | None = None

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.cell,) if self.cell else ()


def related(occupation: Occupation, limit: int = LISTED) -> Related:
    """One query."""
    rows = (
        RelatedOccupation.objects.current()
        .filter(occupation=occupation, related__level__in=Occupation.LISTED_LEVELS)
        .select_related("related", "release__source")
        .order_by("rank", "related__title")[:limit]
    )
    careers = tuple(
        RelatedCareer(
            pk=row.related_id,
            title=row.related.title,
            slug=row.related.slug,
            tier=row.get_tier_display(),
            pair=SEPARATOR.join([occupation.slug, row.related.slug]),
        )
        for row in rows
    )
    if not careers:
        return Related()
    titles = tuple(career.title for career in careers)
    return Related(careers, build("related_occupations", titles, "; ".join(titles), rows[0].release))
