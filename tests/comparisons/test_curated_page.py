"""The page of a comparison that editors wrote about has their words, marked as theirs."""

import pytest

from tests.comparisons.curating import DRAFT, comparison_of
from tests.site.html import parse

pytestmark = pytest.mark.django_db

ORDERS = ("dancers-vs-actors", "actors-vs-dancers")


def main_of(client, pair):
    return parse(client.get(f"/compare/{pair}/")).one("main")


def words(main) -> list[str]:
    return [box.text for box in main.all("div", css="editors")]


@pytest.mark.parametrize("pair", ORDERS)
def test_any_order_of_the_address_has_the_words_and_names_the_editors_order(client, pair):
    comparison_of("dancers", "actors", introduction="One.\n\nTwo.", verdict="Dance, then.")
    page = parse(client.get(f"/compare/{pair}/"))
    assert words(page.one("main")) == ["From the editors One. Two.", "From the editors Dance, then."]
    (canonical,) = [link for link in page.all("link") if link.attrs["rel"] == "canonical"]
    assert canonical.attrs["href"].endswith("/compare/dancers-vs-actors/")


def test_the_introduction_follows_the_opening_and_the_verdict_the_last_table(client):
    comparison_of("dancers", "actors", introduction="IN THE BEGINNING", verdict="IN THE END")
    main = main_of(client, ORDERS[0])
    opening = main.one("p", css="lede").text
    tables = main.all("table", css="compare-table")
    first, last = (table.one("caption").text for table in (tables[0], tables[-1]))
    places = [main.text.index(text) for text in (opening, "IN THE BEGINNING", first, last, "IN THE END")]
    assert places == sorted(places)


def test_a_set_with_one_more_or_one_less_and_a_draft_have_no_words(client):
    comparison_of("dancers", "actors")
    comparison_of("dancers", "choreographers", status=DRAFT)
    for pair in ("dancers-vs-actors-vs-choreographers", "dancers-vs-choreographers"):
        assert words(main_of(client, pair)) == []


def test_without_a_verdict_there_is_no_heading_for_one(client):
    comparison_of("dancers", "actors", verdict="")
    main = main_of(client, ORDERS[0])
    assert len(words(main)) == 1
    assert "verdict" not in main.text.lower()


def test_what_editors_type_is_text(client):
    comparison_of("dancers", "actors", title="<i>T</i>", introduction="<script>x</script> & more. Yes.")
    assert "<script>x</script> & more" in words(main_of(client, ORDERS[0]))[0]
    picker = parse(client.get("/compare/")).one("main")
    assert picker.links["<i>T</i>"] == "/compare/dancers-vs-actors/"
    assert "<script>x</script> & more." in picker.text


def test_words_on_the_nation_stand_neither_on_the_page_of_a_place_nor_in_its_twin(client):
    comparison_of("dancers", "actors", introduction="Nationwide.")
    assert client.get("/compare/dancers-vs-actors.json").json()["editors"]["introduction"] == "Nationwide."
    assert client.get("/compare/dancers-vs-actors.json?place=texas").json()["editors"] is None
    page = parse(client.get("/compare/dancers-vs-actors/?place=texas"))
    assert page.all("div", css="editors") == []
