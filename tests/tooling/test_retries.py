"""A page that fails because a replica went away is made again from elsewhere; what changes things is not."""

from types import SimpleNamespace

import pytest
from django.db import IntegrityError, OperationalError
from django.http import HttpResponse
from django.test import RequestFactory

from config import replicas
from config.databases import PRIMARY

READER, EDITOR = {}, {"sessionid": "signed in"}


@pytest.fixture
def away(monkeypatch):
    """The names of the databases that do not answer, of a primary and two replicas."""
    away = set()

    class Connection:
        def __init__(self, alias):
            self.alias = alias

        def ensure_connection(self):
            if self.alias in away:
                raise OperationalError

        def close(self):
            pass

    servers = {alias: Connection(alias) for alias in (PRIMARY, "replica1", "replica2")}
    monkeypatch.setattr(replicas, "connections", servers)
    monkeypatch.setattr(replicas, "replicas", lambda: ["replica1", "replica2"])
    monkeypatch.setattr(replicas, "_away", {})
    yield away
    replicas._finished()


def answer(method, path, cookies, fails, fault=OperationalError):
    """The databases that the page was made from, in order, and the last one's answer; None for a fault."""
    read = []

    def view(request):
        alias = replicas.Router().db_for_read(None)
        read.append(alias)
        if fails(alias):
            raise fault
        return HttpResponse(alias)

    def respond(request):
        try:
            return view(request)
        except Exception as error:
            return middleware.process_exception(request, error)

    middleware = replicas.Replicas(respond)
    request = RequestFactory().generic(method, path)
    request.COOKIES = dict(cookies)
    request.resolver_match = SimpleNamespace(func=view, args=(), kwargs={})
    return read, middleware(request)


def test_a_page_is_made_again_from_the_other_replica_and_then_from_the_primary(away):
    (first, second), response = answer("GET", "/careers/", READER, lambda alias: len(replicas._away) == 0)
    assert {first, second} == {"replica1", "replica2"}
    assert response.content.decode() == second
    read, response = answer("GET", "/careers/", READER, lambda alias: alias == second)
    assert read == [second, PRIMARY]
    assert response.status_code == 200
    assert answer("GET", "/careers/", READER, lambda alias: False)[0] == [PRIMARY]


def test_a_replica_that_cannot_be_reached_is_not_asked(away):
    away.add("replica1")
    for _ in range(5):
        assert answer("GET", "/", READER, lambda alias: False)[0] == ["replica2"]


def test_an_editor_reads_the_pages_of_readers_from_a_replica_while_the_primary_is_away(away):
    (first, second), response = answer("GET", "/careers/", EDITOR, lambda alias: alias == PRIMARY)
    assert first == PRIMARY
    assert second != PRIMARY
    assert response.status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "fault"),
    [
        ("POST", "/report/", OperationalError),
        ("GET", "/admin/", OperationalError),
        ("GET", "/preview/token/", OperationalError),
        ("GET", "/careers/", IntegrityError),
    ],
)
def test_what_writes_what_is_an_editors_and_any_other_fault_is_not_tried_again(away, method, path, fault):
    read, response = answer(method, path, READER, lambda alias: True, fault)
    assert len(read) == 1
    assert response is None


def test_who_wrote_reads_from_the_primary_until_the_answer(away):
    router = replicas.Router()
    replicas._current.set(replicas.Reading(None))
    assert router.db_for_read(None) != PRIMARY
    assert router.db_for_write(None) == PRIMARY
    assert router.db_for_read(None) == PRIMARY
    replicas._finished()
    assert router.db_for_read(None) == PRIMARY  # and so does what is no request
