"""Links go straight and say where, the canonical address is a page, breadcrumbs lead back."""

from http import HTTPStatus
from urllib.parse import urldefrag

import pytest

from tests.site.addresses import NOT_FOUND, PAGES
from tests.site.reading import page_at

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", (PAGES | NOT_FOUND).values(), ids=(PAGES | NOT_FOUND).keys())
def test_a_link_goes_straight_to_where_it_leads_and_says_where(address):
    page = page_at(address)
    patterns = [link for pattern in page.all("template") for link in pattern.all("a")]  # filled by a script
    for link in page.all("a"):
        if link in patterns:
            continue
        assert link.text
        assert link.attrs["href"] not in {"", "#"}
        assert "//" not in urldefrag(link.attrs["href"]).url.removeprefix("https://")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_the_canonical_address_is_that_of_the_page(client, address):
    canonical = [
        link.attrs["href"] for link in page_at(address).all("link") if link.attrs["rel"] == "canonical"
    ]
    assert len(canonical) <= 1
    for url in canonical:
        assert url.startswith("http://testserver/")
        assert client.get(url.removeprefix("http://testserver")).status_code == HTTPStatus.OK


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_breadcrumbs_lead_back_and_end_at_the_page(client, address):
    for crumbs in page_at(address).all("nav", css="breadcrumbs"):
        *_, last = crumbs.all("li")
        assert not last.links
        assert [item.attrs.get("aria-current") for item in last.all("span")] == ["page"]
        for url in crumbs.links.values():
            assert client.get(url).status_code == HTTPStatus.OK
