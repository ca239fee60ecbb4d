"""Finding the career or the place that a reader typed the name of."""

from dataclasses import dataclass

from django.db.models import Q

from careers.models import Area, Occupation
from careers.selectors.nearest import careers_like

MATCHES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Choice:
    """What was typed for a career, the one that it can only mean, or those that it may mean."""

    typed: str
    chosen: Occupation | None
    matches: tuple[tuple[str, str], ...]  # title, slug


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


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What was typed for a place, the one that it can only mean, or those that it may mean."""

    typed: str
    chosen: Area | None
    matches: tuple[tuple[str, str], ...]  # name, slug


def choose_place(typed: str) -> PlaceChoice:
    """What a typed name stands for: the nation, a state, or an area within one; two queries at most."""
    typed = typed.replace("\0", "").strip()[:100]
    if not typed:
        return PlaceChoice("", None, ())
    areas = Area.objects.select_related("state")
    if exact := areas.filter(Q(slug=typed.lower()) | Q(name__iexact=typed)).first():
        return PlaceChoice(exact.name, exact, ())
    for word in typed.replace(",", " ").split()[:8]:
        areas = areas.filter(name__icontains=word)
    found = sorted(areas[: MATCHES_SHOWN + 1], key=lambda area: _nearness(typed, area.name))
    if len(found) == 1:
        return PlaceChoice(found[0].name, found[0], ())
    return PlaceChoice(typed, None, tuple((area.name, area.slug) for area in found[:MATCHES_SHOWN]))


def _nearness(typed: str, title: str) -> tuple[int, str]:
    """Titles that hold the typed words as whole words, plural or not, come first."""
    words = {word.strip(",") for word in title.lower().split()}
    whole = sum(bool({word, f"{word}s"} & words) for word in typed.lower().split())
    return -whole, title
