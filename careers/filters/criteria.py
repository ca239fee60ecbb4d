"""The registry of what careers are filtered by: how each reads in an address and what it holds for; pure.

Pay, words and the place are no choices among a few and stand in `facets`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from .facts import CareerFacts


class Combine(Enum):
    """How several choices of one filter go together."""

    ONE = "one"  # there can be but one
    ANY = "any"  # a career fits with one of them
    ALL = "all"  # a career fits with all of them


@dataclass(frozen=True, slots=True)
class Criterion:
    """`holds` names the choices that a career fits, None where that is not known.

    `choices` are (value in the address, label); () where the data says which there are.
    """

    name: str
    label: str
    combine: Combine
    holds: Callable[[CareerFacts], Iterable[str] | None]
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""
    may_be_unknown: bool = True


# Lowest first. Growth: percent over the projected ten years; openings: a year; employment: people.
STEPS: dict[str, tuple[int, ...]] = {
    "growth": (0, 3, 5, 10, 20),
    "openings": (1_000, 5_000, 10_000, 50_000, 100_000),
    "employment": (100, 1_000, 10_000, 100_000, 1_000_000),
}
# Percent of women: from … to under …; the last one includes its end.
WOMEN = ((0, 25), (25, 50), (50, 75), (75, 100))


def _at_least(name: str, show: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(step), show.format(step)) for step in STEPS[name])


def _reached(name: str) -> Callable[[CareerFacts], list[str] | None]:
    steps = [(step, str(step)) for step in STEPS[name]]

    def holds(career: CareerFacts) -> list[str] | None:
        value = getattr(career, name)
        return None if value is None else [text for step, text in steps if value >= step]

    return holds


def _is(name: str) -> Callable[[CareerFacts], tuple[str] | None]:
    def holds(career: CareerFacts) -> tuple[str] | None:
        value = getattr(career, name)
        return None if value is None else (value,)

    return holds


def _women(career: CareerFacts) -> list[str] | None:
    share = career.women
    if share is None:
        return None
    return [f"{low}-{high}" for low, high in WOMEN if low <= share < high or share == high == 100]


EDUCATION = (
    ("none", "No formal credential"),
    ("high_school", "High school diploma or equivalent"),
    ("some_college", "Some college, no degree"),
    ("postsecondary_award", "Postsecondary nondegree award"),
    ("associate", "Associate's degree"),
    ("bachelor", "Bachelor's degree"),
    ("master", "Master's degree"),
    ("doctoral_professional", "Doctoral or professional degree"),
)
EXPERIENCE = (
    ("none", "No experience"),
    ("under_5_years", "Less than 5 years"),
    ("from_5_years", "5 years or more"),
)
ZONES = tuple(
    (str(zone), f"{zone}, {words}")
    for zone, words in enumerate(("little or none", "some", "medium", "considerable", "extensive"), 1)
)
INTERESTS = tuple(
    (name, name.capitalize())
    for name in ("realistic", "investigative", "artistic", "social", "enterprising", "conventional")
)

CRITERIA = (
    Criterion("group", "Group", Combine.ONE, _is("group"), may_be_unknown=False),
    Criterion("education", "Entry education", Combine.ANY, _is("education"), EDUCATION),
    Criterion("experience", "Experience asked for", Combine.ANY, _is("experience"), EXPERIENCE),
    Criterion(
        "zone", "Job zone", Combine.ANY, lambda career: career.zones, ZONES,
        help="How much preparation it takes, from 1 to 5.",
    ),
    Criterion(
        "growth", "Growth", Combine.ONE, _reached("growth"),
        (("0", "Not shrinking"), *_at_least("growth", "{}% or more")[1:]),
        help="As projected for the United States.",
    ),
    Criterion(
        "openings", "Openings a year", Combine.ONE, _reached("openings"),
        _at_least("openings", "{:,} or more"), help="As projected for the United States.",
    ),
    Criterion(
        "employment", "People employed", Combine.ONE, _reached("employment"),
        _at_least("employment", "{:,} or more"), help="In the place, else in the United States.",
    ),
    Criterion(
        "interest", "Interests", Combine.ALL, lambda career: career.interests, INTERESTS,
        help="Among its three highest, and rated 4 or more of 7.",
    ),
    Criterion(
        "skill", "Important skills", Combine.ALL, lambda career: career.skills,
        help="Rated 3 or more of 5.",
    ),
    Criterion(
        "women", "Share of women", Combine.ANY, _women,
        tuple(
            (f"{low}-{high}", f"Under {high}%" if not low else f"{low}% or more" if high == 100
             else f"{low}% to under {high}%")
            for low, high in WOMEN
        ),
    ),
)  # fmt: skip
BY_NAME = {criterion.name: criterion for criterion in CRITERIA}
