"""What search engines and those who share a page are told of it: a title and a sentence of its own."""

from collections import defaultdict
from functools import cache

import pytest

from careers.prose.beginnings import beginning
from careers.templatetags.page_meta import LONGEST_DESCRIPTION, LONGEST_TITLE
from tests.site.addresses import FORMS, NOT_FOUND, PAGES
from tests.site.reading import page_at

pytestmark = pytest.mark.django_db

SHORTEST_DESCRIPTION = 50
LONG_NAME = 38  # letters of a first heading that leave no room for more
# Pages that show the same things in another order, or ask back, say what the first of their kind says.
AGAIN = ("sorted", "ambiguous", "may be", "same", "wrong", "page", "report", "plot", "map", "table")


@cache
def told(address: str) -> dict[str, str]:
    """Content by name of what the head of a page says, its title too."""
    head = page_at(address).one("head")
    said = {
        meta.attrs.get("name") or meta.attrs.get("property"): meta.attrs.get("content")
        for meta in head.all("meta")
    }
    links = {link.attrs["rel"]: link.attrs["href"] for link in head.all("link")}
    return {**said, **links, "title": head.one("title").text}


def test_titles_leave_room_and_descriptions_are_a_sentence_or_two():
    wrong = []
    for name, address in (PAGES | FORMS).items():
        said = told(address)
        heading = page_at(address).one("h1").text
        if len(said["title"]) > LONGEST_TITLE and len(heading) <= LONG_NAME:
            wrong.append((name, said["title"]))
        shortest = 1 if "wrong" in name else SHORTEST_DESCRIPTION  # nothing is found by a wrong filter
        if not shortest <= len(said["description"]) <= LONGEST_DESCRIPTION:
            wrong.append((name, said["description"]))
    assert wrong == []


def test_a_list_whose_filter_is_wrong_does_not_say_that_it_found_nothing():
    described = [told(address)["description"] for name, address in PAGES.items() if "wrong" in name]
    assert [text for text in described if " 0 " in text] == []


def test_each_page_is_described_in_words_of_its_own():
    described = defaultdict(list)
    for name, address in PAGES.items():
        if not any(word in name for word in AGAIN):
            described[told(address)["description"]].append(name)
    assert [names for names in described.values() if names[1:]] == []


def test_who_shares_a_page_shows_the_same_title_and_sentence():
    for address in (PAGES | FORMS).values():
        said = told(address)
        assert said["title"].removesuffix(" | Career portal") == said["og:title"]
        assert said["og:description"] == said["description"]
        assert said.get("og:url") == said.get("canonical")
        assert said["og:site_name"] == "Career portal"
        assert said["og:image"].endswith("card.png")
        assert said["og:image:alt"]


def test_every_page_has_one_address_and_a_way_up():
    for name, address in PAGES.items():
        assert told(address).get("canonical", "").startswith("http://testserver/"), name
        trails = [nav for nav in page_at(address).all("nav") if nav.attrs.get("aria-label") == "Breadcrumb"]
        assert len(trails) == (address != "/"), name


def test_what_is_not_there_has_no_address_of_its_own():
    assert [name for name, address in NOT_FOUND.items() if "canonical" in told(address)] == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Nurses care. They earn well.", "Nurses care. They earn well."),
        ("Nurses care. They earn more than many others.", "Nurses care."),
        ("The U.S. Army and Smith Inc. pay well", "The U.S. Army and Smith Inc.…"),
        ("It pays 3.5% more (of it). Then some more", "It pays 3.5% more (of it)."),
        ("Nothing but words, without an end, at all", "Nothing but words, without an…"),
    ],
)
def test_a_text_that_is_too_long_ends_with_a_sentence_or_else_a_word(text, shown):
    assert beginning(text, 30) == shown
