"""What each filter of the list of jobs asks of a posting, as conditions on its row."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import ceil

from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from careers import localities
from careers.importers.states import FIPS
from careers.models import Area, Posting, PostingPlace
from careers.models.postings import PER_YEAR
from careers.selectors.choosing import Choice
from careers.selectors.choosing_places import PlaceChoice

from .jobs_asked import DAYS, ON_SITE_ONLY, REMOTE_ONLY, JobsAsked

POSTAL = {f"{fips}00000": postal for postal, fips in FIPS.items()}  # by area code
NO_PAY = Q(yearly_min__isnull=True, yearly_max__isnull=True)
REMOTE = Q(is_remote=True)


@dataclass(frozen=True, slots=True)
class Named:
    """What was typed for place, career and company, and what it stands for."""

    place: PlaceChoice
    occupation: Choice
    company: Choice
    words: object = ()  # the postings that the words find, for `pk__in`


@dataclass(frozen=True, slots=True)
class Condition:
    """What a filter asks. Those that are equal ask the same, but for their values."""

    kind: Hashable
    values: tuple = field(compare=False)
    make: Callable[..., Q] = field(compare=False)


def conditions(asked: JobsAsked, named: Named, today: date) -> dict[str, Condition]:
    """By the names of `asked.filters`."""
    made: dict[str, Callable[[], Condition]] = {
        "q": lambda: found(named.words),
        "occupation": lambda: Condition((), (named.occupation.chosen.pk,), lambda pk: Q(occupation=pk)),
        "company": lambda: Condition((), (named.company.chosen.pk,), lambda pk: Q(company=pk)),
        "place": lambda: place(named.place.chosen, asked.radius),
        "pay_min": lambda: pays(asked),
        "remote": lambda: Condition(asked.remote, (), lambda: remote(asked.remote)),
        "types": lambda: Condition(asked.types, (), lambda: of_types(*asked.types)),
        "posted": lambda: Condition((), (today - timedelta(days=asked.posted),), since),
    }
    return {name: made[name]() for name in asked.filters}


def made(conditions: dict[str, Condition]) -> list[Q]:
    return [one.make(*one.values) for one in conditions.values()]


def days(today: date) -> tuple[date, ...]:
    """Since when those were posted that are counted."""
    return tuple(today - timedelta(days=number) for number in DAYS)


def facets(days: Sequence[date]) -> dict[str, dict[str, Q]]:
    """What each choice asks that is counted, by the name of its filter."""
    return {
        "remote": {choice: remote(choice) for choice in (REMOTE_ONLY, ON_SITE_ONLY)},
        "types": {name: of_types(name) for name in Posting.EmploymentType.values},
        "posted": {str(number): since(day) for number, day in zip(DAYS, days, strict=True)},
    }


def found(words: RawSQL | tuple) -> Condition:
    if words == ():
        return Condition(None, (), lambda: Q(pk__in=()))
    return Condition(words.sql, tuple(words.params), lambda *params: Q(pk__in=RawSQL(words.sql, params)))  # noqa: S611 - what was typed is among the values


def place(area: Area, miles: int) -> Condition:
    """Done there, or open from there."""
    return Condition((area.pk, miles), (), lambda: in_place(area, miles) | open_from(area))


def in_place(area: Area, miles: int = 0) -> Q:
    """Jobs done there: in an area of that state, or in metropolitan areas within so many miles."""
    return Q(pk__in=places_in(area, miles).values("posting"))


def places_in(area: Area, miles: int = 0) -> QuerySet[PostingPlace]:
    places = PostingPlace.objects.order_by()
    if area.kind != Area.Kind.STATE:
        codes = localities.within(area.code, miles) if miles else {area.code}
        return places.filter(area__code__in=sorted(codes))
    # Metropolitan areas cross states: the address decides where it names the state.
    postal = POSTAL.get(area.code, "")
    crossing = Q(name__endswith=f"-{postal}")
    crossing |= Q(name__contains=f"-{postal}-") | Q(name__contains=f", {postal}-")
    areas = Area.objects.filter(Q(pk=area.pk) | Q(state=area) | crossing)
    # One condition on both: PostgreSQL looks up each area with it, instead of reading all places.
    return places.filter(state__in=(postal, ""), area__in=areas)


def open_from(area: Area) -> Q:
    """Remote jobs open to who lives there; one that names no area is open everywhere."""
    state = area.pk if area.kind == Area.Kind.STATE else area.state_id
    covering = Area.objects.filter(Q(kind=Area.Kind.NATION) | Q(pk=state)).order_by()
    where = Q(remote_area__isnull=True) | Q(remote_area__in=covering.values("pk"))
    return REMOTE & where


def pays(asked: JobsAsked) -> Condition:
    """The highest pay it states, by the year, reaches the floor."""
    keeps_unpaid = asked.keeps_unpaid

    def reaching(floor: int) -> Q:
        reaches = Q(yearly_max__gte=floor) | Q(yearly_max__isnull=True, yearly_min__gte=floor)
        return reaches | NO_PAY if keeps_unpaid else reaches

    return Condition(keeps_unpaid, (ceil(asked.pay_min * PER_YEAR[asked.pay_unit]),), reaching)


def remote(choice: str) -> Q:
    return REMOTE if choice == REMOTE_ONLY else ~REMOTE


def of_types(*names: str) -> Q:
    found = Q()
    for name in names:
        found |= Q(employment_types__contains=name)
    return found


def since(day: date) -> Q:
    return Q(posted_on__gte=day)
