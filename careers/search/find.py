"""The one door to search: whole results, suggestions as one types, and the occupations for a filter."""

from careers.models import Occupation

from .results import Found, Group, Hit, Results

__all__ = ["Found", "Group", "Hit", "Results", "occupations", "search", "suggest"]

SUGGESTED = 8


def search(query: str, *, exact: bool = False) -> Results:
    """What the query finds, grouped by kind; `exact` searches it as typed, without correcting it."""
    hits = tuple(_hits(query))
    groups = (Group("occupation", "Careers", hits[:20], len(hits)),) if hits else ()
    return Results(query, groups=groups)


def suggest(query: str, limit: int = SUGGESTED) -> tuple[Hit, ...]:
    """The first hits of any kind while one types: the last word may be only begun."""
    return tuple(_hits(query))[:limit]


def occupations(query: str, *, exact: bool = False) -> Found:
    """The listed occupations that the query finds, in rank order."""
    return Found(tuple(hit.occupation_id for hit in _hits(query)))


def _hits(query):
    listed = Occupation.objects.listed().order_by("title")
    for word in query.replace("\0", " ").split()[:8]:
        listed = listed.filter(title__icontains=word)
    return (
        Hit("occupation", item.title, item.get_absolute_url(), "", item.pk)
        for item in (listed if query.split() else listed.none())
    )
