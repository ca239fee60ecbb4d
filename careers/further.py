"""What other apps have to show on the page of an occupation and on the front page. Careers knows none
of them: they add to `PROVIDERS` and to `COMPARED` when they are ready.
"""

from collections.abc import Callable
from dataclasses import dataclass

from careers.models import Occupation


@dataclass(frozen=True, slots=True)
class Further:
    """Links under a heading: title and address of each."""

    heading: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """Careers that are compared on a page of their own."""

    title: str
    url: str
    occupations: tuple[Occupation, ...]


# From an occupation to what there is about it, with at most one query each; nothing where there is none.
PROVIDERS: list[Callable[[Occupation], Further | None]] = []


def further(occupation: Occupation) -> list[Further]:
    return [found for provider in PROVIDERS if (found := provider(occupation))]


# What editors compare, with one query each.
COMPARED: list[Callable[[], list[Compared]]] = []


def compared() -> list[Compared]:
    return [found for provider in COMPARED for found in provider()]
