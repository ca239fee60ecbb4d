"""Pay against growth: a dot a career, where its figures put it, and no label upon another."""

from itertools import combinations, pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.charts.scatter import HEIGHT, growth_axis, pay_axis, scatter
from careers.charts.scatter_labels import LETTER, LINE, WIDTH
from careers.filters.facts import CareerFacts

WORDS = ["Nurses", "Roof Bolters, Mining", "Dentists, General", "Word Processors and Typists", "Actors"]
pay = st.none() | st.integers(15_000, 900_000)
growth = st.none() | st.integers(-600, 900).map(lambda tenths: tenths / 10)


@st.composite
def careers(draw) -> list[CareerFacts]:
    figures = draw(st.lists(st.tuples(pay, growth, st.booleans(), st.sampled_from(WORDS)), max_size=40))
    return [
        CareerFacts(
            pk=number,
            title=f"{word} {number}",
            slug=f"career-{number}",
            soc_code="",
            group="",
            pay=paid,
            pay_is_floor=is_floor and paid is not None,
            employment=number,
            growth=grows,
        )
        for number, (paid, grows, is_floor, word) in enumerate(figures)
    ]


def complete(found: list[CareerFacts]) -> list[CareerFacts]:
    return [career for career in found if career.pay is not None and career.growth is not None]


def box(label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of a label on the narrowest plot that shows it."""
    long = len(label.text) * LETTER
    start = {"chart-start": 0, "chart-middle": -long / 2, "chart-end": -long}[label.class_name]
    left, middle = label.x * WIDTH / 100 + label.dx + start, label.y + label.dy
    return left, middle - LINE / 2, left + long, middle + LINE / 2


@given(careers())
def test_each_career_with_both_figures_is_one_dot_that_leads_to_it_and_says_them(found):
    chart = scatter("p", found)
    if not complete(found):
        assert chart is None
        return
    dots = {dot.url: dot for dot in chart.dots}
    assert len(dots) == len(chart.dots) == len(complete(found))
    for career in complete(found):
        dot = dots[f"/careers/{career.slug}/"]
        assert dot.text.startswith(f"{career.title}: ")
        assert f"${career.pay:,}" in dot.text
        assert ("at least" in dot.text) == dot.is_floor == career.pay_is_floor
        assert 0 <= dot.x <= 100
        assert 0 <= dot.y <= HEIGHT


@given(careers())
def test_more_pay_lies_further_right_and_more_growth_higher(found):
    chart = scatter("p", found)
    if chart is None:
        return
    dots = {dot.url: dot for dot in chart.dots}
    for one, other in combinations(complete(found), 2):
        first, second = dots[f"/careers/{one.slug}/"], dots[f"/careers/{other.slug}/"]
        if one.pay <= other.pay:
            assert first.x <= second.x
        if one.growth <= other.growth:
            assert first.y >= second.y


@given(careers())
def test_the_medians_have_as_many_dots_on_either_side(found):
    chart = scatter("p", found)
    if chart is None:
        return
    assert f"${median(career.pay for career in complete(found)):,.0f}" in chart.median_text
    half = len(chart.dots) / 2
    assert sum(dot.x < chart.median_x for dot in chart.dots) <= half
    assert sum(dot.x > chart.median_x for dot in chart.dots) <= half
    assert sum(dot.y < chart.median_y for dot in chart.dots) <= half
    assert sum(dot.y > chart.median_y for dot in chart.dots) <= half


@given(careers(), st.integers(WIDTH, 1100))
def test_no_label_lies_upon_another_however_wide_the_plot_is(found, width):
    chart = scatter("p", found)
    if chart is None:
        return
    for one, other in combinations(chart.labels, 2):
        (left, top, right, bottom), (left_2, top_2, right_2, bottom_2) = box(one), box(other)
        # On a wider plot a label moves as its dot does.
        move, move_2 = ((width - WIDTH) * label.x / 100 for label in (one, other))
        apart = right + move <= left_2 + move_2 or right_2 + move_2 <= left + move
        assert apart or bottom <= top_2 or bottom_2 <= top


@given(careers())
def test_labels_stay_on_the_plot_and_name_one_of_its_careers(found):
    chart = scatter("p", found)
    if chart is None:
        return
    positions = {dot.text.rpartition(": ")[0]: (dot.x, dot.y) for dot in chart.dots}
    for label in chart.labels:
        left, top, right, bottom = box(label)
        assert left >= 0
        assert right <= WIDTH
        assert top >= 0
        assert bottom <= HEIGHT
        assert positions[label.text] == (label.x, label.y)


@given(st.lists(st.floats(1, 10**6), min_size=1))
def test_axes_end_in_round_amounts_that_hold_all(amounts):
    for axis in (pay_axis(amounts), growth_axis([amount / 10**4 - 40 for amount in amounts])):
        ticks = [amount for amount, _ in axis.ticks]
        assert len(ticks) >= 2
        assert all(one < other for one, other in pairwise(ticks))
    axis = pay_axis(amounts)
    assert axis.low <= min(amounts)
    assert max(amounts) <= axis.high


def test_pay_that_differs_much_stands_on_a_logarithmic_axis():
    axis = pay_axis([31_980, 501_000])
    assert axis.is_log
    assert [text for _, text in axis.ticks] == [
        "$30,000", "$50,000", "$70,000", "$100,000", "$200,000", "$300,000", "$500,000", "$700,000",
    ]  # fmt: skip
    assert axis.share(100_000) - axis.share(50_000) == pytest.approx(
        axis.share(200_000) - axis.share(100_000)
    )
    assert not pay_axis([50_000, 90_000]).is_log


@given(careers())
def test_labels_of_amounts_never_meet(found):
    """A label of six figures takes some 62 pixels; a narrow plot has 240, a wide one 480."""
    chart = scatter("p", found)
    if chart is None:
        return
    for width, shown in ((240, [tick for tick in chart.x_ticks if tick.text and tick.stays]),
                         (480, [tick for tick in chart.x_ticks if tick.text])):  # fmt: skip
        centres = [
            tick.at * width / 100 + (31 if tick.at < 4 else -31 if tick.at > 96 else 0) for tick in shown
        ]
        assert all(other - one >= 62 for one, other in pairwise(centres))


def test_what_pays_more_than_is_printed_is_drawn_as_at_least():
    floor = CareerFacts(1, "Surgeons", "surgeons", "", "", pay=239_200, pay_is_floor=True, growth=3.0)
    chart = scatter("p", [floor])
    assert chart.has_floors
    assert chart.dots[0].text == "Surgeons: at least $239,200, 3%"
    assert chart.median_text == "medians of these careers: at least $239,200 a year, 3% growth"


def test_few_careers_make_no_finding():
    one = CareerFacts(1, "Actors", "actors", "", "", pay=50_000, growth=1.0)
    assert scatter("p", [one]).title == "Pay against growth"
    assert scatter("p", []) is None
