"""Bars of what pays best and what is unusually common in a place."""

from decimal import Decimal

import pytest

from careers.charts.careers_here import best_paid_chart, unusual_chart
from careers.selectors.careers_here import BestPaid, Career, CommonCareer, PaidCareer, Unusual
from careers.selectors.cells import Cell
from careers.selectors.prices import PriceLevel, adjusted

SOURCE = {"source_name": "BLS OEWS", "release": "May 2025", "source_url": "/sources/oews/"}
LEVEL = PriceLevel(Cell("price_parity", "Price level", "80"), Decimal(80), "Utopia")


def paid(title: str, amount, key="annual_mean") -> PaidCareer:
    hourly = key == "hourly_mean"
    pay = Cell(
        key, "Pay", f"${amount:,}", amount, f"US dollars {'an hour' if hourly else 'a year'}", **SOURCE
    )
    career = Career(title, title.lower(), "", f"/careers/{title.lower()}/")
    return PaidCareer(career, pay, adjusted(pay, LEVEL), None, pay, float(amount) * (2080 if hourly else 1))


def best(*careers: PaidCareer, above=()) -> BestPaid:
    return BestPaid(careers, tuple(above), "The floor.")


def chart(found: BestPaid, **prices):
    return best_paid_chart("bars", "in Utopia", found, **{"in_national_prices": False, **prices})


def test_bars_are_in_proportion_to_pay_and_keep_its_order():
    made = chart(best(paid("Welders", 90_000), paid("Actors", 45_000)))
    assert [bar.label for bar in made.bars] == ["Welders", "Actors"]
    assert made.bars[0].width == pytest.approx(2 * made.bars[1].width, abs=0.02)
    assert made.title == "Welders earn most in Utopia: $90,000 a year on average"
    assert (made.source, made.source_url) == ("BLS OEWS, May 2025", "/sources/oews/")
    assert "The floor." in made.desc


def test_pay_by_the_hour_is_drawn_as_a_year_and_reads_hourly():
    made = chart(best(paid("Welders", 62_400), paid("Actors", 15, "hourly_mean")))
    assert made.bars[0].width == pytest.approx(2 * made.bars[1].width, abs=0.02)
    assert made.bars[1].text == "$15 an hour"


def test_national_prices_are_drawn_and_said():
    made = chart(best(paid("Welders", 80_000), paid("Actors", 10, "hourly_mean")), in_national_prices=True)
    assert [bar.text for bar in made.bars] == ["$100,000", "$12.50 an hour"]
    assert made.title == "Welders earn most in Utopia: $100,000 a year on average, in national prices"
    assert made.bars[1].width == pytest.approx(made.bars[0].width * 26_000 / 100_000, abs=0.02)


def test_the_axis_is_that_of_the_prices_shown():
    welders = best(paid("Welders", 60_000))
    assert chart(welders).bars[0].width == 100  # of an axis to $60,000
    assert chart(welders, in_national_prices=True).bars[0].width == 93.75  # $75,000 of $80,000


def test_what_pays_above_the_printed_takes_the_title_back():
    made = chart(best(paid("Welders", 9), above=[paid("Surgeons", 239_200)]))
    assert made.title.endswith("of those whose pay is printed")
    assert [bar.label for bar in made.bars] == ["Welders"]


def test_nothing_ranked_is_no_picture():
    assert chart(best()) is None
    assert unusual_chart("bars", "in Utopia", Unusual((), "", "None.")) is None


def test_quotients_are_drawn_from_zero():
    def common(title: str, value: str) -> CommonCareer:
        quotient = Cell("location_quotient", "Location quotient", value, Decimal(value), **SOURCE)
        return CommonCareer(Career(title, title, "", "/"), quotient, quotient)

    made = unusual_chart(
        "bars", "in Utopia", Unusual((common("A", "6.00"), common("B", "1.50")), "The floor.")
    )
    assert made.title == "A are 6.00 times as common in Utopia as in the nation"
    assert made.bars[0].width == pytest.approx(4 * made.bars[1].width, abs=0.02)
    assert made.value_name == "Location quotient"
