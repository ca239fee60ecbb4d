"""What editors wrote about comparisons, as readers see it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from careers.further import Compared, Further
from careers.kept import is_keeping, kept
from careers.markup import words_of_markdown
from careers.models import Occupation
from comparisons.models import SEATS, CuratedComparison, members_key

LONGEST_BEGINNING = 300

# A sentence ends after a word, not after an initial: "the U.S. Army" has no end in it.
FIRST_SENTENCE = re.compile(r".*?(?<=[\w)%”\"’'][a-z\d)%”\"’'])[.!?…][)”\"’']*(?=\s|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Curated:
    """A comparison in the editors' order and with their words: Markdown."""

    title: str
    introduction: str
    verdict: str
    slugs: tuple[str, ...]
    url: str

    @property
    def beginning(self) -> str:
        """The first sentence of the introduction, cut where it is very long."""
        blocks = re.split(r"\r?\n\s*\n", self.introduction.strip())
        paragraph = next((words for block in blocks if (words := words_of_markdown(block))), "")
        sentence = FIRST_SENTENCE.match(paragraph)
        return Truncator(sentence[0] if sentence else paragraph).chars(LONGEST_BEGINNING)


def of(occupation_ids: Sequence[int]) -> Curated | None:
    """The published comparison of exactly these occupations, in whatever order; at most one query."""
    if is_keeping() and members_key(occupation_ids) not in _sets():
        return None
    row = _whole(CuratedComparison.objects.published().of(occupation_ids)).first()
    return curated(row) if row else None


@kept(1)
def _sets() -> frozenset[str]:
    """What is published, by keys of sets."""
    return frozenset(CuratedComparison.objects.published().values_list("members_key", flat=True))


def published() -> list[Curated]:
    """All published, by title; one query."""
    return [curated(row) for row in _whole(CuratedComparison.objects.published())]


def further(occupation: Occupation) -> Further | None:
    """For the occupation's own page: the published that it is one of, by title; one query."""
    found = _whole(CuratedComparison.objects.published().comparing(occupation.pk))
    links = tuple((row.title, row.get_absolute_url()) for row in found)
    return Further(_("Compared by our editors"), links) if links else None


def compared() -> list[Compared]:
    """For the front page: all published, by title; one query."""
    rows = _whole(CuratedComparison.objects.published())
    return [Compared(row.title, row.get_absolute_url(), tuple(row.occupations)) for row in rows]


def addresses_of_published() -> list[str]:
    """The path of each published comparison, in the editors' order; one query."""
    return list(addresses_by_set().values())


def addresses_by_set() -> dict[frozenset[str], str]:
    """The path of each published comparison by its slugs, for who looks up many sets; one query."""
    return {frozenset(found.slugs): found.url for found in published()}


def curated(row: CuratedComparison) -> Curated:
    """As it is or would be shown; no query where its occupations came with it."""
    return Curated(
        title=row.title,
        introduction=row.introduction,
        verdict=row.verdict,
        slugs=tuple(occupation.slug for occupation in row.occupations),
        url=row.get_absolute_url(),
    )


def _whole(rows):
    return rows.select_related(*SEATS)
