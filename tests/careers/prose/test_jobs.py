"""A posting says its pay, places and kind as its employer stated them."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from careers.models import Posting
from careers.prose import jobs


@pytest.mark.parametrize(
    ("low", "high", "unit", "currency", "said"),
    [
        ("22.50", "29.36", "hour", "USD", "$22.50 to $29.36 an hour"),
        ("22.00", "29.36", "hour", "USD", "$22.00 to $29.36 an hour"),
        ("80000.00", "80000.00", "year", "USD", "$80,000 a year"),
        ("20", None, "hour", "USD", "from $20 an hour"),
        (None, "1500", "biweek", "USD", "up to $1,500 every two weeks"),
        ("45000", "60000", "year", "CAD", "CAD 45,000 to CAD 60,000 a year"),
        (None, None, "", "", "No pay stated"),
    ],
)
def test_pay_reads_as_it_is_stated(low, high, unit, currency, said):
    posting = SimpleNamespace(
        pay_min=low and Decimal(low), pay_max=high and Decimal(high), pay_unit=unit, currency=currency
    )
    assert jobs.stated_pay(posting) == said


@pytest.mark.parametrize(
    ("named", "total", "remote", "said"),
    [
        (["Tacoma, WA"], 1, {}, "Tacoma, WA"),
        (["Tacoma, WA", "Reno, NV", "Waco, TX"], 673, {}, "Tacoma, WA; Reno, NV; Waco, TX and 670 more"),
        ([], 0, {}, "No place stated"),
        ([], 0, {"is_remote": True}, "Remote"),
        ([], 0, {"is_remote": True, "remote_in": "United States"}, "Remote in the United States"),
        (["Reno, NV"], 1, {"is_remote": True, "remote_in": "Nevada"}, "Reno, NV, or remote in Nevada"),
    ],
)
def test_places_are_named_and_counted(named, total, remote, said):
    assert jobs.where(named, total, **remote) == said


def test_every_kind_and_unit_of_a_posting_has_its_words():
    assert dict(Posting.EmploymentType.choices) == jobs.TYPES
    assert dict(Posting.Unit.choices) == jobs.UNITS
    assert jobs.types("FULL_TIME,INTERN") == "Full time, internship"
    assert jobs.types("") == ""


def test_the_day_of_posting_reads_from_today_on():
    today = date(2026, 11, 25)
    said = [jobs.posted(date(2026, *day), today) for day in ((11, 25), (11, 24), (11, 20), (1, 3))]
    assert said == ["Posted today", "Posted yesterday", "Posted 5 days ago", "Posted on January 3, 2026"]
