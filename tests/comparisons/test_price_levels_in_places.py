"""Pay in national prices over places: what was worked out with the prices of another area is not ranked."""

from dataclasses import replace
from decimal import Decimal

from careers.selectors.prices import PriceLevel, adjusted
from careers.selectors.profile import Profile
from comparisons.engine.compare import compare_places
from comparisons.prose.in_places import opening_in_places

from .profiles import cell, gap
from .test_engine import mean


def in_place(place, amount, index=None, state=""):
    """Pay in a place, at its own price level or at that of its state, which stands in for it."""
    pay = mean(amount, Decimal("1.0"), area=place)
    cells = {"annual_mean": pay, "adjusted_pay": gap("adjusted_pay")}
    if index:
        level = PriceLevel(
            cell("price_parity", index, str(index)), Decimal(index), state or place, bool(state)
        )
        cells["adjusted_pay"] = adjusted(pay, level)
    return Profile("cooks", "Cooks", "Cooks", "/", "", False, "", cells, place=place)


def verdict_on(*compared):
    (pay,) = compare_places(compared)
    return next(row.verdict for row in pay.rows if row.key == "adjusted_pay")


RURAL = in_place("West Ohio nonmetropolitan area", 60_000, 90, "Ohio")
CITY = in_place("Akron, OH", 50_000, 95)
TOWN = in_place("Provo, UT", 40_000, 100)
UNPRICED = in_place("Puerto Rico", 30_000)


def test_pay_at_the_prices_of_a_whole_state_is_not_ranked_with_pay_at_those_of_a_place():
    why = "one is at the price level of Ohio, the other at that of its own place"
    assert verdict_on(RURAL, CITY) == f"Not ranked: {why}."
    assert opening_in_places([RURAL, CITY])[1] == (
        "In national prices, pay is $66,667 a year in the West Ohio nonmetropolitan area and $52,632 a year "
        f"in Akron, OH; which is more cannot be said, because {why}."
    )


def test_two_places_at_the_prices_of_one_state_are_ranked_as_their_pay_is():
    other = in_place("East Ohio nonmetropolitan area", 40_000, 90, "Ohio")
    assert verdict_on(RURAL, other).startswith("West Ohio nonmetropolitan area: $22,223 more.")


def test_places_with_prices_of_their_own_are_ranked_beside_one_without():
    assert opening_in_places([RURAL, CITY, TOWN])[1] == (
        "In national prices, pay is highest in Akron, OH: $52,632 a year, against $40,000 in Provo, UT. Not "
        "ranked with them: $66,667 a year in the West Ohio nonmetropolitan area, because one is at the price "
        "level of Ohio, the other at that of its own place."
    )


def test_nobody_is_called_highest_without_a_word_on_the_places_whose_prices_are_not_known():
    assert opening_in_places([CITY, TOWN, UNPRICED])[1].endswith(
        "against $40,000 in Provo, UT; no price level is published for Puerto Rico."
    )


def test_where_only_hourly_pay_stands_in_the_gap_is_told_of_that():
    hourly = replace(
        cell("hourly_mean", Decimal("58.29"), "$58.29"), area="United States", stands_in_for="Guam"
    )
    places = [
        Profile("actors", "Actors", "Actors", "/", "", False, "", {"hourly_mean": hourly}, place=place)
        for place in ("Guam", "Wyoming")
    ]
    assert opening_in_places(places) == [
        "No hourly average is published for Guam and Wyoming: nationwide it is $58.29, which is not ranked "
        "here."
    ]
