"""A comparison in a place, at its prices, against a pinned career, without its equal rows."""

import csv
import io
from urllib.parse import quote

import pytest

from careers.models import Area
from tests.site.html import parse, rows
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

PAIR = "/compare/registered-nurses-vs-accountants-and-auditors/"
TEXAS = f"{PAIR}?place=texas"
LOCAL = {"annual_mean", "hourly_mean", "annual_median", "pay_range", "employment", "location_quotient"}


def told(address):
    return response_at(address.replace("/?", ".json?")).json()


def cells(payload):
    return [cell for section in payload["sections"] for row in section["rows"] for cell in row["cells"]]


def test_every_figure_that_depends_on_the_place_is_of_the_place_and_no_other_is():
    areas = {cell["figure"]: cell["area"] for cell in cells(told(TEXAS)) if cell["area"]}
    assert {key for key, area in areas.items() if area == "Texas"} == LOCAL
    assert {area for key, area in areas.items() if key not in LOCAL} == {"United States"}


def test_the_page_says_in_its_heading_and_beneath_it_what_is_of_the_place():
    page = page_at(TEXAS)
    assert page.one("h1").text.endswith("in Texas")
    assert "Pay and jobs are those of Texas" in page.one("main").text
    assert "in Texas" in page.one("title").text


@pytest.mark.parametrize("typed", ["Texas", "TEXAS", "texas ", "Dallas", "dallas fort worth"])
def test_a_typed_place_leads_to_its_address(client, typed):
    response = client.get(PAIR, {"place": typed, "rows": "different"})
    assert response.status_code == 302
    place = "texas" if typed.strip().lower() == "texas" else "dallas-fort-worth-arlington-tx"
    assert response.url == f"{PAIR}?place={place}&rows=different"


def test_a_career_typed_with_a_place_is_added_there(client):
    response = client.get(PAIR, {"place": "Texas", "add": "dancers"}, follow=True)
    assert response.redirect_chain[-1][0] == (
        "/compare/registered-nurses-vs-accountants-and-auditors-vs-dancers/?place=texas"
    )


@pytest.mark.parametrize("typed", ["united-states", "United States"])
def test_the_nation_needs_no_mention(client, typed):
    assert client.get(PAIR, {"place": typed}).url == PAIR


def test_a_name_that_several_places_share_is_asked_about_and_the_page_stays_nationwide(client):
    page = parse(client.get(PAIR, {"place": "Portland"}))
    links = page.one("div", css="notice").links
    assert set(links) == {"Portland-Vancouver-Hillsboro, OR-WA", "Portland-South Portland, ME"}
    assert all(client.get(url).status_code == 200 for url in links.values())
    assert not page.one("h1").text.endswith("in Portland")


@pytest.mark.parametrize("twin", ["/", ".json", ".csv"])
@pytest.mark.parametrize("typed", ["Texs", "nowhere-at-all", "x" * 5_000, "\0", "' OR 1=1 --", "💥", "%00"])
def test_an_unknown_place_is_not_found_and_the_nearest_are_offered(client, twin, typed):
    response = client.get(PAIR.rstrip("/") + twin, {"place": typed})
    if typed == "\0":
        assert response.status_code == 200  # nothing is left of it
        return
    assert response.status_code == 404
    for url in parse(response).one("main").links.values():
        assert client.get(url).status_code == 200
    if typed == "Texs" and twin == "/":
        assert f"{PAIR}?place=texas" in parse(response).one("main").links.values()


def test_prices_of_the_place_add_what_the_pay_is_worth_at_the_nations():
    without, adjusted = told(TEXAS), told(f"{TEXAS}&prices=adjusted")
    assert not [cell for cell in cells(without) if cell["figure"] == "adjusted_pay"]
    worth = [cell for cell in cells(adjusted) if cell["figure"] == "adjusted_pay"]
    assert len(worth) == 2
    assert all("÷" in cell["note"] and "BEA" in cell["note"] for cell in worth)
    assert all(cell["unit"] == "US dollars a year, in national prices" for cell in worth)


def test_nationwide_there_are_no_other_prices():
    assert told(f"{PAIR}?prices=adjusted") == response_at(f"{PAIR.rstrip('/')}.json").json()


def test_the_pinned_career_stands_first_and_the_other_says_how_far_it_is_from_it():
    page = page_at(f"{PAIR}?pin=accountants-and-auditors")
    table = page.all("table", css="compare-table")[0]
    assert list(table.one("thead").links.values()) == [
        "/careers/accountants-and-auditors/", "/careers/registered-nurses/",
    ]  # fmt: skip
    assert "Pinned" in table.one("thead").all("th")[1].text
    said = [item.text for item in table.all("p", css="compare-difference")]
    assert any(text.endswith("more") for text in said)
    for row in table.one("tbody").all("tr"):
        assert not row.all("td")[0].all("p", css="compare-difference")
    assert page.one("h1").text == page_at(PAIR).one("h1").text


def test_the_twins_know_no_pin_and_hide_no_row():
    plain = response_at(f"{PAIR.rstrip('/')}.json").content
    assert (
        response_at(f"{PAIR.rstrip('/')}.json?pin=accountants-and-auditors&rows=different").content == plain
    )


def test_equal_rows_are_hidden_and_counted_and_come_back():
    whole, few = page_at(PAIR), page_at(f"{PAIR}?rows=different")
    labels = [cells[0].text for table in whole.all("table", css="compare-table") for cells in rows(table)]
    left = [cells[0].text for table in few.all("table", css="compare-table") for cells in rows(table)]
    hidden = len(labels) - len(left)
    assert hidden > 0
    assert f"{hidden} rows in which all say the same are hidden." in few.one("main").text
    assert few.one("main").links["Show them"] == PAIR
    assert not any(label.startswith("Training on the job") for label in left)


def test_every_control_keeps_what_else_is_asked_for(client):
    asked = f"{TEXAS}&prices=adjusted&pin=accountants-and-auditors&rows=different"
    controls = page_at(asked).one("div", css="compare-controls")
    kept = {"place": "texas", "prices": "adjusted", "pin": "accountants-and-auditors", "rows": "different"}
    change, place = controls.one("form", css="compare-form"), controls.one("form", css="compare-place")
    hidden = {
        item.attrs["name"]: item.attrs["value"]
        for item in change.all("input")
        if item.attrs.get("type") == "hidden"
    }
    assert hidden == kept
    names = {item.attrs["name"] for item in place.all("input")}
    assert names == set(kept)
    for text, url in controls.links.items():
        missing = [f"{name}={value}" for name, value in kept.items() if f"{name}={value}" not in url]
        assert len(missing) <= 2, text
        assert client.get(url).status_code == 200
    (added,) = [client.get(change.attrs["action"], {**kept, "add": "Dancers"})]
    assert added.url == (
        "/compare/registered-nurses-vs-accountants-and-auditors-vs-dancers/"
        "?place=texas&prices=adjusted&pin=accountants-and-auditors&rows=different"
    )


def test_removing_the_pinned_career_takes_the_pin_along(client):
    three = "/compare/registered-nurses-vs-dancers-vs-lawyers/?pin=lawyers&place=texas"
    steps = page_at(three).one("ul", css="compare-steps").links
    assert steps["Remove: Lawyers"] == "/compare/registered-nurses-vs-dancers/?place=texas"


@pytest.mark.parametrize(
    "query", ["pin=dancers", "pin=", "rows=all", "prices=local", "pin=%00", "rows=%F0%9F%92%A5"]
)
def test_what_is_no_option_of_the_comparison_changes_nothing(query):
    shown = page_at(f"{PAIR}?{query}")
    assert [table.text for table in shown.all("table")] == [
        table.text for table in page_at(PAIR).all("table")
    ]


def test_every_way_of_showing_it_has_the_canonical_address_of_the_pair():
    for query in ("", "?place=texas", "?pin=registered-nurses&rows=different"):
        (link,) = [link for link in page_at(PAIR + query).all("link") if link.attrs["rel"] == "canonical"]
        assert link.attrs["href"].endswith("/compare/accountants-and-auditors-vs-registered-nurses/")


def test_the_twins_on_a_page_are_those_of_its_place_and_prices(client):
    links = page_at(f"{TEXAS}&prices=adjusted&pin=registered-nurses").one("main").links
    assert links["CSV"] == f"{PAIR.rstrip('/')}.csv?place=texas&prices=adjusted"
    lines = list(csv.DictReader(io.StringIO(client.get(links["CSV"]).content.decode())))
    assert {line["area"] for line in lines if line["figure"] == "annual_mean"} == {"Texas"}


def test_another_order_of_the_address_keeps_the_query(client):
    response = client.get(f"/compare/Registered-Nurses-vs-dancers/?place={quote('texas')}&pin=dancers")
    assert response.url == "/compare/registered-nurses-vs-dancers/?place=texas&pin=dancers"


def test_figures_of_every_kind_of_place_can_be_asked_for(client):
    for kind in Area.Kind.values:
        area = Area.objects.filter(kind=kind).first()
        response = client.get(PAIR, {"place": area.slug}, follow=True)
        assert response.status_code == 200
