"""The version of the data changes with what readers see, in the transaction that changes it."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest
from django.contrib.auth import get_user_model
from django.db import connection, connections, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from careers import changes
from careers.importers import objects
from careers.models import Change, Company, Draft, Page, Status

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def version() -> changes.Version:
    return changes.version(timezone.now())


@pytest.fixture
def page():
    return Page.objects.create(slug="beside", title="Beside", body="Words.", status=Status.PUBLISHED)


def raw_sql() -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{Page._meta.db_table}" SET title = %s', ["Raw"])


WRITES = {
    "a row saved": lambda page: page.save(),
    "a row added": lambda page: Page.objects.create(slug="new", title="New", body="New."),
    "rows added at once": lambda page: Page.objects.bulk_create([Page(slug="new", title="New", body="New.")]),
    "rows changed by a query": lambda page: Page.objects.update(title="Changed"),
    "a row deleted": lambda page: page.delete(),
    "rows written as imports do": lambda page: objects.create([Page(slug="new", title="New", body="New.")]),
    "rows changed as imports do": lambda page: objects.update([page], ["title"]),
    "SQL": lambda page: raw_sql(),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_whatever_writes_makes_another_version(page, write):
    with patch.object(connection, "run_on_commit", []):  # as in a transaction of its own
        before = version()
        write(page)
        assert version() != before


def test_what_readers_do_not_see_leaves_the_version(page, client):
    before = version()
    with patch.object(connection, "run_on_commit", []):
        user = get_user_model().objects.create_superuser("editor")
        client.force_login(user)
        client.get("/admin/")
        Draft.objects.create(target=page, content={"title": "Not yet"}, base={"title": page.title})
    assert version() == before


def test_a_transaction_is_noted_once(page, django_assert_num_queries):
    with patch.object(connection, "run_on_commit", []):
        page.save()
        with django_assert_num_queries(1):
            Page.objects.update(title="Changed once more")


def test_what_is_undone_is_the_version_of_before(page):
    with patch.object(connection, "run_on_commit", []):
        before = version()
        with suppress(Undone), transaction.atomic():
            page.save()
            assert version() != before
            raise Undone
        assert version() == before


# A transaction: each part writes or not, and is undone or not, by going back to a savepoint.
PARTS = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=3)


@settings(max_examples=25, deadline=None)
@given(st.lists(PARTS, max_size=4))
def test_after_each_transaction_equal_versions_mean_equal_data(transactions):
    Page.objects.get_or_create(slug="beside", defaults={"title": "", "body": "Words."})
    ours = Page.objects.filter(slug="beside")
    ours.update(title="")
    seen = {version(): ""}
    for parts in transactions:
        with patch.object(connection, "run_on_commit", []):
            for writes, is_undone in parts:
                with suppress(Undone), transaction.atomic():
                    if writes:
                        ours.update(title=str(len(seen)))
                    if is_undone:
                        raise Undone
        title = ours.get().title
        assert seen.setdefault(version(), title) == title


class Undone(Exception):
    pass


@pytest.fixture
def beside(tmp_path, django_db_blocker):
    """A database of its own, on which nothing has begun a transaction."""
    ours = {**connections.settings["default"], "ENGINE": "django.db.backends.sqlite3", "OPTIONS": {}}
    connections.settings["beside"] = ours | {"NAME": str(tmp_path / "beside.sqlite3")}
    other = connections["beside"]
    # Not within the transaction of the test, as it was made after that began.
    with django_db_blocker.unblock(), other.schema_editor() as editor:
        editor.create_model(Page)
        editor.create_model(Change)
    yield "beside"
    other.close()
    del connections["beside"], connections.settings["beside"]


def test_a_write_without_a_transaction_gets_one(beside):
    row = Page(slug="beside", title="Beside", body="Words.")
    for write in (row.save, row.save, Page.objects.using(beside).filter(slug="beside").delete):
        before = Change.objects.using(beside).count()
        write(**({"using": beside} if write == row.save else {}))
        assert Change.objects.using(beside).count() == before + 1
        assert not connections[beside].in_atomic_block


def test_many_rows_are_made_one_and_the_version_stays(page):
    for _ in range(3):
        with patch.object(connection, "run_on_commit", []):
            page.save()
    before = version()
    changes.add_up()
    assert Change.objects.count() == 1
    assert version() == before


def test_what_is_published_for_a_time_comes_and_goes_by_itself(page):
    Page.objects.filter(pk=page.pk).update(publish_at=NOON, unpublish_at=NOON + timedelta(days=1))
    before, within, after = (changes.version(NOON + timedelta(hours=hours)) for hours in (-1, 1, 25))
    assert len({before, within, after}) == 3
    assert within == changes.version(NOON + timedelta(hours=23))


def test_a_version_takes_one_query_once_its_times_are_known(django_assert_num_queries):
    Company.objects.update(founded=None)
    version()
    with django_assert_num_queries(1):
        version()
