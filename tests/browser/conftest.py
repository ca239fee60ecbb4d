"""A real browser at a real server that shows the snapshot: loaded once, and never flushed."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests import programs

from . import desk

ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
TIMEOUT = 15_000  # milliseconds


@pytest.fixture(autouse=True)
def _reach_of_the_database(db):
    """The snapshot is there also where browser tests run alone, and nothing has flushed it before."""


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Ended with the module: its event loop would forbid later tests the database."""
    if programs.chromium() is None:
        pytest.skip("Chromium is not installed")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the loop stands still while a test uses the database
    try:
        with sync_playwright() as playwright:
            yield playwright
    finally:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="module")
def server(playwright, django_db_setup, django_db_blocker) -> Iterator[str]:
    """The address of the portal. `live_server` would flush the snapshot after each test; this does not.

    In memory, SQLite's one connection is lent to the server's thread; PostgreSQL gives it one of its own.
    Within Playwright's loop Django has another connection than outside: lent is that in whose transaction
    the tests write.
    """
    with django_db_blocker.unblock():
        running = LiveServer("127.0.0.1")
        yield running.url
        _let_answers_end()
        running.stop()


@pytest.fixture(scope="module")
def chromium(playwright, server) -> Iterator[Browser]:
    browser = playwright.chromium.launch(executable_path=programs.chromium(), args=ARGUMENTS)
    yield browser
    browser.close()


def _let_answers_end() -> None:
    """Nobody reads them any more; they must not be at the lent connection when its transaction ends."""
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(TIMEOUT / 1000)


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
        # Whoever types on, or leaves the page, needs no more of what was asked for.
        if request.failure != "net::ERR_ABORTED":
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
            **{"reduced_motion": "reduce", **options},
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
    _let_answers_end()
    assert complaints == []


@pytest.fixture
def at_desk(visit) -> Callable[..., Page]:
    """Signs somebody new of a role in, and shows them the desk: `at_desk("edith", EDITOR, width=360)`."""

    def arrive(name: str, role: str, **options) -> Page:
        page = visit(**options).open("/admin/")
        desk.sign_in(page, name, role)
        return page

    return arrive
