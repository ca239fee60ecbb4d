"""The pages of places: what stands where, in which prices, and where they lead."""

import csv
import io
import random

import pytest

from careers.models import Area
from tests.careers.selectors.price_levels import forget_price_levels, set_price_level
from tests.site.html import blemishes, parse, rows, visible_pieces

pytestmark = pytest.mark.django_db

ABILENE = "/places/abilene-tx/"
LIST_QUERIES = 10


@pytest.fixture(autouse=True)
def _price_levels():
    forget_price_levels()
    set_price_level("abilene-tx", "89.85")
    set_price_level("texas", "97.5")


def tables(page) -> dict:
    """The tables by the id of the heading before each."""
    found, heading = {}, ""
    for element in page.one("main").walk():
        if element.tag == "h2":
            heading = element.attrs.get("id", "")
        if element.tag == "table":
            found[heading] = element
    return found


def heads(table) -> list[str]:
    return [header.text for header in table.one("thead").all("th")]


def test_a_place_shows_what_pays_best_beside_the_nations_pay(client):
    table = tables(parse(client.get(ABILENE)))["best-paid"]
    assert heads(table) == ["Occupation", "Mean pay", "Pay nationwide", "People employed"]
    first, *_ = rows(table)
    assert first[0].links == {"Dentists, General": "/careers/dentists-general/"}
    assert first[1].text == "$163,850"
    (leads_to,) = first[2].links.values()
    assert leads_to == "/careers/dentists-general/pay/"


def test_the_nation_has_no_nationwide_pay_to_stand_beside(client):
    page = parse(client.get("/places/united-states/"))
    assert heads(tables(page)["best-paid"]) == ["Occupation", "Mean pay", "People employed"]
    assert "every quotient of the nation is 1" in page.one("main").text


def test_the_floor_stands_under_each_ranking(client):
    hints = " ".join(hint.text for hint in parse(client.get(ABILENE)).one("main").all("p", css="hint"))
    assert "relative standard error of pay of at most 15%" in hints
    assert "relative standard error of their number of at most 30%" in hints


def test_a_link_switches_to_national_prices_and_back(client):
    page = parse(client.get(ABILENE))
    assert page.one("main").links["Show pay in national prices"] == f"{ABILENE}?prices=adjusted#best-paid"
    adjusted = parse(client.get(f"{ABILENE}?prices=adjusted"))
    assert adjusted.one("main").links["Show pay as paid"] == f"{ABILENE}#best-paid"


def test_national_prices_stand_beside_pay_as_paid_in_the_same_order(client):
    plain = tables(parse(client.get(ABILENE)))["best-paid"]
    page = parse(client.get(f"{ABILENE}?prices=adjusted"))
    table = tables(page)["best-paid"]
    assert heads(table)[1:4] == ["Mean pay", "In national prices", "Pay nationwide"]
    assert [row[0].text for row in rows(table)] == [row[0].text for row in rows(plain)]
    assert rows(table)[0][2].text == f"${163_850 / 0.8985:,.0f}"
    said = page.one("main").text
    assert "their order stays the same" in said
    assert "Prices, 2023" in page.all("section", css="table-notes")[0].text


def test_prices_of_the_state_are_said_to_be_the_states(client):
    page = parse(client.get("/places/amarillo-tx/?prices=adjusted"))
    assert "That of Texas: none is published for this place." in page.one("main").text


def test_where_prices_are_not_known_the_switch_says_why(client):
    page = parse(client.get("/places/guam/?prices=adjusted"))
    assert "Show pay" not in page.one("main").text
    assert "price level of this place" in page.one("p", css="notice").text


def test_pay_above_what_is_printed_is_counted_and_listed(client):
    main = parse(client.get("/places/portland-vancouver-hillsboro-or-wa/")).one("main")
    assert "10 occupations cannot be ranked: they pay at least $239,200 a year" in main.text


def test_what_is_unusually_common_stands_with_its_error(client):
    table = tables(parse(client.get(ABILENE)))["unusual"]
    assert heads(table) == [
        "Occupation", "Location quotient", "Jobs per 1,000", "People employed", "Error of their number",
    ]  # fmt: skip
    assert [cell.text for cell in rows(table)[0]] == [
        "Rotary Drill Operators, Oil and Gas", "7.55", "0.611", "50", "12.3%",
    ]  # fmt: skip


def test_a_place_leads_up_and_down(client):
    links = parse(client.get(ABILENE)).one("main").links
    assert links["Texas"] == "/places/texas/"
    assert links["Amarillo, TX"] == "/places/amarillo-tx/"
    assert parse(client.get("/places/texas/")).one("main").links["Abilene, TX"] == ABILENE
    assert parse(client.get("/places/united-states/")).one("main").links["Texas"] == "/places/texas/"


def test_every_page_leads_to_places_and_industries(client):
    footer = parse(client.get("/")).one("footer").links
    assert (footer["Places"], footer["Industries"]) == ("/places/", "/industries/")


def test_careers_lead_to_the_places_and_industries_that_pay_best(client):
    for address in ("/careers/registered-nurses/", "/careers/registered-nurses/pay/"):
        assert parse(client.get(address)).one("main").links["California"] == "/places/california/"
    links = parse(client.get("/careers/registered-nurses/")).one("main").links.values()
    assert any(link.startswith("/industries/") for link in links)


def test_the_list_of_places_leads_to_every_one_of_them(client):
    links = set(parse(client.get("/places/")).one("main").links.values())
    assert {f"/places/{slug}/" for slug in Area.objects.values_list("slug", flat=True)} <= links


def test_the_twin_of_the_list_has_every_place_with_its_figures(client):
    found = client.get("/places.json").json()
    assert found["count"] == len(found["places"]) == Area.objects.count()
    lines = list(csv.DictReader(io.StringIO(client.get("/places.csv").content.decode())))
    assert len(lines) == 3 * found["count"]
    assert all(line["value"] or line["missing_reason"] for line in lines)


def test_the_twins_of_a_place_hold_what_its_page_shows(client):
    found = client.get("/places/abilene-tx.json").json()
    table = tables(parse(client.get(f"{ABILENE}?prices=adjusted")))["best-paid"]
    assert [item["title"] for item in found["best_paid"]] == [row[0].text for row in rows(table)]
    figures = {figure["figure"]: figure for figure in found["best_paid"][0]["figures"]}
    assert figures["annual_mean"]["text"] == "$163,850"
    assert figures["adjusted_pay"]["note"].startswith("Computed: $163,850 ÷ 89.85 × 100")
    errors = [figures[key]["relative_standard_error_percent"] for key in ("annual_mean", "adjusted_pay")]
    assert errors[0] == errors[1] is not None
    assert found["best_paid"][0]["nation"]["area"] == "United States"
    lines = list(csv.DictReader(io.StringIO(client.get("/places/abilene-tx.csv").content.decode())))
    assert {line["list"] for line in lines} == {"all occupations", "best paid", "unusually common"}
    assert {line["where"] for line in lines if line["list"] == "best paid"} == {"here", "nation"}
    assert all(line["value"] or line["missing_reason"] for line in lines)


def test_an_unknown_place_is_met_with_near_names(client):
    response = client.get("/places/abilen-tx/")
    assert response.status_code == 404
    links = parse(response).one("main").links
    assert links["Abilene, TX"] == ABILENE
    assert links["All places"] == "/places/"
    assert "no place of that name" in parse(response).one("p", css="lede").text


@pytest.mark.parametrize("twin", ["pdf", "JSON", "csv.gz", "j"])
def test_a_twin_that_is_none_is_not_found(client, twin):
    assert client.get(f"/places/abilene-tx.{twin}").status_code == 404
    assert client.get(f"/places.{twin}").status_code == 404


@pytest.mark.parametrize("text", ["", "ADJUSTED", "\x00", "adjusted&prices=x", "'", "9" * 5000, "\U0001f469"])
def test_an_absurd_query_gets_the_usual_page(client, text):
    for address in (ABILENE, "/places/guam/", "/places/united-states/"):
        assert "Show pay as paid" not in client.get(address, {"prices": text}).content.decode()
    for address in ("/places/", "/places.json", "/industries/"):
        assert client.get(address, {"sort": text}).status_code == 200


def test_any_place_renders_whole_in_few_queries(client, django_assert_max_num_queries):
    slugs = list(Area.objects.order_by("slug").values_list("slug", flat=True))
    for slug in random.Random(21).sample(slugs, 40):
        for query in ("", "?prices=adjusted"):
            with django_assert_max_num_queries(LIST_QUERIES):
                response = client.get(f"/places/{slug}/{query}")
            assert response.status_code == 200
            assert [piece for piece in visible_pieces(response.content.decode()) if blemishes(piece)] == []


def test_a_place_without_any_figure_reads_well(client):
    Area.objects.create(code="9999999", kind="metro", name="Nowhere, TX", slug="nowhere-tx",
                        state=Area.objects.get(slug="texas"))  # fmt: skip
    main = parse(client.get("/places/nowhere-tx/")).one("main")
    assert main.one("p", css="lede").text.startswith("No source loaded here says how many people work")
    assert not main.all("table")
    assert "No occupation here can be ranked by pay." in main.text
    assert client.get("/places/nowhere-tx.json").status_code == 200


def test_places_are_found_by_words_of_their_name_and_by_kind(client):
    page = parse(client.get("/places/?q=portland&kind=metro"))
    assert page.one("h1").text == "Places named “portland” of the kind “metropolitan area”"
    links = [url for url in page.one("main").links.values() if url.startswith("/places/portland-")]
    assert sorted(links) == [
        "/places/portland-south-portland-me/",
        "/places/portland-vancouver-hillsboro-or-wa/",
    ]
    assert not any(url == "/places/texas/" for url in page.one("main").links.values())
    twin = page.one("main").links["JSON"]
    assert {row["slug"] for row in client.get(twin).json()["places"]} == {
        "portland-south-portland-me", "portland-vancouver-hillsboro-or-wa",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query", ["q=xqzvw", "q=%00", "kind=planet", "q=" + "x" * 5_000, "q='%22--&kind=state"]
)
def test_whatever_is_typed_finds_places_or_says_that_none_fits(client, query):
    response = client.get(f"/places/?{query}")
    assert response.status_code == 200
    main = parse(response).one("main")
    assert "No place fits" in main.text or main.all("table")
    assert "/places/" in main.links.values() or query == "q=%00"


def test_what_is_no_kind_of_place_is_said_at_its_field(client):
    said = client.get("/places/?kind=planet").content.decode()
    assert "There is no such kind of place. Choose one from the list." in said
    assert client.get("/places.json?kind=planet").status_code == 400


def test_sorting_keeps_the_filter(client):
    head = parse(client.get("/places/?kind=state")).all("table")[0].one("thead")
    assert all("kind=state" in url for url in head.links.values())
