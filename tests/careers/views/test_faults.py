"""What a reader gets when the portal fails, or its database is away: never a traceback, never nothing."""

import sqlite3

import psycopg
import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.views.defaults import bad_request, permission_denied

from careers.views import faults
from tests.site.html import parse

AWAY = "could not connect to server at 10.0.0.7 as portal"


def failing(cause=None, error=OperationalError):
    fault = error(AWAY)
    fault.__cause__ = cause
    return fault


def from_sqlite(name):
    cause = sqlite3.OperationalError(name)
    cause.sqlite_errorname = name
    return failing(cause)


@pytest.fixture
def answer(monkeypatch, caplog):
    """The answer at an address while every question to the database fails."""

    def at(address, fault):
        def fail(*args, **kwargs):
            raise fault

        for name in ("django.db.models.sql.compiler.SQLCompiler.execute_sql", "careers.selectors.home.home"):
            monkeypatch.setattr(name, fail)
        return Client(raise_request_exception=False).get(address)

    return at


@pytest.mark.parametrize(
    "address", ["/", "/careers/actors/", "/nowhere/", "/compare/actors-vs-dancers/", "/search/?q=nurse"]
)
def test_while_the_database_is_away_each_page_says_so_and_when_to_come_back(answer, address):
    response = answer(address, failing())
    assert (response.status_code, response["Retry-After"]) == (503, "30")
    assert response["Cache-Control"] == "no-store"
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert parse(response).one("h1").text == "Back in a moment"
    assert "10.0.0.7" not in response.content.decode()


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/careers.json", "application/json"),
        ("/suggest?q=nur", "application/json"),
        ("/careers.csv", "text/plain; charset=utf-8"),
        ("/jobs.atom", "text/plain; charset=utf-8"),
        ("/sitemap-careers.xml", "text/plain; charset=utf-8"),
    ],
)
def test_machines_are_told_in_their_own_form(answer, address, kind):
    response = answer(address, failing())
    assert (response.status_code, response["Content-Type"]) == (503, kind)
    assert "half a minute" in response.content.decode()


@pytest.mark.parametrize(
    "fault",
    [
        from_sqlite("SQLITE_BUSY"),
        from_sqlite("SQLITE_BUSY_SNAPSHOT"),
        from_sqlite("SQLITE_IOERR_READ"),
        failing(psycopg.OperationalError("connection refused")),
        failing(psycopg.InterfaceError("the connection is closed"), InterfaceError),
        failing(psycopg.errors.AdminShutdown()),
        failing(psycopg.errors.TooManyConnections()),
        failing(psycopg.errors.DeadlockDetected()),
    ],
    ids=repr,
)
def test_what_passes_is_worth_another_try(fault):
    assert faults.is_passing(fault)


@pytest.mark.parametrize(
    "fault",
    [from_sqlite("SQLITE_ERROR"), failing(psycopg.errors.UndefinedTable()), ZeroDivisionError(), None],
    ids=repr,
)
def test_what_is_broken_is_not_taken_for_what_passes(fault):
    assert not faults.is_passing(fault)


def test_a_fault_of_the_portal_is_called_one(answer):
    page = answer("/", ZeroDivisionError("secret"))
    assert page.status_code == 500
    assert parse(page).one("h1").text == "Something went wrong"
    assert "secret" not in page.content.decode()
    assert answer("/careers.json", ZeroDivisionError()).json()["error"].startswith("Something went wrong")


def test_the_pages_of_faults_stand_without_stylesheet_and_database(settings, rf, tmp_path):
    settings.STATIC_ROOT = tmp_path  # nothing was collected there
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"}
    }
    request = rf.get("/")
    pages = [
        bad_request(request, ValueError("secret")),
        permission_denied(request, ValueError("secret")),
        faults.server_error(request),
    ]
    for page, status in zip(pages, (400, 403, 500), strict=True):
        document = parse(page)
        assert page.status_code == status
        assert document.one("h1").text
        assert document.one("main").links == {"Start page": "/"}
        assert document.all("link", "script", "style") == []
        assert "secret" not in page.content.decode()
