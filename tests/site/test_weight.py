"""The limits of a page: queries, bytes over the wire."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Occupation, Prepared
from config import page_cache
from config.static_files import flatten
from tests.site.addresses import FORMS, NOT_FOUND, PAGES, REFERENCE, TWINS
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

LIST_QUERIES, OCCUPATION_QUERIES, COMPARISON_QUERIES = 10, 15, 20
HTML_BYTES, PAGE_BYTES = 40_000, 100_000

WHOLE_PAGES = PAGES | FORMS | NOT_FOUND
OF_OCCUPATIONS = ("occupation", "residual", "job", "pay")
QUERIES = {
    **dict.fromkeys(PAGES, LIST_QUERIES),
    **dict.fromkeys(FORMS | NOT_FOUND, LIST_QUERIES),
    **dict.fromkeys([name for name in PAGES if name.startswith(OF_OCCUPATIONS)], OCCUPATION_QUERIES),
    **dict.fromkeys([name for name in PAGES if "comparison" in name], COMPARISON_QUERIES),
}


def source(name: str) -> str:
    return Path(finders.find(name)).read_text(encoding="utf-8")


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


@pytest.fixture
def asked_first(client, settings, monkeypatch, request):
    """The queries of an address as in production, for a version that nothing is kept or prepared for yet.

    The one that tells the version counts. What looks whether the worker was there does not: where it was,
    that is all that is asked.
    """
    settings.PAGE_CACHE = True
    monkeypatch.setattr(page_cache, "code_version", lambda: request.node.name)

    def asked_first(address: str) -> list[str]:
        with CaptureQueriesContext(connection) as asked:
            client.get(address)
        return [each["sql"] for each in asked if Prepared._meta.db_table not in each["sql"]]

    return asked_first


@pytest.mark.parametrize("name", WHOLE_PAGES)
def test_a_page_stays_within_its_queries(asked_first, name):
    queries = asked_first(WHOLE_PAGES[name])
    assert len(queries) <= QUERIES[name], "\n\n".join(queries)


@pytest.mark.parametrize(("name", "address"), TWINS.items(), ids=TWINS.keys())
def test_a_twin_takes_no_more_queries_than_its_page(asked_first, name, address):
    limits = {"compare": COMPARISON_QUERIES, "careers": OCCUPATION_QUERIES}
    queries = asked_first(address)
    assert len(queries) <= limits.get(address.split("/")[1], LIST_QUERIES), "\n\n".join(queries)


def test_a_list_takes_no_more_queries_for_more_careers(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(LIST_QUERIES) as few:
        client.get("/careers/?group=legal-occupations")
    with django_assert_max_num_queries(LIST_QUERIES) as many:
        client.get("/careers/")
    assert len(few) == len(many)


@pytest.mark.parametrize("address", WHOLE_PAGES.values(), ids=WHOLE_PAGES.keys())
def test_a_page_is_light_over_the_wire(address):
    html = packed(response_at(address).content)
    # A feed is fetched by who follows it, not with the page.
    named = {"canonical", "alternate"}
    links = [link for link in page_at(address).all("link") if link.attrs["rel"] not in named]
    fetched = [link.attrs["href"] for link in links]
    fetched += [item.attrs["src"] for item in page_at(address).all("script", "img") if "src" in item.attrs]
    files = [flatten(url.removeprefix("/static/"), source).encode() for url in set(fetched)]
    assert html < HTML_BYTES
    assert html + sum(packed(file) for file in files) < PAGE_BYTES


def test_the_longest_page_of_pay_by_place_is_light_too(client):
    places = Occupation.objects.get(soc_code="11-1021").wage_estimates.filter(industry__code="000000")
    assert places.count() > 500
    assert packed(client.get("/careers/general-and-operations-managers/pay/").content) < HTML_BYTES


def test_a_page_goes_packed_over_the_wire(client):
    response = client.get(REFERENCE, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert gzip.decompress(response.content) == response_at(REFERENCE).content
