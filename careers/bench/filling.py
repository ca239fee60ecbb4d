"""Invented companies, postings and desk work by the thousand, the same in every run, to measure on.

They stand among the real rows and look like them, so that a page cannot be fast because its rows are thin.
All of them are known by `MARK` and can be taken out again.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from decimal import Decimal
from itertools import islice
from random import Random

from django.db import connection, transaction
from django.utils import timezone

from careers import models as m
from careers.employers import key
from careers.importers import objects
from careers.models.postings import PER_YEAR

from . import desk_work, occupations, removing
from .marks import BATCH, MARK
from .words import KINDS, LINES, TRADES, employer

PAY_UNITS = ("year", "year", "hour")
SIZES = m.Company.Size.values


def fill(companies: int, postings: int, say: Callable[[str], object], times: int = 1, seed: int = 6) -> None:
    """Take out what an earlier run left, then write anew, a part a transaction; occupations so many times.

    What can be searched is to be built anew after it.
    """
    removing.remove()
    with unwatched():
        rows = occupations.multiply(times, list(m.Occupation.objects.detailed().order_by("pk")))
    say(f"{m.Occupation.objects.count():,} occupations, {rows:,} rows of copies")
    random = Random(seed)  # noqa: S311 - it invents, it keeps nothing secret
    with unwatched():
        write(_companies(random, companies))
        made = list(m.Company.objects.filter(slug__startswith=MARK).order_by("pk"))
        write(_names(made))
        write(_identifiers(made))
        write(_assessments(random, made))
    say(f"{len(made):,} companies")
    with unwatched():
        write(_pay(random, made, release()))
    say(f"{m.EmployerPay.objects.count():,} rows of pay by company")
    with unwatched():
        write(_postings(random, made, postings))
        written = m.Posting.objects.filter(fingerprint__startswith=MARK).order_by("pk")
        areas = _areas()
        keys = list(written.values_list("pk", flat=True))
        write(_places(random, keys, areas))
        write(_origins(keys))
    say(f"{len(keys):,} postings")
    with unwatched():
        desk_work.fill(random, made)
    say("reports, drafts, corrections and versions of them")


@contextmanager
def unwatched() -> Iterator[None]:
    """A transaction in which PostgreSQL does not look up what each row refers to: it is there."""
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT current_setting('is_superuser')")
                if cursor.fetchone() == ("on",):
                    cursor.execute("SET LOCAL session_replication_role = replica")
        yield


def write(rows: Iterable) -> None:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        objects.create(batch)


def release() -> m.Release:
    source, _ = m.Source.objects.get_or_create(
        slug=MARK, name="Invented figures", short_name="Invented", publisher="Nobody", licence="none"
    )
    return m.Release.objects.get_or_create(source=source, label="to measure on")[0]


def _companies(random: Random, number: int) -> Iterator[m.Company]:
    industries = list(m.Industry.objects.values_list("pk", flat=True))
    areas = _areas()
    for place in range(number):
        city, state, area = random.choice(areas)
        yield m.Company(
            name=employer(random, place),
            slug=f"{MARK}-{place}",
            website=f"https://employer-{place}.example/",
            industry_id=random.choice(industries),
            headquarters=f"{city}, {state}",
            headquarters_area_id=area,
            size=random.choice(SIZES),
            founded=random.randint(1880, 2020),
            summary=" ".join(random.choices(LINES, k=4)),
            facts_source="Annual report",
        )


def _names(companies: list[m.Company]) -> Iterator[m.CompanyName]:
    for company in companies:
        legal = f"{company.name} Holdings of Invention, Inc."
        yield m.CompanyName(company=company, name=legal, kind="legal", key=key(legal))
        yield m.CompanyName(company=company, name=company.name, kind="trade", key=key(company.name))


def _identifiers(companies: list[m.Company]) -> Iterator[m.CompanyIdentifier]:
    for company in companies:
        yield m.CompanyIdentifier(company=company, scheme="lei", value=f"{MARK}{company.pk:012}")


def _assessments(random: Random, companies: list[m.Company]) -> Iterator[m.CompanyAssessment]:
    for company in companies[::2]:
        for topic in ("Benefits", "Hours", "Training"):
            yield m.CompanyAssessment(
                company=company,
                topic=topic,
                score=random.randint(20, 95),
                as_of=timezone.localdate(),
                source_name="Invented",
            )


def _pay(random: Random, companies: list[m.Company], of: m.Release) -> Iterator[m.EmployerPay]:
    detailed = list(m.Occupation.objects.detailed().values_list("pk", flat=True))
    nation = m.Area.objects.nation().get().pk
    for company in companies:
        for occupation in random.sample(detailed, min(5, len(detailed))):
            lowest = random.randint(35_000, 150_000)
            yield m.EmployerPay(
                company=company,
                occupation_id=occupation,
                area_id=nation,
                release=of,
                is_current=True,
                offers=random.randint(5, 90),
                lowest=lowest,
                median=lowest + 9_000,
                mean=lowest + 10_000,
                highest=lowest + 40_000,
            )


def _postings(random: Random, companies: list[m.Company], number: int) -> Iterator[m.Posting]:
    """Few companies have most of them, as in life; a fifth is closed, a tenth without an occupation."""
    today = timezone.localdate()
    titles = list(m.AlternateTitle.objects.order_by("pk").values_list("title", "occupation_id")[::3])
    titles = titles or list(m.Occupation.objects.order_by("pk").values_list("title", "pk"))
    for place in range(number):
        title, occupation = random.choice(titles)
        company = companies[int(len(companies) * random.random() ** 2)] if companies else None
        is_matched = random.random() < 0.9
        posted_on = today - timedelta(days=random.randint(0, 60))
        yield m.Posting(
            title=title[:200],
            company=company,
            company_name=company.name if company else random.choice(TRADES),
            occupation_id=occupation if is_matched else None,
            match_confidence=random.randint(40, 100) if is_matched else None,
            matched_title=title[:200] if is_matched else "",
            description="".join(f"<p>{line}</p>" for line in random.choices(LINES, k=12)),
            employment_types=random.choice(KINDS),
            is_remote=random.random() < 0.15,
            apply_url=f"https://jobs.example/{place}",
            posted_on=posted_on,
            valid_through=posted_on + timedelta(days=random.randint(30, 120)),
            closed_on=today if random.random() < 0.2 else None,
            fingerprint=f"{MARK}:{place}",
            **_stated(random),
        )


def _stated(random: Random) -> dict:
    if random.random() < 0.3:
        return {}
    unit = random.choice(PAY_UNITS)
    low = round(Decimal(random.randint(30_000, 160_000)) / PER_YEAR[unit], 2)
    high = round(low * Decimal("1.25"), 2)
    yearly = [round(end * PER_YEAR[unit]) for end in (low, high)]
    return {
        "pay_min": low,
        "pay_max": high,
        "pay_unit": unit,
        "currency": "USD",
        "yearly_min": yearly[0],
        "yearly_max": yearly[1],
    }


def _places(random: Random, postings: list[int], areas: list[tuple]) -> Iterator[m.PostingPlace]:
    for posting in postings:
        for place, (city, state, area) in enumerate(random.sample(areas, random.choice((1, 1, 1, 2)))):
            yield m.PostingPlace(
                posting_id=posting,
                position=place,
                city=f"{city} {place or ''}".strip(),
                state=state,
                area_id=area,
            )


def _origins(postings: list[int]) -> Iterator[m.PostingOrigin]:
    feed, _ = m.Feed.objects.get_or_create(name="Invented jobs", slug=MARK, format=m.Feed.Format.CSV)
    today = timezone.localdate()
    for posting in postings:
        yield m.PostingOrigin(
            posting_id=posting, feed=feed, external_id=f"{MARK}{posting}", checksum=MARK, first_seen=today
        )


def _areas() -> list[tuple[str, str, int]]:
    """First city, state and key of each metropolitan area."""
    found = m.Area.objects.filter(kind=m.Area.Kind.METRO).order_by("pk").values_list("name", "pk")
    return [
        (name.split(",")[0].split("-")[0], name.split(", ")[-1].split("-")[0][:2], pk)
        for name, pk in found
        if ", " in name
    ]
