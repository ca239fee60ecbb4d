"""Every kind of address answers, and every page is one whole, plain document."""

import re
from http import HTTPStatus
from itertools import pairwise

import pytest
from django.template.loader import render_to_string
from django.urls import get_resolver, resolve

from tests import programs
from tests.site import w3c
from tests.site.addresses import ADMIN, CARDS, EMBEDS, FORMS, MACHINES, NOT_FOUND, PAGES, TWINS
from tests.site.html import HEADINGS, blemishes
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

ANSWERING = PAGES | FORMS | EMBEDS | TWINS | CARDS | MACHINES | ADMIN
WHOLE_PAGES = PAGES | FORMS | NOT_FOUND
ERRORS = ("500.html", "503.html")  # templates: nobody can ask for an error
each_page = pytest.mark.parametrize("address", WHOLE_PAGES.values(), ids=WHOLE_PAGES.keys())


@pytest.mark.parametrize("address", ANSWERING.values(), ids=ANSWERING.keys())
def test_every_kind_of_address_answers(address):
    assert response_at(address).status_code == HTTPStatus.OK


@pytest.mark.parametrize("address", NOT_FOUND.values(), ids=NOT_FOUND.keys())
def test_what_is_not_there_is_a_page_with_ways_on(address):
    assert response_at(address).status_code == HTTPStatus.NOT_FOUND
    assert {"/careers/", "/compare/"} <= set(page_at(address).one("main").links.values())


# A picture that no company of the snapshot has; tests/careers/views/test_company.py looks at one.
PICTURES = {"careers:company_logo"}


def test_no_address_of_the_site_is_left_out_here():
    known = {resolve(address.partition("?")[0]).view_name for address in ANSWERING.values()}
    named = {
        f"{namespace}:{pattern.name}"
        for namespace in ("careers", "comparisons")
        for pattern in get_resolver().namespace_dict[namespace][1].url_patterns
    }
    assert named - known - PICTURES == set()


@each_page
def test_a_page_has_one_first_heading_and_skips_no_level_of_headings(address):
    page = page_at(address)
    levels = [int(heading.tag[1]) for heading in page.all(*HEADINGS)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), levels


@each_page
def test_a_page_says_its_language_its_title_and_its_width(address):
    page = page_at(address)
    assert page.one("html").attrs["lang"] == "en"
    title = page.one("head").one("title").text  # pictures have titles too
    assert len(title) < 160
    names = {meta.attrs.get("name"): meta.attrs.get("content") for meta in page.all("meta")}
    assert names["viewport"] == "width=device-width, initial-scale=1"
    assert names["description"]


@each_page
def test_a_page_shows_nothing_that_a_program_let_slip(address):
    page = page_at(address)
    for element in page.walk():
        # Structured data is JSON, braces and all; its own tests read it.
        for piece in element.children if element.tag != "script" else ():
            if isinstance(piece, str) and piece.strip() != "None":  # BLS asks for no experience: "None"
                assert blemishes(piece) == [], piece
        for name, value in element.attrs.items():
            value = value.removesuffix("&shown=None")  # the link that reports that very word
            assert not re.search(r"\bNone\b|\bnan\b|\{|\}", value), (element.tag, name, value)


@each_page
def test_an_id_stands_for_one_element_and_every_label_and_jump_finds_its_own(address):
    page = page_at(address)
    ids = [element.attrs["id"] for element in page.walk() if "id" in element.attrs]
    assert len(ids) == len(set(ids))
    wanted = {label.attrs["for"] for label in page.all("label")}
    wanted |= {a.attrs["href"][1:] for a in page.all("a") if a.attrs.get("href", "").startswith("#")}
    for element in page.walk():
        wanted |= set(f"{element.attrs.get('aria-labelledby', '')}".split())
    assert wanted <= set(ids)


@each_page
def test_every_table_says_what_it_holds_and_every_header_what_it_heads(address):
    for table in page_at(address).all("table"):
        assert table.one("caption").text
        assert all(header.attrs.get("scope") in {"col", "row"} for header in table.all("th"))
        widths = {
            sum(int(cell.attrs.get("colspan", 1)) for cell in row.all("th", "td")) for row in table.all("tr")
        }
        assert len(widths) == 1, table.one("caption").text


@each_page
def test_every_page_has_the_same_navigation_and_search(address):
    page = page_at(address)
    nav = next(nav for nav in page.all("nav") if nav.attrs.get("aria-label") == "Main")
    assert list(nav.links.values()) == ["/jobs/", "/careers/", "/companies/", "/compare/"]
    search = next(form for form in page.all("form") if form.attrs.get("role") == "search")
    assert (search.attrs["action"], search.attrs["method"]) == ("/search/", "get")


def test_each_page_of_the_site_has_a_title_of_its_own():
    own = {
        name: address
        for name, address in PAGES.items()
        if not any(word in name for word in ("sorted", "ambiguous", "may be", "same", "wrong"))
    }
    titles = {name: page_at(address).one("head").one("title").text for name, address in own.items()}
    assert len(set(titles.values())) == len(titles), titles


def test_the_checker_of_the_w3c_has_nothing_to_say_of_any_page(tmp_path):
    checker = programs.html_checker()
    if checker is None:
        pytest.skip("the W3C's HTML checker is not installed")
    addresses = PAGES | FORMS | EMBEDS | NOT_FOUND | ADMIN
    sources = {name: response_at(address).content for name, address in addresses.items()}
    sources |= {name: render_to_string(name).encode() for name in ERRORS}
    assert w3c.complaints(checker, sources | w3c.desk(), tmp_path) == {}


def test_the_health_check_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").content == b"ok"
