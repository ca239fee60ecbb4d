"""The page of a source: who publishes it, what it is used for, and what its imports did."""

import csv
import io

import pytest
from django.utils import timezone

from careers.models import ImportReceipt, Release, Source
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def receipt():
    return ImportReceipt.objects.create(
        release=Release.objects.get(source__slug="employment-projections"),
        importer="employment_projections",
        file_name="occupation.xlsx",
        checksum="0" * 64,
        started_at=timezone.now(),
        finished_at=timezone.now(),
        created=1093,
        updated=0,
        unchanged=0,
        rejected=1,
        rejections=[{"line": 17, "reason": "no occupation or group 11-1031 is known"}],
        warnings=["<b>two</b> rows were read twice"],
    )


def test_a_source_says_what_it_is_used_for_and_for_how_many(client):
    page = parse(client.get("/sources/employment-projections/"))
    table = page.one("table")
    assert [[cell.text for cell in row] for row in rows(table)] == [
        ["Growth", "830"],
        ["Openings", "830"],
        ["Entry education", "830"],
        ["Experience asked for", "830"],
    ]
    assert table.links["Growth"] == "/figures/#growth"


def test_a_receipt_stands_with_its_counts_and_reasons(client, receipt):
    text = parse(client.get("/sources/employment-projections/")).text
    assert "from occupation.xlsx: 1,093 created, 0 updated, 0 unchanged, 0 retired, 1 rejected" in text
    assert "Line 17: no occupation or group 11-1031 is known" in text
    assert "<b>two</b> rows were read twice" in text


def test_the_twin_holds_releases_coverage_and_imports(client, receipt):
    told = client.get("/sources/employment-projections.json").json()
    assert told["coverage"][0] == {"figure": "growth", "label": "Growth", "occupations": 830, "of": 830}
    assert told["releases"][0]["label"] == "2024–34"
    assert told["imports"][0]["rejections"] == receipt.rejections
    lines = list(
        csv.DictReader(io.StringIO(client.get("/sources/employment-projections.csv").content.decode()))
    )
    assert [line["figure"] for line in lines] == ["growth", "openings", "entry_education", "work_experience"]


def test_the_attribution_that_a_licence_asks_for_is_shown(client):
    Source.objects.filter(slug="oews").update(attribution="Thanks to the survey.")
    assert "Thanks to the survey." in parse(client.get("/sources/oews/")).text
    assert client.get("/sources/oews.json").json()["attribution"] == "Thanks to the survey."


def test_a_source_without_a_release_says_so(client):
    Source.objects.create(
        slug="new", name="New series", short_name="New", publisher="Somebody", licence="CC BY 4.0"
    )
    page = parse(client.get("/sources/new/"))
    assert "No release of it is loaded." in page.text
    assert page.all("table") == []


def test_an_unknown_source_names_those_that_are_there(client):
    response = client.get("/sources/nowhere/")
    assert response.status_code == 404
    assert "/sources/oews/" in parse(response).links.values()


def test_a_source_takes_at_most_eight_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/sources/oews/")
