"""The table of a comparison, over random profiles: its shape, and what a row claims about two."""

import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers import formatting
from careers.selectors.profile import Profile
from comparisons.engine.compare import compare, compare_places, differing
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


def growing(name, percent, period="2024 to 2034"):
    own = cell("growth", Decimal(percent), f"{percent}%", unit=f"percent, {period}", source_name="BLS")
    return Profile(name.lower(), name, name, "/", "", False, "", {"growth": own})


@pytest.mark.parametrize(
    ("percents", "said"),
    [
        (("5", "2.5"), "Actors: 2.5 points more. A projection, without a published error."),
        (("-3", "-2"), "Bakers: 1 point more. A projection, without a published error."),
        (("4", "4"), "Equal."),
        (
            ("9", "4", "2"),
            "Actors: 5 points more than the next, Bakers. A projection, without a published error.",
        ),
    ],
)
def test_growth_is_ranked_in_points_and_said_to_be_projected(percents, said):
    names = ("Actors", "Bakers", "Cooks")
    assert row_of("growth", *map(growing, names, percents)).verdict == said


def test_growth_over_different_years_is_not_ranked():
    row = row_of("growth", growing("Actors", "5"), growing("Bakers", "2", "2023 to 2033"))
    assert row.verdict == "Not ranked: one is in percent, 2024 to 2034, the other in percent, 2023 to 2033."


def paid(name, amount, rse="1.0", **fields):
    return Profile(
        name.lower(), name, name, "/", "", False, "", {"annual_mean": mean(amount, Decimal(rse), **fields)}
    )


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ((90_000,), ("", "$10,000 less")),
        ((130_000,), ("", "$30,000 more")),
        ((100_500,), ("", "about the same, within the sampling error")),
        ((100_000,), ("", "the same")),
        ((90_000, 130_000), ("", "$10,000 less", "$30,000 more")),
    ],
)
def test_held_against_a_pinned_career_each_says_how_far_it_is_from_that(others, said):
    compared = [paid("Actors", 100_000), *(paid(f"Cooks {amount}", amount) for amount in others)]
    (section, *_) = compare(compared, pinned=0)
    assert section.rows[0].differences == said
    assert all(row.differences == () for _, row in rows(compared))


@steady
@given(st.lists(profiles(), min_size=2, max_size=5), st.integers(0, 4))
def test_a_difference_from_the_pinned_one_is_said_only_where_both_are_known_numbers(compared, pinned):
    pinned %= len(compared)
    for section in compare(compared, pinned=pinned):
        for row in section.rows:
            metric = METRICS[section.title, row.label]
            assert len(row.differences) == (len(compared) if metric.difference else 0)
            for number, said in enumerate(row.differences):
                known = not (row.cells[number].missing or row.cells[pinned].missing)
                assert bool(said) == (known and number != pinned)
                if said.endswith(("more", "less")):
                    apart = row.cells[number].value - row.cells[pinned].value
                    assert said.endswith("more") == (apart > 0)
                    assert metric.difference(abs(apart)) in said


@steady
@given(st.lists(profiles(), min_size=2, max_size=5))
def test_hiding_equal_rows_hides_those_in_which_all_say_the_same_and_counts_them(compared):
    sections = compare(compared)
    kept, hidden = differing(sections)
    assert hidden == sum(
        len({(own.text, own.missing) for own in row.cells}) == 1
        for section in sections
        for row in section.rows
    )
    assert sum(len(section.rows) for section in kept) + hidden == sum(
        len(section.rows) for section in sections
    )
    assert all(section.rows for section in kept)


def in_place(place, amount, area=None):
    own = mean(amount, Decimal("1.0"), area=area or place, stands_in_for=place if area else "")
    return Profile("cooks", "Cooks", "Cooks", "/", "", False, "", {"annual_mean": own}, place=place)


def test_one_career_is_ranked_over_places_each_with_the_figure_of_its_own():
    (pay,) = compare_places([in_place("Ohio", 50_000), in_place("Utah", 60_000)])
    assert pay.rows[0].verdict == "Utah: $10,000 more."


def test_a_figure_that_stands_in_for_a_place_is_not_ranked_as_of_that_place():
    (pay,) = compare_places([in_place("Akron, OH", 50_000, area="Ohio"), in_place("Utah", 60_000)])
    assert pay.rows[0].verdict == "Not ranked: one is for Ohio, the other for its own place."


def test_every_row_knows_its_unit_and_how_a_difference_is_said_where_more_is_ahead():
    for metric in METRICS.values():
        assert metric.direction is Direction.NEUTRAL or (metric.unit and metric.difference)
