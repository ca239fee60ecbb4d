"""The directory of companies: what it finds, counts and says, held against a naive reading."""

import csv
import io
import random
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from tests.careers.companies import SECTORS, TODAY, make_companies
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

QUERIES = 10


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.fixture
def made():
    return make_companies()


def naive(made, asked: dict) -> set[str]:
    """The slugs that a query stands for, one company and one filter after another."""
    fitting = set()
    for one in made:
        text = [name.lower() for name in one.names]
        words = asked.get("q", "").lower().split()
        fits = [
            all(any(word in name for name in text) for word in words),
            asked.get("sector") in (None, one.sector.lower().replace(" ", "-")),
            asked.get("industry") in (None, one.industry),
            asked.get("size") in (None, one.size),
            asked.get("place") is None or asked["place"] in one.places,
            "pay" not in asked or one.offers is not None,
            "jobs" not in asked or one.jobs > 0,
        ]
        if all(fits):
            fitting.add(one.company.slug)
    return fitting


def found(client, asked: dict) -> dict:
    """The whole answer, of which the twin gives five hundred companies at a time."""
    answer = client.get(f"/companies.json?{urlencode(asked)}").json()
    following = answer["next"]
    while following:
        more = client.get(following).json()
        answer["companies"] += more["companies"]
        following = more["next"]
    return answer


def slugs(answer: dict) -> set[str]:
    return {company["slug"] for company in answer["companies"] if company["slug"].startswith("made-")}


def random_queries(made, number: int) -> list[dict]:
    chance = random.Random(11)
    choices = {
        "q": ["blue", "BLUE works", "former", "firm clinic", "made-7", "xyzzy"],
        "sector": [sector.lower().replace(" ", "-") for sector in SECTORS],
        "industry": sorted({one.industry for one in made if one.industry}),
        "size": sorted({one.size for one in made if one.size}),
        "place": sorted(set().union(*(one.places for one in made))),
        "pay": ["1"],
        "jobs": ["1"],
    }
    queries = [{name: value} for name, values in choices.items() for value in values]
    for _ in range(number):
        names = chance.sample(sorted(choices), chance.randint(2, 3))
        queries.append({name: chance.choice(choices[name]) for name in names})
    return queries


def test_filters_find_what_a_naive_reading_finds(client, made):
    for asked in random_queries(made, 20):
        answer = found(client, asked)
        assert slugs(answer) == naive(made, asked), asked
        assert answer["count"] == len(answer["companies"])


def test_the_number_beside_a_choice_is_what_it_leads_to(client, made):
    for asked in ({}, {"pay": "1"}, {"q": "blue", "place": "texas"}):
        lists = parse(client.get(f"/companies/?{urlencode(asked)}")).one("main").all("select")
        for name, options in ((each.attrs["name"], each.all("option")) for each in lists):
            for option in options:
                if name != "sort" and (value := option.attrs["value"]):
                    said = int(option.text.rpartition("(")[2].rstrip(")"))
                    assert said == found(client, {**asked, name: value})["count"], (asked, name, value)


def test_offers_and_jobs_are_counted_once_and_samples_and_closed_jobs_are_not(client, made):
    of = {company["slug"]: company["figures"] for company in found(client, {})["companies"]}
    for one in made:
        figures = {figure["figure"]: figure for figure in of[one.company.slug]}
        assert figures["visa_filing_offers"]["value"] == one.offers
        assert figures["open_jobs"]["value"] == one.jobs
        if one.offers is None:
            assert figures["visa_filing_offers"]["missing_reason"] == "not_collected"
        else:
            assert (figures["visa_filing_offers"]["source"], figures["visa_filing_offers"]["release"]) == (
                "Filings",
                "2026",
            )


def test_the_order_is_as_asked_with_unknown_numbers_last(client, made):
    offers = {one.company.slug: one.offers for one in made}
    for sort, sign in (("-offers", -1), ("offers", 1)):
        listed = [company["slug"] for company in found(client, {"sort": sort, "q": "0"})["companies"]]
        known = [sign * offers[slug] for slug in listed if offers[slug] is not None]
        assert known == sorted(known)
        assert all(offers[slug] is None for slug in listed[len(known) :])
    names = [company["name"] for company in found(client, {"sort": "-name"})["companies"]]
    assert names == sorted(names, key=str.lower, reverse=True)


def test_heading_and_chips_are_made_from_the_query(client, made):
    page = parse(client.get("/companies/?sector=energy&place=texas&jobs=1"))
    words = "in the GICS sector Energy, with headquarters in Texas, with open jobs"
    assert page.one("h1").text == f"Companies {words}"
    chips = page.one("ul", css="chips").links
    assert chips["Remove filter: with open jobs"] == "/companies/?sector=energy&place=texas"


def test_an_empty_result_leads_to_wider_searches_that_find_something(client, made):
    page = parse(client.get("/companies/?q=xyzzy&sector=energy"))
    assert "No company fits" in page.one("main").text
    links = page.one("div", css="empty-state").links
    (text,) = [text for text in links if text.startswith("Without")]
    number = found(client, {"sector": "energy"})["count"]
    assert text == f"Without “named ‘xyzzy’”: {number} companies"
    assert links[text] == "/companies/?sector=energy"
    assert links["All companies"] == "/companies/"


@pytest.mark.parametrize(
    ("query", "field", "remedy"),
    [
        ("sector=nowhere", "sector", "No company has that GICS sector. Choose one from the list."),
        ("place=nowhere", "place", "No company has that place of headquarters. Choose one from the list."),
        ("size=9", "size", "There is no such size. Choose one from the list."),
    ],
)
def test_a_wrong_filter_names_the_field_and_the_remedy(client, query, field, remedy):
    response = client.get(f"/companies.json?{query}")
    assert (response.status_code, response.json()) == (400, {"errors": {field: [remedy]}})
    assert remedy in parse(client.get(f"/companies/?{query}")).one("main").text


@pytest.mark.parametrize(
    "query",
    ["q=%00", "q=%FF%FE", "page=99999999999999999999", "page=-1", "page=x", "sort=-nothing", "q=%25_%5C",
     "place=texas&place=utah", "pay=%00&jobs=no", "q=" + "a+" * 3000, "sector=%00energy"],
)  # fmt: skip
def test_hostile_input_is_answered_in_words(client, query):
    for address in (f"/companies/?{query}", f"/companies.json?{query}", f"/companies.csv?{query}"):
        assert client.get(address, follow=True).status_code in (200, 400)


def test_the_page_costs_few_queries_however_much_is_asked(client, made, django_assert_max_num_queries):
    for query in ("", "?q=blue&sector=energy&place=texas&pay=1&jobs=1&sort=-offers", "?q=xyzzy"):
        with django_assert_max_num_queries(QUERIES):
            client.get(f"/companies/{query}")


def test_the_address_of_a_list_is_one(client, made):
    page = parse(client.get("/companies/?jobs=1&q=Blue++works&sort=name&page=1"))
    (canonical,) = [link.attrs["href"] for link in page.all("link") if link.attrs["rel"] == "canonical"]
    assert canonical == "http://testserver/companies/?q=Blue+works&jobs=1"
    assert client.get("/companies/?q=&jobs=1").url == "/companies/?jobs=1"


def test_two_classifications_are_each_called_by_name(client, made):
    table = parse(client.get("/companies/?q=made-")).one("table")
    said = {cell.text for line in rows(table) for cell in line[1:2]}
    assert any("GICS" in text for text in said)
    assert any("NAICS" in text for text in said)


def test_the_csv_has_every_figure_with_its_source_or_the_reason(client, made):
    lines = list(csv.DictReader(io.StringIO(client.get("/companies.csv?q=blue").content.decode())))
    assert {line["slug"] for line in lines} >= naive(made, {"q": "blue"})
    assert all(line["value"] or line["missing_reason"] for line in lines)
    editors = [line for line in lines if line["figure"] == "company_size" and line["value"]]
    assert {line["source"] for line in editors} == {"Annual report 2025"}
