"""Ratings for tests on moves, built without a database."""

from decimal import Decimal

from hypothesis import strategies as st

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.skills import Rating

from .profiles import cell, gap

NAMES = [
    "Speaking",
    "Active Listening",
    "English Language",
    "Engineering and Technology",
    "Law",
    "Mechanical",
]


def rating(name: str, importance: str, level: str, se: str = "0.1") -> Rating:
    return Rating(name, rated("skill_importance", importance, se), rated("skill_level", level, se))


def rated(key: str, value: str, se: str = "0.1") -> Cell:
    number = Decimal(value)
    return cell(key, number, formatting.rating(number), standard_error=Decimal(se), source_name="O*NET")


@st.composite
def ratings(draw) -> tuple[Rating, ...]:
    """Some of the names, by importance, some ratings withheld; or none at all."""
    found = []
    for name in draw(st.lists(st.sampled_from(NAMES), unique=True)):
        importance, level = (
            gap(key)
            if draw(st.integers(0, 7)) == 0
            else rated(key, str(draw(st.decimals(1, top, places=2))), str(draw(st.decimals(0, 1, places=2))))
            for key, top in (("skill_importance", 5), ("skill_level", 7))
        )
        found.append(Rating(name, importance, level))
    return tuple(sorted(found, key=lambda one: -(one.importance.value or 0)))
