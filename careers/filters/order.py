"""The orders that careers are listed in; pure."""

from collections.abc import Iterable, Mapping

from .asked import MATCH, TITLE
from .facts import CareerFacts


def ordered(careers: Iterable[CareerFacts], sort: str, rank: Mapping[int, int]) -> list[CareerFacts]:
    """By a sort order of `asked.SORTS`; unknown values last either way, ties by title, then by key.

    `rank` has the position of each career among those that the words found.
    """
    column, falling = sort.removeprefix("-"), sort.startswith("-")
    by_title = sorted(careers, key=lambda career: (career.title, career.pk))
    if column == MATCH:
        return sorted(by_title, key=lambda career: rank.get(career.pk, len(rank)))
    if column == TITLE:
        return by_title[::-1] if falling else by_title
    known = [career for career in by_title if getattr(career, column) is not None]
    known.sort(key=lambda career: getattr(career, column), reverse=falling)
    return known + [career for career in by_title if getattr(career, column) is None]
