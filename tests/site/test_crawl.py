"""No dead end: from the home page and the sitemap on, every link leads to a page, and to a place on it."""

import os

import pytest
from django.http import HttpResponse

from tests.site.addresses import NOT_FOUND
from tests.site.crawling import Crawl
from tests.site.reading import have_sample_job, have_sample_page

pytestmark = pytest.mark.django_db

# Pages read of each kind; `CRAWL=1000 .venv/bin/python -m pytest tests/site/test_crawl.py` goes further.
BOUND = int(os.environ.get("CRAWL", "2"))


def test_no_link_of_the_site_is_broken(client):
    have_sample_job()
    have_sample_page()
    crawl = Crawl(BOUND, client=client)
    for address in NOT_FOUND.values():
        crawl.take(address, client.get(address))
    crawl.start(["/", "/sitemap.xml"], "a reader")
    assert crawl.broken == set()


def test_a_crawl_tells_the_page_with_a_link_to_nowhere_or_to_no_place_on_a_page():
    pages = {
        "/": '<a href="/careers/">Careers</a> <a href="/nowhere/">Lost</a> <a href="/figures/#pay">Pay</a>',
        "/careers/": '<a class="way" href="actors/">Actors</a> <a href="../figures/#growth">Growth</a>',
        "/figures/": '<h2 id="pay">Pay</h2>',
    }

    class Reader:
        def get(self, address, **options):
            return HttpResponse(pages.get(address, ""), status=200 if address in pages else 404)

    crawl = Crawl(bound=1, client=Reader())
    crawl.start(["/"], "a reader")
    assert crawl.broken == {
        ("/nowhere/", "/"),
        ("/careers/actors/", "/careers/"),
        ("/figures/#growth", "/careers/"),
    }
