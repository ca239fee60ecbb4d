"""Machines that share a cache share the pages that are made; each makes its own where the cache is away."""

from unittest.mock import patch
from urllib.parse import urlsplit

import pytest
from django.core.cache import CacheHandler
from django.http import HttpResponse

from careers import changes
from config import caching, kept_pages
from config.page_cache import PageCache
from tests import programs
from tests.cache_server import throwaway_cache

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(programs.cache_server() is None, reason="no valkey-server or redis-server"),
]
ADDRESS = "/careers/registered-nurses/"


@pytest.fixture(scope="module")
def server():
    with throwaway_cache() as server:
        yield server


@pytest.fixture
def machines(server, settings, monkeypatch):
    """Two processes of the portal, and how many pages they made."""
    made = []

    def make(request):
        made.append(request.path)
        page = "é" * (len(request.GET.get("q", "")) or 1)
        return HttpResponse(page, headers={"Content-Language": "en", "X-Request-ID": str(len(made))})

    settings.PAGE_CACHE = True
    settings.CACHES = caching.configured(urlsplit(server.url))
    monkeypatch.setattr(caching.SharedCache, "servers", {})
    monkeypatch.setattr(kept_pages, "cache", CacheHandler(settings.CACHES)["default"])
    kept_pages.cache.clear()
    return PageCache(make), PageCache(make), made


def test_a_page_that_one_machine_made_the_others_have(machines, rf):
    one, other, made = machines
    first, second = one(rf.get(ADDRESS)), other(rf.get(ADDRESS))
    assert made == [ADDRESS]
    assert second.content == first.content == "é".encode()
    kept = {name: value for name, value in first.items() if name != "X-Request-ID"}
    assert dict(second.items()) == kept
    with patch.object(kept_pages.cache, "get", side_effect=AssertionError("it is in memory by now")):
        assert other(rf.get(ADDRESS)).content == first.content
    assert other(rf.get(ADDRESS, headers={"if-none-match": first["ETag"]})).status_code == 304


def test_packed_pages_and_those_of_other_addresses_and_hosts_are_others(machines, rf, settings):
    settings.ALLOWED_HOSTS = ["*"]
    one, other, made = machines
    asked = [
        rf.get(ADDRESS),
        rf.get(ADDRESS, headers={"accept-encoding": "gzip"}),
        rf.get(ADDRESS, {"q": "x"}),
        rf.get(ADDRESS, headers={"host": "evil.example"}),
    ]
    for each in asked:
        one(each)
        other(each)
    assert len(made) == len(asked)


def test_no_machine_shows_what_another_made_before_the_data_changed(machines, rf):
    one, other, made = machines
    one(rf.get(ADDRESS))
    now = changes.version(changes.timezone.now())
    with patch.object(changes, "version", return_value=changes.Version(now.stamp + 1, None, None)):
        other(rf.get(ADDRESS))
    assert len(made) == 2


def test_what_a_signed_in_editor_sees_is_nobody_elses(machines, rf, settings):
    one, other, made = machines
    editors = rf.get(ADDRESS)
    editors.COOKIES[settings.SESSION_COOKIE_NAME] = "x"
    one(editors)
    other(rf.get(ADDRESS))
    assert len(made) == 2


def test_a_large_page_is_left_to_each_machine(machines, rf, monkeypatch):
    monkeypatch.setattr(kept_pages, "LARGEST", 1)
    one, other, made = machines
    one(rf.get(ADDRESS))
    other(rf.get(ADDRESS))
    assert len(made) == 2


def test_what_is_shared_ends_by_itself_so_that_the_cache_may_drop_it(machines, rf):
    one, _, _ = machines
    one(rf.get(ADDRESS))
    client = kept_pages.cache._cache.get_client()
    keys = client.keys("*page-*")
    assert len(keys) == 1
    assert 0 < client.ttl(keys[0]) <= kept_pages.AN_HOUR


def test_where_the_cache_is_away_each_machine_makes_its_pages(machines, rf, server):
    one, other, made = machines
    one(rf.get(ADDRESS))
    server.stop()
    try:
        pages = [other(rf.get(ADDRESS)), other(rf.get(ADDRESS)), one(rf.get(ADDRESS))]
    finally:
        server.start()
    assert {page.status_code for page in pages} == {200}
    assert len(made) == 2


def test_a_process_that_shares_no_cache_asks_none(settings, rf):
    settings.PAGE_CACHE = True
    assert not caching.is_shared()
    with patch.object(kept_pages, "cache") as cache:
        PageCache(lambda request: HttpResponse("page"))(rf.get(ADDRESS))
    assert not cache.mock_calls
