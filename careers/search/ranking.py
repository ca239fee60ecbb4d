"""How well a name answers a query, the same on every database. Pure.

A cost, the lower the better: 0 for the very title, more for another name and for every word that the
query does not have, and a little less for work that many do.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log2, log10
from typing import NamedTuple

from .asking import Alternative, Group
from .words import STOP_WORDS, singular, stem

TYPED_OUT = -9.0  # the whole title, whatever editors say that its words mean
TITLE, REPORTED, ALTERNATE, TEXT = 0.0, 0.9, 1.0, 4.0
PARTIAL_TITLE, PARTIAL_ALTERNATE = 0.7, 1.2
OTHER_WORD, OTHER_WORDS = 0.22, 6  # for each other word, up to so many
OTHER_FORM = 0.12  # "nursing" for "nurse"
NOT_FIRST = 0.1
PER_TENFOLD = 0.22  # less for ten times the employment
PER_DOUBLE, MOST_EVIDENCE = 0.14, 0.9  # less for twice as many names of the same work that answer
# Careers first where places, industries and majors are named as well.
OTHER_KIND = 0.3
# "All Other" is nobody's job; and who looks for roofers looks for neither their helpers nor supervisors.
RESIDUAL, OVER_OR_UNDER = 0.3, 0.2
BESIDE = ("First-Line Supervisors", "Helpers--")
NO_MATCH = 9.0  # none of the names that the database finds, but for words joined by a hyphen
SMALL_WORDS = frozenset(["and", "or", "of", "the", "for", "in", "with", "to", "a", "an"])


class Row(NamedTuple):
    """A term that the database found."""

    kind: str
    tier: int
    is_reported: bool
    text: str
    key: str
    title: str
    path: str
    weight: int
    occupation_id: int | None


@dataclass(slots=True)
class Ranked:
    """What is found: the best term that leads to it, and its cost."""

    row: Row
    cost: float
    names: int = 1


def ranked(rows: Iterable[Row], groups: Sequence[Group]) -> list[Ranked]:
    """One entry for each page, best first."""
    best: dict[str, Ranked] = {}
    typed = {word for group in groups for word in group.typed.split()}
    asked = _asked(groups)
    costs: dict[tuple, float] = {}  # many have the same name
    for row in rows:
        name = row.tier, row.is_reported, row.key
        if (cost := costs.get(name)) is None:
            cost = _term_cost(row, asked)
            if row.tier == 0 and {word for word in row.key.split() if word not in STOP_WORDS} == typed:
                cost += TYPED_OUT
            costs[name] = cost
        found = best.get(row.path)
        if found is None:
            best[row.path] = Ranked(row, cost)
            continue
        found.names += row.tier == 1
        if (cost, row.tier, row.text) < (found.cost, found.row.tier, found.row.text):
            found.row, found.cost = row, cost
    return [found for *_, found in sorted(map(_standing, best.values()))]


def _standing(found: Ranked) -> tuple[float, str, str, Ranked]:
    """What it is sorted by, once its cost is that of the page; no two have the same path."""
    row = found.row
    found.cost -= PER_TENFOLD * log10(row.weight + 10)
    if found.names > 1:
        found.cost -= min(PER_DOUBLE * log2(found.names), MOST_EVIDENCE)
    found.cost += OTHER_KIND * (row.kind != "occupation") + RESIDUAL * ("All Other" in row.title)
    return round(found.cost, 6), row.title, row.path, found


# Of a group its alternatives: the cost, and of each word the stem, itself, the singular, whether it is begun.
Ways = list[tuple[float, list[tuple[str, str, str, bool]]]]


def _asked(groups: Sequence[Group]) -> list[Ways]:
    """The groups, with what is the same for every name worked out once."""
    return [[_way(alternative) for alternative in group.alternatives] for group in groups]


def _way(alternative: Alternative) -> tuple[float, list[tuple[str, str, str, bool]]]:
    words, tokens = alternative.words, alternative.tokens
    begun = [False] * (len(words) - 1) + [alternative.is_begun]
    return alternative.cost, [*zip(tokens, words, map(singular, words), begun, strict=True)]


def _term_cost(row: Row, asked: list[Ways]) -> float:
    if row.tier == 2:
        return TEXT
    words = row.key.split()
    stems = list(map(stem, words))
    matched: set[int] = set()
    cost, is_whole = 0.0, True
    for ways in asked:
        extra, places, is_finished = _match(ways[0], words, stems)
        for way in ways[1:]:
            other = _match(way, words, stems)
            if other[0] < extra:
                extra, places, is_finished = other
        cost += extra
        matched |= places
        is_whole &= is_finished
    others = len(words) - len(matched)
    for place, word in enumerate(words):
        if word in SMALL_WORDS and place not in matched:
            others -= 1
    is_whole &= not others
    if row.tier == 0:
        cost += TITLE if is_whole else PARTIAL_TITLE
    elif is_whole:
        cost += REPORTED if row.is_reported else ALTERNATE
    else:
        cost += PARTIAL_ALTERNATE
    cost += OTHER_WORD * min(others, OTHER_WORDS)
    if others and 0 not in matched:
        cost += NOT_FIRST
    return cost


def _match(way, words: list[str], stems: list[str]) -> tuple[float, set[int], bool]:
    """What this alternative costs here, which words of the name it is, and whether it is all of them."""
    cost, asked = way
    places, is_finished = set(), True
    for token, word, alone, is_begun in asked:
        if is_begun:
            begun = (each.startswith(word) or stem == token for each, stem in zip(words, stems, strict=True))
            at = next((at for at, fits in enumerate(begun) if fits), -1)
        else:
            at = stems.index(token) if token in stems else -1
        if at < 0:
            cost += OTHER_FORM if word in "".join(words) else NO_MATCH
            continue
        places.add(at)
        other = words[at]
        if other == word or singular(other) == alone:
            continue
        if is_begun and other.startswith(word):
            is_finished = False
        else:
            cost += OTHER_FORM
    return cost, places, is_finished
