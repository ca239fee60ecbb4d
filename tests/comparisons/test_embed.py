"""The overview of a comparison, for a frame in the page of anyone."""

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from careers.models import Occupation
from config.static_files import flatten
from tests.site.addresses import FIVE, REFERENCE
from tests.site.html import parse
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

EMBED = "/compare/actors-vs-registered-nurses/embed/"


def source(name: str) -> str:
    return Path(finders.find(name)).read_text(encoding="utf-8")


def policy_of(response) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))


def test_it_alone_may_be_framed_by_anyone():
    embed, whole = response_at(EMBED), response_at("/compare/actors-vs-registered-nurses/")
    assert policy_of(embed)["frame-ancestors"] == "*"
    assert "X-Frame-Options" not in embed
    assert policy_of(whole)["frame-ancestors"] == "'none'"
    assert whole["X-Frame-Options"] == "DENY"
    # All else is as strict as on every page.
    assert policy_of(embed) | {"frame-ancestors": "'none'"} == policy_of(whole)


def test_a_comparison_that_is_not_there_is_not_framed(client):
    missing = client.get("/compare/actors-vs-regstered-nurses/embed/")
    assert missing.status_code == 404
    assert policy_of(missing)["frame-ancestors"] == "'none'"
    assert missing["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", [REFERENCE, "/compare/actors-vs-registered-nurses/", FIVE])
def test_it_shows_the_overview_of_the_comparison_each_figure_with_its_source(client, address):
    page, sections = page_at(address + "embed/"), client.get(address.rstrip("/") + ".json").json()["sections"]
    overview = next(section for section in sections if section["section"] == "overview")
    shown = page.one("tbody").all("tr")
    assert len(shown) == len(overview["rows"])
    for row, told in zip(shown, overview["rows"], strict=True):
        assert row.one("th").text.startswith(told["label"])
        for cell, figure in zip(row.all("td"), told["cells"], strict=True):
            for said in ("text", "release", "area"):
                assert " ".join(figure[said].split()) in cell.text
            assert figure["missing_reason_text"] in cell.text
            assert ("Source:" in cell.text) == bool(figure["source"])


@pytest.mark.parametrize("address", [REFERENCE, FIVE])
def test_the_code_of_its_frame_stands_on_the_page_to_be_copied(address):
    page = page_at(address)
    (frame,) = parse(page.one("textarea").text).all("iframe")
    assert frame.attrs["src"] == f"http://testserver{address}embed/"
    assert frame.attrs["title"] == page.one("h1").text


def test_it_leads_to_the_whole_comparison_in_a_tab_of_its_own(client):
    page = parse(client.get(EMBED + "?place=texas"))
    link = page.one("footer").one("a")
    assert link.attrs["href"] == "/compare/actors-vs-registered-nurses/?place=texas"
    assert (link.attrs["target"], link.attrs["rel"]) == ("_blank", "noopener")
    assert "in Texas" in page.one("h1").text


def test_search_engines_are_sent_to_the_comparison():
    page = page_at(EMBED)
    metas = {meta.attrs.get("name"): meta.attrs.get("content") for meta in page.all("meta")}
    links = {link.attrs["rel"]: link.attrs["href"] for link in page.all("link")}
    assert metas["robots"] == "noindex"
    assert links["canonical"] == "http://testserver/compare/actors-vs-registered-nurses/"


def test_another_spelling_leads_to_the_address_of_the_frame(client):
    response = client.get("/compare/Actors-vs-registered-nurses-vs-actors/embed/?place=texas")
    assert response.url == EMBED + "?place=texas"


@pytest.mark.parametrize("address", [EMBED, "/compare/actors-vs-registered-nurses.json"])
def test_a_place_that_may_mean_several_is_no_frame_and_no_data_but_a_choice(client, address):
    response = client.get(address + "?place=san")
    assert response.status_code == 404
    offered = [link.attrs["href"] for link in parse(response).one("main").all("a")]
    assert any(url.startswith(address + "?place=san-") for url in offered)


def test_a_quotation_mark_in_a_title_stays_within_the_code_of_the_frame(client):
    Occupation.objects.filter(slug="actors").update(title='Actors ("stars")', plural_title='Actors ("stars")')
    page = parse(client.get("/compare/actors-vs-registered-nurses/?place=texas&prices=adjusted"))
    frame = parse(page.one("textarea").text).one("iframe")
    assert frame.attrs["title"] == 'Actors ("stars") vs Registered Nurses'
    assert frame.attrs["src"].endswith("/embed/?place=texas&prices=adjusted")


@pytest.mark.parametrize("address", [EMBED, FIVE + "embed/"])
def test_it_is_small_and_whole(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(20):
        response = client.get(address)
    page = parse(response)
    fetched = [link.attrs["href"] for link in page.all("link") if link.attrs["rel"] != "canonical"]
    files = [flatten(url.removeprefix("/static/"), source).encode() for url in fetched]
    assert sum(len(gzip.compress(content)) for content in [response.content, *files]) < 20_000
    assert not page.all("script")


def test_the_comparison_hands_out_the_code_of_the_frame(client):
    page = parse(client.get("/compare/actors-vs-registered-nurses/?place=texas&rows=different"))
    frame = parse(page.one("textarea").text).one("iframe")
    assert frame.attrs["src"] == f"http://testserver{EMBED}?place=texas"
    assert frame.attrs["title"] == "Actors vs Registered Nurses"
    assert client.get(frame.attrs["src"]).status_code == 200
