"""Stated pay marked against what people earn: every mark on the axis, unlike units never on one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.charts.stated_pay import stated_chart
from careers.selectors.pay import PayRange
from careers.selectors.stated_pay import LocalPay
from tests.comparisons.profiles import cell, gap

SPREAD = PayRange("year", 30_000.0, 40_000.0, 50_000.0, 60_000.0, 70_000.0, 52_000.0, None)
RANGE = cell("pay_range", (30_000, 70_000), "$30,000 to $70,000", source_name="BLS OEWS", release="May 2025")
HERE = LocalPay(
    "Texas",
    "state",
    "/places/texas/",
    SPREAD,
    RANGE,
    cell("annual_median", 50_000, "$50,000"),
    cell("stated_pay_percentile", (25, 50), "from the 25th to the 50th percentile"),
    None,
    (40_000.0, 50_000.0),
)
HOURLY = replace(HERE, spread=PayRange("hour", 10.0, 12.0, 15.0, 20.0, 30.0, 16.0, None))
amounts = st.floats(0.01, 20_000_000)


def row(**fields):
    return stated_chart("x", [replace(HERE, **fields)], "Welders").rows[0]


def test_both_ends_of_the_stated_pay_are_marked_and_joined():
    drawn = row()
    assert drawn.marks == (drawn.x_p25, drawn.x_median)
    assert drawn.is_span


@pytest.mark.parametrize("stated", [(50_000.0, None), (None, 50_000.0), (50_000.0, 50_000.0)])
def test_one_amount_is_marked_once(stated):
    drawn = row(stated=stated)
    assert drawn.marks == (drawn.x_median,)
    assert not drawn.is_span


def test_without_stated_pay_nothing_is_marked_nor_promised():
    chart = stated_chart("x", [replace(HERE, standing=None, stated=(None, None))], "Welders")
    assert chart.rows[0].marks == ()
    assert not chart.has_stated
    assert chart.title == "Half of all Welders in Texas earn more than $50,000 a year"
    silent = replace(HERE, standing=None, stated=(None, None), median=gap("annual_median"))
    assert stated_chart("x", [silent], "Welders").title == "What Welders earn a year"


def test_the_title_says_where_the_stated_pay_lies():
    assert stated_chart("x", [HERE], "Welders").title == (
        "The stated pay lies from the 25th to the 50th percentile of Welders in Texas"
    )
    assert stated_chart("x", [HERE, HERE], "Welders").title == (
        "The stated pay against what Welders earn a year"
    )


def test_places_by_another_unit_are_not_drawn_on_the_same_axis():
    assert len(stated_chart("x", [HERE, HOURLY], "Welders").rows) == 1
    assert stated_chart("x", [HOURLY, HERE], "Welders").title.endswith("Welders earn an hour")


def test_a_wider_area_that_stands_in_is_named():
    wider = replace(RANGE, area="Texas", stands_in_for="Abilene, TX")
    assert row(range=wider, place="Abilene, TX").label == "Abilene, TX (Texas)"


def test_no_places_no_picture():
    assert stated_chart("x", [], "Welders") is None


@given(amounts, amounts)
def test_every_mark_lies_on_the_axis_in_the_order_of_the_amounts(one, other):
    low, high = sorted((one, other))
    drawn = row(stated=(low, high))
    assert all(0 <= x <= 100 for x in (*drawn.marks, drawn.x_p10, drawn.x_p90))
    assert list(drawn.marks) == sorted(drawn.marks)
