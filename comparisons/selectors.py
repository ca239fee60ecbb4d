"""What a comparison page shows, and finding what is to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from careers.charts.ranges import RangeChart, range_chart
from careers.models import Occupation
from careers.prose.overview import what_they_do
from careers.selectors.attributions import Attribution, attributions
from careers.selectors.examples import SEPARATOR
from careers.selectors.nearest import careers_like
from careers.selectors.profile import Profile, profiles

from .engine.compare import Section, compare
from .prose.opening import opening

MATCHES_SHOWN = 8


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


@dataclass(frozen=True, slots=True)
class Choice:
    """One side of the picker: what was typed, what it can only mean, or what it may mean."""

    typed: str
    chosen: Occupation | None
    matches: tuple[tuple[str, str], ...]  # title, slug


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


def choose(typed: str) -> Choice:
    """What a typed name stands for: the one career it fits, or the careers to choose from."""
    typed = typed.replace("\0", "").strip()[:100]
    if not typed:
        return Choice("", None, ())
    listed = Occupation.objects.listed()
    exact = listed.filter(
        Q(slug=typed.lower()) | Q(title__iexact=typed) | Q(plural_title__iexact=typed)
    ).first()
    if exact:
        return Choice(exact.title, exact, ())
    holding = listed
    for word in typed.split()[:8]:
        holding = holding.filter(title__icontains=word)
    matches = sorted(holding.values_list("title", "slug"), key=lambda match: _nearness(typed, match[0]))
    if len(matches) == 1:
        return Choice(matches[0][0], listed.get(slug=matches[0][1]), ())
    if not matches:
        matches = [(title, url.rstrip("/").rpartition("/")[2]) for title, url in careers_like(typed)]
    return Choice(typed, None, tuple(matches[:MATCHES_SHOWN]))


def _nearness(typed: str, title: str) -> tuple[int, str]:
    """Titles that hold the typed words as whole words, plural or not, come first."""
    words = {word.strip(",") for word in title.lower().split()}
    whole = sum(bool({word, f"{word}s"} & words) for word in typed.lower().split())
    return -whole, title
