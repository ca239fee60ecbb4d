"""One career in several places: what depends on the place, side by side."""

import csv
import io

import pytest

from careers.models import Area
from tests.oracles import in_a_place, order_of_several, pay_ahead
from tests.site.html import blemishes, parse, visible_pieces
from tests.site.reading import page_at, response_at

pytestmark = pytest.mark.django_db

TWO = "/compare/registered-nurses/in/texas-vs-california/"
FIVE = (
    "/compare/registered-nurses/in/"
    "texas-vs-california-vs-united-states-vs-abilene-tx-vs-dallas-fort-worth-arlington-tx/"
)


def told(address):
    return response_at(f"{address.rstrip('/')}.json").json()


def row_of(payload, key):
    (row,) = [
        row for section in payload["sections"] for row in section["rows"] if row["cells"][0]["figure"] == key
    ]
    return row


@pytest.mark.parametrize("address", [TWO, FIVE])
def test_each_place_has_a_column_with_its_own_figures(address):
    payload = told(address)
    slugs = address.rstrip("/").rpartition("/in/")[2].split("-vs-")
    assert [place["slug"] for place in payload["places"]] == slugs
    for key in in_a_place.COLUMNS:
        for cell, slug in zip(row_of(payload, key)["cells"], slugs, strict=True):
            area = Area.objects.select_related("state").get(slug=slug)
            expected = in_a_place.figure("registered-nurses", area, key)
            assert (cell["value"], cell["area"]) == (expected["value"], expected["area"])
    heads = page_at(address).all("table", css="compare-table")[0].one("thead").links
    assert list(heads.values()) == [f"/places/{slug}/" for slug in slugs]


def test_who_pays_most_is_told_beyond_the_sampling_error():
    (texas, california) = row_of(told(TWO), "annual_mean")["cells"]
    facts = [
        {
            "mean": cell["value"],
            "rse": str(cell["relative_standard_error_percent"]),
            "at_least": False,
            "series": "",
        }
        for cell in (texas, california)
    ]
    assert pay_ahead.ahead(*facts) == "second"
    difference = f"${california['value'] - texas['value']:,}"
    assert row_of(told(TWO), "annual_mean")["verdict"] == f"California: {difference} more."
    five = row_of(told(FIVE), "annual_mean")
    facts = [
        {
            "mean": cell["value"],
            "rse": str(cell["relative_standard_error_percent"]),
            "at_least": False,
            "series": "",
        }
        for cell in five["cells"]
    ]
    leader = told(FIVE)["places"][order_of_several.leader(facts)]["name"]
    assert five["verdict"].startswith(f"{leader}: ")


def test_nothing_that_is_the_same_everywhere_stands_in_the_table():
    keys = {row["cells"][0]["figure"] for section in told(FIVE)["sections"] for row in section["rows"]}
    assert not keys & {"growth", "entry_education", "gender", "age", "top_skills"}
    assert "price_parity" in keys


def test_in_national_prices_the_nation_is_the_measure(client):
    payload = client.get(f"{FIVE.rstrip('/')}.json?prices=adjusted").json()
    pay, worth = (row_of(payload, key)["cells"] for key in ("annual_mean", "adjusted_pay"))
    assert worth[2]["value"] == pay[2]["value"]
    assert worth[1]["value"] < pay[1]["value"]  # California is dear
    assert worth[0]["value"] > pay[0]["value"]  # Texas is not


def test_the_page_renders_without_a_blemish():
    for address in (TWO, FIVE, f"{FIVE}?prices=adjusted&pin=texas", "/compare/actors/in/guam-vs-wyoming/"):
        pieces = visible_pieces(response_at(address).content.decode())
        assert [piece for piece in pieces if blemishes(piece)] == []


def test_places_are_added_removed_reordered_and_pinned_without_a_script(client):
    page = page_at(TWO)
    steps = page.one("ul", css="compare-steps").links
    assert steps["Move first: California"] == "/compare/registered-nurses/in/california-vs-texas/"
    assert steps["Pin: Texas"] == f"{TWO}?pin=texas"
    assert "Remove: Texas" not in steps
    added = client.get(TWO, {"add": "Denver", "prices": "adjusted"})
    assert added.url == (
        "/compare/registered-nurses/in/texas-vs-california-vs-denver-aurora-centennial-co/?prices=adjusted"
    )
    several = parse(client.get(TWO, {"add": "Portland"}))
    assert len(several.one("div", css="notice").links) == 2


def test_the_canonical_address_folds_the_orders_of_the_places():
    (link,) = [link for link in page_at(TWO).all("link") if link.attrs["rel"] == "canonical"]
    assert link.attrs["href"].endswith("/compare/registered-nurses/in/california-vs-texas/")


@pytest.mark.parametrize(
    ("address", "goal"),
    [
        ("/compare/Registered-Nurses/in/Texas-vs-California/", TWO),
        ("/compare/registered-nurses/in/texas-vs-texas-vs-california/", TWO),
        ("/compare/registered-nurses/in/texas/", "/careers/registered-nurses/pay/"),
        ("/compare/registered-nurses/in/texas.json", "/careers/registered-nurses/pay.json"),
        ("/compare/registered-nurses/in/-vs-/", "/careers/registered-nurses/pay/"),
    ],
)
def test_odd_forms_lead_to_the_page_that_is_meant(client, address, goal):
    assert client.get(address).url == goal


@pytest.mark.parametrize(
    ("address", "offered"),
    [
        ("/compare/registered-nurses/in/texas-vs-califrnia/", TWO),
        ("/compare/registered-nurses/in/xqz-vs-califrnia/", None),
        ("/compare/regstered-nurses/in/texas-vs-california/", "/careers/registered-nurses/"),
        ("/compare/actors-vs-dancers/in/texas-vs-california/", "/compare/actors-vs-dancers/"),
        ("/compare/registered-nurses/in/utah-vs-ohio-vs-iowa-vs-maine-vs-texas-vs-idaho/", None),
        (f"/compare/registered-nurses/in/{'-vs-'.join(['x' * 50] * 200)}/", None),
        (f"/compare/{'y' * 10_000}/in/utah-vs-ohio/", None),
    ],
)
def test_what_is_not_there_is_not_found_and_the_nearest_are_offered(client, address, offered):
    response = client.get(address)
    assert response.status_code == 404
    links = parse(response).one("main").links.values()
    assert offered is None or offered in links
    assert all(client.get(url).status_code == 200 for url in links)


def test_a_csv_line_names_career_and_place():
    lines = list(csv.DictReader(io.StringIO(response_at(f"{TWO.rstrip('/')}.csv").content.decode())))
    assert {(line["career"], line["place"]) for line in lines} == {
        ("Registered Nurses", "Texas"), ("Registered Nurses", "California"),
    }  # fmt: skip
    assert all(line["value"] or line["missing_reason"] for line in lines)


def test_five_queries_serve_five_places(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):  # the fifth asks for answers to what readers reported here
        client.get(f"{FIVE}?prices=adjusted")


def test_the_picker_finds_career_and_places_by_what_is_typed(client):
    asked = {"career": "registered nurses", "here": "texas", "there": "california"}
    assert client.get("/compare/", asked).url == TWO


def test_an_unclear_place_is_asked_about_and_the_rest_is_kept(client):
    page = parse(
        client.get("/compare/", {"career": "registered-nurses", "here": "Portland", "there": "texas"})
    )
    links = {text: url for text, url in page.one("main").links.items() if text.startswith("Portland")}
    assert len(links) == 2
    for url in links.values():
        assert client.get(url).url.startswith("/compare/registered-nurses/in/portland-")
    unknown = parse(
        client.get("/compare/", {"career": "registered-nurses", "here": "xqzvw", "there": "texas"})
    )
    assert "No place has a name like that." in unknown.one("main").text


def test_one_place_twice_is_said_to_be_so(client):
    page = parse(client.get("/compare/", {"career": "registered-nurses", "here": "texas", "there": "Texas"}))
    assert "Both are the same place." in page.one("p", css="notice").text


def test_the_page_of_pay_by_place_leads_to_the_picker(client):
    url = page_at("/careers/registered-nurses/pay/").one("main").links["Put two places side by side"]
    form = parse(client.get(url)).all("form", css="compare-form")[1]
    values = {item.attrs["name"]: item.attrs.get("value", "") for item in form.all("input")}
    assert values == {"career": "Registered Nurses", "here": "", "there": ""}
