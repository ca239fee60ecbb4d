"""Pairs of careers that a source relates to each other."""

from careers.kept import kept
from careers.models import Occupation, RelatedOccupation

MOST_PAIRS = 10_000


@kept(1)
def related_pairs(most: int = MOST_PAIRS) -> list[tuple[str, str]]:
    """The slugs of each pair once, in alphabetical order, the most related pairs first; one query.

    A pair that each of the two names has the better of its two ranks.
    """
    listed = Occupation.LISTED_LEVELS
    ranks: dict[tuple[str, str], int] = {}
    for one, other, rank in (
        RelatedOccupation.objects.current()
        .filter(occupation__level__in=listed, related__level__in=listed)
        .values_list("occupation__slug", "related__slug", "rank")
        .order_by()
    ):
        pair = (one, other) if one < other else (other, one)
        ranks[pair] = min(rank, ranks.get(pair, rank))
    return sorted(ranks, key=lambda pair: (ranks[pair], pair))[:most]
