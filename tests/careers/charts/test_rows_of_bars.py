"""Bars of plain rows: as long as what they stand for, on a scale of their own, or left and right of zero."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.charts.bars import Row, bars

steady = settings(deadline=None, derandomize=True, max_examples=200)
values = st.none() | st.floats(-1000, 1000).map(lambda value: round(value, 1))


def rows(*amounts: float | None) -> list[Row]:
    return [Row(f"Row {number}", amount, str(amount)) for number, amount in enumerate(amounts)]


@steady
@given(st.lists(values, max_size=20))
def test_every_bar_lies_in_the_plot_and_is_as_long_as_its_value(amounts):
    chart = bars("any", "Any", rows(*amounts))
    known = [amount for amount in amounts if amount is not None]
    if not known:
        assert chart is None
        return
    assert [bar.width is None for bar in chart.bars] == [amount is None for amount in amounts]
    drawn = [(amount, bar) for amount, bar in zip(amounts, chart.bars, strict=True) if amount is not None]
    assert all(0 <= bar.x <= bar.x + bar.width <= 100.01 for _, bar in drawn)
    longest, bar = max(drawn, key=lambda pair: abs(pair[0]))
    for amount, other in drawn:
        assert other.width * abs(longest) == pytest.approx(bar.width * abs(amount), abs=0.03 * abs(longest))


def test_losses_go_to_the_left_of_zero_and_gains_to_the_right():
    chart = bars("growth", "Growth", rows(-10, 5, 0))
    lost, gained, neither = chart.bars
    assert lost.x + lost.width == pytest.approx(chart.zero_x, abs=0.02)
    assert gained.x == pytest.approx(chart.zero_x, abs=0.02)
    assert lost.width == pytest.approx(2 * gained.width, abs=0.02)
    assert neither.width == 0


def test_without_losses_bars_begin_at_the_left_edge():
    chart = bars("growth", "Growth", rows(3, 5))
    assert chart.zero_x is None
    assert [bar.x for bar in chart.bars] == [0, 0]


def test_a_scale_of_its_own_begins_at_its_lower_end():
    """On a scale from 1 to 5, a rating of 1 has no length, 3 is half way, 5 is all of it."""
    chart = bars("skills", "Skills", rows(1, 3, 5), ends=(1, 5))
    assert [(bar.x, bar.width) for bar in chart.bars] == [(0, 0), (0, 50), (0, 100)]


def test_a_row_without_a_value_keeps_its_place_and_its_reason():
    known, missing = Row("Writing", 3.2, "3.2"), Row("Speaking", None, "-", reason="Too few answers.")
    chart = bars("skills", "Skills", [missing, known], ends=(1, 5))
    assert [(bar.label, bar.text, bar.reason) for bar in chart.bars] == [
        ("Speaking", "-", "Too few answers."),
        ("Writing", "3.2", ""),
    ]
    assert chart.bars[0].width is None


def test_what_the_others_are_held_against_looks_quieter():
    chart = bars("growth", "Growth", [Row("Nurses", 5, "5%"), Row("All", 3, "3%", is_quiet=True)])
    assert [bar.class_name for bar in chart.bars] == ["series-1", "bar-quiet"]
