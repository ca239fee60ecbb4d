"""The map of the states: every place once, more is never drawn as less, and what is missing has no shade."""

import hashlib
import json
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.charts import us_map as charted
from careers.charts.us_map import ABOVE, BESIDE, SHEET, THIN, PlaceValue, bounds, shade, us_map
from careers.models import Area

PLACES = [*SHEET["states"], *BESIDE]
FOLDER = Path(charted.__file__).parent / "us_states"
amounts = st.one_of(st.integers(15, 300_000), st.floats(7.25, 120).map(lambda value: round(value, 2)))


@st.composite
def published(draw) -> list[PlaceValue]:
    """Some of the places, with a value, without one, or with one that cannot be compared."""
    slugs = draw(st.lists(st.sampled_from(PLACES), unique=True))
    return [
        PlaceValue(
            slug,
            value := draw(st.none() | amounts),
            "" if value is None else f"${value}",
            "-" if value is None else f"${value} a year",
            f"/places/{slug}/",
            "withheld" if value is None else "",
            draw(st.sampled_from(["", "", THIN, ABOVE])),
        )
        for slug in slugs
    ]


def shaded(places: list[PlaceValue]) -> list[PlaceValue]:
    return [place for place in places if place.value is not None and not place.unshaded]


def drawn(chart) -> dict:
    """What stands on the map and beside it, by name."""
    return {state.name: state for state in (*chart.states, *chart.beside)}


def number(class_name: str) -> int:
    return int(class_name.removeprefix("map-"))


NAMES = {slug: outline["name"] for slug, outline in SHEET["states"].items()} | BESIDE


@given(published())
def test_every_place_is_drawn_once_with_what_is_said_of_it(places):
    chart = us_map("m", "t", places)
    if not shaded(places):
        assert chart is None
        return
    assert Counter(state.name for state in (*chart.states, *chart.beside)) == Counter(NAMES.values())
    for place in places:
        state = drawn(chart)[NAMES[place.slug]]
        assert (state.text, state.url, state.reason) == (place.text, place.url, place.reason)


@given(published())
def test_only_what_can_be_compared_has_a_shade(places):
    chart = us_map("m", "t", places)
    if chart is None:
        return
    given_ = {NAMES[place.slug]: place for place in places}
    for name, state in drawn(chart).items():
        place = given_.get(name)
        if place is None or place.value is None:
            assert (state.class_name, state.fill) == ("map-none", "map-none")
            assert state.reason
        elif place.unshaded:
            assert (state.class_name, state.fill) == (place.unshaded, place.unshaded)
        else:
            assert 1 <= number(state.class_name) <= 5
            assert not state.fill


@given(st.lists(amounts, min_size=1))
def test_more_is_never_lighter_and_equal_is_alike(values):
    lows = bounds(values)
    steps = [number(shade(value, lows)) for value in sorted(values)]
    assert all(one <= other for one, other in pairwise(steps))
    # There are no more than five steps, and none is empty.
    assert len(set(steps)) == len(lows) <= 5


@given(st.sets(st.integers(0, 10**6), min_size=5))
def test_each_shade_holds_a_fifth_of_values_that_all_differ(values):
    lows = bounds(list(values))
    held = Counter(shade(value, lows) for value in values).values()
    assert len(held) == 5
    assert max(held) - min(held) <= 1


@given(published())
def test_the_legend_counts_every_place_and_says_the_ends_of_each_shade(places):
    chart = us_map("m", "t", places)
    if chart is None:
        return
    assert sum(step.count for step in chart.steps) == len(PLACES)
    given_ = {NAMES[place.slug]: place for place in places}
    for step in chart.steps:
        if step.fill:
            continue
        held = [given_[name] for name, state in drawn(chart).items() if state.class_name == step.class_name]
        ends = f"${min(place.value for place in held)}", f"${max(place.value for place in held)}"
        assert step.text == (ends[0] if ends[0] == ends[1] else " to ".join(ends))


def test_a_single_value_takes_the_middle_shade_and_two_take_the_ends():
    assert shade(7, bounds([7, 7, 7])) == "map-3"
    assert [shade(value, bounds([7, 9])) for value in (7, 9)] == ["map-1", "map-5"]


def test_the_marked_state_is_drawn_again_above_the_others():
    chart = us_map(
        "m", "t", [PlaceValue("texas", 1, "$1", "$1"), PlaceValue("ohio", 2, "$2", "$2")], best="ohio"
    )
    assert chart.best.name == "Ohio"
    assert chart.best.path


def test_the_outlines_are_those_that_their_note_vouches_for():
    [note] = json.loads((FOLDER / "vendor.json").read_text()).values()
    [(file, digest)] = note["made"].items()
    assert hashlib.sha256((FOLDER / file).read_bytes()).hexdigest() == digest


def test_the_outlines_are_light_and_lie_on_their_sheet():
    assert (FOLDER / "outlines.json").stat().st_size < 12_000
    assert len(SHEET["states"]) == 50
    for outline in SHEET["states"].values():
        assert outline["path"].startswith("M")
        assert outline["path"].endswith("z")
        if outline["label"]:
            x, y = outline["label"]
            assert 0 < x < SHEET["width"]
            assert 0 < y < SHEET["height"]


@pytest.mark.django_db
def test_every_state_and_territory_with_figures_has_its_place_on_the_map_or_beside_it():
    states = dict(Area.objects.filter(kind=Area.Kind.STATE).values_list("slug", "name"))
    assert states == NAMES
