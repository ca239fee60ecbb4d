"""The registry of what careers are filtered by: how each reads in an address and what it holds for; pure.

Pay, words and the place are no choices among a few and stand in `facets`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from careers import formatting

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
    is_local: bool = False  # another one in each place


# Lowest first. Growth: percent over the projected ten years; openings: a year; employment: people.
STEPS: dict[str, tuple[int, ...]] = {
    "growth": (0, 3, 5, 10, 20),
    "openings": (1_000, 5_000, 10_000, 50_000, 100_000),
    "employment": (100, 1_000, 10_000, 100_000, 1_000_000),
}
# Percent of women: from … to under …; the last one includes its end.
WOMEN = ((0, 25), (25, 50), (50, 75), (75, 100))


def _at_least(name: str, show: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(step), format_lazy(show, formatting.count(step))) for step in STEPS[name])


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
    ("none", _("No formal credential")),
    ("high_school", _("High school diploma or equivalent")),
    ("some_college", _("Some college, no degree")),
    ("postsecondary_award", _("Postsecondary nondegree award")),
    ("associate", _("Associate's degree")),
    ("bachelor", _("Bachelor's degree")),
    ("master", _("Master's degree")),
    ("doctoral_professional", _("Doctoral or professional degree")),
)
EXPERIENCE = (
    ("none", _("No experience")),
    ("under_5_years", _("Less than 5 years")),
    ("from_5_years", _("5 years or more")),
)
WORDS_OF_ZONES = (_("little or none"), _("some"), _("medium"), _("considerable"), _("extensive"))
ZONES = tuple((str(zone), format_lazy("{}, {}", zone, words)) for zone, words in enumerate(WORDS_OF_ZONES, 1))
INTERESTS = (
    ("realistic", _("Realistic")),
    ("investigative", _("Investigative")),
    ("artistic", _("Artistic")),
    ("social", _("Social")),
    ("enterprising", _("Enterprising")),
    ("conventional", _("Conventional")),
)

CRITERIA = (
    Criterion("group", _("Group"), Combine.ONE, _is("group"), may_be_unknown=False),
    Criterion("education", _("Entry education"), Combine.ANY, _is("education"), EDUCATION),
    Criterion("experience", _("Experience asked for"), Combine.ANY, _is("experience"), EXPERIENCE),
    Criterion(
        "zone", _("Job zone"), Combine.ANY, lambda career: career.zones, ZONES,
        help=_("How much preparation it takes, from 1 to 5."),
    ),
    Criterion(
        "growth", _("Growth"), Combine.ONE, _reached("growth"),
        (("0", _("Not shrinking")), *_at_least("growth", _("{}% or more"))[1:]),
        help=_("As projected for the United States."),
    ),
    Criterion(
        "openings", _("Openings a year"), Combine.ONE, _reached("openings"),
        _at_least("openings", _("{} or more")), help=_("As projected for the United States."),
    ),
    Criterion(
        "employment", _("People employed"), Combine.ONE, _reached("employment"),
        _at_least("employment", _("{} or more")), help=_("In the place, else in the United States."),
        is_local=True,
    ),
    Criterion(
        "interest", _("Interests"), Combine.ALL, lambda career: career.interests, INTERESTS,
        help=_("Among its three highest, and rated 4 or more of 7."),
    ),
    Criterion(
        "skill", _("Important skills"), Combine.ALL, lambda career: career.skills,
        help=_("Rated 3 or more of 5."),
    ),
    Criterion(
        "women", _("Share of women"), Combine.ANY, _women,
        tuple(
            (f"{low}-{high}", format_lazy(_(
                "Under {high}%"
            ), high=high) if not low else format_lazy(_("{low}% or more"), low=low) if high == 100
             else format_lazy(_("{low}% to under {high}%"), low=low, high=high))
            for low, high in WOMEN
        ),
    ),
)  # fmt: skip
BY_NAME = {criterion.name: criterion for criterion in CRITERIA}
