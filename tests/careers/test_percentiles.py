"""Where an amount lies in a published distribution, as far as what is printed can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.percentiles import PERCENTS, in_words, range_in_words, standing

EVEN = {10: 20, 25: 25, 50: 30, 75: 40, 90: 50}
TOPPED = {10: 100_000, 25: 150_000, 50: 200_000, 75: None, 90: None}
TOP = 239_200

amounts = st.floats(0.01, 1_000_000)


@st.composite
def distributions(draw):
    """Ascending points, some of them unknown, the upper ones perhaps above a top code."""
    ascending = sorted(draw(st.lists(amounts, min_size=5, max_size=5)))
    kept = draw(st.lists(st.booleans(), min_size=5, max_size=5))
    top_code = draw(st.none() | amounts)
    points = {
        percent: point if keep and (top_code is None or point < top_code) else None
        for percent, point, keep in zip(PERCENTS, ascending, kept, strict=True)
    }
    return points, top_code


def words(amount, points=EVEN, top_code=None) -> str:
    return in_words(standing(amount, points, top_code))


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (19.99, "below the 10th percentile"),
        (20, "the 10th percentile"),
        (22, "about the 15th percentile"),
        (24.9, "about the 25th percentile"),
        (30, "the 50th percentile"),
        (31, "about the 55th percentile"),
        (50, "the 90th percentile"),
        (50.01, "above the 90th percentile"),
    ],
)
def test_an_amount_is_told_to_the_nearest_five_and_never_beyond_what_is_printed(amount, said):
    assert words(amount) == said


def test_an_unknown_point_is_bridged_by_its_neighbours():
    assert words(25, EVEN | {25: None}) == "about the 30th percentile"
    assert words(15, EVEN | {10: None}) == "below the 25th percentile"
    assert words(45, EVEN | {90: None}) == "above the 75th percentile"


def test_an_amount_that_several_percentiles_share_lies_between_them():
    assert words(25, EVEN | {10: 25}) == "between the 10th and the 25th percentile"


def test_under_the_top_code_the_next_percentile_is_known_to_be_higher():
    assert words(210_000, TOPPED, TOP) == "between the 50th and the 75th percentile"
    assert words(210_000, {}, TOP) == "below the 10th percentile"


def test_from_the_top_code_on_an_amount_cannot_be_placed():
    beyond = "above what the publisher prints"
    assert words(TOP, TOPPED, TOP) == f"{beyond}, which is above the 50th percentile"
    assert words(300_000, dict.fromkeys(PERCENTS), TOP) == beyond


def test_a_range_is_told_from_its_lower_to_its_upper_end():
    def said(low, high, points=EVEN, top_code=None):
        return range_in_words(standing(low, points, top_code), standing(high, points, top_code))

    assert said(10, 27) == "from below the 10th to about the 35th percentile"
    assert said(31, 31.5) == "about the 55th percentile"
    assert said(170_000, 300_000, TOPPED, TOP) == (
        "from about the 35th percentile to above what the publisher prints, "
        "which is above the 50th percentile"
    )


def test_nothing_is_said_where_nothing_is_printed():
    assert standing(25, dict.fromkeys(PERCENTS)) is None
    assert standing(25, {}) is None


@given(distributions(), amounts, amounts)
def test_more_pay_never_lies_lower(distribution, one, other):
    points, top_code = distribution
    lower, higher = (standing(amount, points, top_code) for amount in sorted((one, other)))
    if lower is None:
        assert higher is None
    else:
        assert lower.low <= higher.low
        assert lower.high <= higher.high


@given(distributions())
def test_a_printed_point_lies_at_its_own_percentile(distribution):
    points, top_code = distribution
    for percent, point in points.items():
        if point is not None:
            lies = standing(point, points, top_code)
            assert lies.low <= percent <= lies.high
            same = [other for other, amount in points.items() if amount == point]
            assert (lies.low, lies.high) == (same[0], same[-1])


@given(distributions(), amounts)
def test_every_standing_is_within_bounds_and_has_words(distribution, amount):
    points, top_code = distribution
    lies = standing(amount, points, top_code)
    if lies is not None:
        assert 0 <= lies.low <= lies.high <= 100
        assert "percentile" in in_words(lies) or lies.is_beyond_print
        assert " 0th" not in in_words(lies)
        assert "100th" not in in_words(lies)
