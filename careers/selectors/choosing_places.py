"""Finding the place that a reader typed the name of."""

from dataclasses import dataclass

from django.db.models import Q

from careers.kept import kept
from careers.models import Area

MATCHES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """What was typed for a place, the one that it can only mean, or those that it may mean."""

    typed: str
    chosen: Area | None
    matches: tuple[tuple[str, str], ...]  # name, slug


@kept(500)
def choose_place(typed: str) -> PlaceChoice:
    """What a typed name stands for: the nation, a state, or an area within one; two queries at most, once."""
    typed = typed.replace("\0", "").strip()[:100]
    if not typed:
        return PlaceChoice("", None, ())
    areas = Area.objects.select_related("state")
    if exact := areas.filter(Q(slug=typed.lower()) | Q(name__iexact=typed)).first():
        return PlaceChoice(exact.name, exact, ())
    for word in typed.replace(",", " ").split()[:8]:
        areas = areas.filter(name__icontains=word)
    found = sorted(areas[: MATCHES_SHOWN + 1], key=lambda area: nearness(typed, area.name))
    if len(found) == 1:
        return PlaceChoice(found[0].name, found[0], ())
    return PlaceChoice(typed, None, tuple((area.name, area.slug) for area in found[:MATCHES_SHOWN]))


def nearness(typed: str, title: str) -> tuple[int, str]:
    """Titles that hold the typed words as whole words, plural or not, come first."""
    words = {word.strip(",") for word in title.lower().split()}
    whole = sum(bool({word, f"{word}s"} & words) for word in typed.lower().split())
    return -whole, title
