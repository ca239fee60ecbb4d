"""What a comparison page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from careers.charts.ranges import RangeChart, range_chart
from careers.compiled import compiled_once
from careers.kept import each_kept
from careers.kept_with import kept_with_it
from careers.models import Occupation
from careers.prose.overview import what_they_do
from careers.selectors.attributions import Attribution, attributions
from careers.selectors.examples import SEPARATOR
from careers.selectors.placed import Place
from careers.selectors.profile import Profile, profiles
from careers.selectors.prospects import with_prospects
from comparisons.charts.pictures import Pictures, pictures
from comparisons.engine.compare import Section, compare, differing
from comparisons.prose.opening import opening, pay_first
from comparisons.prose.sections import sentence

from . import curated
from .curated import Curated


@dataclass(frozen=True, slots=True)
class Part:
    """A section with the sentence that says what it amounts to, '' where nothing can be said."""

    section: Section
    sentence: str


@dataclass(frozen=True, slots=True)
class Account:
    """What people in a career do: Markdown where an editor wrote it, else sentences made from the figures."""

    name: str
    text: str
    is_written: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """Profiles stand in the order of the address; columns and cells with the pinned career first."""

    slug: str
    title: str
    profiles: tuple[Profile, ...]
    columns: tuple[Profile, ...]
    place: str  # '' for the nation
    opening: tuple[str, ...]
    summary: tuple[str, ...]  # the same, beginning with pay
    parts: tuple[Part, ...]
    hidden: int  # rows left out because all say the same
    chart: RangeChart | None
    pictures: Pictures
    accounts: tuple[Account, ...]
    curated: Curated | None
    attributions: tuple[Attribution, ...]

    @property
    def lede(self) -> str:
        return " ".join(self.opening)

    @property
    def description(self) -> str:
        return " ".join(self.summary)

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(part.section for part in self.parts)


def occupations(slugs: Sequence[str]) -> dict[str, Occupation]:
    """The listed occupations of these slugs, by slug; one query."""
    return {each.slug: each for each in _listed(slugs) if each}


@each_kept(1000)
def _listed(slugs: Sequence[str]) -> list[Occupation | None]:
    by_slug = {occupation.slug: occupation for occupation in _rows(slugs)}
    return [by_slug.get(slug) for slug in slugs]


@compiled_once
def _rows(slugs: Sequence[str]) -> QuerySet[Occupation]:
    listed = Occupation.objects.listed().filter(slug__in=slugs).order_by()
    return with_prospects(listed).select_related("text")


def comparison(
    compared: Sequence[Occupation],
    place: Place | None = None,
    *,
    pin: str = "",
    only_differing: bool = False,
) -> Comparison:
    """Two to five careers, in a place or nationwide; `pin` is the slug of the one held against."""
    found = tuple(profiles(compared, place))
    written = curated.of([occupation.pk for occupation in compared])
    return compared_as(found, place.name if place else "", written, pin=pin, only_differing=only_differing)


def compared_as(
    found: tuple[Profile, ...],
    place: str = "",
    written: Curated | None = None,
    *,
    pin: str = "",
    only_differing: bool = False,
) -> Comparison:
    """The same of profiles, with what editors wrote of them."""
    statements = opening(found)
    columns = tuple(sorted(found, key=lambda profile: profile.slug != pin))
    sections = compare(columns, 0 if pin else None)
    shown, hidden = differing(sections) if only_differing else (sections, 0)
    return Comparison(
        slug=SEPARATOR.join(profile.slug for profile in found),
        title=_(" vs ").join(profile.plural for profile in found),
        profiles=found,
        columns=columns,
        place=place,
        opening=tuple(statements),
        summary=tuple(pay_first(found, statements)),
        parts=tuple(Part(section, sentence(section.slug, found)) for section in shown),
        hidden=hidden,
        chart=range_chart("pay-ranges", columns),
        pictures=pictures(columns),
        accounts=tuple(account for profile in found if (account := _account(profile)).text),
        curated=written,
        attributions=_attributions(found, sections),
    )


@kept_with_it
def _account(profile: Profile) -> Account:
    written = profile.summary
    return Account(profile.plural, written or " ".join(what_they_do(profile)), bool(written))


def _attributions(found: Sequence[Profile], sections: Sequence[Section]) -> tuple[Attribution, ...]:
    """The sentences that the licences of all shown figures and names ask for, each once."""
    cells = (cell for section in sections for row in section.rows for cell in row.cells)
    named = (sentence for profile in found if not profile.summary for sentence in profile.about.attributions)
    return tuple(dict.fromkeys((*attributions(cells), *named)))
