"""The table of a comparison, over random profiles: its shape, and what a row claims about two."""

import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers import formatting
from careers.selectors.profile import Profile
from comparisons.engine.compare import compare
from comparisons.engine.metrics import SECTIONS, Direction
from comparisons.engine.significance import Verdict, is_noise
from comparisons.engine.significance import compare as compare_cells
from comparisons.engine.verdicts import verdict

from .profiles import cell, pay_cells, profiles

steady = settings(deadline=None, derandomize=True, max_examples=200)
amounts = st.integers(10_000, 800_000)
errors = st.decimals(0, 40, places=1)
METRICS = {(section.title, metric.label): metric for section in SECTIONS for metric in section.metrics}
RANKED = [metric for metric in METRICS.values() if metric.direction is Direction.HIGHER]


def mean(amount, rse=None, **fields):
    fields = {"source_name": "BLS OEWS", "release": "May 2025", "area": "United States", **fields}
    return cell("annual_mean", amount, formatting.money(amount), rse=rse, **fields)


def rows(compared):
    return [(section.title, row) for section in compare(compared) for row in section.rows]


@steady
@given(st.lists(profiles(), min_size=2, max_size=5))
def test_every_row_has_the_cell_of_each_in_the_order_of_the_address(compared):
    for title, row in rows(compared):
        key = METRICS[title, row.label].key
        assert [own.key for own in row.cells] == [key] * len(compared)
        for own, profile in zip(row.cells, compared, strict=True):
            assert replace(own, label="") == replace(profile.cell(key), label="")
            assert own.label == row.label


@steady
@given(st.lists(profiles(), min_size=2, max_size=5))
def test_rows_and_sections_keep_their_order_and_a_row_of_nothing_is_left_out(compared):
    shown = [(title, row.label) for title, row in rows(compared)]
    assert shown == [label for label in METRICS if label in set(shown)]
    for label, metric in METRICS.items():
        recorded = any(profile.has(metric.key) for profile in compared)
        known = any(not profile.cell(metric.key).missing for profile in compared)
        assert (label in shown) == (recorded if metric.explained else known)
    assert all(section.rows for section in compare(compared))


@steady
@given(profiles("Actor"), profiles("Welder"))
def test_only_figures_of_which_more_is_ahead_are_ranked(first, second):
    for title, row in rows([first, second]):
        if METRICS[title, row.label] not in RANKED:
            assert row.verdict == ""


@steady
@given(st.lists(profiles(), min_size=3, max_size=5))
def test_with_more_than_two_no_other_figures_are_ranked(compared):
    names = [own.plural for own in compared]
    for title, row in rows(compared):
        metric = METRICS[title, row.label]
        assert row.verdict == (verdict(row.cells, names, metric.difference) if metric in RANKED else "")


@steady
@given(profiles("Actor"), profiles("Welder"))
def test_a_row_claims_no_more_than_the_difference_of_its_cells(first, second):
    for title, row in rows([first, second]):
        if METRICS[title, row.label] not in RANKED or "more." not in row.verdict:
            continue
        a, b = row.cells
        winner = max(a, b, key=lambda own: own.value)
        difference = METRICS[title, row.label].difference
        assert f"{difference(abs(a.value - b.value))} more." in row.verdict
        assert ("at least" in row.verdict) == winner.at_least
        errors = [own.rse for own in (a, b) if own.rse is not None]
        assert ("no sampling error" in row.verdict) == (not winner.at_least and not errors)
        assert ("Not every" in row.verdict) == (not winner.at_least and len(errors) == 1)


@steady
@given(pay_cells(), pay_cells())
def test_who_is_ahead_does_not_depend_on_who_is_named_first(first, second):
    turned = {Verdict.FIRST: Verdict.SECOND, Verdict.SECOND: Verdict.FIRST}
    found = compare_cells(first, second)
    assert compare_cells(second, first) is turned.get(found, found)


@steady
@given(
    amounts,
    amounts,
    errors,
    st.sampled_from(
        [
            ("kind", "median"),
            ("source_name", "Another"),
            ("release", "May 2019"),
            ("area", "Ohio"),
            ("unit", "US dollars an hour"),
        ]
    ),
)
def test_unlike_figures_are_never_ranked(first, second, error, difference):
    name, other = difference
    unlike = mean(second, error, **{name: other})
    assert compare_cells(mean(first, error), unlike) is Verdict.UNLIKE
    assert compare_cells(unlike, mean(first, error)) is Verdict.UNLIKE


@steady
@given(amounts, st.none() | errors)
def test_a_figure_against_itself_is_the_same(amount, error):
    assert compare_cells(mean(amount, error), mean(amount, error)) is Verdict.SAME


@steady
@given(amounts, amounts)
def test_without_any_error_every_difference_counts(first, second):
    assume(first != second)
    zero = Decimal("0.0")
    ahead = Verdict.FIRST if first > second else Verdict.SECOND
    assert compare_cells(mean(first, zero), mean(second, zero)) is ahead


@steady
@given(amounts, errors, amounts, errors)
def test_noise_agrees_with_the_formula_worked_out_step_by_step(first, first_rse, second, second_rse):
    first_error = Decimal(first) * first_rse / 100
    second_error = Decimal(second) * second_rse / 100
    limit = Decimal("1.645") * (first_error * first_error + second_error * second_error).sqrt()
    difference = abs(Decimal(first) - Decimal(second))
    assume(not math.isclose(difference, limit, rel_tol=1e-9))
    assert is_noise(first, float(first_rse), second, float(second_rse)) == (difference <= limit)


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        # One error of 5,000 makes 8,225 at 90 percent, whatever the other's error would be.
        (mean(100_000, Decimal("5.0")), mean(92_000), Verdict.SAME),
        (mean(92_000), mean(100_000, Decimal("5.0")), Verdict.SAME),
        (mean(100_000, Decimal("5.0")), mean(91_000), Verdict.FIRST),
    ],
)
def test_a_difference_inside_the_one_error_that_is_published_is_no_difference(first, second, found):
    assert compare_cells(first, second) is found


def test_pay_above_the_top_code_is_ahead_only_beyond_the_error_of_the_other():
    top = mean(239_200, at_least=True)
    # The other's error of 11,900 makes 19,576 at 90 percent.
    assert compare_cells(top, mean(210_000, Decimal("5.0"))) is Verdict.FIRST
    assert compare_cells(top, mean(238_000, Decimal("5.0"))) not in {Verdict.FIRST, Verdict.SECOND}


def with_figure(name, key, kind, text="41"):
    own = cell(key, 41, text, kind=kind)
    return Profile(name.lower(), name, name, "/", "", False, "", {key: own})


def row_of(key, *compared):
    return next(row for _, row in rows(compared) if row.cells[0].key == key)


@pytest.mark.parametrize(
    ("kinds", "label"),
    [
        (("mean", "mean"), "Average age"),
        (("median", "median"), "Median age"),
        (("mean", "median"), "Average or median age"),
        (("median", "mean", "median"), "Average or median age"),
    ],
)
def test_a_median_age_is_never_called_an_average(kinds, label):
    compared = [with_figure(f"Actors {number}", "age", kind) for number, kind in enumerate(kinds)]
    assert row_of("age", *compared).label == label


def test_two_unlike_kinds_are_marked_and_not_ranked():
    row = row_of("age", with_figure("Actors", "age", "mean"), with_figure("Welders", "age", "median"))
    assert row.verdict == "Not alike: a mean beside a median."
    row = row_of("age", with_figure("Actors", "age", "median"), with_figure("Welders", "age", "median"))
    assert row.verdict == ""


@pytest.mark.parametrize("more", [0, 1, 3])
def test_an_unlike_kind_among_more_than_two_is_marked(more):
    others = [with_figure(f"Cooks {number}", "age", "mean") for number in range(more)]
    row = row_of(
        "age", with_figure("Actors", "age", "mean"), *others, with_figure("Welders", "age", "median")
    )
    assert row.verdict == "Not alike: a mean beside a median."


def test_a_figure_of_a_wider_group_is_marked_beside_that_of_the_career_alone():
    alone, wider = with_figure("Actors", "age", "mean"), with_figure("Welders", "age", "mean")
    wider.cells["age"] = replace(wider.cells["age"], group="all who weld")
    assert row_of("age", alone, wider).verdict == "Not alike: one is of a wider group."
    assert row_of("age", alone, alone, wider).verdict == "Not alike: one is of a wider group."
    assert row_of("age", wider, wider).verdict == ""


def test_years_of_experience_as_a_mean_and_as_the_most_common_answer_are_not_alike():
    key = "years_of_experience"
    row = row_of(key, with_figure("Actors", key, "mean"), with_figure("Welders", key, "class"))
    assert row.verdict == "Not alike: a mean beside the most common answer."


@pytest.mark.parametrize("key", ["job_zone", "related_major", "related_college", "time_to_become"])
def test_a_row_that_the_reference_page_lacks_stands_only_where_one_has_the_figure(key):
    without = with_figure("Welders", "age", "median")
    assert key in {row.cells[0].key for _, row in rows([with_figure("Actors", key, "name"), without])}
    assert key not in {row.cells[0].key for _, row in rows([without, without])}
