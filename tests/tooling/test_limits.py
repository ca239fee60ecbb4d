"""One reader cannot keep the portal busy: searches, suggestions and downloads are counted by the minute."""

from urllib.parse import urlsplit

import pytest
from django.core.cache import cache, caches

from config import caching, limits
from tests import programs
from tests.cache_server import throwaway_cache
from tests.site.html import parse

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def ask(client, settings):
    settings.LIMITS = {"search": 2, "suggestion": 3, "export": 1}

    def ask(address, who=HERE, times=1, **headers):
        return [client.get(address, REMOTE_ADDR=who, headers=headers) for _ in range(times)][-1]

    return ask


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "limit", "told"),
    [
        ("/search/?q=zzzz", 2, "Too many searches"),
        ("/companies/?q=zzzz", 2, "Too many searches"),
        ("/suggest?q=zzzz", 3, "Too many searches"),
        ("/figures.csv", 1, "Too many downloads"),
    ],
)
def test_who_asks_too_often_within_a_minute_waits_one_and_others_do_not(ask, address, limit, told):
    assert ask(address, times=limit).status_code == 200
    refused = ask(address)
    assert refused.status_code == 429
    assert refused["Retry-After"] == "60"
    assert "no-store" in refused["Cache-Control"]
    if refused["Content-Type"] == "application/json":
        assert refused.json()["error"].startswith(f"{told}. One connection may ask {limit} times a minute.")
    else:
        page = parse(refused)
        assert page.one("h1").text == told
        assert f"may ask {limit} times a minute" in page.text
    assert ask(address, who=ELSEWHERE).status_code == 200
    cache.clear()  # as a minute does
    assert ask(address).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/careers/area/export/csv/", "/admin/careers/occupation/sheet/"])
def test_what_takes_tables_out_of_the_desk_or_in_is_counted_too(admin_client, settings, address):
    settings.LIMITS = {"export": 1}
    statuses = [admin_client.get(address, REMOTE_ADDR=HERE).status_code for _ in range(2)]
    assert statuses == [200, 429]
    assert admin_client.get("/admin/careers/area/", REMOTE_ADDR=HERE).status_code == 200


@pytest.mark.django_db
def test_what_anybody_may_read_and_this_machine_itself_are_not_counted(ask):
    assert ask("/search/", times=4).status_code == 200
    assert ask("/search/?q=zzzz", who="127.0.0.1", times=4).status_code == 200
    assert not cache._cache


@pytest.mark.django_db
def test_behind_proxies_each_reader_is_counted_as_what_the_outermost_of_them_saw(ask, settings):
    settings.BEHIND_PROXY, settings.PROXIES = True, 2
    through = "127.0.0.1"
    for number in range(3):
        forged = {"X-Forwarded-For": f"203.0.113.{number}, {HERE}, 10.0.0.2"}
        answer = ask("/search/?q=zzzz", who=through, **forged)
    assert answer.status_code == 429
    other = {"X-Forwarded-For": f"{ELSEWHERE}, 10.0.0.2"}
    assert ask("/search/?q=zzzz", who=through, **other).status_code == 200


@pytest.mark.skipif(programs.cache_server() is None, reason="no valkey-server or redis-server")
def test_machines_count_together_and_turn_nobody_away_where_the_shared_cache_is_gone(monkeypatch):
    with throwaway_cache() as server, monkeypatch.context() as patch:
        patch.setitem(caches.settings, "default", caching.configured(urlsplit(server.url))["default"])
        answers = []
        for _ in range(3):
            del caches["default"]  # each time as another process
            answers.append(limits.is_over("search", HERE, 2, 60))
        assert answers == [False, False, True]
        server.stop()
        assert not limits.is_over("search", HERE, 2, 60)
    del caches["default"]  # the next test has its own again
