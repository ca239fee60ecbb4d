"""Which careers fit, which may fit but are not known to, and how many each further choice would leave; pure.

A set of careers is one whole number, whose bits are their positions: to join two sets is one operation,
whatever the number of careers.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import compress
from operator import and_, or_

from .asked import MATCH, TITLE, Asked
from .criteria import BY_NAME, CRITERIA, Combine
from .facts import CareerFacts
from .order import best_first, ordered

Choices = dict[str, int]  # careers by choice
RUNG = 64  # careers, after which a ladder keeps a set
FLAGS = bytes.maketrans(b"01", b"\0\1")


@dataclass(frozen=True, slots=True)
class Fit:
    """The careers that a filter holds for, and those for which that is not known."""

    known: int
    unknown: int = 0

    def passing(self, *, keeps_unknown: bool) -> int:
        return self.known | self.unknown if keeps_unknown else self.known


class Ladder:
    """Careers by a value: the sets of those below an end, for any end, without a look at each career."""

    def __init__(self, values: Iterable[tuple[float, int]]):
        climbed = sorted(values)  # value with position
        self.values = [value for value, _ in climbed]
        self.positions = [position for _, position in climbed]
        self.rungs = [0]
        for start in range(0, len(climbed), RUNG):
            self.rungs.append(self.rungs[-1] | _together(self.positions[start : start + RUNG]))

    def below(self, end: float) -> int:
        return self._first(bisect_left(self.values, end))

    def up_to(self, end: float) -> int:
        return self._first(bisect_right(self.values, end))

    def _first(self, count: int) -> int:
        rung = count // RUNG
        return self.rungs[rung] | _together(self.positions[rung * RUNG : count])


class Index:
    """All careers by every choice, by pay and in every order; made once for a set of facts.

    What is the same everywhere is taken from an index of the same careers in another place.
    """

    def __init__(self, careers: Sequence[CareerFacts], elsewhere: "Index | None" = None):
        self.careers = careers
        self.every = (1 << len(careers)) - 1
        self.choices: dict[str, Choices] = {}
        self.unknown: dict[str, int] = {}
        for criterion in CRITERIA:
            name = criterion.name
            if elsewhere and not criterion.is_local:
                self.choices[name], self.unknown[name] = elsewhere.choices[name], elsewhere.unknown[name]
            else:
                self.choices[name], self.unknown[name] = self._held(criterion.holds)
        self.positions = {career.pk: position for position, career in enumerate(careers)}
        self.paid = Ladder((one.pay, number) for number, one in enumerate(careers) if one.pay is not None)
        self.unpaid = self._where(one.pay is None for one in careers)
        self.floors = self._where(one.pay is not None and one.pay_is_floor for one in careers)
        self.there = self._where(one.is_published_there for one in careers)
        self.orders: dict[str, tuple[list[CareerFacts], list[int]]] = {}

    def _held(self, holds) -> tuple[Choices, int]:
        size = len(self.careers) // 8 + 1
        held: dict[str | None, bytearray] = {None: bytearray(size)}
        for position, career in enumerate(self.careers):
            byte, bit = position >> 3, 1 << (position & 7)
            choices = holds(career)
            for choice in (None,) if choices is None else choices:
                if choice not in held:
                    held[choice] = bytearray(size)
                held[choice][byte] |= bit
        unknown = int.from_bytes(held.pop(None), "little")
        return {choice: int.from_bytes(bits, "little") for choice, bits in held.items()}, unknown

    def _where(self, holds: Iterable[bool]) -> int:
        return _together([position for position, held in enumerate(holds) if held])

    def named(self, keys: Collection[int]) -> int:
        return _together([self.positions[pk] for pk in keys if pk in self.positions])

    def in_order(self, bits: int, sort: str) -> list[CareerFacts]:
        """The careers of a set by a sort order of `asked.SORTS`; the best match needs more than that."""
        careers, digits = self._order(sort)
        flags = f"{bits:0{len(self.careers)}b}".encode("ascii").translate(FLAGS)
        return list(compress(careers, map(flags.__getitem__, digits)))

    def _order(self, sort: str) -> tuple[list[CareerFacts], list[int]]:
        """All in that order, each with the place of its digit where a set is written as a binary number."""
        if sort not in self.orders:
            careers, last = ordered(self.careers, sort), len(self.careers) - 1
            self.orders[sort] = careers, [last - self.positions[career.pk] for career in careers]
        return self.orders[sort]


def _together(positions: Collection[int]) -> int:
    """The set of these."""
    if len(positions) <= RUNG:
        return reduce(or_, (1 << position for position in positions), 0)
    bits = bytearray(max(positions) // 8 + 1)
    for position in positions:
        bits[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(bits, "little")


class Narrowed:
    """The careers that fit what is asked. `named` are the keys of those that the words find."""

    def __init__(self, index: Index, asked: Asked, named: Collection[int] | None = None):
        self.index, self.asked = index, asked
        self.fits = {name: _fit(index, asked, name, named) for name in asked.filters}
        self.found = self._but()
        self.named = named

    @property
    def careers(self) -> list[CareerFacts]:
        """In the order asked for; `named` is the order of the best match."""
        if self.asked.order == MATCH:
            return best_first(self.index.in_order(self.found, TITLE), self.named or ())
        return self.index.in_order(self.found, self.asked.order)

    @property
    def count(self) -> int:
        return self.found.bit_count()

    @property
    def unsure(self) -> int:
        """How many no filter speaks against while one at least is not known: left out, or kept on request."""
        return self._unsure().bit_count()

    def reasons(self) -> dict[str, int]:
        """How many of these have an unknown value, by filter."""
        unsure = self._unsure()
        counted = {name: (fit.unknown & unsure).bit_count() for name, fit in self.fits.items()}
        return {name: count for name, count in counted.items() if count}

    def counts(self) -> dict[str, dict[str, int]]:
        """For every choice, how many careers are known to fit it under all other filters.

        Choices that hold together (`Combine.ALL`) count what is left when they are added to the chosen.
        """
        found = {}
        for criterion in CRITERIA:
            base = self.found if criterion.combine is Combine.ALL else self._but(criterion.name)
            choices = self.index.choices[criterion.name]
            found[criterion.name] = {choice: (base & bits).bit_count() for choice, bits in choices.items()}
        return found

    def count_without(self, names: Collection[str]) -> int:
        """How many are found once these filters are dropped."""
        return self._but(*names).bit_count()

    def _but(self, *dropped: str) -> int:
        """The careers that pass all filters but these."""
        keeps = self.asked.keeps_unknown
        passing = (fit.passing(keeps_unknown=keeps) for name, fit in self.fits.items() if name not in dropped)
        return reduce(and_, passing, self.index.every)

    def _unsure(self) -> int:
        fits = self.fits.values()
        possible = reduce(and_, (fit.known | fit.unknown for fit in fits), self.index.every)
        return possible & ~reduce(and_, (fit.known for fit in fits), self.index.every)


def counts(careers: Sequence[CareerFacts], asked: Asked, named: Collection[int] | None = None):
    """The counts of every choice, from the facts: all that a page does for its filters."""
    return Narrowed(Index(careers), asked, named).counts()


def _fit(index: Index, asked: Asked, name: str, named: Collection[int] | None) -> Fit:
    if name in BY_NAME:
        choices = index.choices[name]
        chosen = [choices.get(choice, 0) for choice in asked.chosen[name]]
        together = and_ if BY_NAME[name].combine is Combine.ALL else or_
        return Fit(reduce(together, chosen), index.unknown[name])
    if name == "q":
        return Fit(index.named(named or ()))
    if name == "place":
        return Fit(index.there, index.every & ~index.there)
    return _paying(index, asked, name)


def _paying(index: Index, asked: Asked, name: str) -> Fit:
    """Top-coded pay is that or more: which side of an end above its floor it lies on is not known."""
    if name == "pay_min":
        below = index.paid.below(asked.pay_min)
        return Fit(index.every & ~index.unpaid & ~below, index.unpaid | index.floors & below)
    lower = index.paid.up_to(asked.pay_max)
    return Fit(lower & ~index.floors, index.unpaid | index.floors & lower)
