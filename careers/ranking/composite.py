"""From points and weights to ranks; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from .inputs import INPUTS, Company, Points, points

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


@dataclass(frozen=True, slots=True)
class Ranking:
    """Best first; `unscored` lack every input that has a weight."""

    ranked: tuple[Ranked, ...]
    unscored: tuple[Company, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """Who is compared, by name, with their points: made once, and ranked by any weights."""

    companies: tuple[Company, ...]
    points: Mapping[int, Points]
    nearly: tuple[tuple[tuple[str, float], ...], ...]  # the points that each company has, as floats


def field(companies: Sequence[Company]) -> Field:
    ordered = tuple(sorted(companies, key=lambda company: (company.name.casefold(), company.key)))
    found = points(ordered)
    nearly = (
        tuple((name, float(value)) for name, value in found[company.key].items() if value is not None)
        for company in ordered
    )
    return Field(ordered, found, tuple(nearly))


def rank(companies: Sequence[Company] | Field, weights: Mapping[str, int]) -> Ranking:
    """Equal scores, to a tenth of a point, share a rank and stand by name; the next rank is passed over."""
    compared = companies if isinstance(companies, Field) else field(companies)
    scored, unscored = [], []
    for company, nearly in zip(compared.companies, compared.nearly, strict=True):
        total = _tenths(nearly, weights)
        if total == UNSURE:
            exact = score(compared.points[company.key], weights)
            total = None if exact is None else int(exact * TENTHS)
        if total is None:
            unscored.append(company)
        else:
            scored.append((total, company))
    scored.sort(key=lambda pair: -pair[0])
    ranked: list[Ranked] = []
    fractions = {total: Fraction(total, TENTHS) for total in {total for total, _ in scored}}
    rank, before = 0, None
    for place, (total, company) in enumerate(scored, 1):
        if total != before:
            rank, before = place, total
        ranked.append(Ranked(rank, company, fractions[total], compared.points[company.key]))
    return Ranking(tuple(ranked), tuple(unscored))


def _tenths(nearly: Sequence[tuple[str, float]], weights: Mapping[str, int]) -> int | None:
    """The score in tenths of a point, `UNSURE` where it lies too near to the middle of two for floats."""
    total = amount = 0
    for name, value in nearly:
        total += weights[name]
        amount += weights[name] * value
    if not total:
        return None
    above = TENTHS * amount / total + 0.5
    whole = int(above)
    return whole if NEAR < above - whole < 1 - NEAR else UNSURE


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
