"""A company's visa-filing offers on one axis, a row an occupation, each with the market's median."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers import formatting
from careers.selectors.employer_pay import OfferRow

from .scale import axis_end, position

MOST = 10  # rows; the table beside it has them all


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """From the lowest to the highest offer: positions in percent of the plot, None for no market median."""

    label: str
    text: str
    x_low: float
    x_median: float
    x_high: float
    x_market: float | None
    is_above: bool  # the market's median is that or more


@dataclass(frozen=True, slots=True)
class CompanyChart:
    id: str
    title: str
    desc: str
    sources: tuple[tuple[str, str], ...]  # with the address of each
    notes: tuple[str, ...]
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[CompanyRow, ...]


def company_chart(offers: Sequence[OfferRow], place: str) -> CompanyChart | None:
    """Of the offers with pay, those with the most; None without any."""
    drawn = [row for row in offers if not row.median.missing][:MOST]
    if not drawn:
        return None
    end, step = axis_end(max(amount for row in drawn for amount in _amounts(row)))
    cells = [cell for row in drawn for cell in (row.median, row.market) if cell.source_name]
    sources = ((f"{cell.source_name}, {cell.release}", cell.source_url) for cell in cells)
    ticks = ((step * number, formatting.money(step * number)) for number in range(round(end / step) + 1))
    left_out = len(offers) - len(drawn)
    return CompanyChart(
        id="company-pay",
        title=_title(drawn, place),
        desc=_("US dollars a year, on an axis from $0 to {end}.").format(end=formatting.money(end)),
        sources=tuple(dict.fromkeys(sources)),
        notes=(_("Drawn are the {most} occupations with the most offers.").format(most=MOST),)
        if left_out
        else (),
        ticks=tuple((position(amount, end), text) for amount, text in ticks),
        rows=tuple(_row(row, end) for row in drawn),
    )


def _title(drawn: Sequence[OfferRow], place: str) -> str:
    """In how many occupations the median offer is above the market's, of those where both are known."""
    compared = [row for row in drawn if not (row.market.missing or row.market.at_least)]
    if len(compared) < 2:
        return _("Visa-filing offers and market pay, {place}").format(place=place)
    above = sum(row.median.value > row.market.value for row in compared)
    return _("In {above} of {compared} occupations the median offer is above the market’s, {place}").format(
        above=above, compared=len(compared), place=place
    )


def _amounts(row: OfferRow) -> list[float]:
    return [row.highest.value, *([] if row.market.missing else [row.market.value])]


def _row(row: OfferRow, end: float) -> CompanyRow:
    market = (
        _("market median not known")
        if row.market.missing
        else _("market median {market}").format(market=row.market.said)
    )
    spread = formatting.money_range(row.lowest.value, row.highest.value)
    if row.lowest.corrected or row.highest.corrected:
        spread += _(", corrected")
    return CompanyRow(
        label=row.occupation,
        text=_("median offer {median} ({spread}), {market}").format(
            median=row.median.said, spread=spread, market=market
        ),
        x_low=position(row.lowest.value, end),
        x_median=position(row.median.value, end),
        x_high=position(row.highest.value, end),
        x_market=None if row.market.missing else position(row.market.value, end),
        is_above=row.market.at_least,
    )
