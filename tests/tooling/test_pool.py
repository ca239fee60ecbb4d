"""How long a page waits for a PostgreSQL that does not answer."""

import socket

import psycopg
import pytest
from psycopg_pool import PoolTimeout

from config.postgresql import pool
from tests.postgres import free_port

HOUR = 3600


@pytest.fixture
def clock(monkeypatch):
    """In seconds; it stands still but for what is added."""
    clock = [HOUR]
    monkeypatch.setattr(pool, "monotonic", lambda: clock[0])
    return clock


@pytest.fixture
def server(monkeypatch):
    """Refuses whoever comes; `is_starting` is whether it says so."""

    def refuse(*args, **kwargs):
        raise psycopg.OperationalError

    server = pool.Server("default")
    server.is_starting = False
    monkeypatch.setattr(psycopg.Connection, "connect", refuse)
    monkeypatch.setattr(pool, "is_there", lambda arguments: server.is_starting)
    return server


def fail(server) -> None:
    with pytest.raises(psycopg.OperationalError):
        server.connect(host="127.0.0.1")


@pytest.mark.parametrize(("is_starting", "patience"), [(False, pool.REFUSED), (True, pool.STARTING)])
def test_it_may_come_back_for_a_while_and_longer_where_it_says_that_it_is_starting(
    clock, server, is_starting, patience
):
    server.is_starting, began = is_starting, clock[0]
    fail(server)
    clock[0] += patience - 0.1
    fail(server)
    assert not server.is_given_up(began)
    clock[0] += 0.2
    fail(server)
    assert server.is_given_up(began)


def test_a_server_that_was_away_long_ago_is_asked_again_before_anybody_is_refused(clock, server):
    fail(server)
    clock[0] += HOUR
    began = clock[0]
    assert not server.is_given_up(began)
    fail(server)
    assert server.is_given_up(began)


def test_a_server_that_says_nothing_at_all_is_not_waited_for_as_long_as_an_attempt_takes(clock, server):
    fail(server)
    clock[0] += HOUR
    began = clock[0]
    clock[0] += pool.REFUSED + 0.1
    assert server.is_given_up(began)


def test_that_it_is_away_is_logged_once_and_that_it_is_back(server, caplog, monkeypatch):
    fail(server)
    fail(server)
    monkeypatch.setattr(psycopg.Connection, "connect", lambda *args, **kwargs: object())
    server.connect(host="127.0.0.1")
    server.connect(host="127.0.0.1")
    assert [record.getMessage() for record in caplog.records if record.name == pool.__name__] == [
        "The database default does not answer.",
        "The database default answers again.",
    ]


def test_a_server_that_listens_is_there_before_it_says_anything():
    # A thread that asks must not wait for the answer: it would keep another of its process from answering it.
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        assert pool.is_there({"host": "127.0.0.1", "port": port, "connect_timeout": 3})
    assert not pool.is_there({"host": "127.0.0.1", "port": free_port(), "connect_timeout": 3})


def test_a_page_for_which_nobody_listens_is_refused_long_before_it_is_tired_of_waiting():
    made = pool.Pool(
        name="default",
        kwargs={"host": "127.0.0.1", "port": free_port(), "connect_timeout": 3},
        min_size=1,
        max_size=8,
        timeout=HOUR,
    )
    with made, pytest.raises(PoolTimeout, match="default does not answer"):
        made.getconn()
