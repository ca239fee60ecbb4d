"""What the directory of companies says of itself: heading, chips and ways on, all made from the query."""

from collections.abc import Mapping
from dataclasses import dataclass

from careers import formatting
from careers.filters.company_search import Asked, Wider

Labels = Mapping[str, Mapping[str, str]]  # by filter: label by value

SIZES = {
    "1-19": "with up to 19 people",
    "20-99": "with 20 to 99 people",
    "100-499": "with 100 to 499 people",
    "500-4999": "with 500 to 4,999 people",
    "5000+": "with 5,000 people or more",
}
SWITCHES = {"pay": "with visa-filing pay", "jobs": "with open jobs"}


@dataclass(frozen=True, slots=True)
class Chip:
    """One part of the query, and the query without it."""

    text: str
    rest: Asked


def heading(asked: Asked, labels: Labels) -> str:
    return " ".join(["Companies", ", ".join(phrases(asked, labels).values())]).strip()


def phrases(asked: Asked, labels: Labels) -> dict[str, str]:
    """What each filter that is set says, by its name."""
    return {name: _phrase(name, getattr(asked, name), labels) for name in asked.filters}


def chips(asked: Asked, labels: Labels) -> list[Chip]:
    return [Chip(phrase, asked.without(name)) for name, phrase in phrases(asked, labels).items()]


def way(wider: Wider, asked: Asked, labels: Labels) -> str:
    """A wider search in words: Without “headquartered in Texas”: 12 companies."""
    said = phrases(asked, labels)
    dropped = [f"“{said[name].translate(str.maketrans('“”', '‘’'))}”" for name in wider.dropped]
    return f"Without {formatting.listing(dropped)}: {companies(wider.number)}"


def companies(number: int) -> str:
    return "1 company" if number == 1 else f"{formatting.count(number)} companies"


def _phrase(name: str, value: str | bool, labels: Labels) -> str:
    if name == "q":
        return f"named “{value}”"
    if name == "sector":
        return f"in the GICS sector {labels[name][value]}"
    if name == "industry":
        return f"in the NAICS industry {labels[name][value]}"
    if name == "place":
        return f"with headquarters in {labels[name][value]}"
    return SIZES[value] if name == "size" else SWITCHES[name]
