"""The list of jobs, read from an address: what is asked, which jobs fit, and the way to other lists."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone

from careers.addresses import address_of
from careers.filters import jobs_conditions
from careers.filters.jobs import WHICH, JobFilter
from careers.filters.jobs_asked import COUNTED, MATCH, MAX_WORDS, JobsAsked
from careers.filters.jobs_conditions import Named
from careers.filters.jobs_wider import STATE, wider
from careers.models import Area, Company, Occupation, Posting
from careers.prose import jobs_list as prose
from careers.prose.places import in_place
from careers.search import find
from careers.selectors import jobs_list as selector
from careers.selectors.choosing import Choice, choose
from careers.selectors.choosing_places import PlaceChoice, choose_place

WIDER_SHOWN = 8


@dataclass(frozen=True)
class JobsSearch:
    """A search of the open postings; `postings` is empty where a filter is wrong."""

    filter: JobFilter
    asked: JobsAsked
    named: Named
    today: date

    @cached_property
    def postings(self) -> QuerySet[Posting]:
        """What is found, in the order asked for; nothing is read yet."""
        if not self.is_right:
            return Posting.objects.none()
        return selector.in_order(self.filter.qs, self.asked.order, self.asked.q)

    @property
    def is_right(self) -> bool:
        return not self.filter.errors

    @property
    def names(self) -> prose.Names:
        return _names(self.named)

    @cached_property
    def count(self) -> int:
        return selector.count(self.postings) if self.is_right else 0

    def rows(self, start: int, end: int) -> tuple[selector.JobRow, ...]:
        """A slice of what is found; nothing is asked of the database where that is known to be nothing."""
        if not self.is_right or self.__dict__.get("count") == 0:
            return ()
        if self.asked.place:
            there = jobs_conditions.places_in(self.named.place.chosen, self.asked.radius)
            return selector.rows(self.postings[start:end], there)
        if self.asked.order == MATCH:
            keys = selector.best_page(self._asked, self.named.words, self.asked.q, start, end)
            return selector.rows_of(keys) if end - start <= selector.AT_ONCE else selector.rows_at(keys)
        if end - start > selector.AT_ONCE:
            return selector.rows(self.postings[start:end])
        return selector.rows_of(selector.page(self._asked, self.asked.order, start, end))

    @property
    def _asked(self) -> selector.Asked:
        return selector.Asked(self.filter.conditions, self.today, self.filter.now)

    def counts(self) -> selector.Counts:
        counts = selector.counts(self._asked)
        if self.is_right and (counts.is_all or counts.found > COUNTED):
            self.__dict__["count"] = counts.found  # which is not to be counted once more
        return counts

    def wider(self) -> list[tuple[str, JobsAsked]]:
        """Where nothing is found, other searches in words; one query for all of them."""
        place = self.named.place.chosen
        state = place.state if place else None
        metro = place is not None and place.kind == Area.Kind.METRO
        ways = list(wider(self.asked, state.slug if state else "", is_metro=metro))
        named = [
            replace(self.named, place=PlaceChoice(state.name, state, ())) if change == STATE else self.named
            for change, _ in ways
        ]
        lists = [
            self.filter.queryset.filter(
                *jobs_conditions.made(jobs_conditions.conditions(other, own, self.today))
            )
            for (_, other), own in zip(ways, named, strict=True)
        ]
        found = [
            (prose.way(change, other, self.asked, _names(own), count), other)
            for (change, other), own, count in zip(ways, named, selector.counts_of(lists), strict=True)
            if count
        ]
        return [*found[:-1][: WIDER_SHOWN - 1], *found[-1:]]


def read(query: QueryDict, today: date) -> JobsSearch:
    """At most seven queries, of which the names that are not asked for take none."""
    now = timezone.now()
    words = " ".join(query.get("q", "").replace("\0", " ")[:MAX_WORDS].split())
    career, company = query.get("occupation", ""), query.get("company", "")
    named = Named(
        choose_place(query.get("place", "")),
        choose(Occupation.objects.listed(), "title", career) if career else Choice(""),
        choose(Company.objects.live(now), "name", company) if company else Choice(""),
        find.postings(words) if words else (),
    )
    found = JobFilter(query, named, today, now)
    return JobsSearch(found, found.asked, named, today)


def given(query: QueryDict, named: Named) -> Iterator[tuple[str, str]]:
    """The address that a form means: it sends all of its fields, and names as they are typed."""
    for name, values in query.lists():
        if name in WHICH and (chosen := getattr(named, name).chosen):
            is_nation = name == "place" and chosen.kind == Area.Kind.NATION
            values = [] if is_nation else [chosen.slug]
        yield from ((name, value) for value in values if value)


def address(asked: JobsAsked, twin: str = "") -> str:
    """The one address of a search, or of its twin."""
    path, query = _path(twin), asked.query()
    return f"{path}?{query}" if query else path


@cache
def _path(twin: str) -> str:
    return reverse("careers:jobs_twin", args=[twin]) if twin else address_of("careers:jobs")


def put_right(query: QueryDict, search: JobsSearch) -> str | None:
    """The query string that is meant, where it is another than the given one."""
    meant = list(given(query, search.named))
    sent = [(name, value) for name, values in query.lists() for value in values]
    return None if meant == sent else urlencode(meant)


def _names(named: Named) -> prose.Names:
    place = named.place.chosen
    return prose.Names(
        in_place(place.name, place.kind) if place else "",
        named.occupation.chosen.title if named.occupation.chosen else "",
        named.company.chosen.name if named.company.chosen else "",
    )
