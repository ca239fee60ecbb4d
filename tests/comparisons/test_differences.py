"""How far figures are apart: growth in points, against a pinned career, over places, without equal rows."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.selectors.profile import Profile
from comparisons.engine.compare import compare, compare_places, differing
from comparisons.engine.metrics import Direction

from .profiles import cell, profiles
from .test_engine import METRICS, mean, row_of, rows, steady


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
    assert (
        pay.rows[0].verdict
        == "Not ranked: one is for Ohio instead of Akron, OH, the other for its own place."
    )


def test_two_figures_that_stand_in_for_their_places_are_not_called_equal():
    (pay,) = compare_places(
        [in_place("Akron, OH", 50_000, area="United States"), in_place("Utah", 50_000, area="United States")]
    )
    assert pay.rows[0].verdict == (
        "Not ranked: one is for the United States instead of Akron, OH, the other for the United States "
        "instead of Utah."
    )


def test_every_row_knows_its_unit_and_how_a_difference_is_said_where_more_is_ahead():
    for metric in METRICS.values():
        assert metric.direction is Direction.NEUTRAL or (metric.unit and metric.difference)
