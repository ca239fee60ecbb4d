"""What a search shows: careers with figures, other pages by kind; near names where nothing is found."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.models import Occupation, SearchTerm
from careers.search import find
from careers.search.find import Hit
from careers.search.terms import TEXTS

from . import nearest
from .careers_list import PAY, CareerRow, rows

Kind = SearchTerm.Kind
CAREERS_SHOWN = 20
FIGURES = (PAY, "employment", "growth")  # of each career, nationwide
# Kinds that a page of their own can show all hits of; careers have their list, with its filters.
LISTED_ALONE = tuple(kind.value for kind in Kind if kind != Kind.OCCUPATION)
ONE_OF = {
    Kind.OCCUPATION: gettext_lazy("Career"),
    Kind.PLACE: gettext_lazy("Place"),
    Kind.INDUSTRY: gettext_lazy("Industry"),
    Kind.MAJOR: gettext_lazy("Major"),
    Kind.PAGE: gettext_lazy("Page"),
    Kind.COMPANY: gettext_lazy("Company"),
    Kind.POSTING: gettext_lazy("Job"),
}


@dataclass(frozen=True, slots=True)
class FoundCareer:
    """A career with its figures; `how` says by what else than its title it was found, '' for that."""

    row: CareerRow
    how: str


@dataclass(frozen=True, slots=True)
class FoundPage:
    title: str
    url: str
    how: str


@dataclass(frozen=True, slots=True)
class FoundKind:
    """The pages of one kind, the first of `total`."""

    kind: str
    label: str
    total: int
    pages: Sequence[FoundPage]


@dataclass(frozen=True, slots=True)
class SearchResults:
    """`corrected` is what was searched instead of `query`, '' where it was searched as typed."""

    query: str
    corrected: str
    careers: tuple[FoundCareer, ...]
    careers_total: int
    kinds: tuple[FoundKind, ...]
    near: tuple[tuple[str, str], ...]  # title and address of careers, where nothing is found

    @property
    def total(self) -> int:
        return self.careers_total + sum(found.total for found in self.kinds)

    @property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """Kind, label and number of what is found, kind by kind."""
        careers = ((Kind.OCCUPATION.value, Kind.OCCUPATION.label, self.careers_total),)
        return (*(careers if self.careers_total else ()), *((f.kind, f.label, f.total) for f in self.kinds))


@dataclass(frozen=True, slots=True)
class Suggestion:
    title: str
    url: str
    kind: str  # in words
    how: str


def results(query: str, *, exact: bool = False, kind: str = "") -> SearchResults:
    """What the query finds; with a `kind` of `LISTED_ALONE` all hits of that kind and no others."""
    found = find.search(query, exact=exact, kind=kind)
    groups = {group.kind: group for group in found.groups if not kind or group.kind == kind}
    careers = groups.pop(Kind.OCCUPATION.value, None)
    return SearchResults(
        query=query,
        corrected=found.corrected,
        careers=_careers(careers.hits[:CAREERS_SHOWN]) if careers else (),
        careers_total=careers.total if careers else 0,
        kinds=tuple(
            FoundKind(group.kind, group.label, group.total, _Pages(group.hits)) for group in groups.values()
        ),
        near=() if found.groups or not query else tuple(nearest.careers_like(query)),
    )


def suggestions(query: str, kind: str = "") -> list[Suggestion]:
    """The first hits while one types, of all kinds or of one."""
    return [
        Suggestion(hit.title, hit.path, ONE_OF[hit.kind], how_found(hit))
        for hit in find.suggest(query, kind=kind)
    ]


def how_found(hit: Hit) -> str:
    """By what a hit was found in words, '' where by its title."""
    if not hit.matched:
        return ""
    if hit.matched in TEXTS:
        return _("found in {text}").format(text=_(hit.matched))
    if hit.kind == Kind.OCCUPATION and hit.matched[0].isdigit():
        return _("SOC code {matched}").format(matched=hit.matched)
    if hit.kind == Kind.POSTING:
        return _("at {matched}").format(matched=hit.matched)
    if hit.kind == Kind.MAJOR:
        return _("includes {matched}").format(matched=hit.matched)
    return _("also called {matched}").format(matched=hit.matched)


def _careers(hits: tuple[Hit, ...]) -> tuple[FoundCareer, ...]:
    known = Occupation.objects.listed().in_bulk([hit.occupation_id for hit in hits])
    there = [hit for hit in hits if hit.occupation_id in known]
    made = rows([known[hit.occupation_id] for hit in there], FIGURES, None, None)
    return tuple(FoundCareer(row, how_found(hit)) for hit, row in zip(there, made, strict=True))


class _Pages(Sequence):
    """The pages of hits, each made once it is looked at: of thousands that are found, a hundred are shown."""

    def __init__(self, hits: tuple[Hit, ...]):
        self._hits = hits

    def __len__(self) -> int:
        return len(self._hits)

    def __getitem__(self, at):
        return tuple(map(_page, self._hits[at])) if isinstance(at, slice) else _page(self._hits[at])


def _page(hit: Hit) -> FoundPage:
    return FoundPage(hit.title, hit.path, how_found(hit))
