"""Every kind of answer says what browsers may do with it: pages, files, the desk, refusals and faults."""

import re

import brotli
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage
from django.test import Client
from whitenoise.middleware import WhiteNoiseMiddleware

from config import limits
from config.static_files import StaticFiles
from tests.site.addresses import CARDS, EMBEDS, MACHINES, PAGES, TWINS

pytestmark = pytest.mark.django_db

A_YEAR = 31_536_000
OF_ALL = {
    "Strict-Transport-Security": f"max-age={A_YEAR}; includeSubDomains; preload",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OF_PAGES = {**OF_ALL, "X-Frame-Options": "DENY", "Cross-Origin-Resource-Policy": "same-origin"}
FOR_ALL = {**OF_ALL, "Cross-Origin-Resource-Policy": "cross-origin"}
STATED = "default-src 'none'"
KINDS = {
    "page": (PAGES["sources"], 200, OF_PAGES),
    "page of the desk": ("/admin/password_change/", 200, OF_PAGES),
    "sign-in": ("/admin/login/", 302, OF_PAGES),
    "code of a sign-in": ("/admin/second-step/code/", 302, OF_PAGES),
    "JSON": (TWINS["industries as JSON"], 200, OF_PAGES),
    "CSV": (TWINS["industries as CSV"], 200, OF_PAGES),
    "interface": ("/api/v1/occupations?limit=1", 200, {**FOR_ALL, "Access-Control-Allow-Origin": "*"}),
    "refusal of the interface": ("/api/v1/nowhere", 404, {**FOR_ALL, "Access-Control-Allow-Origin": "*"}),
    "page for frames": (EMBEDS["comparison to embed"], 200, FOR_ALL),
    "picture": (next(iter(CARDS.values())), 200, {**FOR_ALL, "X-Frame-Options": "DENY"}),
    "site map": (next(each for each in MACHINES.values() if "sitemap" in each), 200, OF_PAGES),
    "robots": ("/robots.txt", 200, OF_PAGES),
    "health": ("/healthz", 200, OF_PAGES),
    "static file": ("/static/css/site.css", 200, {**OF_ALL, "Cross-Origin-Resource-Policy": "same-origin"}),
    "on to a slash": ("/careers", 301, OF_PAGES),
    "not there": ("/nowhere/", 404, OF_PAGES),
    "too many": ("/search/?q=nurse", 429, OF_PAGES),
    "forbidden": ("/admin/careers/page/add/", 403, OF_PAGES),
    "wrong host": ("/sources/", 400, OF_PAGES),
    "fault": ("/sources/", 500, OF_PAGES),
}
# Asked of a site that keeps pages, twice: from memory a page says the same.
KEPT = {"page", "page for frames", "wrong host"}


@pytest.fixture
def browser(settings, django_user_model, monkeypatch):
    """Somebody signed in, over HTTPS, of a site as production has it."""
    settings.SECURE_SSL_REDIRECT = settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = A_YEAR
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = settings.SECURE_HSTS_PRELOAD = True
    client = Client(raise_request_exception=False)
    client.force_login(django_user_model.objects.create_user("ada", is_staff=True))
    return client


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_answer_has_its_headers(browser, monkeypatch, settings, kind):
    address, status, headers = KINDS[kind]
    given = {"host": "evil.example"} if kind == "wrong host" else {}
    if kind == "too many":
        monkeypatch.setattr(limits, "is_over", lambda *asked: True)
    if kind == "fault":
        monkeypatch.setattr("careers.views.sources.render", None)
    if kind == "code of a sign-in" or kind in KEPT:
        browser.logout()
    settings.PAGE_CACHE = kind in KEPT
    for _ in range(2 if settings.PAGE_CACHE else 1):
        answer = browser.get(address, secure=True, headers=given, REMOTE_ADDR="192.0.2.1")
    if answer.streaming:  # once: to close an answer also closes the connection to PostgreSQL
        answer.close()
    assert answer.status_code == status
    assert {name: answer.get(name) for name in headers} == headers
    assert {"camera=()", "geolocation=()", "microphone=()"} <= set(answer["Permissions-Policy"].split(", "))
    # A file is no document.
    assert kind == "static file" or STATED in answer["Content-Security-Policy"]
    assert "unsafe" not in answer.get("Content-Security-Policy", "")
    assert re.fullmatch(r"[0-9a-f]{16,}", answer["X-Request-ID"])
    assert not {"Server", "X-Powered-By"} & answer.headers.keys()
    if "/admin/" in address:
        assert "private" in answer["Cache-Control"] or "no-store" in answer["Cache-Control"]


def test_who_comes_without_encryption_is_sent_on_by_an_answer_that_says_no_less(browser):
    answer = browser.get("/sources/")
    assert (answer.status_code, answer.url) == (301, "https://testserver/sources/")
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_cookies_go_over_https_alone_and_no_script_reads_who_is_signed_in(browser, django_user_model):
    django_user_model.objects.create_superuser("grace", password="quiet-Harbour-27")
    visitor = Client()
    typed = {"username": "grace", "password": "quiet-Harbour-27"}
    visitor.get("/admin/login/", secure=True)
    answer = visitor.post("/admin/login/?next=/admin/", typed, secure=True)
    assert answer.status_code == 302
    cookies = visitor.cookies
    assert set(cookies) == {"sessionid", "csrftoken"}
    assert all(cookie["secure"] and cookie["samesite"] == "Lax" for cookie in cookies.values())
    assert cookies["sessionid"]["httponly"]


def test_a_collected_file_goes_out_by_brotli_and_is_kept_for_ever(settings, tmp_path, rf):
    """As `collectstatic` leaves it, and as whitenoise serves it."""
    sheet = "a { color: var(--ink) } " * 200
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.WHITENOISE_AUTOREFRESH = settings.WHITENOISE_USE_FINDERS = False
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "config.static_files.StaticFiles"}}
    sources = FileSystemStorage(tmp_path / "sources")
    storage = StaticFiles(location=settings.STATIC_ROOT, base_url="/static/")
    for place in (sources, storage):
        place.save("css/site.css", ContentFile(sheet.encode()))
    list(storage.post_process({"css/site.css": (sources, "css/site.css")}))
    serve = WhiteNoiseMiddleware(lambda request: None)
    accepted = {"accept-encoding": "gzip, deflate, br, zstd"}
    answer = serve(rf.get(storage.url("css/site.css"), headers=accepted))
    packed = b"".join(answer)
    answer.close()
    assert answer["Content-Encoding"] == "br"
    assert "Accept-Encoding" in answer["Vary"]
    assert brotli.decompress(packed).decode().startswith("a{color: var(--ink)}")
    assert len(packed) < len(sheet) / 20
    assert answer["Cache-Control"] == "max-age=315360000, public, immutable"
