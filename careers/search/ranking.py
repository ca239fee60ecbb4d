"""How well a name answers a query, the same on every database. Pure.

A cost, the lower the better: 0 for the very title, more for another name and for every word that the
query does not have, and a little less for work that many do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
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


def ranked(rows: Iterable[Row], groups: list[Group]) -> list[Ranked]:
    """One entry for each page, best first."""
    best: dict[str, Ranked] = {}
    typed = {word for group in groups for word in group.typed.split()}
    costs: dict[tuple, float] = {}  # many have the same name
    for row in rows:
        name = row.tier, row.is_reported, row.key
        if (cost := costs.get(name)) is None:
            cost = costs[name] = term_cost(row, groups)
        if row.tier == 0 and {word for word in row.key.split() if word not in STOP_WORDS} == typed:
            cost += TYPED_OUT
        found = best.get(row.path)
        if found is None:
            best[row.path] = Ranked(row, cost)
            continue
        found.names += row.tier == 1
        if (cost, row.tier, row.text) < (found.cost, found.row.tier, found.row.text):
            found.row, found.cost = row, cost
    for found in best.values():
        found.cost -= PER_TENFOLD * log10(found.row.weight + 10)
        found.cost -= min(PER_DOUBLE * log2(found.names), MOST_EVIDENCE)
        found.cost += OTHER_KIND * (found.row.kind != "occupation") + RESIDUAL * (
            "All Other" in found.row.title
        )
    return sorted(best.values(), key=lambda found: (round(found.cost, 6), found.row.title, found.row.path))


def term_cost(row: Row, groups: list[Group]) -> float:
    if row.tier == 2:
        return TEXT
    words = _words(row.key)
    matched: set[int] = set()
    cost, is_whole = 0.0, True
    for group in groups:
        ways = (_match(alternative, words) for alternative in group.alternatives)
        extra, places, is_finished = min(ways, key=lambda way: way[0])
        cost += extra
        matched |= places
        is_whole &= is_finished
    rest = (word for place, (word, _) in enumerate(words) if place not in matched)
    others = sum(word not in SMALL_WORDS for word in rest)
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


def _match(alternative: Alternative, words) -> tuple[float, set[int], bool]:
    """What this alternative costs here, which words of the name it is, and whether it is all of them."""
    cost, places, is_finished = alternative.cost, set(), True
    last = len(alternative.words) - 1
    for position, (word, token) in enumerate(zip(alternative.words, alternative.tokens, strict=True)):
        is_begun = alternative.is_begun and position == last
        fitting = [
            (at, other)
            for at, (other, other_stem) in enumerate(words)
            if other_stem == token or (is_begun and other.startswith(word))
        ]
        if not fitting:
            joined = "".join(other for other, _ in words)
            cost += OTHER_FORM if word in joined else NO_MATCH
            continue
        at, other = fitting[0]
        places.add(at)
        if singular(other) == singular(word):
            continue
        if is_begun and other.startswith(word):
            is_finished = False
        else:
            cost += OTHER_FORM
    return cost, places, is_finished


@lru_cache(maxsize=100_000)
def _words(key: str) -> list[tuple[str, str]]:
    return [(word, stem(word)) for word in key.split()]
