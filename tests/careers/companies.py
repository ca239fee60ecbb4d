"""Companies made for tests: known facts of every kind, and the same by a slow, naive reading."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from careers.models import (
    Area,
    Company,
    CompanyListing,
    CompanyName,
    EmployerPay,
    Industry,
    Occupation,
    Posting,
    Release,
    Source,
)

TODAY = date(2026, 11, 25)
SECTORS = ("Health Care", "Energy", "Information Technology")
UNPAID = dict.fromkeys(("median", "mean", "lowest", "highest"), "too_few")
PLACES = ("texas", "dallas-fort-worth-arlington-tx", "abilene-tx", "california")


@dataclass
class Made:
    """What was made, as plain values."""

    company: Company
    names: list[str]
    industry: str
    sector: str
    places: set[str]
    size: str
    offers: int | None
    jobs: int


def make_release(slug: str, short_name: str) -> Release:
    source = Source.objects.create(
        slug=slug, name=short_name, short_name=short_name, publisher="P", licence="public domain"
    )
    return Release.objects.create(source=source, label="2026")


def make_posting(company: Company, title: str = "Nurse", **extra) -> Posting:
    values = {
        "company_name": company.name,
        "description": "<p>Work.</p>",
        "apply_url": "https://example.org/apply",
        "posted_on": TODAY - timedelta(days=3),
        "fingerprint": f"{company.slug} {title}",
    }
    return Posting.objects.create(company=company, title=title, **{**values, **extra})


def pay(company: Company, occupation: Occupation, area: Area, release: Release, offers: int, **amounts):
    """A figure with pay where amounts are given, else one of too few offers; not saved."""
    return EmployerPay(
        company=company,
        occupation=occupation,
        area=area,
        release=release,
        offers=offers,
        missing={} if amounts else UNPAID,
        **amounts,
    )


def make_companies(number: int = 40, seed: int = 7) -> list[Made]:
    """Companies of which half each have an entry in a directory, facts of editors, offers or jobs."""
    chance = random.Random(seed)
    directory, filings = make_release("a-directory", "Directory"), make_release("filings", "Filings")
    areas = {area.slug: area for area in Area.objects.filter(slug__in=PLACES).select_related("state")}
    industries = list(Industry.objects.sectors().order_by("code")[:3])
    occupations = list(Occupation.objects.listed().order_by("slug")[:3])
    nation = Area.objects.nation().get()
    made, listings, names, offers = [], [], [], []
    for each in range(number):
        own = chance.random() < 0.5
        industry = chance.choice(industries) if own else None
        company = Company(
            name=f"{chance.choice(('Blue', 'blue', 'Red'))} {chance.choice(('Works', 'Clinic'))} {each:02}",
            slug=f"made-{each}",
            industry=industry,
            size=chance.choice(Company.Size.values) if own else "",
            headquarters_area=areas[chance.choice(PLACES)] if own and chance.random() < 0.5 else None,
            facts_source="Annual report 2025" if own else "",
        )
        made.append(Made(company, [company.name], industry.slug if industry else "", "", set(), "", None, 0))
        made[-1].size = company.size
    Company.objects.bulk_create(one.company for one in made)
    for one in made:
        company, based_in = one.company, one.company.headquarters_area
        if chance.random() < 0.5:
            there = areas[chance.choice(PLACES)] if chance.random() < 0.8 else None
            one.sector = chance.choice(SECTORS)
            listings.append(
                CompanyListing(
                    company=company,
                    release=directory,
                    sector=one.sector,
                    headquarters=there.name if there else "Dublin, Ireland",
                    headquarters_area=there,
                    founded="1905 (1869)",
                )
            )
            based_in = based_in or there
        if based_in:
            one.places = {based_in.slug, *([based_in.state.slug] if based_in.state else [])}
        if chance.random() < 0.5:
            other = f"Former {chance.choice(('Green', 'Blue'))} Firm {company.slug}"
            one.names.append(other)
            names.append(CompanyName(company=company, name=other, kind="former", key=other.lower()))
        if chance.random() < 0.5:
            numbers = [chance.randint(1, 4) for _ in occupations]
            one.offers = sum(numbers)
            pairs = zip(occupations, numbers, strict=True)
            offers += [pay(company, occupation, nation, filings, n) for occupation, n in pairs]
            # Those of a state are among those of the nation and count once.
            offers.append(pay(company, occupations[0], areas["texas"], filings, numbers[0]))
        if chance.random() < 0.4:
            one.jobs = 1
            make_posting(company)
            make_posting(company, "Closed", closed_on=TODAY)
            make_posting(company, "Expired", valid_through=TODAY - timedelta(days=1))
            make_posting(company, "Sample", is_sample=True)
    CompanyListing.objects.bulk_create(listings)
    CompanyName.objects.bulk_create(names)
    EmployerPay.objects.bulk_create(offers)
    return made
