"""Pay and employment where somebody asks for them: each figure local, else the state's, else the nation's."""

from decimal import Decimal

import pytest

from careers.models import Area, Occupation, WageEstimate
from careers.selectors import placed
from careers.selectors.profile import profiles

pytestmark = pytest.mark.django_db

LOCAL = ("annual_mean", "hourly_mean", "annual_median", "pay_range", "employment")


def profile_in(slug: str, area: str, *, adjusts: bool = False):
    (place,) = placed.places([Area.objects.select_related("state").get(slug=area)], adjusts=adjusts)
    return profiles([Occupation.objects.get(slug=slug)], place)[0]


def estimate(slug: str, area: str) -> WageEstimate:
    return WageEstimate.objects.current().cross_industry().get(occupation__slug=slug, area__slug=area)


def withhold(slug: str, area: str, *names: str) -> None:
    wage = estimate(slug, area)
    wage.missing |= dict.fromkeys(names, "suppressed")
    WageEstimate.objects.filter(pk=wage.pk).update(**dict.fromkeys(names), missing=wage.missing)


def test_every_local_figure_is_of_the_asked_place():
    profile = profile_in("registered-nurses", "dallas-fort-worth-arlington-tx")
    wage = estimate("registered-nurses", "dallas-fort-worth-arlington-tx")
    assert {profile.cell(key).area for key in LOCAL} == {wage.area.name}
    assert profile.cell("annual_mean").value == wage.annual_mean
    assert profile.cell("employment").value == wage.employment
    assert profile.pay_range.median == wage.annual_median
    assert profile.place == wage.area.name


def test_a_withheld_figure_falls_back_to_the_state_by_itself_and_says_so():
    withhold("registered-nurses", "abilene-tx", "employment")
    profile = profile_in("registered-nurses", "abilene-tx")
    jobs = profile.cell("employment")
    assert (jobs.area, jobs.stands_in_for) == ("Texas", "Abilene, TX")
    assert jobs.value == estimate("registered-nurses", "texas").employment
    assert jobs.note.startswith("No figure for Abilene, TX (")
    assert jobs.note.endswith("this is of Texas.")
    assert profile.cell("annual_mean").area == "Abilene, TX"


def test_what_neither_place_nor_state_has_is_the_nations():
    WageEstimate.objects.filter(
        occupation__slug="registered-nurses", area__slug__in=["abilene-tx", "texas"]
    ).delete()
    pay = profile_in("registered-nurses", "abilene-tx").cell("annual_mean")
    assert (pay.area, pay.stands_in_for) == ("United States", "Abilene, TX")
    assert "no source loaded here gives one" in pay.note


def test_the_drawn_range_is_the_one_that_the_cell_tells():
    withhold(
        "registered-nurses",
        "abilene-tx",
        *(f"annual_{name}" for name in ("p10", "p25", "median", "p75", "p90")),
    )
    profile = profile_in("registered-nurses", "abilene-tx")
    state = estimate("registered-nurses", "texas")
    assert profile.cell("pay_range").area == "Texas"
    assert (profile.pay_range.p10, profile.pay_range.p90) == (state.annual_p10, state.annual_p90)


def test_pay_that_is_published_by_the_hour_alone_keeps_that_reason():
    pay = profile_in("actors", "new-york").cell("annual_mean")
    assert (pay.missing, pay.reason_code, pay.area) == (True, "hourly_only", "New York")


def test_figures_that_are_no_places_stay_the_nations():
    assert profile_in("registered-nurses", "texas").cell("growth").area == "United States"


def test_pay_in_national_prices_is_divided_by_the_price_level_of_where_it_is_paid():
    withhold("registered-nurses", "abilene-tx", "annual_mean", "hourly_mean")
    profile = profile_in("registered-nurses", "abilene-tx", adjusts=True)
    texas = profile_in("registered-nurses", "texas", adjusts=True)
    assert profile.cell("adjusted_pay").value == texas.cell("adjusted_pay").value
    index = Decimal(texas.cell("price_parity").value)
    assert texas.cell("adjusted_pay").value == round(Decimal(texas.cell("annual_mean").value) / index * 100)


def test_the_nations_pay_is_the_same_at_its_own_prices():
    WageEstimate.objects.filter(
        occupation__slug="registered-nurses", area__slug__in=["abilene-tx", "texas"]
    ).delete()
    profile = profile_in("registered-nurses", "abilene-tx", adjusts=True)
    adjusted = profile.cell("adjusted_pay")
    assert adjusted.value == profile.cell("annual_mean").value
    assert "price level there is that of the nation" in adjusted.note


def test_pay_of_no_stated_place_is_not_adjusted():
    adjusted = profile_in("patient-service-coordinator", "texas", adjusts=True).cell("adjusted_pay")
    assert (adjusted.missing, adjusted.reason) == (True, "Its source does not say where this is paid.")


def test_pay_in_national_prices_stands_only_where_it_is_asked_for():
    assert not profile_in("registered-nurses", "texas").has("adjusted_pay")


def test_the_place_costs_two_queries_more(django_assert_num_queries):
    career = Occupation.objects.get(slug="registered-nurses")
    area = Area.objects.select_related("state").get(slug="abilene-tx")
    with django_assert_num_queries(1):
        places = placed.places([area])
    with django_assert_num_queries(1):
        placed.wages([career.pk], [places[0].area])
