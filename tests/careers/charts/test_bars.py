"""Bars of pay by place: from zero, best first, and only places above the floor."""

from hypothesis import given, settings
from hypothesis import strategies as st

from careers.charts.bars import bar_chart, with_the_most
from careers.selectors.cells import Cell
from careers.selectors.local_pay import LocalPay

steady = settings(deadline=None, derandomize=True, max_examples=200)
SOURCE = {"source_name": "BLS OEWS", "release": "May 2025", "source_url": "/sources/oews/"}


def place(name: str, amount: float | None, rankable: bool = True, unit="US dollars a year") -> LocalPay:
    text = "-" if amount is None else f"${amount:,.0f}"
    mean = Cell("annual_mean", "Yearly salary", text, amount, unit, missing=amount is None, **SOURCE)
    blank = Cell("annual_median", "Median salary", "-", missing=True)
    return LocalPay(name, "State or territory", mean, blank, blank, blank, is_rankable=rankable)


places = st.lists(
    st.builds(place, st.just("Ohio"), st.none() | st.integers(1, 700_000), st.booleans()), max_size=60
).map(lambda found: sorted(found, key=lambda one: -(one.mean.value or 0)))


@steady
@given(places, st.integers(1, 20))
def test_bars_are_the_best_paying_places_above_the_floor_longest_first(found, most):
    made = bar_chart("pay", "Welders", found, most)
    above = [one for one in found if one.is_rankable and one.mean.value is not None][:most]
    if not above:
        assert made is None
        return
    assert [bar.text for bar in made.bars] == [one.mean.text for one in above]
    widths = [bar.width for bar in made.bars]
    assert widths == sorted(widths, reverse=True)
    assert all(0 <= width <= 100 and bar.x == 0 for width, bar in zip(widths, made.bars, strict=True))


def test_the_title_is_the_finding_with_its_unit_and_the_description_its_floor():
    made = bar_chart("pay", "Welders", [place("Alaska", 80_000), place("Ohio", 50_000)], 20)
    assert made.title == "Welders earn most in Alaska: $80,000 a year on average"
    assert "at least 50 people" in made.desc
    assert (made.source, made.source_url) == ("BLS OEWS, May 2025", "/sources/oews/")


def test_a_place_below_the_floor_is_not_called_the_best():
    few = place("Guam", 90_000, rankable=False)
    made = bar_chart("pay", "Welders", [few, place("Ohio", 50_000)], 20)
    assert "Ohio" in made.title
    assert [bar.label for bar in made.bars] == ["Ohio"]


def test_hourly_pay_is_called_hourly():
    made = bar_chart("pay", "Actors", [place("Ohio", 21, unit="US dollars an hour")], 20)
    assert made.title == "Actors earn most in Ohio: $21 an hour on average"


def test_a_picture_of_shares_says_which_is_the_largest_unless_two_are():
    shares = [Cell("race", label, f"{share}%", share) for label, share in (("A", 20), ("B", 70), ("C", 10))]
    assert with_the_most("Groups", shares) == "Groups: most often “B”, 70%"
    assert with_the_most("Groups", [*shares, Cell("race", "D", "70%", 70)]) == "Groups"
    assert with_the_most("Groups", [*shares[1:2], Cell("race", "E", "-", missing=True)]) == "Groups"
