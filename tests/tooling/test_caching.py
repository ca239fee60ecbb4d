"""One cache for all machines; where it is away the site goes on without."""

from urllib.parse import urlsplit

import pytest
from django.core.cache import CacheHandler

from config import caching
from tests import programs
from tests.cache_server import throwaway_cache

pytestmark = pytest.mark.skipif(programs.cache_server() is None, reason="no valkey-server or redis-server")


@pytest.fixture(scope="module")
def server():
    with throwaway_cache() as server:
        yield server


@pytest.fixture
def connect(server, monkeypatch):
    """Caches as two processes would have them."""
    monkeypatch.setattr(caching.SharedCache, "servers", {})

    def connect():
        return CacheHandler(caching.configured(urlsplit(server.url)))["default"]

    return connect


def test_what_one_process_puts_in_another_finds(connect):
    one, other = connect(), connect()
    one.set("figure", {"median": 93600})
    assert other.get("figure") == {"median": 93600}
    assert one.add("counted", 0)
    assert not other.add("counted", 0)
    assert [one.incr("counted"), other.incr("counted")] == [1, 2]
    one.clear()
    assert other.get("figure") is None


def test_without_the_server_everything_is_a_miss_and_is_told_once(connect, server, caplog, monkeypatch):
    cache = connect()
    cache.set("figure", 1)
    server.stop()
    assert cache.get("figure", "missing") == "missing"
    assert cache.get_many(["figure"]) == {}
    assert cache.set_many({"figure": 1}) == ["figure"]
    assert cache.get_or_set("figure", lambda: 2) == 2
    assert not cache.has_key("figure")
    assert not cache.add("figure", 1)
    cache.set("figure", 1)
    cache.delete("figure")
    cache.clear()
    with pytest.raises(ValueError, match="figure"):
        cache.incr("figure")
    server.start()
    assert cache.get("figure", "left alone") == "left alone"
    monkeypatch.setattr(caching, "monotonic", lambda: 10**9)
    cache.set("figure", 3)
    assert cache.get("figure") == 3
    assert [record.getMessage() for record in caplog.records] == [
        "The cache is away, the site goes on without it: ConnectionError",
        "The cache answers again.",
    ]
