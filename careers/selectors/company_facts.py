"""What is known of a company as cells: each says whether an editor or a published directory says it."""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.catalogue import FIGURES
from careers.models import Company, CompanyListing, Release

from .addresses import industry_url, place_url
from .cells import Cell, build, unrecorded

EDITORS = gettext_lazy("Editors of this site")
NOT_KNOWN = gettext_lazy("No source loaded here says.")
NO_OFFERS = gettext_lazy("No full-time offer of this company is in the visa filings loaded here.")


def sector_cell(listing: CompanyListing | None) -> Cell:
    """Its sector by the GICS; only a published directory gives it."""
    return _listed("company_sector", listing, "sector")


def sub_industry_cell(listing: CompanyListing | None) -> Cell:
    return _listed("company_sub_industry", listing, "sub_industry")


def industry_cell(company: Company) -> Cell:
    """Its industry by the NAICS, as the pay statistics divide them; only editors give it."""
    industry = company.industry
    text, url = (industry.name, industry_url(industry)) if industry else ("", "")
    return _own("company_industry", company, text, url)


def size_cell(company: Company) -> Cell:
    return _own("company_size", company, company.get_size_display())


def headquarters_cell(company: Company, listing: CompanyListing | None) -> Cell:
    """The editors', else the directory's; with the page of the metropolitan area or state it lies in."""
    key, area = "company_headquarters", company.headquarters_area
    if company.headquarters or area:
        text = company.headquarters or area.name
        return _own(key, company, text, place_url(area) if area else "")
    there = listing and listing.headquarters_area
    return _listed(key, listing, "headquarters", place_url(there) if there else "")


def founded_cell(company: Company, listing: CompanyListing | None) -> Cell:
    """The year; a directory's may be a text, as “1905 (1869)”."""
    key = "company_founded"
    if company.founded:
        return _own(key, company, str(company.founded))
    return _listed(key, listing, "founded")


def offers_cell(offers: int | None, release: Release | None) -> Cell:
    """Visa-filing offers of all occupations and places together."""
    if offers is None or release is None:
        return _unknown("visa_filing_offers", NO_OFFERS)
    return build("visa_filing_offers", offers, formatting.count(offers), release)


def jobs_cell(jobs: int, today: date) -> Cell:
    """Real postings that are open on the day; 0 is known, since the feeds are this portal's own."""
    note = _("In the feeds that this portal reads, on {day}.").format(day=formatting.day(today))
    return _said("open_jobs", jobs, formatting.count(jobs), note=note)


def _own(key: str, company: Company, text: str, url: str = "") -> Cell:
    if not text:
        return _unknown(key)
    by = {"source_name": company.facts_source, "source_url": company.facts_source_url}
    return _said(key, text, text, url=url, **by)


def _listed(key: str, listing: CompanyListing | None, name: str, url: str = "") -> Cell:
    text = getattr(listing, name) if listing else ""
    return build(key, text, text, listing.release, url=url) if text else _unknown(key)


def _said(key: str, value, text: str, **extra) -> Cell:
    """Said by no release of a source."""
    definition = FIGURES[key]
    return Cell(
        key=key,
        label=definition.label,
        text=text,
        value=value,
        unit=definition.unit,
        kind=definition.kind,
        **extra,
    )


def _unknown(key: str, reason: str = NOT_KNOWN) -> Cell:
    return replace(unrecorded(key), reason=str(reason))
