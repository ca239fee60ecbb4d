"""What a page brings along and leaves behind: nothing inline, nothing foreign, no cookie, no change."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders
from django.db import connection

from config.static_files import flatten
from tests.site.addresses import ADMIN, MACHINES, NOT_FOUND, PAGES, TWINS
from tests.site.reading import have_sample_job, have_sample_page, page_at, response_at

pytestmark = pytest.mark.django_db

OWN_PAGES = PAGES | NOT_FOUND
EVERYTHING = OWN_PAGES | TWINS | MACHINES
each_page = pytest.mark.parametrize("address", OWN_PAGES.values(), ids=OWN_PAGES.keys())
each_address = pytest.mark.parametrize("address", EVERYTHING.values(), ids=EVERYTHING.keys())


@each_page
def test_no_page_has_inline_script_or_style(address):
    for element in page_at(address).walk():
        assert element.tag != "style"
        # A data block is not run: what browsers do not know as a script they leave alone.
        if element.tag == "script" and not element.attrs.get("src"):
            assert element.attrs == {"type": "application/ld+json"}
        assert "style" not in element.attrs
        assert not [name for name in element.attrs if name.startswith("on")]
        for name in ("href", "action", "src"):
            assert not element.attrs.get(name, "").lower().lstrip().startswith(("javascript:", "data:"))


@pytest.mark.parametrize(
    "address", (EVERYTHING | ADMIN).values(), ids=(EVERYTHING | ADMIN).keys()
)  # fmt: skip
def test_every_answer_forbids_what_it_does_not_need(address):
    response = response_at(address)
    policy = dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))
    assert policy.pop("default-src") == "'none'"
    assert policy.pop("base-uri") == policy.pop("frame-ancestors") == "'none'"
    assert policy.pop("form-action") == "'self'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert set(policy.values()) <= {"'self'", "'none'"}
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    shown_elsewhere = response["Content-Type"].startswith("image/")
    assert response["Cross-Origin-Resource-Policy"] == ("cross-origin" if shown_elsewhere else "same-origin")
    permissions = dict(part.strip().split("=") for part in response["Permissions-Policy"].split(","))
    assert {"camera", "geolocation", "microphone", "payment"} < set(permissions)
    assert set(permissions.values()) == {"()"}


def test_static_files_forbid_the_same(client):
    response = client.get("/static/css/site.css")
    response.close()
    assert response.status_code == 200
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


@each_address
def test_no_answer_to_a_reader_sets_a_cookie(address):
    response = response_at(address)
    assert "Set-Cookie" not in response
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


@each_page
def test_a_page_fetches_nothing_from_elsewhere(address):
    page = page_at(address)
    fetched = [element.attrs["src"] for element in page.walk() if "src" in element.attrs]
    fetched += [link.attrs["href"] for link in page.all("link") if link.attrs["rel"] != "canonical"]
    fetched += [form.attrs["action"] for form in page.all("form")]
    fetched += [use.attrs[name] for use in page.all("use", "image") for name in use.attrs if "href" in name]
    assert fetched
    assert all(re.match(r"/(?!/)", url) for url in fetched), fetched


def test_the_style_sheets_and_the_icon_fetch_nothing_from_elsewhere():
    page = page_at("/")
    fetched = [link.attrs["href"] for link in page.all("link") if link.attrs["rel"] != "canonical"]
    for url in fetched:
        text = flatten(url.removeprefix("/static/"), lambda name: Path(finders.find(name)).read_text("utf-8"))
        assert not re.findall(r"@import|url\(\s*['\"]?(?:https?:)?//|<script", text), url


def counts() -> dict[str, int]:
    models = [model for model in apps.get_models() if model._meta.managed]
    return {model._meta.label: model._default_manager.count() for model in models}


def test_reading_changes_nothing_and_a_page_is_the_same_when_read_twice(client):
    have_sample_job()
    have_sample_page()
    first = {address: response_at(address).content for address in OWN_PAGES.values()}
    before, said = counts(), set()

    def hear(execute, sql, *arguments):
        # PostgreSQL is asked for the union of "(SELECT …)".
        said.add(sql.lstrip("(").split(None, 1)[0].upper())
        return execute(sql, *arguments)

    with connection.execute_wrapper(hear):
        second = {address: client.get(address).content for address in EVERYTHING.values()}
    assert counts() == before
    assert said <= {"SELECT", "WITH", "DECLARE"}  # DECLARE: a cursor to read by
    assert [address for address in first if second[address] != first[address]] == []
