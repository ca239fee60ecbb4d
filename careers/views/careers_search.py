"""The list of careers, read from an address: what is asked, which careers fit, and the way to other lists."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from django.http import QueryDict
from django.urls import reverse

from careers.addresses import address_of
from careers.filters.asked import Asked
from careers.filters.facets import Index, Narrowed
from careers.filters.facts import CareerFacts
from careers.filters.form import CareerFilters
from careers.filters.offered import Offered
from careers.filters.wider import Change, Wider, wider
from careers.kept import kept
from careers.models import Area
from careers.prose import careers_list as prose
from careers.prose.places import in_place
from careers.search import find
from careers.search.results import Found
from careers.selectors.careers_facts import Facts, elsewhere, facts
from careers.selectors.choosing_places import PlaceChoice
from careers.selectors.prices import PriceLevel, choose, parities


@dataclass(frozen=True, slots=True)
class CareersSearch:
    """A search and what it found. `level` is set where pay is asked for at the nation's prices."""

    form: CareerFilters
    asked: Asked
    facts: Facts
    narrowed: Narrowed
    careers: list[CareerFacts]  # in the order asked for; none where a filter is wrong
    found: Found
    area: Area | None
    levels: Mapping[int | None, PriceLevel]

    @property
    def level(self) -> PriceLevel | None:
        return self.levels[self.area.pk] if self.area and self.asked.adjusted else None

    @property
    def names(self) -> prose.Names:
        return self.names_in(self.area)

    @property
    def is_right(self) -> bool:
        return not self.form.errors

    def names_in(self, area: Area | None) -> prose.Names:
        return prose.Names(
            words=self.found.corrected or self.asked.q,
            place=in_place(area.name, area.kind) if area else "",
            labels=self.form.labels,
        )

    def wider(self) -> list[tuple[str, Asked]]:
        """Where nothing is found, other searches in words; one query for the wider areas."""
        index, ids = self.narrowed.index, self.found.ids
        ways = wider(self.narrowed, lambda other: Narrowed(index, other, ids))
        return [
            *((prose.way(way, self.asked, self.names), way.asked) for way in ways),
            *self._in_wider_areas(),
        ]

    def _in_wider_areas(self) -> Iterator[tuple[str, Asked]]:
        """The same in the (first-named) state of the place, and in the nation."""
        if not self.area:
            return
        state = self.area.state
        levels = {Area.NATION_CODE: None}
        if state:
            levels = {state.code: self.levels[state.pk] if self.level else None, **levels}
        for code, careers in elsewhere(self.facts.careers, levels).items():
            area = state if state and code == state.code else None
            other = self.asked.also(place=area.slug if area else "")
            if count := Narrowed(Index(careers, self.narrowed.index), other, self.found.ids).count:
                way = Wider(Change.AREA, ("place",), other, count)
                yield prose.way(way, self.asked, self.names_in(area)), other


def read(query: QueryDict, place: PlaceChoice, views: Collection[str]) -> CareersSearch:
    """Whatever the filters, a few queries and those of the search for words; none where all is kept."""
    area = place.chosen if place.chosen and place.chosen.kind != Area.Kind.NATION else None
    levels = _levels(area) if area and query.get("prices") else {}
    known_facts, index, offered = _indexed(area, levels.get(area.pk) if area else None)
    form = CareerFilters(query, offered, place, views)
    asked = form.asked
    found = find.occupations(asked.q, exact=asked.exact) if asked.q else Found()
    narrowed = Narrowed(index, asked, found.ids)
    form.count(narrowed.counts())
    careers = [] if form.errors else narrowed.careers
    return CareersSearch(form, asked, known_facts, narrowed, careers, found, area, levels)


@kept(40)
def _levels(area: Area) -> dict[int, PriceLevel]:
    """That of the place and that of its (first-named) state, by key of the area."""
    known = parities([area.pk, area.state_id])
    return {one.pk: choose(one, known) for one in (area, area.state) if one}


@kept(40)
def _indexed(area: Area | None, level: PriceLevel | None) -> tuple[Facts, Index, Offered]:
    if area is None:
        known = facts()
        return known, Index(known.careers), Offered(known)
    nation, index, offered = _indexed(None, None)
    known = facts(area, level, nation)
    return known, Index(known.careers, index), offered


def address(asked: Asked, twin: str = "") -> str:
    """The one address of a search, or of its twin."""
    query = asked.query()
    return f"{_path(twin)}?{query}" if query else _path(twin)


@cache
def _path(twin: str) -> str:
    return reverse("careers:list_twin", args=[twin]) if twin else address_of("careers:list")
