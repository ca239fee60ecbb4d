"""The directory of companies: how many there are of each kind, and the rows of a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import (
    BooleanField,
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
    Value,
    When,
)
from django.db.models.functions import Coalesce, Lower
from django.utils import timezone
from django.utils.text import slugify

from careers.filters.companies import named
from careers.filters.company_search import Directory, Group
from careers.kept import kept
from careers.models import Area, Company, EmployerPay, Industry, Posting, Release

from . import company_facts as facts
from .cells import Cell


@dataclass(frozen=True, slots=True)
class Known:
    """All companies in groups, and what the values that they have are called."""

    directory: Directory
    labels: Mapping[str, Mapping[str, str]]  # by filter: label by value
    metros: frozenset[str]  # slugs


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
    """Every company, grouped by all that is filtered by, the words that are searched for among it.

    Three queries.
    """
    fits = named(words)
    columns = ("fits_words", "industry", "listing__sector", "based_in", "size", "has_pay", "has_jobs")
    yes, no = Value(True, BooleanField()), Value(False, BooleanField())
    grouped = list(
        listed(today)
        .annotate(fits_words=Case(When(fits, then=yes), default=no) if fits else yes)
        .order_by()
        .values_list(*columns)
        .annotate(number=Count("pk"))
    )
    industries = Industry.objects.in_bulk({industry for _, industry, *_ in grouped if industry})
    areas = Area.objects.select_related("state").in_bulk({area for _, _, _, area, *_ in grouped if area})
    groups = [
        Group(
            fits_words=bool(fits_words),
            industry=industries[industry].slug if industry else "",
            sector=slugify(sector or ""),
            places=_places(areas[area]) if area else (),
            size=size,
            has_pay=has_pay,
            has_jobs=has_jobs,
            number=number,
        )
        for fits_words, industry, sector, area, size, has_pay, has_jobs, number in grouped
    ]
    return Known(
        directory=Directory(groups),
        labels={
            "sector": _labels((slugify(sector), sector) for _, _, sector, *_ in grouped if sector),
            "industry": _labels((industry.slug, industry.name) for industry in industries.values()),
            "place": _labels(
                (place.slug, place.name) for area in areas.values() for place in (area, area.state) if place
            ),
        },
        metros=frozenset(area.slug for area in areas.values() if area.state),
    )


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


def rows(companies: QuerySet[Company], today: date) -> list[CompanyRow]:
    """The rows of a slice of what is `counted`; three queries."""
    # What is sorted are keys alone: not what is looked up for each of the companies.
    keys = list(companies.values_list("pk", flat=True))
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
    """By value, in the order of the labels."""
    return dict(sorted(set(named), key=lambda each: each[1].lower()))
