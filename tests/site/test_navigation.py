"""The main navigation marks the one entry that a page belongs to."""

import pytest

from tests.site.addresses import PAGES
from tests.site.reading import page_at

pytestmark = pytest.mark.django_db

ENTRIES = {
    "Explore jobs Find specific jobs": "/jobs/",
    "Explore careers Explore professions": "/careers/",
    "Best companies Explore companies": "/companies/",
    "Compare Side by side": "/compare/",
}
# Pages of one section each are alike in this; those of none stand for all others.
SHOWN = [
    "home", "search", "careers", "pay", "occupation's skills", "places", "industries", "figures", "source",
    "picker", "comparison", "comparison of places", "comparison turned into a move",
]  # fmt: skip


@pytest.mark.parametrize(
    "name", [*SHOWN, *(name for name in PAGES if PAGES[name].startswith(("/jobs/", "/companies/")))]
)
def test_the_entry_of_the_section_is_marked_and_no_other(name):
    address = PAGES[name]
    nav = next(nav for nav in page_at(address).all("nav") if nav.attrs.get("aria-label") == "Main")
    links = nav.all("a")
    assert {link.text: link.attrs["href"] for link in links} == ENTRIES
    marked = [link.attrs["href"] for link in links if "aria-current" in link.attrs]
    assert marked == [url for url in ENTRIES.values() if address.startswith(url)]
