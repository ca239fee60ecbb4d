"""The rule of what a move leaves to learn, and what it changes in pay; no database."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.selectors.profile import Profile
from comparisons.engine.move import Measure, Standing, pay_change, schooling, standing, steps
from comparisons.engine.significance import Verdict
from tests.oracles.move import place

from .profiles import cell, gap
from .ratings import rating

LADDER = ["No formal educational credential", "High school diploma or equivalent", "Bachelor's degree"]
LISTS = {
    Standing.LEARN: "to_learn",
    Standing.SHARED: "shared",
    Standing.LEAVE: "to_leave_behind",
    Standing.UNTOLD: "untold",
    Standing.NEITHER: "",
}


def measured(importance, level, importance_se="0.1", level_se="0.1") -> Measure:
    return Measure(
        *(None if value is None else Decimal(value) for value in (importance, importance_se, level, level_se))
    )


@pytest.mark.parametrize(
    ("before", "after", "where"),
    [
        (measured("2.00", "2"), measured("3.00", "2"), Standing.LEARN),
        (measured("4.00", "3"), measured("3.00", "4"), Standing.LEARN),
        (measured("3.00", "4"), measured("2.00", "4"), Standing.LEAVE),
        (measured("3.00", "4"), measured("4.50", "4"), Standing.SHARED),
        (measured("4.00", "4"), measured("4.00", "1"), Standing.SHARED),
        (measured("2.00", "4"), measured("2.90", "6"), Standing.NEITHER),
    ],
)
def test_what_matters_is_learnt_shared_or_left_behind(before, after, where):
    assert standing(before, after) is where


def test_a_hair_below_and_a_hair_above_what_matters_is_shared():
    assert standing(measured("2.97", "3"), measured("3.03", "3")) is Standing.SHARED
    assert standing(measured("3.03", "3"), measured("2.97", "3")) is Standing.SHARED


def test_half_a_point_is_not_yet_clearly_more():
    assert standing(measured("4", "3.00"), measured("4", "3.50")) is Standing.SHARED
    assert standing(measured("4", "3.00"), measured("4", "3.51")) is Standing.LEARN


def test_a_difference_within_its_sampling_error_is_not_to_learn():
    # Standard errors 0.3 and 0.4 make 0.5 for the difference; 1.645 times that is 0.8225.
    noisy = {"level_se": "0.3"}, {"level_se": "0.4"}
    assert standing(measured("4", "3", **noisy[0]), measured("4", "3.82", **noisy[1])) is Standing.SHARED
    assert standing(measured("4", "3", **noisy[0]), measured("4", "3.83", **noisy[1])) is Standing.LEARN


def test_where_no_standard_error_is_published_half_a_point_decides():
    unknown = {"importance_se": None, "level_se": None}
    assert standing(measured("4", "3", **unknown), measured("4", "3.6", **unknown)) is Standing.LEARN


def test_a_withheld_rating_that_would_decide_is_not_guessed():
    assert standing(measured("4", None), measured("4", "3")) is Standing.UNTOLD
    assert standing(measured(None, None), measured("4", "3")) is Standing.UNTOLD
    # Without a level, what does not matter to the old career at all is new all the same.
    assert standing(measured("1.5", None), measured("4", "3")) is Standing.LEARN


points = st.one_of(st.none(), st.decimals(1, 5, places=2))
levels = st.one_of(st.none(), st.decimals(0, 7, places=2))
errors = st.one_of(st.none(), st.decimals(0, 1, places=4))
measures = st.builds(Measure, points, errors, levels, errors)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(measures, measures)
def test_any_two_ratings_stand_where_the_slow_computation_puts_them(before, after):
    assert LISTS[standing(before, after)] == place(before, after)


@settings(deadline=None, derandomize=True, max_examples=200)
@given(measures, measures)
def test_what_one_way_leaves_behind_is_never_left_behind_the_other_way(before, after):
    there, back = standing(before, after), standing(after, before)
    if there is Standing.LEAVE:
        assert back is Standing.LEARN
    assert (there is Standing.NEITHER) == (back is Standing.NEITHER)


def test_each_list_comes_by_importance():
    old = [rating("Speaking", "5", "5"), rating("Welding", "3.5", "4"), rating("Reading", "3", "2")]
    new = [rating("Reading", "4", "4"), rating("Speaking", "3.5", "5"), rating("Welding", "1", "0")]
    new.insert(1, rating("Drawing", "3.8", "4"))
    old.append(rating("Drawing", "1", "0"))
    found = steps(old, new)
    names = {where: [step.name for step in listed] for where, listed in found.items()}
    assert names == {
        Standing.LEARN: ["Reading", "Drawing"],
        Standing.SHARED: ["Speaking"],
        Standing.LEAVE: ["Welding"],
    }
    reading, drawing = found[Standing.LEARN]
    assert (reading.is_new, reading.is_higher) == (False, True)
    assert (drawing.is_new, drawing.is_higher) == (True, True)


def test_without_ratings_of_both_there_are_no_lists():
    assert steps([], [rating("Speaking", "4", "4")]) == {}
    assert steps([rating("Speaking", "4", "4")], ()) == {}


def test_a_skill_that_only_one_career_is_rated_on_is_not_guessed():
    found = steps([rating("Speaking", "4", "4")], [rating("Writing", "4", "4")])
    assert [step.name for step in found[Standing.UNTOLD]] == ["Writing", "Speaking"]


def test_schooling_is_counted_in_classes_and_unknown_without_both():
    def asking(value):
        return cell("entry_education", value, value)

    assert schooling(asking(LADDER[0]), asking(LADDER[2]), LADDER) == 2
    assert schooling(asking(LADDER[2]), asking(LADDER[1]), LADDER) == -1
    assert schooling(asking(LADDER[1]), asking(LADDER[1]), LADDER) == 0
    assert schooling(gap("entry_education"), asking(LADDER[1]), LADDER) is None
    assert schooling(asking("Licence"), asking(LADDER[1]), LADDER) is None


def paid(key, value, **fields) -> Profile:
    known = {"source_name": "BLS OEWS", "release": "May 2025", "area": "United States", **fields}
    return Profile("x", "X", "X", "/", "", False, "", {key: cell(key, value, f"${value}", **known)})


def test_the_error_of_a_change_is_the_root_of_the_sum_of_the_squares():
    change = pay_change(
        paid("annual_mean", 30_000, rse=Decimal(1)), paid("annual_mean", 40_000, rse=Decimal(1))
    )
    assert (change.verdict, change.amount, change.error, change.per) == (
        Verdict.SECOND,
        10_000,
        500,
        "a year",
    )
    assert change.range == (Decimal("9177.5"), Decimal("10822.5"))


def test_top_coded_pay_makes_a_change_of_at_least_that_much_without_a_range():
    change = pay_change(
        paid("annual_mean", 60_000, rse=Decimal(1)), paid("annual_mean", 239_200, at_least=True)
    )
    assert (change.verdict, change.amount, change.is_least, change.range) == (
        Verdict.SECOND,
        179_200,
        True,
        None,
    )


def test_pay_by_the_hour_is_set_against_pay_by_the_hour():
    old, new = paid("hourly_mean", Decimal("20.50")), paid("hourly_mean", Decimal("21.75"))
    new.cells["annual_mean"] = cell("annual_mean", 45_000, "$45,000")
    change = pay_change(old, new)
    assert (change.per, change.amount) == ("an hour", Decimal("1.25"))


def test_unlike_pay_is_not_subtracted():
    change = pay_change(paid("annual_mean", 1), paid("annual_mean", 2, release="May 2020"))
    assert (change.verdict, change.amount) == (Verdict.UNLIKE, None)
    assert change.why == "one is of May 2025, the other of May 2020"
