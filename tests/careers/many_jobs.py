"""A few hundred jobs, made at once and the same in every run."""

from datetime import timedelta
from decimal import Decimal
from random import Random

from django.utils.timezone import localdate

from careers.models import Area, Company, Occupation, Posting, PostingPlace
from careers.search import index
from tests.oracles.jobs_list import PER_YEAR, Job

TITLES = ("Registered Nurse", "Truck Driver", "Lead Nurse", "Data Analyst, Claims", "Line Cook")
EMPLOYERS = ("Rainier Care", "Cascade Freight LLC", "Alder Clinic")
CITIES = (
    ("Tacoma", "WA", "Seattle-Tacoma-Bellevue, WA"),
    ("Olympia", "WA", "Olympia-Lacey-Tumwater, WA"),
    ("Portland", "OR", "Portland-Vancouver-Hillsboro, OR-WA"),
    ("Vancouver", "WA", "Portland-Vancouver-Hillsboro, OR-WA"),
    ("Abilene", "TX", "Abilene, TX"),
    ("Yakima", "WA", "Yakima, WA"),
)
KINDS = ("FULL_TIME", "PART_TIME", "FULL_TIME,TEMPORARY", "INTERN", "")


def make(number: int = 300, seed: int = 6) -> list[Job]:
    """Open ones, closed ones, expired ones, samples; with and without pay, places and known names."""
    random, today = Random(seed), localdate()
    areas = {area.name: area for area in Area.objects.filter(name__in={name for *_, name in CITIES})}
    homes = [None, Area.objects.nation().get(), *Area.objects.filter(slug__in=["texas", "washington"])]
    slugs = ("registered-nurses", "heavy-and-tractor-trailer-truck-drivers")
    occupations = [None, *Occupation.objects.filter(slug__in=slugs)]
    company = Company.objects.create(name="Rainier Care", slug="rainier-care")
    postings = [_posting(random, today, place, homes, occupations, company) for place in range(number)]
    Posting.objects.bulk_create(postings)
    jobs = []
    for posting in postings:
        chosen = random.sample(CITIES, random.choice((1, 1, 2))) if random.random() < 0.8 else []
        jobs.append(Job(posting, [(city, state, areas[name]) for city, state, name in chosen]))
    PostingPlace.objects.bulk_create(
        PostingPlace(posting=job.posting, position=place, city=city, state=state, area=area)
        for job in jobs
        for place, (city, state, area) in enumerate(job.places)
    )
    index.refresh_postings(posting.pk for posting in postings)
    return jobs


def _posting(random, today, number, homes, occupations, company) -> Posting:
    is_remote = random.random() < 0.2
    posted_on = today - timedelta(days=random.randint(-1, 40))
    employer = random.choice(EMPLOYERS)
    return Posting(
        title=random.choice(TITLES),
        company_name=employer,
        company=company if employer == company.name else None,
        occupation=random.choice(occupations),
        description="<p>Work.</p>",
        employment_types=random.choice(KINDS),
        is_remote=is_remote,
        remote_area=random.choice(homes) if is_remote else None,
        apply_url="https://jobs.example.org/apply",
        posted_on=posted_on,
        valid_through=random.choice((None, posted_on + timedelta(days=random.randint(0, 40)))),
        closed_on=random.choice((None, None, None, today)),
        is_sample=random.random() < 0.1,
        fingerprint=str(number),
        **_pay(random),
    )


def _pay(random) -> dict:
    if random.random() < 0.3:
        return {}
    unit, currency = random.choice(list(PER_YEAR)), random.choice(("USD", "USD", "USD", "CAD"))
    low = Decimal(random.randint(30_000, 120_000)) / PER_YEAR[unit]
    low, high = round(low, 2), round(low * Decimal("1.2"), 2)
    low, high = random.choice(((low, high), (low, None), (None, high), (low, low)))
    yearly = [end if end is None or currency != "USD" else round(end * PER_YEAR[unit]) for end in (low, high)]
    known = yearly if currency == "USD" else (None, None)
    return {
        "pay_min": low,
        "pay_max": high,
        "pay_unit": unit,
        "currency": currency,
        "yearly_min": known[0],
        "yearly_max": known[1],
    }
