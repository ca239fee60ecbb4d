"""The pages of industries: what pays best in them and what is unusually common."""

import csv
import io

import pytest

from careers.models import Industry
from tests.site.html import blemishes, parse, rows, visible_pieces

pytestmark = pytest.mark.django_db

UTILITIES = "/industries/utilities/"
LIST_QUERIES = 10


def table(page, number: int):
    return page.one("main").all("table")[number]


def heads(found) -> list[str]:
    return [header.text for header in found.one("thead").all("th")]


def test_an_industry_shows_what_pays_best_beside_all_industries(client):
    page = parse(client.get(UTILITIES))
    assert heads(table(page, 0)) == ["Occupation", "Mean pay", "In all industries", "People employed"]
    first, *_ = rows(table(page, 0))
    assert all(url.startswith("/careers/") for url in first[0].links.values())
    assert all(url.endswith("/pay/") for url in first[2].links.values())


def test_quotients_are_marked_as_computed_with_their_formula(client):
    page = parse(client.get(UTILITIES))
    assert heads(table(page, 1)) == [
        "Occupation", "Industry quotient", "People employed", "Error of their number",
    ]  # fmt: skip
    assert "Computed here: (the occupation’s employment in the industry ÷" in page.one("main").text
    assert "at least 50 people employed" in page.one("main").text


def test_all_industries_have_no_quotient_and_say_why(client):
    page = parse(client.get(f"/industries/{Industry.objects.get(code=Industry.ALL_CODE).slug}/"))
    assert page.one("h1").text == "All industries: pay and jobs"
    assert heads(table(page, 0)) == ["Occupation", "Mean pay", "People employed"]
    assert "every quotient of theirs is 1" in page.one("main").text


def test_the_list_leads_to_every_sector_and_sorts(client):
    page = parse(client.get("/industries/"))
    links = set(page.one("main").links.values())
    assert {f"/industries/{sector.slug}/" for sector in Industry.objects.sectors()} <= links
    paid = parse(client.get("/industries/?sort=-pay"))
    amounts = [int(row[1].text.strip("$").replace(",", "")) for row in rows(table(paid, 0))]
    assert amounts == sorted(amounts, reverse=True)


def test_the_twins_hold_what_the_pages_show(client):
    found = client.get("/industries.json").json()
    assert found["count"] == Industry.objects.filter(level__lte=2).count()
    one = client.get("/industries/utilities.json").json()
    page = parse(client.get(UTILITIES))
    assert [item["title"] for item in one["best_paid"]] == [row[0].text for row in rows(table(page, 0))]
    assert [item["figures"][0]["text"] for item in one["unusually_common"]] == [
        row[1].text for row in rows(table(page, 1))
    ]
    for address in ("/industries.csv", "/industries/utilities.csv"):
        lines = list(csv.DictReader(io.StringIO(client.get(address).content.decode())))
        assert lines
        assert all(line["value"] or line["missing_reason"] for line in lines)


def test_an_unknown_industry_is_met_with_near_names(client):
    response = client.get("/industries/utilites/")
    assert response.status_code == 404
    links = parse(response).one("main").links
    assert links["Utilities"] == UTILITIES
    assert links["All industries"] == "/industries/"


def test_every_industry_renders_whole_in_few_queries(client, django_assert_max_num_queries):
    for slug in Industry.objects.values_list("slug", flat=True):
        with django_assert_max_num_queries(LIST_QUERIES):
            response = client.get(f"/industries/{slug}/")
        assert response.status_code == 200
        assert [piece for piece in visible_pieces(response.content.decode()) if blemishes(piece)] == []
