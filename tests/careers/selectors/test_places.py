"""Places against a slow second computation, and what their pages are made from."""

import random

import pytest

from careers.models import Area, WageEstimate
from careers.selectors import careers_here
from careers.selectors import places as selector
from tests.careers.selectors.price_levels import forget_price_levels, set_price_level
from tests.oracles import careers_here as oracle

pytestmark = pytest.mark.django_db


def place(slug: str) -> selector.Place:
    return selector.place(selector.find(slug))


def drawn(count: int) -> list[Area]:
    """Places by lot, with one of each kind among them."""
    lot = random.Random(583)
    areas = list(Area.objects.order_by("code"))
    chosen = [lot.choice([area for area in areas if area.kind == kind]) for kind in Area.Kind.values]
    return chosen + lot.sample(areas, count - len(chosen))


def test_the_best_paid_occupations_are_those_of_a_count_by_hand():
    for area in drawn(16):
        ranked, rankable, published, above = oracle.best_paid(area.code, oracle.ALL, careers_here.LISTED)
        best = place(area.slug).best_paid
        assert [(item.career.title, item.yearly) for item in best.careers] == [
            (title, pytest.approx(pay)) for title, pay in ranked
        ], area
        assert [item.career.title for item in best.above] == above, area
        assert f"{rankable} of {published} occupations" in best.floor


def test_what_is_unusually_common_is_what_a_count_by_hand_finds():
    for area in drawn(16):
        unusual = place(area.slug).unusual
        found = [(item.career.title, float(item.quotient.value)) for item in unusual.careers]
        expected = [] if area.kind == "nation" else oracle.unusual_in_place(area.code, careers_here.LISTED)
        assert found == expected, area
        assert bool(found) != bool(unusual.reason)


def test_the_whole_of_a_place_is_the_total_that_is_published():
    total = WageEstimate.objects.get(
        is_current=True, area__slug="abilene-tx", industry__code="000000", occupation__soc_code="00-0000"
    )
    cells = place("abilene-tx").cells
    assert cells["employment"].value == total.employment
    assert cells["annual_mean"].value == total.annual_mean
    assert cells["annual_median"].value == total.annual_median
    assert cells["pay_range"].value == (total.annual_p10, total.annual_p90)


def test_every_floor_is_written_beside_its_ranking():
    found = place("abilene-tx")
    assert "at least 50 people employed" in found.best_paid.floor
    assert "at most 15%" in found.best_paid.floor
    assert "at least 50 people employed" in found.unusual.floor
    assert "at most 30%" in found.unusual.floor


def test_pay_above_what_is_printed_is_listed_apart_and_reads_at_least():
    best = place("portland-vancouver-hillsboro-or-wa").best_paid
    assert len(best.above) == 10
    assert all(item.pay.text == "at least $239,200" for item in best.above)
    assert not {item.career.slug for item in best.above} & {item.career.slug for item in best.careers}


def test_national_prices_change_every_amount_and_no_order():
    set_price_level("abilene-tx", "80")
    best = place("abilene-tx").best_paid
    amounts = [float(item.adjusted.value) for item in best.careers]
    assert amounts == sorted(amounts, reverse=True)
    assert amounts == [pytest.approx(item.pay.value / 0.8, abs=0.51) for item in best.careers]
    cells = place("abilene-tx").cells
    assert cells["adjusted_pay"].value == pytest.approx(cells["annual_mean"].value / 0.8, abs=0.51)


def test_without_a_price_level_nothing_is_adjusted():
    forget_price_levels()
    found = place("guam")
    assert "adjusted_pay" not in found.cells
    assert found.cells["price_parity"].reason
    assert all(item.adjusted is None for item in found.best_paid.careers)


def test_the_nations_pay_stands_beside_that_of_the_place():
    nation = {item.career.slug: item.pay.value for item in place("united-states").best_paid.careers}
    shared = [item for item in place("california").best_paid.careers if item.career.slug in nation]
    assert shared
    assert all(item.nation.value == nation[item.career.slug] for item in shared)
    assert all(item.nation is None for item in place("united-states").best_paid.careers)


def test_a_place_leads_to_its_state_a_state_to_what_lies_in_it_and_the_nation_to_the_states():
    metro, state, nation = place("abilene-tx"), place("texas"), place("united-states")
    assert metro.state == ("Texas", "/places/texas/")
    local = {name for _, links in state.areas for name, _ in links}
    assert local == set(Area.objects.filter(state__slug="texas").values_list("name", flat=True))
    assert {name for _, links in metro.areas for name, _ in links} == local - {"Abilene, TX"}
    assert [heading for heading, _ in nation.areas] == ["States and territories"]
    assert len(nation.areas[0][1]) == 54


def test_a_place_without_any_figure_says_so_in_every_part():
    Area.objects.create(code="9999999", kind="metro", name="Nowhere, TX", slug="nowhere-tx")
    found = place("nowhere-tx")
    assert all(cell.missing and cell.reason for cell in found.cells.values())
    assert not found.best_paid.careers
    assert found.unusual.reason


def test_the_list_of_places_holds_every_place_once():
    found = selector.places(Area.objects.all())
    names = [row.slug for row in found.all]
    assert len(names) == len(set(names)) == Area.objects.count()


@pytest.mark.parametrize("sort", ["place", "pay", "employment", "prices"])
def test_states_sort_by_each_column_both_ways_and_the_unknown_come_last(sort):
    forget_price_levels()
    for number, slug in enumerate(("texas", "ohio", "hawaii")):
        set_price_level(slug, str(90 + number))
    for order, falling in ((sort, False), (f"-{sort}", True)):
        rows = selector.places(Area.objects.all(), order).states
        name = {"place": "name", "pay": "mean", "employment": "employment", "prices": "price"}[sort]
        values = [getattr(row, name) for row in rows]
        if sort != "place":
            values = [cell.value for cell in values]
        known = [value for value in values if value is not None]
        assert values[: len(known)] == known
        assert known == sorted(known, reverse=falling)
        assert len(rows) == 54
