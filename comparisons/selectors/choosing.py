"""Finding the career, and by `choosing_places` the place, that a reader typed the name of."""

from dataclasses import dataclass

from django.db.models import Q

from careers.models import Occupation
from careers.selectors.choosing_places import MATCHES_SHOWN, PlaceChoice, choose_place, nearness
from careers.selectors.nearest import careers_like

__all__ = ["Choice", "PlaceChoice", "choose", "choose_place"]


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
    matches = sorted(holding.values_list("title", "slug"), key=lambda match: nearness(typed, match[0]))
    if len(matches) == 1:
        return Choice(matches[0][0], listed.get(slug=matches[0][1]), ())
    if not matches:
        matches = [(title, url.rstrip("/").rpartition("/")[2]) for title, url in careers_like(typed)]
    return Choice(typed, None, tuple(matches[:MATCHES_SHOWN]))
