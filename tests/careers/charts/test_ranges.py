"""Pay ranges on one axis: drawn in order, open where the top is not printed, silent where nothing is."""

import re
from dataclasses import fields, replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers.charts.ranges import describe, range_chart
from careers.selectors.cells import Cell
from careers.selectors.pay import PayRange, range_rows
from careers.selectors.profile import Profile

steady = settings(deadline=None, derandomize=True, max_examples=200)
NAMES = ("p10", "p25", "median", "p75", "p90")
NURSES = PayRange("year", 66_030, 76_640, 93_600, 107_960, 135_320, 98_430, None)
ACTORS = PayRange("hour", 16.5, 20.34, 29.05, 97.95, 143.68, 58.29, None)
PILOTS = PayRange("year", 80_920, 133_740, 226_600, None, None, 250_050, 239_200)
SURGEONS = PayRange("year", None, None, None, None, None, None, 239_200)
STATED = PayRange("year", None, None, None, None, None, 34_754, None, 27_000, 43_000)
UNKNOWN = PayRange("year", None, None, None, None, None, None, None)


def profile(name: str, spread: PayRange | None) -> Profile:
    source = {"source_name": "BLS OEWS", "release": "May 2025", "source_url": "/sources/oews/"}
    own = {"pay_range": Cell("pay_range", "Salary range", "x", **source)}
    return Profile(name.lower(), name, name, "/", "", False, "", own, pay_range=spread)


def chart(**spreads):
    return range_chart("pay", [profile(name, spread) for name, spread in spreads.items()])


@st.composite
def spreads(draw) -> PayRange:
    """Percentiles in order; from some point on above the top code."""
    per = draw(st.sampled_from(["year", "hour"]))
    top = 239_200.0 if per == "year" else 115.0
    values = sorted(draw(st.lists(st.floats(top / 20, top), min_size=5, max_size=5)))
    values = [round(value, 0 if per == "year" else 2) for value in values]
    printed = draw(st.integers(0, 5))
    shown = dict(zip(NAMES, [*values[:printed], *[None] * (5 - printed)], strict=True))
    mean = draw(st.none() | st.floats(min(values), max(values) * 1.5))
    return PayRange(per, **shown, mean=mean, top_code=top if printed < 5 else None)


@steady
@given(st.lists(spreads(), min_size=1, max_size=5))
def test_percentiles_are_drawn_in_order_on_the_plot(drawn):
    made = range_chart("pay", [profile(f"Career {n}", spread) for n, spread in enumerate(drawn)])
    assert [x for x, _ in made.ticks] == sorted({x for x, _ in made.ticks})
    assert (made.ticks[0][0], made.ticks[-1][0]) == (0, 100)
    for row in made.rows:
        places = [getattr(row, f"x_{name}") for name in NAMES]
        known = [place for place in places if place is not None]
        assert known == sorted(known)
        drawn_places = [getattr(row, own.name) for own in fields(row) if own.name.startswith("x_")]
        assert all(0 <= place <= 100 for place in drawn_places if place is not None)


@steady
@given(st.lists(spreads(), min_size=1, max_size=5))
def test_yearly_and_hourly_pay_never_share_an_axis(drawn):
    made = range_chart("pay", [profile(f"Career {n}", spread) for n, spread in enumerate(drawn)])
    per = "year" if any(spread.per == "year" for spread in drawn) else "hour"
    assert len(made.rows) == sum(spread.per == per for spread in drawn)
    assert f"a{'n' if per == 'hour' else ''} {per}" in made.desc


@steady
@given(spreads())
def test_a_range_in_words_states_its_own_amounts_only(spread):
    known = {amount for own in fields(spread) if isinstance(amount := getattr(spread, own.name), float)}
    shown = {float(text.replace(",", "")) for text in re.findall(r"\$([\d,]+(?:\.\d\d)?)", describe(spread))}
    assert all(any(abs(amount - own) <= 0.5 for own in known) for amount in shown)
    assert ("at least" in describe(spread)) == (spread.p90 is None)


@steady
@given(spreads())
def test_the_table_behind_the_picture_has_every_amount_in_order(spread):
    assert [name for name, _ in range_rows(spread)] == [
        "10th percentile", "25th percentile", "Median", "75th percentile", "90th percentile", "Mean",
    ]  # fmt: skip
    texts = dict(range_rows(spread))
    for name, amount in zip(NAMES, list(texts.values())[:5], strict=True):
        assert amount.startswith("at least") == (getattr(spread, name) is None)


def test_a_range_within_what_is_printed():
    made = chart(Nurses=NURSES)
    (row,) = made.rows
    assert row.text == "$66,030 to $135,320, median $93,600"
    assert made.title == "The middle half of Nurses earn $76,640 to $107,960 a year"
    assert (row.open_end, made.has_percentiles, made.has_stated) == (False, True, False)


def test_a_range_above_the_top_code_is_open_and_reads_at_least():
    (row,) = chart(Pilots=PILOTS).rows
    assert row.open_end
    assert row.x_p90 is None
    assert row.text == "$80,920 to at least $239,200, median $226,600"


def test_a_range_that_lies_above_the_top_code_whole():
    made = chart(Surgeons=SURGEONS)
    assert made.rows[0].text == "at least $239,200"
    assert made.title == "At least half of Surgeons earn $239,200 a year or more"


def test_hourly_pay_is_drawn_by_the_hour_with_its_cents():
    made = chart(Actors=ACTORS)
    assert made.title == "The middle half of Actors earn $20.34 to $97.95 an hour"
    assert made.rows[0].text == "$16.50 to $143.68, median $29.05"
    assert "an hour" in made.desc


def test_a_range_that_a_source_states_is_not_passed_off_as_percentiles():
    made = chart(Coordinators=STATED)
    (row,) = made.rows
    assert row.text == "$27,000 to $43,000, as its source states the range, mean $34,754"
    assert (made.has_percentiles, made.has_stated) == (False, True)
    assert {getattr(row, f"x_{name}") for name in NAMES} == {None}
    assert row.x_low < row.x_mean < row.x_high
    assert [name for name, _ in range_rows(STATED)] == [
        "Lower end, as stated",
        "Upper end, as stated",
        "Mean",
    ]


def test_several_ranges_share_the_axis_of_the_largest():
    made = chart(Nurses=NURSES, Coordinators=STATED)
    assert made.has_percentiles
    assert made.has_stated
    nurses, coordinators = made.rows
    assert nurses.x_p10 > coordinators.x_high
    assert nurses.x_mean / coordinators.x_mean == pytest.approx(98_430 / 34_754, rel=0.01)


def test_who_has_no_known_range_is_left_out_and_nobody_makes_no_chart():
    made = chart(Nurses=NURSES, Unknown=UNKNOWN, Nobody=None)
    assert [row.label for row in made.rows] == ["Nurses"]
    assert chart(Unknown=UNKNOWN, Nobody=None) is None
    assert range_chart("pay", []) is None


def test_each_source_is_named_once():
    other = profile("Others", NURSES)
    cell = other.cells["pay_range"]
    other.cells["pay_range"] = replace(cell, source_name="Reference page", release="undated copy")
    made = range_chart("pay", [profile("Nurses", NURSES), profile("Welders", NURSES), other])
    assert made.source == "BLS OEWS, May 2025; Reference page, undated copy"


@steady
@given(spreads())
def test_the_title_of_one_range_tells_its_own_amounts(spread):
    assume(spread.p25 is not None)
    made = chart(Welders=spread)
    assert "None" not in f"{made.title}{made.desc}{made.rows[0].text}"
    assert made.title.count("$") in {1, 2}


def test_of_several_the_title_says_between_which_medians_they_lie():
    assert chart(Nurses=NURSES, Pilots=PILOTS).title == (
        "Median pay goes from $93,600 a year among Nurses to $226,600 among Pilots"
    )
    assert chart(Surgeons=SURGEONS, Nurses=NURSES).title == (
        "Median pay goes from $93,600 a year among Nurses to at least $239,200 among Surgeons"
    )


def test_what_is_unlike_is_drawn_side_by_side_and_not_ranked_in_the_title():
    assert chart(Nurses=NURSES, Clerks=STATED).title == "How pay is spread among Nurses and Clerks"
    clerks = {"Clerks, All Other": STATED, "Guards": STATED}
    assert chart(Nurses=NURSES, **clerks).title == (
        "How pay is spread among Nurses; Clerks, All Other; and Guards"
    )
    assert chart(Nurses=NURSES, Others=NURSES).title == "How pay is spread among Nurses and Others"
    elsewhere = profile("Pilots", PILOTS)
    older = replace(elsewhere.cell("pay_range"), release="May 2024")
    made = range_chart("x", [profile("Nurses", NURSES), replace(elsewhere, cells={"pay_range": older})])
    assert made.title == "How pay is spread among Nurses and Pilots"
