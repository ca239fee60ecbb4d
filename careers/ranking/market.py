"""A company's pay against the local market: which of its figures count, each offer once; pure."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

MIN_IN_ALL = 10  # offers that a company needs to be ranked


class Width(Enum):
    """Kinds of area, narrowest first."""

    METRO = "metro"
    STATE = "state"
    NATION = "nation"


class Market(Enum):
    """What the pay statistics say of the same occupation and area."""

    KNOWN = "known"
    TOP_CODED = "top_coded"
    UNPUBLISHED = "unpublished"


class Pair(NamedTuple):
    """An occupation and area in which a company has enough offers; US dollars a year."""

    occupation: int
    area: int
    width: Width
    offers: int
    median: int
    market: Market
    market_median: int | None = None
    corrected: int = 0  # how many of the two medians the editors corrected

    @property
    def ratio(self) -> Fraction:
        return Fraction(self.median) / Fraction(self.market_median)


class Reason(Enum):
    """Why a company is not ranked."""

    NONE_HERE = "none_here"
    UNCLASSIFIED = "unclassified"
    TOO_FEW_OF_A_KIND = "too_few_of_a_kind"
    TOP_CODED = "top_coded"
    UNPUBLISHED = "unpublished"
    TOO_FEW_IN_ALL = "too_few_in_all"
    NOTHING_WEIGHED = "nothing_weighed"


def narrowest(pairs: Iterable[Pair]) -> list[Pair]:
    """Of each occupation the pairs of the narrowest kind of area, so that no offer counts twice."""
    pairs = list(pairs)
    if len({pair.occupation for pair in pairs}) == len(pairs):
        return pairs
    by_occupation: dict[int, dict[Width, list[Pair]]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        by_occupation[pair.occupation][pair.width].append(pair)
    return [
        pair
        for by_width in by_occupation.values()
        for pair in by_width[next(width for width in Width if width in by_width)]
    ]


def comparable(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs that have a market to be compared with, narrowest first as in `narrowest`."""
    return narrowest(pair for pair in pairs if pair.market is Market.KNOWN)


def ratio(pairs: Sequence[Pair]) -> Fraction:
    """The mean of the ratios of pairs, each counting by its offers."""
    return sum(pair.offers * pair.ratio for pair in pairs) / sum(pair.offers for pair in pairs)


class Mean:
    """The same, near enough to rank most companies at once, and exact when that is asked for."""

    __slots__ = ("_nearly", "_pairs")

    def __init__(self, compared: Sequence[Pair], pairs: Callable[[], Sequence[Pair]]):
        """`pairs` gives those that are compared again: of a hundred thousand companies they are not kept."""
        paid = sum(pair.offers * pair.median / pair.market_median for pair in compared)
        self._nearly, self._pairs = paid / sum(pair.offers for pair in compared), pairs

    def __float__(self) -> float:
        return self._nearly

    def as_integer_ratio(self) -> tuple[int, int]:
        return ratio(comparable(self._pairs())).as_integer_ratio()


def left_out(pairs: Iterable[Pair]) -> list[Pair]:
    """The narrowest pairs that have no market to be compared with."""
    return [pair for pair in narrowest(pairs) if pair.market is not Market.KNOWN]


def why_not(offers: int, pairs: Sequence[Pair]) -> Reason | None:
    """Why a company with these offers in all and these pairs cannot be ranked; None where it can."""
    if not offers:
        return Reason.NONE_HERE
    if not pairs:
        return Reason.TOO_FEW_OF_A_KIND
    if not comparable(pairs):
        top_coded = any(pair.market is Market.TOP_CODED for pair in pairs)
        return Reason.TOP_CODED if top_coded else Reason.UNPUBLISHED
    return Reason.TOO_FEW_IN_ALL if offers < MIN_IN_ALL else None
