"""Price levels: that of the place, else of its state, else a reason; and pay in national prices."""

from dataclasses import replace
from decimal import Decimal

import pytest

from careers.models import Area
from careers.selectors.cells import Cell
from careers.selectors.prices import PriceLevel, adjusted, price_level
from tests.careers.selectors.price_levels import forget_price_levels, set_price_level

pytestmark = pytest.mark.django_db


def level_of(slug: str) -> PriceLevel:
    return price_level(Area.objects.select_related("state").get(slug=slug))


@pytest.fixture(autouse=True)
def _no_price_levels():
    forget_price_levels()


def pay(value, key="annual_mean", **extra) -> Cell:
    hourly = key.startswith("hourly")
    text = f"${value:,.2f}" if hourly else f"${value:,}"
    unit = f"US dollars {'an hour' if hourly else 'a year'}"
    return Cell(key, "Pay", text, value, unit, "mean", rse=Decimal("2.5"), source_name="BLS", **extra)


def test_a_place_has_its_own_price_level_before_its_states():
    set_price_level("texas", "97.5")
    set_price_level("abilene-tx", "89.85")
    level = level_of("abilene-tx")
    assert (level.index, level.area, level.is_fallback) == (Decimal("89.85"), "Abilene, TX", False)
    assert (level.cell.text, level.cell.area, level.cell.note) == ("89.85", "Abilene, TX", "")


def test_a_metropolitan_area_without_one_is_given_its_states_and_says_so():
    set_price_level("texas", "97.5")
    level = level_of("abilene-tx")
    assert (level.index, level.area, level.is_fallback) == (Decimal("97.5"), "Texas", True)
    assert level.cell.area == "Texas"
    assert level.cell.note == "That of Texas: none is published for this place."


def test_one_that_the_publisher_leaves_empty_falls_back_too():
    set_price_level("texas", "97.5")
    set_price_level("abilene-tx", None)
    level = level_of("abilene-tx")
    assert level.is_fallback
    assert level.cell.note == "That of Texas: the publisher gives none for this place."


def test_without_any_there_is_a_reason_and_nothing_to_adjust_by():
    level = level_of("abilene-tx")
    assert (level.index, level.can_adjust, level.cell.missing) == (None, False, True)
    assert "price level of this place" in level.cell.reason
    assert adjusted(pay(50_000), level).reason == level.cell.reason


def test_a_state_whose_level_is_empty_says_why():
    set_price_level("texas", None)
    level = level_of("texas")
    assert (level.cell.missing, level.cell.reason_code) == (True, "not_collected")


def test_the_nation_is_the_measure_with_and_without_a_row_of_its_own():
    assert "its price level is 100" in level_of("united-states").cell.reason
    set_price_level("united-states", "100")
    level = level_of("united-states")
    assert (level.cell.text, level.can_adjust) == ("100", False)


def test_pay_in_national_prices_is_pay_over_the_index_times_100():
    level = PriceLevel(pay(1), Decimal("110.5"), "Here")
    cell = adjusted(pay(100_000), level)
    assert (cell.key, cell.value, cell.text) == ("adjusted_pay", Decimal(90_498), "$90,498")
    assert cell.unit == "US dollars a year, in national prices"
    assert cell.note.startswith("Computed: $100,000 ÷ 110.5 × 100, the price level of Here")


def test_pay_by_the_hour_keeps_its_cents():
    cell = adjusted(pay(Decimal("20.00"), "hourly_mean"), PriceLevel(pay(1), Decimal(80), "Here"))
    assert (cell.value, cell.text) == (Decimal("25.00"), "$25.00")
    assert cell.unit.startswith("US dollars an hour")


def test_the_error_stays_that_of_the_pay_and_the_note_says_so():
    level = PriceLevel(pay(1), Decimal(90), "Here")
    cell = adjusted(replace(pay(100_000), rse=Decimal("1.5")), level)
    assert cell.rse == Decimal("1.5")
    assert "error is that of the pay alone" in cell.note


def test_top_coded_pay_stays_at_least():
    cell = adjusted(pay(239_200, at_least=True), PriceLevel(pay(1), Decimal(80), "Here"))
    assert (cell.at_least, cell.text) == (True, "at least $299,000")


def test_missing_pay_stays_missing_with_its_own_reason():
    gone = Cell("annual_mean", "Pay", "-", unit="US dollars a year", missing=True, reason="Withheld.")
    cell = adjusted(gone, PriceLevel(pay(1), Decimal(80), "Here"))
    assert (cell.key, cell.missing, cell.reason) == ("adjusted_pay", True, "Withheld.")
