"""An axis holds what is drawn on it, in order, between its ends."""

import math

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers.charts.scale import axis_end, nice_step, position

steady = settings(deadline=None, derandomize=True, max_examples=300)
amounts = st.floats(0.01, 1e7, allow_nan=False)


@steady
@given(amounts, st.integers(2, 8))
def test_an_axis_holds_the_largest_amount_in_a_few_round_steps(largest, ticks):
    end, step = axis_end(largest, ticks)
    assert end >= largest or math.isclose(end, largest)
    assert end - largest <= step * (1 + 1e-9)
    assert math.isclose(end / step, round(end / step))
    assert 1 <= round(end / step) <= ticks


@steady
@given(amounts, st.integers(2, 8))
def test_a_step_is_1_2_2_5_or_5_times_a_power_of_ten(span, ticks):
    step = nice_step(span, ticks)
    digits = step / 10 ** math.floor(math.log10(step) + 1e-9)
    assert any(math.isclose(digits, nice) for nice in (1, 2, 2.5, 5))
    assert span / step <= ticks * (1 + 1e-9)


@steady
@given(st.lists(amounts, min_size=2, max_size=9))
def test_positions_lie_on_the_plot_and_keep_the_order(drawn):
    end, _ = axis_end(max(drawn))
    places = [position(amount, end) for amount in sorted(drawn)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)


@steady
@given(amounts, amounts)
def test_twice_the_amount_lies_twice_as_far(amount, end):
    assume(2 * amount <= end)
    assert position(2 * amount, end) == pytest.approx(2 * position(amount, end), abs=0.02)


def test_the_ends_of_an_axis_are_its_edges_and_nothing_leaves_the_plot():
    assert (position(0, 50), position(50, 50)) == (0, 100)
    assert (position(-1, 50), position(51, 50)) == (0, 100)


def test_what_is_missing_has_no_position():
    assert position(None, 50) is None


def test_an_axis_of_nothing_still_has_a_length():
    end, step = axis_end(0)
    assert end == step > 0
