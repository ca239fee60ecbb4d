"""Which careers fit, which may fit but are not known to, and how many each further choice would leave; pure.

A set of careers is one whole number, whose bits are their positions: to join two sets is one operation,
whatever the number of careers.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from .asked import Asked
from .criteria import BY_NAME, CRITERIA, Combine
from .facts import CareerFacts

Choices = dict[str, int]  # careers by choice


@dataclass(frozen=True, slots=True)
class Fit:
    """The careers that a filter holds for, and those for which that is not known."""

    known: int
    unknown: int = 0

    def passing(self, *, keeps_unknown: bool) -> int:
        return self.known | self.unknown if keeps_unknown else self.known


class Index:
    """All careers by every choice; made once for a set of facts."""

    def __init__(self, careers: Sequence[CareerFacts]):
        self.careers = careers
        self.every = (1 << len(careers)) - 1
        self.choices: dict[str, Choices] = {}
        self.unknown: dict[str, int] = {}
        for criterion in CRITERIA:
            self.choices[criterion.name], self.unknown[criterion.name] = self._held(criterion.holds)

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

    def where(self, test: Callable[[CareerFacts], bool | None]) -> Fit:
        """The careers for which the test is true, and those for which it is None."""
        known, unknown = self._held(lambda career: None if test(career) is None else [test(career)])
        return Fit(known.get(True, 0), unknown)

    def members(self, bits: int) -> Iterator[CareerFacts]:
        """The careers of a set, in their order."""
        flags = reversed(f"{bits:0{len(self.careers)}b}")
        return (career for career, flag in zip(self.careers, flags, strict=False) if flag == "1")


class Narrowed:
    """The careers that fit what is asked. `named` are the keys of those that the words find."""

    def __init__(self, index: Index, asked: Asked, named: Collection[int] | None = None):
        self.index, self.asked = index, asked
        self.fits = {name: _fit(index, asked, name, named) for name in asked.filters}
        self.found = self._but()

    @property
    def careers(self) -> list[CareerFacts]:
        return list(self.index.members(self.found))

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
        return index.where(lambda career: career.pk in (named or ()))
    if name == "place":
        return index.where(lambda career: career.is_published_there or None)
    return index.where(_pay_test(asked, name))


def _pay_test(asked: Asked, name: str) -> Callable[[CareerFacts], bool | None]:
    """Top-coded pay is that or more: which side of an end above its floor it lies on is not known."""
    limit = getattr(asked, name)

    def holds(career: CareerFacts) -> bool | None:
        if career.pay is None:
            return None
        if career.pay_is_floor and career.pay <= limit and not (name == "pay_min" and career.pay == limit):
            return None
        return career.pay >= limit if name == "pay_min" else career.pay <= limit

    return holds
