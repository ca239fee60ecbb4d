"""The directory of companies: how many there are of each kind, and the rows of a page."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.db.models import (
    Case,
    Count,
    Exists,
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
from careers.models import Area, Company, CompanyName, EmployerPay, Industry, Posting, Release

from . import company_facts as facts
from .cells import Cell


@dataclass(frozen=True, slots=True, eq=False)
class Everyone:
    """All companies by name."""

    keys: Sequence[int]
    names: Sequence[str]  # all names of each, in capitals
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
    """The keys of what is asked, in its order: those of a page are found without a look at all others."""

    known: Known
    asked: Asked
    today: date

    def __len__(self) -> int:
        return self.known.directory.count(self.asked)

    def __getitem__(self, which: slice) -> list[int]:
        keys = self.known.everyone.keys
        return [keys[place] for place in islice(self._places(), which.start, which.stop)]

    def _places(self) -> Iterable[int]:
        everyone, found = self.known.everyone, self.known.directory.found(self.asked)
        column, falling = self.asked.sort.removeprefix("-"), self.asked.sort.startswith("-")
        if column == NAME:
            return reversed(found) if falling else found
        places = _sorted_by(self.asked.sort, everyone, self.today)
        if len(found) == len(places):
            return places
        fitting = set(found)
        return (place for place in places if place in fitting)


@dataclass(frozen=True, slots=True)
class CompanyRow:
    name: str
    slug: str
    url: str
    sector: Cell
    industry: Cell
    headquarters: Cell
    founded: Cell
    size: Cell
    offers: Cell
    jobs: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (
            self.sector,
            self.industry,
            self.headquarters,
            self.founded,
            self.size,
            self.offers,
            self.jobs,
        )

    @property
    def shown(self) -> tuple[Cell, ...]:
        """What a line of the list has room for: of two classifications one that is known."""
        known = tuple(cell for cell in (self.sector, self.industry) if not cell.missing)
        return (*(known or (self.sector,)), self.headquarters, self.founded, self.offers)


def listed(today: date) -> QuerySet[Company]:
    """Companies that readers see by name with what the directory is filtered by.

    `listing` is the entry of a published directory that is in force. `based_in` is the area of the
    headquarters: the editors', else the directory's.
    """
    own = Q(headquarters="", headquarters_area__isnull=True)
    return (
        Company.objects.live(timezone.now())
        .annotate(
            listing=FilteredRelation("listings", condition=Q(listings__is_current=True)),
        )
        .annotate(
            based_in=Case(When(own, then=F("listing__headquarters_area")), default=F("headquarters_area")),
            has_pay=Exists(EmployerPay.objects.current().filter(company=OuterRef("pk"))),
            has_jobs=Exists(_open(today)),
        )
        .order_by(Lower("name"), "pk")
    )


@kept(16)
def known(words: str, today: date) -> Known:
    """Every company, the words that are searched for among what is filtered by.

    Four queries, once for a version of the data.
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
    """Four queries."""
    columns = ("industry", "listing__sector", "based_in", "size", "has_pay", "has_jobs")
    found = list(listed(today).values_list("pk", "name", *columns))
    names = {key: name for key, name, *_ in found}
    for company, name in CompanyName.objects.order_by().values_list("company", "name"):
        if company in names:
            names[company] = f"{names[company]}\n{name}"
    industries = Industry.objects.in_bulk({industry for _, _, industry, *_ in found if industry})
    areas = Area.objects.select_related("state").in_bulk({area for *_, area, _, _, _ in found if area})
    sectors = {sector for _, _, _, sector, *_ in found if sector}
    return Everyone(
        keys=array("q", names),
        names=[name.upper() for name in names.values()],
        directory=_directory(found, industries, areas),
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
    found: Sequence[tuple], industries: Mapping[int, Industry], areas: Mapping[int, Area]
) -> Directory:
    """Its columns, in the order of the rows of `everyone`."""
    made: dict[str, Callable[[object], tuple[str, ...]]] = {
        "industry": lambda industry: (industries[industry].slug,) if industry else (),
        "sector": lambda sector: (slugify(sector),) if sector else (),
        "place": lambda area: _places(areas[area]) if area else (),
        "size": lambda size: (size,),
        "pay": lambda has_pay: (YES,) if has_pay else (),
        "jobs": lambda has_jobs: (YES,) if has_jobs else (),
    }
    columns = {}
    for number, (name, make) in enumerate(made.items(), 2):
        of_value = {value: make(value) for value in {row[number] for row in found}}
        columns[name] = Column(of_value[row[number]] for row in found)
    return Directory(len(found), columns)


@kept(4)
def _sorted_by(sort: str, all_of_them: Everyone, today: date) -> Sequence[int]:
    """The places of all in the order of their offers or open jobs, "-" for most first; one query.

    Those of which none are known come last, equal ones by name.
    """
    column, falling = sort.removeprefix("-"), sort.startswith("-")
    if column == "jobs":
        rows = Posting.objects.open(today).real().filter(company__isnull=False)
        number, none = Count("pk"), 0
    else:
        nation = Area.objects.nation().values("pk")[:1]
        rows = EmployerPay.objects.current().filter(area=Subquery(nation))
        number, none = Sum("offers"), None
    numbers = dict(rows.order_by().values_list("company").annotate(number=number))
    of_each = [numbers.get(key, none) for key in all_of_them.keys]
    there = [place for place, number in enumerate(of_each) if number is not None]
    there.sort(key=of_each.__getitem__, reverse=falling)
    return array("L", (*there, *(place for place, number in enumerate(of_each) if number is None)))


def counted(companies: QuerySet[Company], today: date) -> QuerySet[Company]:
    """The same with their `offers`, NULL where none are known, its `pay_release`, and open `jobs`."""
    offers = EmployerPay.objects.current().filter(
        company=OuterRef("pk"), area=Subquery(Area.objects.nation().values("pk")[:1])
    )
    jobs = _open(today).order_by().values("company").annotate(sum=Count("pk")).values("sum")
    return companies.annotate(
        offers=Subquery(offers.order_by().values("company").annotate(sum=Sum("offers")).values("sum")),
        pay_release=Subquery(offers.values("release")[:1]),
        jobs=Coalesce(Subquery(jobs), 0),
    )


def rows(keys: Sequence[int], today: date) -> list[CompanyRow]:
    """Two queries."""
    wanted = counted(listed(today).filter(pk__in=keys), today).select_related(
        "industry", "listing__release__source", "headquarters_area", "listing__headquarters_area"
    )
    by_key = {company.pk: company for company in wanted}
    found = [by_key[key] for key in keys if key in by_key]
    releases = Release.objects.select_related("source").in_bulk({company.pay_release for company in found})
    return [_row(company, releases.get(company.pay_release), today) for company in found]


def _row(company: Company, pay_release: Release | None, today: date) -> CompanyRow:
    listing = getattr(company, "listing", None)
    return CompanyRow(
        name=company.name,
        slug=company.slug,
        url=company.get_absolute_url(),
        sector=facts.sector_cell(listing),
        industry=facts.industry_cell(company),
        headquarters=facts.headquarters_cell(company, listing),
        founded=facts.founded_cell(company, listing),
        size=facts.size_cell(company),
        offers=facts.offers_cell(company.offers, pay_release),
        jobs=facts.jobs_cell(company.jobs, today),
    )


def _open(today: date) -> QuerySet[Posting]:
    return Posting.objects.open(today).real().filter(company=OuterRef("pk"))


def _places(area: Area) -> tuple[str, ...]:
    return (area.slug, area.state.slug) if area.state else (area.slug,)


def _labels(named: Iterable[tuple[str, str]]) -> dict[str, str]:
    """By value, in the order of the labels; of equal ones by value, in every process alike."""
    return dict(sorted(set(named), key=lambda each: (each[1].lower(), each[0])))
