"""Made-up visa-filing offers of companies, straight into the database."""

from datetime import date

from careers.models import Area, Company, EmployerPay, Occupation, Release, Source
from careers.models.offers import MIN_OFFERS

NATION, WASHINGTON, TACOMA, SPOKANE = "0000000", "5300000", "0042660", "0044060"
NURSES, DEVELOPERS, ACTORS = "29-1141", "15-1252", "27-2011"


def release() -> Release:
    source, _ = Source.objects.get_or_create(
        slug="filings-of-atlantis",
        defaults={"name": "Filings of Atlantis", "short_name": "Atlantis filings", "publisher": "Atlantis"},
    )
    return Release.objects.get_or_create(
        source=source, label="FY2031", defaults={"period_end": date(2031, 9, 30)}
    )[0]


def file_offers(rows: list[tuple]) -> dict[str, Company]:
    """Rows of (company, SOC code, area code, offers, median); companies by name. No pay under five offers."""
    companies = {
        name: Company(name=name, slug=name.lower().replace(" ", "-"))
        for name in dict.fromkeys(r[0] for r in rows)
    }
    Company.objects.bulk_create(companies.values())
    occupations = dict(Occupation.objects.detailed().values_list("soc_code", "pk"))
    areas = dict(Area.objects.values_list("code", "pk"))
    of = release()
    EmployerPay.objects.bulk_create(
        EmployerPay(
            release=of,
            company=companies[name],
            occupation_id=occupations[code],
            area_id=areas[area],
            offers=offers,
            missing={} if offers >= MIN_OFFERS else dict.fromkeys(EmployerPay.EXPLAINED, "too_few"),
            **(_amounts(median) if offers >= MIN_OFFERS else {}),
        )
        for name, code, area, offers, median in rows
    )
    return companies


def _amounts(median: int) -> dict[str, int]:
    return {"median": median, "mean": median + 500, "lowest": median - 9_000, "highest": median + 20_000}
