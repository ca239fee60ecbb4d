"""A company: who it is, what it offers against the market, its open jobs and what is said of it."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from django.db.models import FilteredRelation, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from careers import formatting
from careers.addresses import address_of
from careers.models import (
    Company,
    CompanyAssessment,
    CompanyIdentifier,
    CompanyLogo,
    CompanyName,
    MergedCompany,
    Posting,
    Release,
    StatedFact,
    live,
)

from . import company_facts as facts
from .answers import first_with_answers
from .cells import Cell, provenance
from .companies import counted
from .company_pay import OffersThere, offers_of
from .stated import stated_cell

JOBS_SHOWN = 10
LOGO_VERSION = 12  # letters of the checksum that stand in its address
# Where the public register of an identifier shows what it knows.
REGISTERS = {
    CompanyIdentifier.Scheme.CIK: "https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK={}",
    CompanyIdentifier.Scheme.LEI: "https://search.gleif.org/#/record/{}",
}


@dataclass(frozen=True, slots=True)
class Logo:
    url: str
    width: int  # pixels
    height: int


@dataclass(frozen=True, slots=True)
class Identifier:
    label: str
    value: str
    url: str  # of the public register, '' where there is none


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source says outright: that an occupation is paid best here."""

    occupation: str
    occupation_url: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class CompanyPage:
    name: str
    slug: str
    url: str
    website: str
    summary: str  # Markdown of the editors
    logo: Logo | None
    facts: tuple[Cell, ...]
    names: tuple[Cell, ...]
    identifiers: tuple[Identifier, ...]
    offers: OffersThere
    jobs: Cell
    postings: tuple[Posting, ...]  # the newest of those that are open, samples last
    assessments: tuple[Cell, ...]
    statements: tuple[Statement, ...]

    @property
    def filed(self) -> Cell:
        """Its visa-filing offers of all occupations and places."""
        return self.facts[-1]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All that the page shows, but pay by occupation, which has rows of its own."""
        stated = (statement.cell for statement in self.statements)
        return (*self.facts, *self.names, self.jobs, *self.assessments, *stated)


def find(slug: str, today: date) -> Company | None:
    """The company with its `offers` and open `jobs` as the directory counts them, and its `listing` there."""
    companies = (
        Company.objects.live(timezone.now())
        .annotate(listing=FilteredRelation("listings", condition=Q(listings__is_current=True)))
        .select_related("industry", "headquarters_area", "logo")
        .select_related("listing__release__source", "listing__headquarters_area")
    )
    known = counted(companies.defer("logo__png").filter(slug=slug), today)
    return first_with_answers(known, address_of("careers:companies"))


def moved_to(slug: str) -> str:
    """The slug of the company that one of this address was merged into, '' for none; one query."""
    seen = MergedCompany.objects.filter(live(timezone.now(), "company"), slug=slug)
    return seen.values_list("company__slug", flat=True).first() or ""


def company_page(company: Company, place: str, today: date) -> CompanyPage:
    """For what `find` found; `place` is the slug of the area whose offers are shown; ten queries."""
    listing = getattr(company, "listing", None)
    release = Release.objects.select_related("source").filter(pk=company.pay_release).first()
    return CompanyPage(
        name=company.name,
        slug=company.slug,
        url=company.get_absolute_url(),
        website=company.website,
        summary=company.summary,
        logo=_logo(company),
        facts=(
            facts.sector_cell(listing),
            facts.sub_industry_cell(listing),
            facts.industry_cell(company),
            facts.headquarters_cell(company, listing),
            facts.founded_cell(company, listing),
            facts.size_cell(company),
            facts.offers_cell(company.offers, release),
        ),
        names=_names(company),
        identifiers=_identifiers(company),
        offers=offers_of(company, place),
        jobs=facts.jobs_cell(company.jobs, today),
        postings=tuple(
            Posting.objects.open(today)
            .filter(company=company)
            .order_by("is_sample", "-posted_on", "-pk")
            .select_related("remote_area")
            .prefetch_related("places")[:JOBS_SHOWN]
        ),
        assessments=_assessments(company),
        statements=_statements(company),
    )


def logo_checksum(slug: str) -> str | None:
    return _logos(slug).values_list("checksum", flat=True).first()


def logo_bytes(slug: str) -> CompanyLogo | None:
    return _logos(slug).first()


def _logos(slug: str) -> QuerySet[CompanyLogo]:
    return CompanyLogo.objects.filter(live(timezone.now(), "company"), company__slug=slug)


def _logo(company: Company) -> Logo | None:
    logo = getattr(company, "logo", None)
    if logo is None:
        return None
    address = reverse("careers:company_logo", args=[company.slug])
    return Logo(f"{address}?v={logo.checksum[:LOGO_VERSION]}", logo.width, logo.height)


def _names(company: Company) -> tuple[Cell, ...]:
    """Its other names, each with who gives it: a release, else the editors."""
    return tuple(
        Cell(
            key="company_name",
            label=name.get_kind_display(),
            text=name.name,
            value=name.name,
            kind="name",
            **(provenance(name.release, "") if name.release else {"source_name": str(facts.EDITORS)}),
        )
        for name in CompanyName.objects.filter(company=company)
        .select_related("release__source")
        .order_by("kind", "name")
        if name.name != company.name
    )


def _identifiers(company: Company) -> tuple[Identifier, ...]:
    return tuple(
        Identifier(
            label=identifier.get_scheme_display(),
            value=identifier.value,
            url=REGISTERS.get(identifier.scheme, "").format(quote(identifier.value, safe="")),
        )
        for identifier in company.identifiers.all()
    )


def _assessments(company: Company) -> tuple[Cell, ...]:
    return tuple(
        Cell(
            key="ranking_assessment",
            label=assessment.topic,
            text=_("{score} of 100").format(score=formatting.trim(assessment.score)),
            value=assessment.score,
            unit=_("points from 0 to 100"),
            kind="rating",
            source_name=assessment.source_name,
            source_url=assessment.source_url,
            release=formatting.day(assessment.as_of),
        )
        for assessment in CompanyAssessment.objects.filter(company=company)
    )


def _statements(company: Company) -> tuple[Statement, ...]:
    stated = (
        StatedFact.objects.current()
        .filter(company=company, topic=StatedFact.Topic.BEST_PAYING_COMPANY)
        .select_related("occupation", "company", "release__source")
        .order_by("occupation__title")
    )
    return tuple(
        Statement(fact.occupation.title, fact.occupation.get_absolute_url(), stated_cell(fact))
        for fact in stated
    )
