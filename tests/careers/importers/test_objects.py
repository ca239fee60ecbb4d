"""Many objects are written by COPY where the database has it, and read back as they were."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, models
from django.utils import timezone

from careers.importers import objects
from careers.models import Company, Feed, FeedReceipt, Posting, PostingOrigin, PostingPlace

NASTY = 'tab\tline\nback\\slash \\N \\. “quoted” \'and\' "so" é 字 {"a": [1, null]}'


def advertised(number: int, **changed) -> Posting:
    fields = {
        "title": f"{NASTY} {number}",
        "company_name": "Beside",
        "description": NASTY * 3,
        "apply_url": "https://jobs.example/",
        "posted_on": date(2026, 1, 5),
        "fingerprint": str(number),
        "pay_min": Decimal("17.50"),
        "pay_unit": "hour",
        "currency": "USD",
    }
    return Posting(**fields | changed)


def kept(rows: list[models.Model]) -> list[dict]:
    return [
        {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields} for row in rows
    ]


@pytest.mark.django_db
def test_objects_read_back_as_they_were_written():
    rows = [advertised(1), advertised(2, valid_through=date(2026, 3, 1), is_remote=True)]
    objects.create(rows)
    assert kept(Posting.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk")) == kept(rows)
    assert not any(row._state.adding for row in rows)


@pytest.mark.django_db
def test_lists_within_a_row_read_back_too():
    feed = Feed.objects.create(name="Board", slug="board", format="csv")
    at = timezone.now()
    receipt = FeedReceipt(feed=feed, started_at=at, finished_at=at, rejections=[[1, NASTY], {"why": None}])
    objects.create([receipt])
    assert kept([FeedReceipt.objects.get(pk=receipt.pk)]) == kept([receipt])


@pytest.mark.django_db
def test_what_refers_to_an_object_made_before_it_has_its_key():
    feed = Feed.objects.create(name="Board", slug="board", format="csv")
    posting = advertised(1)
    place = PostingPlace(posting=posting, city="Tacoma", state="WA")
    origin = PostingOrigin(
        posting=posting, feed=feed, external_id="1", checksum="", first_seen=posting.posted_on
    )
    for each in (posting, place, origin):
        objects.create([each])
    assert list(posting.places.all()) == [place]
    assert list(posting.origins.all()) == [origin]


@pytest.mark.django_db
def test_only_the_fields_that_are_named_change():
    rows = [advertised(1), advertised(2)]
    objects.create(rows)
    company = Company.objects.create(name="Beside", slug="beside")
    for row in rows:
        row.title, row.company, row.pay_min, row.pay_max = (
            f"New {NASTY}",
            company,
            Decimal("1"),
            Decimal("99"),
        )
    objects.update(rows, ["title", "company", "pay_max"])
    found = Posting.objects.filter(company=company).values_list("title", "pay_min", "pay_max")
    assert set(found) == {(f"New {NASTY}", Decimal("17.50"), Decimal("99"))}
    assert len(found) == len(rows)


@contextmanager
def heard() -> Iterator[list[str]]:
    """The beginning of each query."""
    asked = []

    def hear(execute, sql, parameters, many, context):
        asked.append(str(sql)[:60])
        return execute(sql, parameters, many, context)

    with connection.execute_wrapper(hear):
        yield asked


@pytest.mark.django_db
def test_the_planner_is_told_when_a_table_has_grown_much_and_not_with_every_batch():
    told = []
    for batch in range(12):
        with heard() as asked:
            objects.create([advertised(1000 * batch + number) for number in range(objects.MANY + 1)])
        told.append('ANALYZE "careers_posting"' in asked)
    if connection.vendor == "postgresql":
        assert told[:2] == [True, True]
        assert told.count(True) < len(told) / 2
    else:
        assert True not in told  # there it is told at the end of an import


@pytest.mark.django_db
def test_rows_are_copied_not_inserted_where_the_database_can():
    rows = [advertised(number) for number in range(40)]
    with heard() as asked:
        objects.create(rows)
        objects.update(rows, ["title"])
    written = [sql for sql in asked if re.match('(INSERT INTO|UPDATE) "careers_posting"', sql)]
    if connection.vendor == "postgresql":
        assert written == ['UPDATE "careers_posting" AS t SET "title" = s."title" FROM s']
    else:
        assert 1 < len(written) < len(rows) / 2


@pytest.mark.django_db
def test_nothing_to_write_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        objects.create([])
        objects.update([], ["title"])


def test_whatever_is_brought_in_is_written_so():
    own = Path(objects.__file__)
    code = settings.BASE_DIR / "careers"
    files = [
        file for part in ("importers", "feeds", "snapshot", "bench") for file in (code / part).rglob("*.py")
    ]
    slow = [
        file.name
        for file in files
        if re.search(r"\.bulk_(create|update)\(", file.read_text()) and file != own
    ]
    assert slow == []
