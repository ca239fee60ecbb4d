"""From points and weights to ranks; pure."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul

from .inputs import INPUTS, Company, Measures, Points

TENTHS = 10
# Floats tell most scores apart for certain; exact fractions of a hundred thousand companies take seconds.
NEAR, UNSURE = 1e-6, -1


@dataclass(frozen=True, slots=True)
class Ranked:
    """A company with its rank, its score and the points of each input, all from 0 to 100."""

    rank: int
    company: Company
    score: Fraction  # to a tenth of a point
    points: Points


class Standings(Sequence[Ranked]):
    """Who is ranked, best first; each is made when it is asked for."""

    def __init__(self, of: "Field", places: Sequence[int], totals: Sequence[int]):
        self.of, self.places = of, places
        self.falling = [-totals[place] for place in places]  # tenths of a point

    def __len__(self) -> int:
        return len(self.places)

    def __getitem__(self, which):
        if isinstance(which, slice):
            return [self._made(number) for number in range(*which.indices(len(self)))]
        return self._made(range(len(self))[which])

    def first(self) -> list[Ranked]:
        """All of the first rank."""
        return self[: bisect_right(self.falling, self.falling[0])] if self.falling else []

    def _made(self, number: int) -> Ranked:
        company, total = self.of.companies[self.places[number]], self.falling[number]
        rank = bisect_left(self.falling, total) + 1
        return Ranked(rank, company, Fraction(-total, TENTHS), self.of.measures.points(company))


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first; `unscored` lack every input that has a weight."""

    ranked: Standings
    unscored: tuple[Company, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Who is compared, by name, with what their inputs are worth: made once, and ranked by any weights."""

    companies: tuple[Company, ...]
    measures: Measures
    nearly: tuple[tuple[float, ...], ...]  # their points as floats


def field(companies: Sequence[Company]) -> Field:
    ordered = tuple(sorted(companies, key=lambda company: (company.name.casefold(), company.key)))
    measures = Measures(ordered)
    return Field(ordered, measures, tuple(measures.nearly(ordered)))


def rank(companies: Sequence[Company] | Field, weights: Mapping[str, int]) -> Ranking:
    """Equal scores, to a tenth of a point, share a rank and stand by name; the next rank is passed over."""
    compared = companies if isinstance(companies, Field) else field(companies)
    totals = _tenths(compared.nearly, weights)
    for place, total in enumerate(totals):
        if total == UNSURE:
            exact = score(compared.measures.points(compared.companies[place]), weights)
            totals[place] = None if exact is None else int(exact * TENTHS)
    scored = [place for place, total in enumerate(totals) if total is not None]
    scored.sort(key=totals.__getitem__, reverse=True)  # which leaves equal ones by name
    unscored = (company for company, total in zip(compared.companies, totals, strict=True) if total is None)
    return Ranking(Standings(compared, scored, totals), tuple(unscored))


def _tenths(nearly: Sequence[tuple[float, ...]], weights: Mapping[str, int]) -> list[int | None]:
    """The scores in tenths of a point, `UNSURE` where one lies too near to the middle of two for floats."""
    given = [weights[name] for name in INPUTS]
    # By how many inputs a company has: what it lacks is the last.
    shares = {
        number: [TENTHS * weight / total for weight in given[:number]]
        for number in range(1, len(INPUTS) + 1)
        if (total := sum(given[:number]))
    }
    found: list[int | None] = []
    for values in nearly:
        if each := shares.get(len(values)):
            above = sum(map(mul, each, values)) + 0.5
            whole = int(above)
            found.append(whole if NEAR < above - whole < 1 - NEAR else UNSURE)
        else:
            found.append(None)
    return found


def score(given: Points, weights: Mapping[str, int]) -> Fraction | None:
    """The weighted mean of the points that are there, to a tenth; None where none of them has a weight.

    What is missing is no number: its weight goes to the others in proportion.
    """
    there = [name for name in INPUTS if given[name] is not None]
    total = sum(weights[name] for name in there)
    if not total:
        return None
    return tenth(sum(weights[name] * given[name] for name in there) / total)


def tenth(number: Fraction) -> Fraction:
    """To the nearest tenth, halves up."""
    return Fraction((2 * TENTHS * number + 1) // 2, TENTHS)
