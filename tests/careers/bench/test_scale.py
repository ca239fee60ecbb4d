"""Measuring growth: every kind of page is among those measured, and growth is told."""

import json
import subprocess
import sys
from contextlib import nullcontext
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.urls import get_resolver, resolve

from careers.bench import kinds
from careers.management.commands import bench_scale

# Neither for readers nor programs, or nothing to draw from; a sub-resource of a page at most.
LEFT_OUT = {"preview", "styleguide", "careers:company_logo", "careers:page", "api:api-root"}
STOCK = {
    "career": ["a", "b", "c", "d", "e"],
    "job": ["1-nurse"],
    "company": ["one"],
    "state": ["texas"],
    "metro": ["abilene-tx"],
    "industry": ["utilities"],
    "source": ["oews"],
}


def names(resolver=None, spaces=()):
    """The names of all patterns outside of the admin, with the spaces that they are in."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            if pattern.namespace != "admin":
                yield from names(pattern, (*spaces, pattern.namespace) if pattern.namespace else spaces)
        elif pattern.name:
            yield ":".join([*spaces, pattern.name])


def test_every_address_of_the_portal_is_of_a_kind_that_is_measured(monkeypatch):
    monkeypatch.setattr(kinds, "_stock", lambda: STOCK)
    found = {
        resolve(address.split("?")[0]).view_name for kind in kinds.kinds(2) for address in kind.addresses
    }
    assert set(names()) - found - LEFT_OUT == set()


def test_the_same_pages_are_asked_for_each_time(monkeypatch):
    monkeypatch.setattr(kinds, "_stock", lambda: STOCK)
    assert kinds.kinds(3) == kinds.kinds(3)
    assert len(set(kinds.kinds(6, "jobs, searched")[0].addresses)) > 1


@pytest.mark.django_db
def test_each_kind_is_told_with_its_queries_and_times(monkeypatch):
    out = StringIO()
    monkeypatch.setattr("sys.stdin", StringIO("figures as JSON\n"))
    call_command("bench_scale", tell=True, times=1, stdout=out)
    queries, first, clock, work = json.loads(out.getvalue())
    assert queries
    assert min(first, clock, work) > 0


@pytest.fixture
def measured(monkeypatch):
    """What the command prints of databases in which these kinds took so long."""

    def measured(usual: dict[str, float], grown: dict[str, float]) -> str:
        told = {"": usual, "grown": grown}
        monkeypatch.delenv("DATABASE_URL", raising=False)
        monkeypatch.setattr(
            bench_scale,
            "_told_in_turn",
            lambda urls, named, times: [
                {name: [3, 50, took + 1, took] for name, took in told[url].items()} for url in urls
            ],
        )
        out = StringIO()
        call_command("bench_scale", grown="grown", stdout=out)
        return out.getvalue()

    return measured


def test_a_kind_that_grows_is_told_by_name(measured):
    said = measured({"home": 10, "jobs": 10, "search": 10}, {"home": 10, "jobs": 40, "search": 11})
    assert "median page, work: 10.0 ms, grown 11.0 ms: 1.10" in said
    assert "1 of 3 kinds work 1.5 times as much: jobs" in said


def test_it_fails_where_the_median_page_grows_by_half(measured):
    with pytest.raises(SystemExit):
        measured({"home": 10, "jobs": 10}, {"home": 15, "jobs": 15})


def test_databases_are_asked_for_a_kind_one_after_the_other(monkeypatch):
    asked = []
    monkeypatch.setattr(
        bench_scale.subprocess, "Popen", lambda *_, env, **__: nullcontext(env["DATABASE_URL"])
    )
    monkeypatch.setattr(
        bench_scale, "_asked", lambda teller, name: asked.append((teller, name)) or [1, 1, 1, 1]
    )
    monkeypatch.setenv("DATABASE_URL", "usual")
    call_command("bench_scale", grown="grown", of="figures", stdout=StringIO())
    assert asked == [
        (url, name) for name in ("figures", "figures as JSON", "API: figures") for url in ("usual", "grown")
    ]


def test_a_database_that_cannot_be_measured_is_told_with_the_kind(monkeypatch):
    start = subprocess.Popen

    def ended(command, **how):
        teller = start([sys.executable, "-c", ""], **how)
        teller.wait()
        return teller

    monkeypatch.setattr(bench_scale.subprocess, "Popen", ended)
    with pytest.raises(CommandError, match="“home” could not be measured"):
        call_command("bench_scale", grown="grown", of="home")


@pytest.mark.django_db
def test_why_it_cannot_be_measured_is_told_without_a_traceback(monkeypatch):
    def refused(number):
        raise OperationalError("connection refused")

    monkeypatch.setattr(bench_scale, "kinds", refused)
    with pytest.raises(CommandError, match="The database cannot be asked: connection refused"):
        call_command("bench_scale", tell=True)


def test_without_a_larger_database_it_says_how_to_have_one():
    with pytest.raises(CommandError, match="bench_fill"):
        call_command("bench_scale")
