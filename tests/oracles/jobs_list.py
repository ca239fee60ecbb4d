"""The list of jobs worked out the slow way: plain rows, each held against what is asked."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from math import acos, cos, radians, sin

from careers import localities
from careers.models import Area

PER_YEAR = {"hour": 2080, "day": 260, "week": 52, "biweek": 26, "month": 12, "year": 1}
PLURALS = {"nurses": "nurse", "drivers": "driver"}


@dataclass
class Job:
    """A posting with the places it is in: city, postal abbreviation and area of each."""

    posting: object
    places: list[tuple[str, str, Area]]


def fits(job: Job, asked: dict, today: date) -> bool:
    return all(test(job, asked, today) for test in (_open, _words, _place, _pay, _rest))


def _open(job, asked, today):
    posting = job.posting
    if posting.closed_on is not None or posting.posted_on > today:
        return False
    return posting.valid_through is None or posting.valid_through >= today


def _words(job, asked, today):
    text = f"{job.posting.title} {job.posting.company_name} "
    text += " ".join(f"{city} {state}" for city, state, _ in job.places)
    words = {PLURALS.get(word, word) for word in text.lower().replace(",", " ").split()}
    return all(PLURALS.get(word, word) in words for word in asked.get("q", "").lower().split())


def _place(job, asked, today):
    if not asked.get("place"):
        return True
    area = _area(asked["place"])
    state = area if area.kind == "state" else area.state
    if job.posting.is_remote:
        where = job.posting.remote_area
        if where is None or where.kind == "nation" or where.pk == state.pk:
            return True
    if area.kind == "state":
        return any(localities.state_code(postal) == area.code for _, postal, _ in job.places)
    return any(_near(area, other, int(asked.get("radius", 0))) for _, _, other in job.places)


@cache
def _area(slug):
    return Area.objects.select_related("state").get(slug=slug)


def _near(one, other, miles):
    return one.pk == other.pk or (miles and _miles(one, other) <= miles)


def _miles(one, other):
    """By the spherical law of cosines."""
    (a, b), (c, d) = (map(radians, localities.centre(area.code)) for area in (one, other))
    return 3958.8 * acos(min(1.0, sin(a) * sin(c) + cos(a) * cos(c) * cos(b - d)))


def _pay(job, asked, today):
    if not asked.get("pay_min"):
        return True
    stated = [end for end in (job.posting.pay_min, job.posting.pay_max) if end is not None]
    if not stated or job.posting.currency != "USD":
        return asked.get("unknown") == "keep"
    floor = float(asked["pay_min"]) * PER_YEAR[asked.get("pay_unit", "year")]
    return float(max(stated)) * PER_YEAR[job.posting.pay_unit] >= floor


def _rest(job, asked, today):
    posting = job.posting
    if asked.get("remote") and posting.is_remote != (asked["remote"] == "1"):
        return False
    types = posting.employment_types.split(",")
    if asked.get("type") and not any(name in types for name in asked["type"]):
        return False
    if asked.get("posted") and posting.posted_on < today - timedelta(days=int(asked["posted"])):
        return False
    if asked.get("occupation") and getattr(posting.occupation, "slug", "") != asked["occupation"]:
        return False
    return not asked.get("company") or getattr(posting.company, "slug", "") == asked["company"]
