"""The jobs that crawlers are told of: the open ones, until the day they close."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils.timezone import localdate

from careers.models import Posting
from tests.careers.advertised import advertise

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def told(client, name: str = "loc") -> list[str]:
    found = ElementTree.fromstring(client.get("/sitemap-jobs.xml").content)
    return [entry.text.removeprefix("http://testserver") for entry in found.iter(f"{NAMESPACE}{name}")]


def test_an_open_job_is_told_of_with_the_day_it_changed(client):
    posting = advertise()
    assert told(client) == [posting.get_absolute_url()]
    assert told(client, "lastmod") == [posting.changed_at.date().isoformat()]
    index = client.get("/sitemap.xml").content.decode()
    assert f"sitemap-jobs.xml</loc><lastmod>{posting.changed_at.date().isoformat()}" in index


def test_closed_jobs_coming_ones_and_samples_are_not_told_of(client):
    today, day = localdate(), timedelta(days=1)
    for fields in (
        {"closed_on": today},
        {"valid_through": today - day},
        {"posted_on": today + day, "valid_through": None},
        {"is_sample": True},
    ):
        advertise(**fields)
    assert told(client) == []


def test_a_job_leaves_on_the_day_after_its_last(client, monkeypatch):
    posting = advertise()
    monkeypatch.setattr("careers.sitemaps.localdate", lambda: posting.valid_through)
    assert told(client) == [posting.get_absolute_url()]
    monkeypatch.setattr("careers.sitemaps.localdate", lambda: posting.valid_through + timedelta(days=1))
    assert told(client) == []


def test_many_jobs_cost_no_more_queries_than_one(client, django_assert_max_num_queries):
    advertise()
    rows = [
        Posting(
            title=f"Nurse {number}",
            company_name="Rainier Care",
            description="x",
            apply_url="https://example.org/",
            posted_on=localdate(),
            fingerprint=f"many {number}",
        )
        for number in range(300)
    ]
    Posting.objects.bulk_create(rows)
    with django_assert_max_num_queries(3):
        assert len(told(client)) == 301
