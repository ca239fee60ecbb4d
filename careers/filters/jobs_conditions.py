"""What each filter of the list of jobs asks of a posting, as conditions on its row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from django.db.models import Q, QuerySet

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


def conditions(asked: JobsAsked, named: Named, today: date) -> dict[str, Q]:
    """By the names of `asked.filters`."""
    made: dict[str, Callable[[], Q]] = {
        "q": lambda: Q(pk__in=named.words),
        "occupation": lambda: Q(occupation=named.occupation.chosen),
        "company": lambda: Q(company=named.company.chosen),
        "place": lambda: in_place(named.place.chosen, asked.radius) | open_from(named.place.chosen),
        "pay_min": lambda: pays(asked),
        "remote": lambda: remote(asked.remote),
        "types": lambda: of_types(*asked.types),
        "posted": lambda: since(today, asked.posted),
    }
    return {name: made[name]() for name in asked.filters}


def facets(today: date) -> dict[str, dict[str, Q]]:
    """What each choice asks that is counted, by the name of its filter."""
    return {
        "remote": {choice: remote(choice) for choice in (REMOTE_ONLY, ON_SITE_ONLY)},
        "types": {name: of_types(name) for name in Posting.EmploymentType.values},
        "posted": {str(days): since(today, days) for days in DAYS},
    }


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
    return places.filter(Q(state=postal) | Q(state=""), area__in=areas)


def open_from(area: Area) -> Q:
    """Remote jobs open to who lives there; one that names no area is open everywhere."""
    state = area.pk if area.kind == Area.Kind.STATE else area.state_id
    covering = Area.objects.filter(Q(kind=Area.Kind.NATION) | Q(pk=state)).order_by()
    where = Q(remote_area__isnull=True) | Q(remote_area__in=covering.values("pk"))
    return REMOTE & where


def pays(asked: JobsAsked) -> Q:
    """The highest pay it states, by the year, reaches the floor."""
    floor = ceil(asked.pay_min * PER_YEAR[asked.pay_unit])
    reaches = Q(yearly_max__gte=floor) | Q(yearly_max__isnull=True, yearly_min__gte=floor)
    return reaches | NO_PAY if asked.keeps_unpaid else reaches


def remote(choice: str) -> Q:
    return REMOTE if choice == REMOTE_ONLY else ~REMOTE


def of_types(*names: str) -> Q:
    found = Q()
    for name in names:
        found |= Q(employment_types__contains=name)
    return found


def since(today: date, days: int) -> Q:
    return Q(posted_on__gte=today - timedelta(days=days))
