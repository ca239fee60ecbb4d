"""From points and weights to ranks; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .inputs import INPUTS, Company, Points, points

TENTHS = 10


@dataclass(frozen=True, slots=True)
class Ranked:
    """A company with its rank, its score and the points of each input, all from 0 to 100."""

    rank: int
    company: Company
    score: Fraction  # to a tenth of a point
    points: Points


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first; `unscored` lack every input that has a weight."""

    ranked: tuple[Ranked, ...]
    unscored: tuple[Company, ...]


def rank(companies: Sequence[Company], weights: Mapping[str, int]) -> Ranking:
    """Equal scores, to a tenth of a point, share a rank and stand by name; the next rank is passed over."""
    scored, unscored = [], []
    found = points(companies)
    for company in sorted(companies, key=lambda company: (company.name.casefold(), company.key)):
        total = score(found[company.key], weights)
        if total is None:
            unscored.append(company)
        else:
            scored.append((total, company))
    scored.sort(key=lambda pair: -pair[0])
    ranked: list[Ranked] = []
    for place, (total, company) in enumerate(scored, 1):
        shared = ranked[-1].rank if ranked and ranked[-1].score == total else place
        ranked.append(Ranked(shared, company, total, found[company.key]))
    return Ranking(tuple(ranked), tuple(unscored))


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
