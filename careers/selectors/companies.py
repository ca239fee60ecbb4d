"""The directory of companies: how many there are of each kind, and which are on a page."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db.models import (
    Case,
    Count,
    F,
    FilteredRelation,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    When,
)
from django.db.models.functions import Coalesce, Lower
from django.utils import timezone
from django.utils.text import slugify

from careers.filters.companies import words_of
from careers.filters.company_search import NAME, YES, Asked, Column, Directory
from careers.kept import kept
from careers.models import Area, Company, CompanyName, EmployerPay, Industry, Posting

NONE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Everyone:
    """All companies by name."""

    keys: Sequence[int]
    names: Sequence[str]  # all names of each, in capitals
    offers: Sequence[int]  # NONE where none are known
    jobs: Sequence[int]
    directory: Directory
    labels: Mapping[str, Mapping[str, str]]  # by filter: label by value
    metros: frozenset[str]  # slugs


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """All companies, of which the words of a search find some, and what their values are called."""

    directory: Directory
    everyone: Everyone

    @property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        return self.everyone.labels

    @property
    def metros(self) -> frozenset[str]:
        return self.everyone.metros


@dataclass(frozen=True, slots=True)
class Listed:
    """The places of what is asked, in its order: those of a page are found without a look at all others."""

    known: Known
    asked: Asked

    def __len__(self) -> int:
        return self.known.directory.count(self.asked)

    def __getitem__(self, which: slice) -> list[int]:
        return list(islice(self._places(), which.start, which.stop))

    def _places(self) -> Iterable[int]:
        everyone, found = self.known.everyone, self.known.directory.found(self.asked)
        column, falling = self.asked.sort.removeprefix("-"), self.asked.sort.startswith("-")
        if column == NAME:
            return reversed(found) if falling else found
        places = _sorted_by(self.asked.sort, everyone)
        if len(found) == len(places):
            return places
        fitting = set(found)
        return (place for place in places if place in fitting)


def listed(now: datetime) -> QuerySet[Company]:
    """Companies that readers see; `listing` is the entry of a published directory that is in force."""
    return Company.objects.live(now).annotate(
        listing=FilteredRelation("listings", condition=Q(listings__is_current=True))
    )


@kept(16)
def known(words: str, today: date) -> Known:
    """Every company, the words that are searched for among what is filtered by.

    Six queries, once for a version of the data.
    """
    all_of_them = everyone(today)
    searched = [word.upper() for word in words_of(words)]
    # Of no words that say something, each finds every company.
    fitting: Sequence[int] = range(len(all_of_them.names))
    for word in searched:
        fitting = array("I", (place for place in fitting if word in all_of_them.names[place]))
    directory = all_of_them.directory
    return Known(directory.with_words(fitting) if words else directory, all_of_them)


@kept(1)
def everyone(today: date) -> Everyone:
    """Six queries: offers and jobs are counted once for all, which takes less than to look for each."""
    columns = ("industry", "listing__sector", "based_in", "size")
    # Their headquarters are the editors', else the directory's.
    own = Q(headquarters="", headquarters_area__isnull=True)
    based_in = Case(When(own, then=F("listing__headquarters_area")), default=F("headquarters_area"))
    companies = listed(timezone.now()).annotate(based_in=based_in).order_by(Lower("name"), "pk")
    found = list(companies.values_list("pk", "name", *columns))
    names = {key: name for key, name, *_ in found}
    for company, name in CompanyName.objects.order_by().values_list("company", "name"):
        if company in names:
            names[company] = f"{names[company]}\n{name}"
    industries = Industry.objects.in_bulk({industry for _, _, industry, *_ in found if industry})
    areas = Area.objects.select_related("state").in_bulk({area for *_, area, _ in found if area})
    sectors = {sector for _, _, _, sector, *_ in found if sector}
    pay, jobs = _offers(), _jobs(today)
    switches = {"pay": (key in pay for key in names), "jobs": (key in jobs for key in names)}
    return Everyone(
        keys=array("q", names),
        names=[name.upper() for name in names.values()],
        offers=array("q", (NONE if (number := pay.get(key)) is None else number for key in names)),
        jobs=array("q", (jobs.get(key, 0) for key in names)),
        directory=_directory(found, switches, industries, areas),
        labels={
            "sector": _labels((slugify(sector), sector) for sector in sectors),
            "industry": _labels((industry.slug, industry.name) for industry in industries.values()),
            "place": _labels(
                (place.slug, place.name) for area in areas.values() for place in (area, area.state) if place
            ),
        },
        metros=frozenset(area.slug for area in areas.values() if area.state),
    )


def _directory(
    found: Sequence[tuple],
    switches: Mapping[str, Iterable[bool]],
    industries: Mapping[int, Industry],
    areas: Mapping[int, Area],
) -> Directory:
    """Its columns, in the order of the rows of `everyone`."""
    made: dict[str, Callable[[object], tuple[str, ...]]] = {
        "industry": lambda industry: (industries[industry].slug,) if industry else (),
        "sector": lambda sector: (slugify(sector),) if sector else (),
        "place": lambda area: _places(areas[area]) if area else (),
        "size": lambda size: (size,),
    }
    columns = {}
    for number, (name, make) in enumerate(made.items(), 2):
        of_value = {value: make(value) for value in {row[number] for row in found}}
        columns[name] = Column(of_value[row[number]] for row in found)
    for name, of_each in switches.items():
        columns[name] = Column((YES,) if has_it else () for has_it in of_each)
    return Directory(len(found), columns)


def _offers() -> dict[int, int | None]:
    """Of each company with pay from visa filings, its offers in the nation."""
    in_nation = Q(area=Subquery(Area.objects.nation().values("pk")[:1]))
    rows = EmployerPay.objects.current().order_by().values_list("company")
    return dict(rows.annotate(number=Sum("offers", filter=in_nation)))


def _jobs(today: date) -> dict[int, int]:
    """Of each company with open jobs, how many."""
    rows = Posting.objects.open(today).real().filter(company__isnull=False)
    return dict(rows.order_by().values_list("company").annotate(number=Count("pk")))


@kept(4)
def _sorted_by(sort: str, all_of_them: Everyone) -> Sequence[int]:
    """The places of all in the order of their offers or open jobs, "-" for most first.

    Those of which none are known come last, equal ones by name.
    """
    column, falling = sort.removeprefix("-"), sort.startswith("-")
    of_each = all_of_them.jobs if column == "jobs" else all_of_them.offers
    there = [place for place, number in enumerate(of_each) if number != NONE]
    there.sort(key=of_each.__getitem__, reverse=falling)
    return array("L", (*there, *(place for place, number in enumerate(of_each) if number == NONE)))


def place_after(all_of_them: Everyone, lowered: str, key: int) -> int:
    """Where those begin that come after a company by name, be it there still or not."""
    try:
        return all_of_them.keys.index(key) + 1
    except ValueError:
        before = Q(lowered__lt=lowered) | Q(lowered=lowered, pk__lte=key)
        companies = Company.objects.live(timezone.now()).alias(lowered=Lower("name"))
        return companies.filter(before).count()


def name_and_key(all_of_them: Everyone, place: int) -> tuple[str, int]:
    """By which one finds that place again; one query."""
    key = all_of_them.keys[place]
    there = Company.objects.filter(pk=key).values_list(Lower("name"), "pk").first()
    # One that was deleted just now: by the name that is remembered of it.
    return there or (all_of_them.names[place].partition("\n")[0].lower(), key)


def counted(companies: QuerySet[Company], today: date) -> QuerySet[Company]:
    """The same with their `offers`, NULL where none are known, its `pay_release`, and open `jobs`."""
    offers, jobs = in_nation(), Posting.objects.open(today).real().filter(company=OuterRef("pk"))
    return companies.annotate(
        offers=Subquery(offers.order_by().values("company").annotate(sum=Sum("offers")).values("sum")),
        pay_release=Subquery(offers.values("release")[:1]),
        jobs=Coalesce(Subquery(jobs.order_by().values("company").annotate(sum=Count("pk")).values("sum")), 0),
    )


def in_nation() -> QuerySet[EmployerPay]:
    """The pay of a company that is asked about."""
    nation = Subquery(Area.objects.nation().values("pk")[:1])
    return EmployerPay.objects.current().filter(company=OuterRef("pk"), area=nation)


def _places(area: Area) -> tuple[str, ...]:
    return (area.slug, area.state.slug) if area.state else (area.slug,)


def _labels(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By value, in the order of the labels; of equal ones by value, in every process alike."""
    return dict(sorted(set(named), key=lambda each: (each[1].lower(), each[0])))
