"""The ranking worked out step by step for one company of the data that is loaded."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from careers import formatting
from careers.kept import kept
from careers.models import Release
from careers.ranking import market
from careers.ranking.composite import Ranked, Standings
from careers.ranking.inputs import FULL, PAY
from careers.ranking.market import Pair

from .best_companies import BestCompanies, Input, Material, RankedCompany
from .cells import Cell, build
from .filings import Filings
from .ranking_cells import hundredth

PAIRS = range(2, 5)  # so many make a mean and can still be followed


@dataclass(frozen=True, slots=True)
class Comparison:
    """One occupation and area: what the company offers there, and what the work pays there."""

    occupation: str
    area: str
    offers: int
    median: Cell
    market: Cell
    ratio: Cell


@dataclass(frozen=True, slots=True)
class Step:
    """One input that the company has: its points times its weight."""

    input: Input
    product: str


@dataclass(frozen=True, slots=True)
class Example:
    company: RankedCompany
    comparisons: tuple[Comparison, ...]
    offers: int  # that are compared
    steps: tuple[Step, ...]
    lacking: tuple[Input, ...]
    total: str
    weights: int  # of the inputs that it has


def example(best: BestCompanies, known: Material) -> Example | None:
    """The best company of those that show every step and can be followed; None where none is ranked."""
    if not best.ranked:
        return None
    entry = best.ranked[_place(best.ranked, best.pairs)]
    pairs, [company] = best.compared(entry), best.rows([entry])
    there = [each for each in company.inputs if not each.points.missing]
    products = [each.points.value * each.weight for each in there]
    return Example(
        company=company,
        comparisons=tuple(
            _comparison(pair, known.filed, best.release, best.market_release) for pair in pairs
        ),
        offers=sum(pair.offers for pair in pairs),
        steps=tuple(
            Step(each, formatting.tenth(product)) for each, product in zip(there, products, strict=True)
        ),
        lacking=tuple(each for each in company.inputs if each.points.missing),
        total=formatting.tenth(sum(products)),
        weights=sum(each.weight for each in there),
    )


@kept(2)
def _place(ranked: Standings, pairs: Callable[[int], Sequence[Pair]]) -> int:
    """Of the company that is shown: before it thousands may be paid too well for it."""
    compared = ((entry, market.comparable(pairs(entry.company.key))) for entry in ranked)
    return next((place for place, each in enumerate(compared) if _shows_every_step(*each)), 0)


def _shows_every_step(entry: Ranked, pairs: Sequence[Pair]) -> bool:
    """Several ratios, and pay whose points lie on the line rather than at its ends."""
    return len(pairs) in PAIRS and 0 < entry.points[PAY] < FULL


def _comparison(pair: Pair, filed: Filings, release: Release, market_release: Release) -> Comparison:
    area = filed.areas[pair.area].name
    corrected = _(" (from corrected figures)") if pair.corrected else ""
    ratio = hundredth(Fraction(market.ratio([pair])))
    return Comparison(
        occupation=filed.occupations[pair.occupation].name,
        area=area,
        offers=pair.offers,
        median=build("visa_filing_median", pair.median, formatting.money(pair.median), release, area=area),
        market=build(
            "annual_median",
            pair.market_median,
            formatting.money(pair.market_median),
            market_release,
            area=area,
        ),
        ratio=build("pay_to_market", ratio, f"{ratio:.2f}{corrected}", release, area=area),
    )
