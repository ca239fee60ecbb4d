"""The picture of a company's offers: on one axis with the market, and nothing that is not known."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from careers.charts.company_pay import MOST, company_chart
from careers.selectors.cells import Cell
from careers.selectors.employer_pay import OfferRow

steady = settings(deadline=None, derandomize=True, max_examples=100)
amounts = st.integers(1, 2_000_000)


def cell(key: str, value: int | None, **extra) -> Cell:
    said = {"text": "-", "missing": True} if value is None else {"text": f"${value:,}", "value": value}
    source = {"source_name": "DOL LCA", "release": "FY2025 Q2", "source_url": "/sources/lca/"}
    return Cell(key=key, label=key, **said, **source, **extra)


def offer(lowest, median, highest, market, name="Nurses") -> OfferRow:
    pay = (cell("median", median), cell("lowest", lowest), cell("highest", highest), cell("market", market))
    return OfferRow(
        name, "nurses", "/", "Texas", "texas", "state", 9, *pay, None, cell("pay_to_market", None)
    )


@steady
@given(st.lists(amounts, min_size=3, max_size=3), st.none() | amounts)
def test_a_row_runs_from_the_lowest_to_the_highest_offer_within_the_plot(pay, market):
    lowest, median, highest = sorted(pay)
    (row,) = company_chart([offer(lowest, median, highest, market)], "Texas").rows
    assert 0 <= row.x_low <= row.x_median <= row.x_high <= 100
    assert (row.x_market is None) == (market is None)
    if market is not None:
        assert (row.x_market <= row.x_median) == (market <= median) or row.x_market == row.x_median


def test_a_row_says_in_words_what_it_draws():
    chart = company_chart([offer(80_000, 90_000, 100_000, 95_000), offer(1, 2, 3, None, "Actors")], "Texas")
    assert chart.title == "Visa-filing offers and market pay, Texas"
    assert [(row.label, row.text) for row in chart.rows] == [
        ("Nurses", "median offer $90,000 ($80,000 to $100,000), market median $95,000"),
        ("Actors", "median offer $2 ($1 to $3), market median not known"),
    ]
    assert chart.sources == (("DOL LCA, FY2025 Q2", "/sources/lca/"),)


def test_the_title_says_in_how_many_occupations_offers_are_above_the_market():
    offers = [offer(1, 90_000, 99_000, 80_000), offer(1, 70_000, 80_000, 80_000), offer(1, 2, 3, None)]
    assert company_chart(offers, "Texas").title == (
        "In 1 of 2 occupations the median offer is above the market’s, Texas"
    )


def test_top_coded_market_pay_is_drawn_as_that_or_more():
    row = offer(80_000, 90_000, 100_000, 239_200)
    (drawn,) = company_chart([replace(row, market=replace(row.market, at_least=True))], "Texas").rows
    assert drawn.is_above


def test_too_few_offers_are_not_drawn_and_more_than_fit_are_said_to_be_left_out():
    assert company_chart([offer(None, None, None, 95_000)], "Texas") is None
    chart = company_chart([offer(1, 2, 3, 4)] * (MOST + 1), "Texas")
    assert len(chart.rows) == MOST
    assert chart.notes == ("Drawn are the 10 occupations with the most offers.",)
