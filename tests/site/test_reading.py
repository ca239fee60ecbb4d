"""A page can be found one's way in: its sections have addresses, and a long page lists them first."""

import pytest

from careers.templatetags.contents import FEWEST
from tests.site.addresses import PAGES
from tests.site.reading import page_at

pytestmark = pytest.mark.django_db

LONG = (
    "occupation",
    "occupation's skills",
    "occupation's education",
    "places",
    "state",
    "comparison",
    "comparison of five in a place",
    "comparison turned into a move",
    "method of the best companies",
    "figures",
)
SHORT = ("careers", "job title's skills", "company", "picker", "source")


def within(element, *tags: str, css: str = "") -> bool:
    above = element.parent
    while above is not None:
        if above.tag in tags or css in above.classes:
            return True
        above = above.parent
    return False


@pytest.mark.parametrize("name", [*LONG, *SHORT, "job", "industries", "industry", "sources"])
def test_every_section_of_a_page_has_an_address(name):
    headings = page_at(PAGES[name]).one("main").all("h2")
    # What is one of a list is a page of its own; what says that nothing was found is no section.
    sections = [each for each in headings if not within(each, "li", "article", css="empty-state")]
    assert [each.text for each in sections if not each.attrs.get("id")] == []


@pytest.mark.parametrize("name", LONG)
def test_a_long_page_lists_its_sections_before_them(name):
    main = page_at(PAGES[name]).one("main")
    listed = main.one("nav", css="on-this-page").all("a")
    sections = [each for each in main.all("h2") if each.attrs.get("id")]
    assert [(each.text, each.attrs["href"]) for each in listed] == [
        (each.text, "#" + each.attrs["id"]) for each in sections
    ]
    assert len(listed) >= FEWEST
    order = list(main.walk())
    assert order.index(main.one("nav", css="on-this-page")) < order.index(sections[0])


@pytest.mark.parametrize("name", SHORT)
def test_a_short_page_lists_nothing(name):
    assert page_at(PAGES[name]).all("nav", css="on-this-page") == []
