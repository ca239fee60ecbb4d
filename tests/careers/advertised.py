"""Advertised jobs for tests, open today unless told otherwise."""

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import count

from django.utils.timezone import localdate

from careers.models import Area, Company, Feed, Occupation, Posting, PostingOrigin, PostingPlace

Place = tuple[str, str, str]  # city, state, name of the area, '' where none is known
TACOMA: Place = ("Tacoma", "WA", "Seattle-Tacoma-Bellevue, WA")
ABILENE: Place = ("Abilene", "TX", "Abilene, TX")
_numbers = count(1)


def advertise(
    occupation: str = "registered-nurses",
    *,
    places: Sequence[Place] = (TACOMA,),
    pay: tuple[str | None, str | None, str] | None = ("50", "60", "hour"),
    **fields,
) -> Posting:
    """A job of an occupation by its slug ('' for none); pay is low, high and unit, in US dollars."""
    number, today = next(_numbers), localdate()
    stated = {}
    if pay:
        low, high = (None if end is None else Decimal(end) for end in pay[:2])
        stated = {"pay_min": low, "pay_max": high, "pay_unit": pay[2], "currency": "USD"}
    posting = Posting.objects.create(
        **{
            "title": "Registered Nurse",
            "company_name": "Rainier Care",
            "occupation": Occupation.objects.get(slug=occupation) if occupation else None,
            "match_confidence": 93 if occupation else 0,
            "matched_title": "Registered Nurse" if occupation else "",
            "description": "<p>You look after <b>people</b>.</p>",
            "employment_types": "FULL_TIME",
            "apply_url": "https://jobs.example.org/apply/1",
            "posted_on": today - timedelta(days=5),
            "valid_through": today + timedelta(days=5),
            "fingerprint": str(number),
            **stated,
            **fields,
        }
    )
    known = {area.name: area for area in Area.objects.filter(name__in={name for *_, name in places})}
    PostingPlace.objects.bulk_create(
        PostingPlace(posting=posting, position=position, city=city, state=state, area=known.get(name))
        for position, (city, state, name) in enumerate(places)
    )
    feed, _ = Feed.objects.get_or_create(slug="a-board", defaults={"name": "A board", "format": "csv"})
    PostingOrigin.objects.create(
        posting=posting,
        feed=feed,
        external_id=str(number),
        url="https://board.example.org/1",
        checksum="",
        first_seen=posting.posted_on,
    )
    return posting


def rainier_care() -> Company:
    return Company.objects.create(name="Rainier Care", slug="rainier-care", website="https://example.org/")
