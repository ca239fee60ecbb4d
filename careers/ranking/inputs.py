"""The inputs of the ranking of companies, and how each becomes points from 0 to 100; pure.

Points are exact fractions, so that equal companies are equal whatever the weights are multiplied by.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from .market import Mean

PAY, BREADTH, SIZE, EDITORS = INPUTS = ("pay", "breadth", "size", "editors")

FULL = 100  # points
# Pay of half the market gives no points, of one and a half times the market all; level with it half.
LOWEST_RATIO, HIGHEST_RATIO = Fraction(1, 2), Fraction(3, 2)
BANDS = 5  # size bands, smallest first


@dataclass(frozen=True, slots=True)
class Company:
    """What is known of a company that is to be ranked.

    `ratio` is its pay against the local market (1 is level), `pairs` are occupations and areas with enough
    offers, `band` is the editors' size band from 0, `assessment` the mean of the editors' scores.
    """

    key: int
    name: str
    ratio: Fraction | Mean
    pairs: int
    offers: int
    band: int | None = None
    assessment: Decimal | None = None


Points = dict[str, Fraction | None]  # by input; None where the company lacks it


class Measures:
    """What the inputs of companies are worth. Breadth and offers are measured against those given."""

    def __init__(self, companies: Sequence[Company]):
        self.breadth = standings([company.pairs for company in companies])
        self.offers = standings([company.offers for company in companies])

    def points(self, company: Company) -> Points:
        return {
            PAY: between(Fraction(*company.ratio.as_integer_ratio()), LOWEST_RATIO, HIGHEST_RATIO),
            BREADTH: self.breadth[company.pairs],
            SIZE: self.offers[company.offers] if company.band is None else middle_of(company.band),
            EDITORS: None if company.assessment is None else Fraction(company.assessment),
        }

    def nearly(self, companies: Sequence[Company]) -> Iterator[tuple[float, ...]]:
        """The same as floats, in the order of the inputs, without what a company lacks at the end."""
        breadth = {number: float(value) for number, value in self.breadth.items()}
        offers = {number: float(value) for number, value in self.offers.items()}
        bands = [float(middle_of(band)) for band in range(BANDS)]
        low, span = float(LOWEST_RATIO), float(HIGHEST_RATIO - LOWEST_RATIO)
        for one in companies:
            pay = FULL * min(max((float(one.ratio) - low) / span, 0.0), 1.0)
            size = offers[one.offers] if one.band is None else bands[one.band]
            known = pay, breadth[one.pairs], size
            yield known if one.assessment is None else (*known, float(one.assessment))


def between(value: Fraction, low: Fraction, high: Fraction) -> Fraction:
    """Points on a straight line from none at `low` to all at `high`; what lies beyond gets no more."""
    share = (Fraction(value) - low) / (high - low)
    return FULL * min(max(share, Fraction(0)), Fraction(1))


def standings(values: Sequence[int]) -> dict[int, Fraction]:
    """By value the percent of all values that lie below it, those equal to it counted half."""
    total, below, found = len(values), 0, {}
    for value, equal in sorted(Counter(values).items()):
        found[value] = Fraction(FULL * (2 * below + equal), 2 * total)
        below += equal
    return found


def middle_of(band: int) -> Fraction:
    """The middle of a size band where the bands part the points evenly: 10, 30, 50, 70 or 90."""
    return Fraction(FULL * (2 * band + 1), 2 * BANDS)
