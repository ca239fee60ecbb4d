"""A map of the states: from a value a state to outlines, shades and a legend."""

import json
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.catalogue import NO_RECORD

# Made by tools/us_map.py; vendor.json beside it says from what.
SHEET = json.loads((Path(__file__).parent / "us_states/outlines.json").read_text(encoding="utf-8"))
# What the map has no room for stands beside it.
BESIDE = {
    "district-of-columbia": "District of Columbia",
    "guam": gettext_lazy("Guam"),
    "puerto-rico": gettext_lazy("Puerto Rico"),
    "virgin-islands": "Virgin Islands",
}
SHADES = 5
# What has no shade: not published, on too little to compare, above what the publisher prints.
NONE, THIN, ABOVE = "map-none", "map-thin", "map-above"
UNSHADED = {
    ABOVE: gettext_lazy("above what is printed: cannot be ranked"),
    THIN: gettext_lazy("too little published to compare"),
    NONE: gettext_lazy("not published"),
}


@dataclass(frozen=True, slots=True)
class PlaceValue:
    """What a state is shaded by: `value` None where it is missing, with the reason.

    `short` is the value as the legend says it, `text` all that is said of the state. `unshaded` is `THIN` or
    `ABOVE` where the value has no place among the others: then it has a text and no shade.
    """

    slug: str
    value: float | None
    short: str
    text: str
    url: str = ""
    reason: str = ""
    unshaded: str = ""


@dataclass(frozen=True, slots=True)
class State:
    name: str
    text: str
    class_name: str  # "map-1" to "map-5", from the least to the most
    url: str = ""
    reason: str = ""
    path: str = ""  # '' where the state stands beside the map
    fill: str = ""  # the name of its pattern, '' where its class says all
    code: str = ""  # its postal code, where there is room for it at `x` and `y`
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A line of the legend: a shade with the least and the most of what it stands for."""

    class_name: str
    text: str
    count: int
    fill: str = ""


@dataclass(frozen=True, slots=True)
class UsMap:
    id: str
    title: str
    width: int
    height: int
    states: tuple[State, ...]
    beside: tuple[State, ...]
    steps: tuple[Step, ...]
    best: State | None  # drawn once more, with its outline above the others
    best_text: str = ""
    desc: str = ""
    source: str = ""
    source_url: str = ""


def us_map(
    chart_id: str, title: str, places: Sequence[PlaceValue], *, best: str = "", **said
) -> UsMap | None:
    """The map of the places that are states; None where none of them has a shade.

    `best` is the slug of the one that is marked. `said` are the texts of `UsMap`.
    """
    given = {place.slug: place for place in places}
    shaded = [place for place in places if place.value is not None and not place.unshaded]
    if not shaded:
        return None
    lows = bounds([place.value for place in shaded])
    states = {
        slug: _state(slug, outline["name"], given.get(slug), lows, outline)
        for slug, outline in SHEET["states"].items()
    }
    beside = {slug: _state(slug, name, given.get(slug), lows) for slug, name in BESIDE.items()}
    return UsMap(
        id=chart_id,
        title=title,
        width=SHEET["width"],
        height=SHEET["height"],
        states=tuple(states.values()),
        beside=tuple(beside.values()),
        steps=(*_steps(shaded, lows), *_unshaded([*states.values(), *beside.values()])),
        best=states.get(best),
        **said,
    )


def bounds(values: Sequence[float]) -> list[float]:
    """The least value of each step, rising: of all values a fifth each, equal ones together."""
    ranked = sorted(values)
    return sorted({ranked[len(ranked) * step // SHADES] for step in range(SHADES)})


def shade(value: float, lows: Sequence[float]) -> str:
    """The class of a value. Fewer than five steps take shades that lie as far apart."""
    step = max(bisect_right(lows, value) - 1, 0)
    if len(lows) == 1:
        return f"map-{(SHADES + 1) // 2}"
    return f"map-{1 + round(step * (SHADES - 1) / (len(lows) - 1))}"


def _state(
    slug: str, name: str, place: PlaceValue | None, lows: Sequence[float], outline: dict | None = None
) -> State:
    class_name = _class(place, lows)
    drawn = {}
    if outline:
        drawn["path"] = outline["path"]
        if outline["label"]:
            drawn |= {"code": outline["code"], "x": outline["label"][0], "y": outline["label"][1]}
    return State(
        name=name,
        text=place.text if place else "-",
        class_name=class_name,
        url=place.url if place else "",
        reason=place.reason if place else NO_RECORD,
        fill=_fill(class_name),
        **drawn,
    )


def _class(place: PlaceValue | None, lows: Sequence[float]) -> str:
    if place is None or place.value is None:
        return NONE
    return place.unshaded or shade(place.value, lows)


def _fill(class_name: str) -> str:
    return class_name if class_name in UNSHADED else ""


def _steps(shaded: Sequence[PlaceValue], lows: Sequence[float]) -> list[Step]:
    found = []
    for low in lows:
        class_name = shade(low, lows)
        held = sorted(
            (place for place in shaded if shade(place.value, lows) == class_name),
            key=lambda place: place.value,
        )
        ends = dict.fromkeys((held[0].short, held[-1].short))
        found.append(Step(class_name, _(" to ").join(ends), len(held)))
    return found


def _unshaded(states: Sequence[State]) -> list[Step]:
    counted = {name: sum(state.class_name == name for state in states) for name in UNSHADED}
    return [Step(name, UNSHADED[name], count, name) for name, count in counted.items() if count]
