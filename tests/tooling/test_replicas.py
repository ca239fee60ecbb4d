"""Readers read from a replica, editors see what they wrote, and either server may be away for a while."""

import json
import time

import pytest

from tests import programs
from tests.replicas import primary_and_replica
from tests.served import Browser, manage, served

pytestmark = pytest.mark.skipif(programs.postgres_bin() is None, reason="no initdb and pg_ctl")

NAME, PASSWORD = "grace", "correct horse battery staple"
RECOVERS_WITHIN = 20  # seconds
REFUSED_WITHIN = 2  # the same, on a machine that does much else; alone it is a fifth of one


@pytest.fixture(scope="module")
def pair():
    with primary_and_replica() as pair:
        at = {"DATABASE_URL": pair.primary.url, "DATABASE_POOL": "false"}
        done = manage("migrate", "--verbosity", "0", **at)
        assert done.returncode == 0, done.stderr
        account = {"DJANGO_SUPERUSER_USERNAME": NAME, "DJANGO_SUPERUSER_PASSWORD": PASSWORD}
        manage("createsuperuser", "--noinput", "--email", "", **account, **at)
        yield pair


@pytest.fixture(scope="module")
def site(pair):
    with served(DATABASE_URL=pair.primary.url, DATABASE_REPLICAS=pair.replica.url) as address:
        yield address


@pytest.fixture(scope="module")
def reader(site):
    return Browser(site)


@pytest.fixture(scope="module")
def editor(site):
    editor = Browser(site)
    with editor.post("/admin/login/", {"username": NAME, "password": PASSWORD, "next": "/admin/"}) as page:
        assert page.geturl().endswith("/admin/")
    return editor


def publish(editor, slug: str):
    told = {"title": slug.title(), "slug": slug, "body": "What we do.", "_publish": "1"}
    return editor.post("/admin/careers/page/add/", told)


def eventually(told) -> bool:
    deadline = time.monotonic() + RECOVERS_WITHIN
    while time.monotonic() < deadline:
        if told():
            return True
        time.sleep(0.2)
    return False


def test_readers_read_from_the_replica_and_what_editors_write_goes_to_the_primary(pair, reader, editor):
    at_primary, at_replica = pair.primary.asked(), pair.replica.asked()
    with publish(editor, "method"):
        assert 'INSERT INTO "careers_page"' in pair.primary.asked_since(at_primary)
        assert "INSERT INTO" not in pair.replica.asked_since(at_replica)
    pair.wait_until_replayed()
    at_primary, at_replica = pair.primary.asked(), pair.replica.asked()
    for path in ("/about/method/", "/careers/", "/search/?q=method", "/jobs/", "/jobs.csv", "/companies/"):
        assert reader.status(path) == 200, path
    assert "careers_" not in pair.primary.asked_since(at_primary)
    asked = pair.replica.asked_since(at_replica)
    assert all(table in asked for table in ("careers_page", "careers_occupation", "careers_searchterm"))


def test_an_editor_sees_what_was_just_written_while_the_replica_is_behind(pair, reader, editor):
    pair.replica.ask("select pg_wal_replay_pause()")
    try:
        with publish(editor, "history"):
            pass
        assert (editor.status("/about/history/"), reader.status("/about/history/")) == (200, 404)
    finally:
        pair.replica.ask("select pg_wal_replay_resume()")
    pair.wait_until_replayed()
    assert reader.status("/about/history/") == 200


def test_while_the_primary_is_away_readers_read_on_and_writing_comes_back_by_itself(pair, reader, editor):
    assert reader.status("/about/") == 200
    pair.primary.stop()
    try:
        for path in ("/about/", "/careers/", "/search/?q=method"):
            assert reader.status(path) == 200, path
        assert editor.status("/about/") == 200
        assert editor.status("/admin/") == 503
        began = time.monotonic()
        assert editor.status("/admin/") == 503
        assert time.monotonic() - began < REFUSED_WITHIN
        with reader.get("/readyz") as answer:
            told = json.load(answer)
        assert (told["writes"], told["databases"]) == (False, {"default": "away", "replica1": "up"})
    finally:
        pair.primary.start()
    assert eventually(lambda: editor.status("/admin/") == 200)
    with publish(editor, "return"):
        pass
    assert eventually(lambda: reader.status("/about/return/") == 200)


def test_while_the_replica_is_away_readers_read_from_the_primary_and_come_back_to_it(pair, reader):
    pair.replica.stop()
    try:
        assert [reader.status("/about/") for _ in range(3)] == [200] * 3
    finally:
        pair.replica.start()

    def is_read_there() -> bool:
        mark = pair.replica.asked()
        assert reader.status("/about/") == 200
        return "careers_" in pair.replica.asked_since(mark)

    assert eventually(is_read_there)
