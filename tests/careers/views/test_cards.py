"""The pictures that stand for pages where they are shared: small, kept, and of the figures of the page."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from careers.charts import cards
from careers.charts.ranges import range_chart
from careers.models import Occupation
from careers.selectors.paid import paid
from careers.selectors.profile import profiles
from tests.site.addresses import CARDS, FIVE, PAGES, REFERENCE
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

HEAVIEST = 60_000  # bytes


def look(content: bytes) -> Image.Image:
    assert len(content) <= HEAVIEST
    picture = Image.open(io.BytesIO(content))
    assert (picture.format, picture.size) == ("PNG", cards.SIZE)
    return picture.convert("RGB")


def colours(picture: Image.Image) -> set[str]:
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in picture.getcolors(1 << 20)}


@pytest.mark.parametrize("address", [*CARDS.values(), FIVE + "card.png", "/careers/actors/card.png"])
def test_a_card_draws_ranges_in_few_bytes(address):
    response = response_at(address)
    assert response["Content-Type"] == "image/png"
    assert cards.OUTER in colours(look(response.content))
    assert response["Cache-Control"] == "public, max-age=3600"


def test_a_card_that_one_has_is_not_drawn_again(client, monkeypatch, django_assert_max_num_queries):
    tag = response_at(REFERENCE + "card.png")["ETag"]
    monkeypatch.delattr(cards, "draw")
    with django_assert_max_num_queries(4):
        response = client.get(REFERENCE + "card.png", headers={"If-None-Match": tag})
    assert (response.status_code, response["ETag"]) == (304, tag)


def test_a_card_has_the_ranges_of_its_page():
    slugs = ("registered-nurses", "actors", "patient-service-coordinator", "surgeons-all-other")
    compared = [Occupation.objects.get(slug=slug) for slug in slugs]
    assert range_chart("card", paid(compared)) == range_chart("card", profiles(compared))


@pytest.mark.parametrize("page", ["occupation", "reference comparison", "comparison of five"])
def test_a_page_names_its_card_and_says_what_it_shows(page):
    head = page_at(PAGES[page]).one("head")
    told = {
        meta.attrs["property"]: meta.attrs["content"] for meta in head.all("meta") if "property" in meta.attrs
    }
    assert told["og:image"] == f"http://testserver{PAGES[page]}card.png"
    assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
    assert told["og:image:alt"] in [title.text for title in page_at(PAGES[page]).all("p", css="chart-title")]


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("/compare/actors-vs-actors/card.png", "/careers/actors/card.png"),
        ("/compare/Actors-vs-dancers/card.png", "/compare/actors-vs-dancers/card.png"),
        ("/compare/actors-vs-regstered-nurses/card.png", ""),
        ("/careers/regstered-nurses/card.png", ""),
        (FIVE + "-vs-dancers/card.png", ""),
    ],
)
def test_a_card_of_nothing_is_not_found_and_one_address_has_each(client, address, leads_to):
    response = client.get(address)
    assert response.status_code == (302 if leads_to else 404)
    assert response.get("Location", "") == leads_to


def test_names_of_any_length_stay_on_the_card():
    endless = "Wheelwrights and " * 40
    lines = [cards.Line(endless, endless) for _ in range(5)]
    picture = look(cards.draw(cards.card(endless, lines, None, "Portal", lines[:2])))
    edges = [(0, 20, cards.EDGE - 8, 560), (cards.WIDTH - cards.EDGE + 8, 20, cards.WIDTH, 560)]
    assert [colours(picture.crop(edge)) for edge in edges] == [{"#ffffff"}] * 2


def test_a_card_has_the_colours_of_the_site_by_day():
    tokens = Path("static/css/tokens.css").read_text(encoding="utf-8")
    by_day = dict(re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]+),", tokens))
    names = ("paper", "wash", "ink", "soft", "line", "outer", "inner")
    assert {name: by_day[name] for name in names} == {name: getattr(cards, name.upper()) for name in names}


@pytest.mark.parametrize("page", ["pay", "occupation's skills", "occupation's outlook"])
def test_the_pages_of_a_career_share_its_card(page):
    (card,) = [meta for meta in page_at(PAGES[page]).all("meta") if meta.attrs.get("property") == "og:image"]
    assert card.attrs["content"] == "http://testserver/careers/registered-nurses/card.png"
