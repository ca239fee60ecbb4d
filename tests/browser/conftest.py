"""A real browser at a real server that shows the snapshot: loaded once, and never flushed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import programs

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
TIMEOUT = 15_000  # milliseconds


@pytest.fixture(autouse=True)
def _snapshot(db):
    """The snapshot is there also where browser tests run alone, and nothing has flushed it before."""


@pytest.fixture(scope="module")
def chromium():
    """Closed before the module ends: Playwright's event loop would forbid later tests the database."""
    program = programs.chromium()
    if program is None:
        pytest.skip("Chromium is not installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the loop stands still while a test uses the database
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
            yield browser
            browser.close()
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def server(chromium, django_db_setup, django_db_blocker) -> Iterator[str]:
    """The address of the portal. `live_server` would flush the snapshot after each test; this does not.

    In memory, SQLite's one connection is lent to the server's thread; PostgreSQL gives it one of its own.
    Playwright's loop runs already: within it Django has another connection than outside, and the one that is
    lent must be the one in whose transaction a test writes.
    """
    with django_db_blocker.unblock():
        running = LiveServer("127.0.0.1")
        yield running.url
        running.stop()


@dataclass
class Visit:
    """A browser tab at the portal, and what went wrong in it."""

    page: Page
    server: str
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        self.page.goto(self.server + address)
        return self.page

    def _watch(self) -> None:
        self.page.on("console", lambda message: self._note(message.type, message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", self._failed)
        self.page.on("request", lambda request: self._foreign(request.url))

    def _note(self, kind: str, text: str) -> None:
        # The browser itself reports the status of a page that is not found, as it should be.
        if kind in {"error", "warning"} and "status of 404" not in text:
            self.complaints.append(text)

    def _failed(self, request) -> None:
        # Whoever types on or leaves the page needs no more suggestions for what was typed.
        if not (request.failure == "net::ERR_ABORTED" and "/suggest?" in request.url):
            self.complaints.append(f"failed: {request.url}")

    def _foreign(self, url: str) -> None:
        if not url.startswith(self.server):
            self.complaints.append(f"asked for {url}")


@pytest.fixture
def visit(chromium, server):
    """Opens tabs: `visit(width=360, dark=True)`. No tab may complain of anything."""
    visits = []

    def open_tab(width: int = 1440, dark: bool = False, **options) -> Visit:
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            **options,
        )
        context.set_default_timeout(TIMEOUT)
        made = Visit(context.new_page(), server)
        made._watch()
        visits.append(made)
        return made

    yield open_tab
    complaints = [complaint for made in visits for complaint in made.complaints]
    for made in visits:
        made.page.context.close()
    assert complaints == []
