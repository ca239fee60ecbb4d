"""What several careers pay together in each state, held to the rows that it is made of."""

import random

import pytest

from careers.models import Occupation
from careers.selectors.pay_by_state import pay_by_state
from tests.oracles.pay_by_state import by_state

pytestmark = pytest.mark.django_db


def ids(*codes: str) -> set[int]:
    found = set(Occupation.objects.filter(soc_code__in=codes).values_list("pk", flat=True))
    assert len(found) == len(codes)
    return found


def some(number: int, seed: int) -> set[int]:
    listed = list(Occupation.objects.listed().order_by("pk").values_list("pk", flat=True))
    return set(random.Random(seed).sample(listed, number))


def hold(occupation_ids: set[int]) -> None:
    expected = by_state(occupation_ids)
    states = pay_by_state(occupation_ids)
    assert [state.name for state in states] == sorted(expected)
    for state in states:
        naive = expected[state.name]
        if naive["mean"] is None:
            assert (state.mean.missing, state.mean.reason_code) == (True, "suppressed")
            assert state.people.missing
        else:
            # Half a dollar may go either way: sums of floats depend on their order.
            assert state.mean.value == pytest.approx(naive["mean"], abs=0.51)
            assert state.people.value == naive["people"]
        assert state.careers.value == naive["careers"]
        assert state.mean.at_least == (naive["above"] > 0)
        assert state.is_open == (naive["above"] * 20 > naive["people"])
        assert state.is_thin == (naive["careers"] * 2 < len(occupation_ids))


@pytest.mark.parametrize("number", [1, 2, 7, 40])
def test_the_mean_is_that_of_all_people_in_the_careers_with_both_figures(number):
    for seed in range(3):
        hold(some(number, seed))


def test_pay_by_the_hour_and_pay_above_what_is_printed_are_counted_in():
    hold(ids("27-2011", "29-1211", "29-1141"))  # actors, anesthesiologists, nurses


def test_pay_that_is_partly_above_what_is_printed_reads_at_least():
    alaska = next(state for state in pay_by_state(ids("29-1211")) if state.name == "Alaska")
    assert alaska.mean.text.startswith("at least $239,200")
    assert alaska.is_open
    assert not alaska.is_ranked


def test_one_career_pays_together_what_it_pays():
    nurses = Occupation.objects.get(soc_code="29-1141")
    paid = {
        wage.area.name: wage.annual_mean
        for wage in nurses.wage_estimates.filter(area__kind="state", is_current=True).select_related("area")
    }
    states = pay_by_state({nurses.pk})
    assert {state.name: state.mean.value for state in states if not state.mean.missing} == {
        name: mean for name, mean in paid.items() if mean is not None
    }


def test_every_figure_says_where_it_is_from_and_how_it_was_weighted():
    for state in pay_by_state(some(20, 1)):
        for cell in state.cells:
            assert cell.area == state.name
            assert cell.source_name
            assert cell.release
            assert cell.unit
        assert state.mean.missing or "Weighted by the people" in state.mean.note
        assert state.careers.text.endswith(" of 20")


def test_it_takes_two_queries_however_many_careers_there_are(django_assert_num_queries):
    few, all_of_them = some(1, 1), some(800, 1)
    with django_assert_num_queries(2):
        pay_by_state(few)
    with django_assert_num_queries(2):
        pay_by_state(all_of_them)


def test_careers_without_any_figure_by_state_give_no_state():
    titles = set(Occupation.objects.filter(level="job_title").values_list("pk", flat=True))
    assert titles
    assert pay_by_state(titles) == []
    assert pay_by_state(set()) == []
