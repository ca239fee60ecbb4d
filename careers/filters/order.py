"""The orders that careers are listed in; pure."""

from collections.abc import Collection, Iterable

from .asked import TITLE
from .facts import CareerFacts


def ordered(careers: Iterable[CareerFacts], sort: str) -> list[CareerFacts]:
    """By a column of `asked.SORTS`; unknown values last either way, ties by title, then by key."""
    column, falling = sort.removeprefix("-"), sort.startswith("-")
    by_title = sorted(careers, key=lambda career: (career.title, career.pk))
    if column == TITLE:
        return by_title[::-1] if falling else by_title
    known = [career for career in by_title if getattr(career, column) is not None]
    known.sort(key=lambda career: getattr(career, column), reverse=falling)
    return known + [career for career in by_title if getattr(career, column) is None]


def best_first(careers: Iterable[CareerFacts], found: Collection[int]) -> list[CareerFacts]:
    """As the words found them; the others last, in the order they have."""
    rank = {pk: position for position, pk in enumerate(found)}
    return sorted(careers, key=lambda career: rank.get(career.pk, len(rank)))
