"""The order of more than two figures, as far as their sampling errors let it be told; pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from careers.selectors.cells import Cell

from .significance import Verdict, compare, unlike

Places = tuple[int, ...]  # positions in the row of cells


class Relation(Enum):
    """How the members of a group stand to each other."""

    ALONE = "alone"
    EQUAL = "equal"
    SAME = "same"  # any two of them differ by no more than their sampling error
    BLURRED = "blurred"  # some differ by more, but there is no clear step between the upper and the lower
    UNPRINTED = "unprinted"  # pay above what the publisher prints is among them


@dataclass(frozen=True, slots=True)
class Group:
    members: Places  # highest first
    relation: Relation


@dataclass(frozen=True, slots=True)
class Ranking:
    """Groups from the highest down: each member of one is ahead of each member of the next.

    `unlike` are figures that must not be ranked with the others, each with the reason; where no
    series of figures outnumbers the others, there are no groups and all figures are unlike.
    """

    groups: tuple[Group, ...]
    unlike: tuple[tuple[int, str], ...]
    missing: Places

    @property
    def ranked(self) -> Places:
        return tuple(place for group in self.groups for place in group.members)

    @property
    def leader(self) -> int | None:
        """The one that is ahead of all others that can be ranked, beyond the sampling error of each."""
        if len(self.ranked) < 2 or len(self.groups[0].members) > 1:
            return None
        return self.groups[0].members[0]


def rank(cells: Sequence[Cell]) -> Ranking:
    """Being ahead is transitive: an error of a difference is never larger than the sum of the errors on
    the way, so that the groups do not depend on the order in which the figures are given."""
    missing = tuple(place for place, cell in enumerate(cells) if cell.missing)
    series = _series(cells)
    largest = max(map(len, series), default=0)
    most = [places for places in series if len(places) == largest]
    ranked = most[0] if len(most) == 1 else ()
    odd = [place for places in series for place in places if place not in ranked]
    return Ranking(
        tuple(Group(members, _relation(members, cells)) for members in _groups(ranked, cells)),
        tuple((place, _why(place, ranked, cells)) for place in sorted(odd)),
        missing,
    )


def _series(cells: Sequence[Cell]) -> list[Places]:
    """The figures that are alike in all that forbids to rank them, together."""
    alike: dict[tuple, list[int]] = defaultdict(list)
    for place, cell in enumerate(cells):
        if not cell.missing:
            where = cell.area, cell.price_level_of
            alike[cell.kind, cell.source_name, cell.release, *where, cell.group, cell.unit].append(place)
    return [tuple(places) for places in alike.values()]


def _why(place: int, ranked: Places, cells: Sequence[Cell]) -> str:
    """How the figure differs from those that are ranked; where none is, from the first unlike one."""
    others = ranked or [other for other, cell in enumerate(cells) if not cell.missing]
    reasons = (unlike(cells[min(place, other)], cells[max(place, other)]) for other in others)
    return next(reason for reason in reasons if reason)


def _groups(places: Places, cells: Sequence[Cell]) -> list[Places]:
    """The figures, highest first, parted wherever all above are ahead of all below."""
    ordered = sorted(places, key=lambda place: (-float(cells[place].value), place))
    groups, start = [], 0
    for end in range(1, len(ordered) + 1):
        upper, lower = ordered[start:end], ordered[end:]
        if all(compare(cells[a], cells[b]) is Verdict.FIRST for a in upper for b in lower):
            groups.append(tuple(upper))
            start = end
    return groups


def _relation(members: Places, cells: Sequence[Cell]) -> Relation:
    found = {compare(cells[a], cells[b]) for a, b in combinations(members, 2)}
    if not found:
        return Relation.ALONE
    if Verdict.UNLIKE in found:
        return Relation.UNPRINTED
    if found != {Verdict.SAME}:
        return Relation.BLURRED
    return Relation.EQUAL if len({cells[place].value for place in members}) == 1 else Relation.SAME
