"""Which area of the pay survey a city or county is in, and where that area lies.

careers/data/localities.csv.xz has a row per state, county, city and metropolitan area; tools/localities.py
makes it and says how. Metropolitan areas are those of the pay survey of May 2025, which follow the
delineation of July 2023; counties are joined to them by the delineation of 2018 where that is
certain, so what moved between the two goes by the state. Origins and licences are in localities.json.
Centres are coordinates of GeoNames (geonames.org, CC BY 4.0): where distances show, its name does.
"""

import csv
import lzma
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

DATA = Path(__file__).parent / "data/localities.csv.xz"
EARTH_RADIUS = 3958.8  # miles, the mean
COUNTY, CITY, STATE, CENTRE = "county", "city", "state", "centre"  # the kinds of row
TITLE = "title"  # a city that the name of its metropolitan area has

# Short and long forms of the words that names of places begin with, or have within.
SAME_WORD = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt", "heights": "hts"}
POINTS = {"n": "north", "s": "south", "e": "east", "w": "west"}
COUNTY_WORDS = re.compile(r" (county|parish|borough|census area|municipality|municipio|island)$")
# The same after a name that is complete without it: an independent city of Virginia keeps its own row.
CITY_WORDS = re.compile(r" (city|town|township|village)$")


def key(name: str) -> str:
    """A place's name without case, accents and punctuation: “Ft. Lauderdale” is “Fort Lauderdale”."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", " ", re.sub(r"['`]", "", plain)).split()
    if len(words) > 1 and words[0] in POINTS:
        words[0] = POINTS[words[0]]
    return " ".join(SAME_WORD.get(word, word) for word in words)


def county_key(name: str) -> str:
    """The same of a county; “city” stays, for it tells an independent city from a county of its name."""
    return COUNTY_WORDS.sub("", key(name))


def _letters(state: str) -> str:
    """A state's name or abbreviation without blanks and points: “D.C.” is “DC”."""
    return key(state).replace(" ", "")


@dataclass(slots=True)
class _Localities:
    """The data file. Names are keys; areas are codes of the pay survey."""

    states: dict[str, str] = field(default_factory=dict)  # postal abbreviation by letters of either name
    state_areas: dict[str, str] = field(default_factory=dict)
    titles: dict[tuple[str, str], str] = field(default_factory=dict)
    counties: dict[tuple[str, str], str] = field(default_factory=dict)
    cities: dict[tuple[str, str], str] = field(default_factory=dict)
    centres: dict[str, tuple[float, float]] = field(default_factory=dict)


@cache
def _localities() -> _Localities:
    found = _Localities()
    by_kind = {TITLE: found.titles, COUNTY: found.counties, CITY: found.cities}
    for row in _rows():
        state, kind, name, area = row["state"], row["kind"], row["name"], row["area"]
        if kind == STATE:
            found.states[_letters(state)] = found.states[_letters(name)] = state
            found.state_areas[state] = area
        elif kind == CENTRE:
            found.centres[area] = (float(row["latitude"]), float(row["longitude"]))
        else:
            by_kind[kind][state, name] = area
    return found


def _rows() -> Iterator[dict[str, str]]:
    with lzma.open(DATA, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def state_code(state: str) -> str:
    """The area code of a state by its postal abbreviation or name, say “5300000” of “WA”; '' if unknown."""
    known = _localities()
    return known.state_areas.get(known.states.get(_letters(state), ""), "")


def locate(city: str, state: str, county: str = "") -> str:
    """The area code of the metropolitan area that a place is in, else of its state, else ''.

    A city that the name of a metropolitan area has is in that one, whatever is said of its county. Else
    the county decides where one is known, and where not, the county that the city mostly lies in.
    """
    known = _localities()
    postal = known.states.get(_letters(state))
    if postal is None:
        return ""
    of_state = known.state_areas[postal]
    city_names = _forms(key(city))
    for name in city_names:
        if area := known.titles.get((postal, name)):
            return area
    if county:
        name = county_key(county)
        if area := known.counties.get((postal, name)) or known.counties.get((postal, f"{name} city")):
            return area
        if CITY_WORDS.search(name):  # filed as “BOSTON CITY” where a county was asked for
            city_names += _forms(name)
    for name in city_names:
        if area := known.titles.get((postal, name)) or known.cities.get((postal, name)):
            return area
    return of_state


def _forms(name: str) -> list[str]:
    """A city's key as it stands, and without a word for what it is."""
    shorter = CITY_WORDS.sub("", name)
    return [form for form in dict.fromkeys((name, shorter)) if form]


def centre(area_code: str) -> tuple[float, float] | None:
    """Latitude and longitude of the first-named city of a metropolitan area; None of any other area."""
    return _localities().centres.get(area_code)


def within(area_code: str, miles: float) -> frozenset[str]:
    """Codes of the metropolitan areas whose centres lie within so many miles; the area itself always."""
    middle = centre(area_code)
    if middle is None:
        return frozenset([area_code])
    near = (code for code, other in _localities().centres.items() if distance(middle, other) <= miles)
    return frozenset([area_code, *near])


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Miles between two points on the ground (haversine formula)."""
    latitude, longitude = map(radians, one)
    to_latitude, to_longitude = map(radians, other)
    half = (
        sin((to_latitude - latitude) / 2) ** 2
        + cos(latitude) * cos(to_latitude) * sin((to_longitude - longitude) / 2) ** 2
    )
    return 2 * EARTH_RADIUS * asin(sqrt(min(1.0, half)))
