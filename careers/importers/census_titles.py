"""Joining figures that are published by Census title to the occupations of the pay survey.

A Census title can cover several of our occupations, and several titles can fall within one. The
figure of an occupation is that of all titles that hold any of its people, weighted by employment;
where these titles hold other people too, it is the figure of a wider group and must name it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from careers.models import CensusOccupation

from .base import ImportFailure
from .soc import covered, detailed_occupations

MAX_GROUP_TITLE = 200


@dataclass(frozen=True, slots=True)
class CensusTitle:
    """An occupation of the Census list and the keys of our occupations that hold its people."""

    code: str
    title: str
    occupations: frozenset[int]


def normalised(title: str) -> str:
    """A title by its words alone: surveys differ in case, commas, hyphens and their use of "and"."""
    words = re.sub(r"[^a-z0-9]+", " ", title.lower()).split()
    return " ".join(word for word in words if word != "and")


def census_titles(vintage: int) -> dict[str, CensusTitle]:
    """The titles of a Census list by their Census code, or `ImportFailure` where it was not imported."""
    known = detailed_occupations()
    rows = CensusOccupation.objects.current().filter(vintage=vintage)
    titles = {
        code: CensusTitle(code, title, frozenset(known[each] for each in _ours(soc_codes, known)))
        for code, title, soc_codes in rows.values_list("code", "title", "soc_codes")
    }
    if not titles:
        raise ImportFailure(
            f"its titles are joined through the Census occupation list of {vintage}, which has not been "
            "imported. Run `manage.py import_source census_occupations` first."
        )
    return titles


def by_words(titles: Iterable[CensusTitle]) -> dict[str, CensusTitle]:
    """The titles by their normalised titles, of which no two may be alike."""
    found: dict[str, CensusTitle] = {}
    for title in titles:
        other = found.setdefault(normalised(title.title), title)
        if other is not title:
            raise ImportFailure(
                f"the Census list has two titles of the same words: {other.title!r} ({other.code}) and "
                f"{title.title!r} ({title.code}). Import a corrected list first."
            )
    return found


def by_occupation(titles: Iterable[CensusTitle]) -> dict[int, list[CensusTitle]]:
    """The titles that hold people of each occupation."""
    found: dict[int, list[CensusTitle]] = defaultdict(list)
    for title in titles:
        for occupation in title.occupations:
            found[occupation].append(title)
    return found


def group_title(titles: list[CensusTitle]) -> str:
    """The name of the wider group that the titles of one occupation make up; '' where they are it alone."""
    if len(frozenset().union(*(title.occupations for title in titles))) == 1:
        return ""
    name = "; ".join(title.title for title in titles)
    if len(name) <= MAX_GROUP_TITLE:
        return name
    return f"{titles[0].title} and {len(titles) - 1} more"[:MAX_GROUP_TITLE]


def _ours(soc_codes: list[str], known: dict[str, int]) -> set[str]:
    return {ours for code in soc_codes for ours in covered(code, known)}
