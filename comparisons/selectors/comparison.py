"""What a comparison page shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.charts.ranges import RangeChart, range_chart
from careers.models import Occupation
from careers.prose.overview import what_they_do
from careers.selectors.attributions import Attribution, attributions
from careers.selectors.examples import SEPARATOR
from careers.selectors.profile import Profile, profiles
from comparisons.engine.compare import Section, compare
from comparisons.prose.opening import opening


@dataclass(frozen=True, slots=True)
class Comparison:
    slug: str
    title: str
    profiles: tuple[Profile, ...]
    opening: tuple[str, ...]
    sections: tuple[Section, ...]
    chart: RangeChart | None
    accounts: tuple[tuple[str, str], ...]  # plural, what they do; by an editor, else from the figures
    attributions: tuple[Attribution, ...]


def occupations(slugs: Sequence[str]) -> dict[str, Occupation]:
    """The listed occupations of these slugs, by slug; one query."""
    found = Occupation.objects.listed().filter(slug__in=slugs).select_related("text")
    return {occupation.slug: occupation for occupation in found}


def comparison(compared: Sequence[Occupation]) -> Comparison:
    found = tuple(profiles(compared))
    sections = compare(found)
    return Comparison(
        slug=SEPARATOR.join(profile.slug for profile in found),
        title=" vs ".join(profile.plural for profile in found),
        profiles=found,
        opening=tuple(opening(found)),
        sections=sections,
        chart=range_chart("pay-ranges", found),
        accounts=tuple((profile.plural, text) for profile in found if (text := _account(profile))),
        attributions=_attributions(found, sections),
    )


def _account(profile: Profile) -> str:
    return profile.summary or " ".join(what_they_do(profile))


def _attributions(found: Sequence[Profile], sections: Sequence[Section]) -> tuple[Attribution, ...]:
    """The sentences that the licences of all shown figures and names ask for, each once."""
    cells = (cell for section in sections for row in section.rows for cell in row.cells)
    named = (sentence for profile in found if not profile.summary for sentence in profile.about.attributions)
    return tuple(dict.fromkeys((*attributions(cells), *named)))
