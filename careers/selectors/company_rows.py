"""The rows of the directory of companies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet, Subquery
from django.utils import timezone

from careers.compiled import compiled_once
from careers.models import Company, Release

from . import company_facts as facts
from .cells import Cell
from .companies import NONE, Everyone, in_nation, listed


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


def rows(all_of_them: Everyone, places: Sequence[int], today: date) -> list[CompanyRow]:
    """Of some places; two queries."""
    if not places:
        return []
    keys = [all_of_them.keys[place] for place in places]
    by_key = {company.pk: company for company in _of_page(timezone.now(), sorted(keys))}
    releases = Release.objects.select_related("source").in_bulk(
        {company.pay_release for company in by_key.values() if company.pay_release}
    )
    return [
        _row(company, all_of_them, place, releases.get(company.pay_release), today)
        for key, place in zip(keys, places, strict=True)
        if (company := by_key.get(key))
    ]


@compiled_once
def _of_page(now: datetime, keys: Sequence[int]) -> QuerySet[Company]:
    """With the release that their offers in the nation are of."""
    return (
        listed(now)
        .filter(pk__in=keys)
        .annotate(pay_release=Subquery(in_nation().values("release")[:1]))
        .select_related(
            "industry", "listing__release__source", "headquarters_area", "listing__headquarters_area"
        )
    )


def _row(
    company: Company, all_of_them: Everyone, place: int, pay_release: Release | None, today: date
) -> CompanyRow:
    listing, offers = getattr(company, "listing", None), all_of_them.offers[place]
    return CompanyRow(
        name=company.name,
        slug=company.slug,
        url=company.get_absolute_url(),
        sector=facts.sector_cell(listing),
        industry=facts.industry_cell(company),
        headquarters=facts.headquarters_cell(company, listing),
        founded=facts.founded_cell(company, listing),
        size=facts.size_cell(company),
        offers=facts.offers_cell(None if offers == NONE else offers, pay_release),
        jobs=facts.jobs_cell(all_of_them.jobs[place], today),
    )
