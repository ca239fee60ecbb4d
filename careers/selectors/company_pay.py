"""A company's visa-filing offers as its page shows them: one place at a time, those with pay first."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.models import Area, Company

from .cells import Cell
from .employer_pay import OfferRow, of_company

ROWS_SHOWN = 50


@dataclass(frozen=True, slots=True)
class OfferPlace:
    """A place that the company has offers in, with how many."""

    name: str
    slug: str
    offers: int


@dataclass(frozen=True, slots=True)
class OffersThere:
    """`paid` have five offers or more and pay, `few` have fewer; both with the most offers first."""

    places: tuple[OfferPlace, ...]
    place: OfferPlace | None  # the one that is shown, None where there are no offers at all
    is_place_unknown: bool  # another one was asked for
    paid: tuple[OfferRow, ...]
    more: int  # with pay too, beyond what a page has room for
    few: tuple[OfferRow, ...]
    every: tuple[OfferRow, ...]  # of all places

    @property
    def occupations(self) -> int:
        """In how many the company has offers: each has a row for the nation."""
        return sum(row.area_kind == Area.Kind.NATION for row in self.every)


def offers_of(company: Company, place: str) -> OffersThere:
    """Those in a place by its slug, else in the nation; two queries."""
    every = of_company(company)
    places = _places(every)
    shown = next((one for one in places if one.slug == place), places[0] if places else None)
    here = sorted(
        (row for row in every if shown and row.area_slug == shown.slug),
        key=lambda row: (-row.offers, row.occupation),
    )
    paid = [row for row in here if not row.median.missing]
    return OffersThere(
        places=places,
        place=shown,
        is_place_unknown=bool(place and shown and place != shown.slug),
        paid=tuple(paid[:ROWS_SHOWN]),
        more=len(paid[ROWS_SHOWN:]),
        few=tuple(row for row in here if row.median.missing),
        every=every,
    )


def offer_cells(row: OfferRow) -> tuple[Cell, ...]:
    """The figures of a row, in the order of a line."""
    return row.median, row.lowest, row.highest, row.market, row.ratio_cell


def _places(rows: Sequence[OfferRow]) -> tuple[OfferPlace, ...]:
    """The nation, then states and metropolitan areas by name."""
    kinds = (Area.Kind.NATION, Area.Kind.STATE, Area.Kind.METRO)
    found: dict[str, OfferPlace] = {}
    for row in sorted(rows, key=lambda row: (kinds.index(row.area_kind), row.area)):
        before = found.get(row.area_slug)
        number = row.offers + (before.offers if before else 0)
        found[row.area_slug] = OfferPlace(row.area, row.area_slug, number)
    return tuple(found.values())
