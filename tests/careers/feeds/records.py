"""Postings as feeds state them, for tests that care about one thing in them."""

from datetime import date, timedelta
from decimal import Decimal

from careers.feeds.records import PlaceRecord, PostingRecord

TODAY = date(2026, 11, 25)
TOMORROW = TODAY + timedelta(days=1)


def record(external_id: str = "1", **stated) -> PostingRecord:
    """A posting that is in order, but for what is stated."""
    values = {
        "title": "Medical assistant",
        "description": "<p>Greet patients and take their blood pressure.</p>",
        "apply_url": "https://jobs.example/apply/1",
        "posted_on": date(2026, 11, 20),
        "company_name": "Harbour Clinic",
        "places": (PlaceRecord("Tacoma", "WA"),),
        "pay_min": Decimal("21.50"),
        "pay_max": Decimal("28"),
        "pay_unit": "hour",
        "currency": "USD",
        "employment_types": ("FULL_TIME",),
    }
    return PostingRecord(external_id=external_id, **{**values, **stated})
