"""The page of the best companies: what it asks, what it says of itself, and its twins."""

import csv
import io

import pytest

from careers.models import EmployerPay
from careers.views import best_companies
from tests.careers import filers
from tests.site.html import parse

pytestmark = pytest.mark.django_db

ADDRESS = "/companies/best/"


def main_of(client, query=""):
    return parse(client.get(ADDRESS + query)).one("main")


@pytest.fixture
def made():
    filers.many()


def test_each_row_shows_every_input_raw_and_in_points_under_its_weight(client, made):
    main = main_of(client, "?pay=40&occupation=electricians")
    heads = [head.text for head in main.one("table").all("th") if head.attrs.get("scope") == "col"]
    assert [head.split()[-1] for head in heads[3:]] == ["40", "15", "10", "15"]
    row = main.one("tbody").all("tr")[0]
    assert len(row.all("td")) == 6
    assert all("points" in cell.text or "not counted" in cell.text for cell in row.all("td")[2:])


def test_the_heading_says_what_is_asked_and_chips_take_it_back(client, made):
    main = main_of(client, "?occupation=electricians&place=texas&editors=0")
    assert main.one("h1").text == (
        "Best companies for electricians in Texas by pay 60, breadth 15 and size 10"
    )
    assert [link.attrs["href"] for link in main.all("a") if link.attrs.get("class") == "chip"] == [
        f"{ADDRESS}?place=texas&editors=0",
        f"{ADDRESS}?occupation=electricians&editors=0",
        f"{ADDRESS}?occupation=electricians&place=texas",
    ]


def test_it_says_first_who_is_first_as_the_table_has_it(client, made):
    said = main_of(client, "?occupation=electricians").one("p", css="lede").text
    ranked = client.get("/companies/best.json?occupation=electricians").json()["companies"]
    assert all(one["name"] in said for one in ranked if one["rank"] == 1)
    assert ranked[0]["score"]["text"] in said
    assert not main_of(client, "?pay=101").all("p", css="lede")


def test_it_says_that_it_is_no_ranking_of_all_employers(client, made):
    assert "no ranking of all employers" in main_of(client).text
    assert "Filings, 2025" in main_of(client, "?occupation=electricians").text


def test_who_is_left_out_is_counted_and_named(client, made):
    main = main_of(client, "?occupation=electricians")
    told = [summary.text for summary in main.all("summary") if "compan" in summary.text]
    # Of those in other work nothing is said.
    assert any(text.endswith("fewer than 10 offers of the kind asked for.") for text in told)
    assert not any("offers in all." in text or "to go by" in text for text in told)
    twin = client.get("/companies/best.json?occupation=electricians").json()
    assert sum(each["count"] for each in twin["left_out"]) + twin["count"] >= 24
    assert all(len(each["companies"]) == each["count"] for each in twin["left_out"])
    assert any(each["why"] == "fewer than 10 offers of the kind asked for." for each in twin["left_out"])
    every = [summary.text for summary in main_of(client).all("summary")]
    assert any("fewer than 10 offers in all." in text for text in every)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("?pay=101", "Enter a whole number from 0 to 100."),
        ("?pay=0&breadth=0&size=0&editors=0", "All weights are 0"),
        ("?place=nowhere%00", "Choose a place from the list."),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_ranked(client, query, told):
    main = main_of(client, query)
    assert told in main.text
    assert not main.all("table")
    assert client.get("/companies/best.json" + query).status_code == 400


def test_an_address_from_the_form_is_shortened_to_what_it_asks(client, made):
    sent = "?occupation=&place=texas&pay=60&breadth=15&size=10&editors=15"
    assert client.get(ADDRESS + sent)["Location"] == f"{ADDRESS}?place=texas"


def test_the_spreadsheet_has_every_figure_with_its_weight_and_everyone_left_out(client, made):
    answer = client.get("/companies/best.csv?occupation=electricians")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    first = [row for row in rows if row["rank"] == "1"]
    assert [row["weight"] for row in first[:9]] == ["", "60", "60", "15", "15", "10", "10", "15", "15"]
    assert {row["figure"] for row in first} >= {"ranking_score", "pay_to_market", "ranking_points"}
    assert any(row["left_out_because"] == "too_few_in_all" for row in rows)


def test_the_twins_name_everyone_a_part_at_a_time(client, made, monkeypatch):
    address = "/companies/best.{}?occupation=electricians"
    whole, every = client.get(address.format("json")).json(), client.get(address.format("csv"))
    monkeypatch.setattr(best_companies, "IN_A_TWIN", 300)
    parts, following = [], address.format("json")
    while following:
        parts.append(client.get(following).json())
        following = parts[-1]["next"]
    assert len(parts) > 2
    assert {part["count"] for part in parts} == {whole["count"]}
    assert [one for part in parts for one in part["companies"]] == whole["companies"]
    for number, reason in enumerate(whole["left_out"]):
        named = [one for part in parts for one in part["left_out"][number]["companies"]]
        assert named == reason["companies"]
    lines, following = [], address.format("csv")
    while following:
        answer = client.get(following)
        lines += answer.content.decode().splitlines()[bool(lines) :]
        following = answer.headers.get("Link", "").partition(">")[0].removeprefix("<")
    assert lines == every.content.decode().splitlines()


def test_the_method_shows_the_sums_of_the_data_that_is_loaded(client, made):
    main = parse(client.get("/companies/best/method/")).one("main")
    assert len(main.all("table")) == 2
    assert "Weight: 60." in main.text
    assert "/companies/best/" in main.links.values()


def test_without_any_filing_both_pages_say_so(client):
    EmployerPay.objects.all().delete()
    assert "No visa filings are loaded" in main_of(client).text
    assert "No visa filings are loaded" in parse(client.get("/companies/best/method/")).one("main").text
