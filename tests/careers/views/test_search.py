"""Search: what is found of each kind, by what, with which figures, and where it leads when nothing is."""

import csv
import io
import random

import pytest

from careers.models import Occupation
from careers.search import find
from careers.views.search import EXAMPLES
from tests.careers.views.test_absurd_queries import TEXTS
from tests.site.html import parse

pytestmark = pytest.mark.django_db

QUERIES = 10
MISSPELT = "registerd nurze"
NONSENSE = "qxzvk"
WAYS = {"/careers/", "/places/", "/industries/", "/compare/"}


def page_for(client, query, **also):
    response = client.get("/search/", {"q": query, **also})
    assert response.status_code == 200
    return parse(response)


def careers_on(page) -> list[str]:
    return [row.one("th").one("a").text for row in page.one("table", css="data-table").one("tbody").all("tr")]


def headings(page) -> dict[str, str]:
    return {heading.attrs["id"]: heading.text for heading in page.one("main").all("h2")}


def canonical(page) -> str:
    (link,) = [link for link in page.all("link") if link.attrs["rel"] == "canonical"]
    return link.attrs["href"].removeprefix("http://testserver")


def test_careers_come_first_with_their_pay_employment_and_growth(client):
    page = page_for(client, "registered nurses")
    assert next(iter(headings(page))) == "occupation"
    row = page.one("tbody").all("tr")[0]
    assert row.one("th").links == {"Registered Nurses": "/careers/registered-nurses/"}
    shown = {cell.attrs["data-label"]: cell.text for cell in row.all("td") if "data-label" in cell.attrs}
    twin = client.get("/careers.json?q=registered+nurses").json()["careers"][0]
    figures = {figure["figure"]: figure["text"] for figure in twin["figures"]}
    assert shown == {
        "Mean pay": figures["annual_mean"],
        "People employed": figures["employment"],
        "Growth": figures["growth"],
    }
    assert {"/sources/oews/", "/sources/employment-projections/"} <= set(
        page.one("section", css="table-notes").links.values()
    )


def test_it_says_first_how_much_fits_and_what_is_nearest(client):
    groups = client.get("/search.json?q=engineering").json()["groups"]
    said = page_for(client, "engineering").one("p", css="lede").text
    assert said.startswith(f"{groups[0]['total']} careers")
    assert all(f"{group['total']} " in said for group in groups)
    assert said.endswith(f" fit. Nearest career: {groups[0]['results'][0]['title']}.")
    said = page_for(client, "california").one("p", css="lede").text
    assert said.endswith(" fit. Nearest place: California.")


def test_every_career_found_can_be_taken_along_to_compare(client):
    page = page_for(client, "engineer")
    buttons = page.one("tbody").all("button", css="tray-add")
    assert [button.attrs["data-title"] for button in buttons] == careers_on(page)


def test_a_career_found_by_another_name_says_so_and_one_found_by_its_title_does_not(client):
    page = page_for(client, "nurse")
    said = {
        row.one("th").one("a").text: [how.text for how in row.all("span", css="search-how")]
        for row in page.one("tbody").all("tr")
    }
    assert said["Nurse Practitioners"] == []
    assert ["also called Nurse"] in said.values()
    assert page_for(client, "29-1141").one("span", css="search-how").text == "SOC code 29-1141"


def test_the_first_twenty_careers_lead_to_the_list_of_them_all(client):
    page = page_for(client, "engineer")
    total = int(page.with_id("occupation").one("span").text)
    assert len(careers_on(page)) == 20 < total
    links = page.one("main").links
    assert links[f"Filter and sort all {total} careers"] == "/careers/?q=engineer"
    assert client.get("/careers.json?q=engineer").json()["count"] == total


def test_a_career_is_first_for_its_own_title_and_the_results_are_shown_all_the_same(client):
    titles = list(Occupation.objects.listed().order_by("pk").values_list("title", flat=True))
    for title in random.Random(20260401).sample(titles, 20):
        assert careers_on(page_for(client, title))[0] == title


def test_kinds_stand_one_after_another_with_how_many_there_are_of_each(client):
    page = page_for(client, "construction")
    groups = find.search("construction").groups
    assert list(headings(page)) == [group.kind for group in groups] == ["occupation", "industry", "major"]
    jumps = page.one("nav", css="search-kinds")
    assert jumps.links == {f"{group.label} {group.total}": f"#{group.kind}" for group in groups}
    assert list(headings(page).values()) == list(jumps.links)


def test_a_place_a_major_and_a_page_are_found_too(client):
    assert "/places/texas/" in page_for(client, "texas").one("main").links.values()
    assert "/figures/" in page_for(client, "glossary").one("main").links.values()
    majors = page_for(client, "anthropology", kind="major").one("ul", css="search-pages").links
    assert "Anthropologists and Archeologists" in parse(client.get(majors["Anthropology"])).one("main").text


def test_all_of_one_kind_are_a_link_away(client):
    page = page_for(client, "engineering")
    total = int(page.with_id("major").one("span").text)
    assert len(page.one("main").one("ul", css="search-pages").all("li")) == 8 < total
    address = page.one("main").links[f"Show all {total} majors"]
    assert address == "/search/?q=engineering&kind=major"
    alone = parse(client.get(address))
    assert len(alone.one("ul", css="search-pages").all("li")) == total
    assert not alone.all("table")
    assert "These figures" not in alone.one("main").text
    assert canonical(alone) == address
    assert alone.one("main").links["Everything found for these words"] == "/search/?q=engineering"


def test_very_many_of_one_kind_are_paged(client):
    address = "/search/?q=area&kind=place"
    first, second = parse(client.get(address)), parse(client.get(f"{address}&page=2"))
    assert [link.attrs["href"] for link in first.all("a") if link.attrs.get("rel") == "next"] == [
        "?q=area&kind=place&page=2"
    ]
    shown = [set(page.one("ul", css="search-pages").links) for page in (first, second)]
    assert len(shown[0]) == 100
    assert not shown[0] & shown[1]
    assert canonical(second) == f"{address}&page=2"


def test_a_corrected_search_says_so_and_leads_back_to_what_was_typed(client):
    page = page_for(client, MISSPELT)
    assert careers_on(page)[0] == "Registered Nurses"
    notice = page.one("p", css="notice")
    assert notice.text == f"Showing results for registered nurse. Search instead for {MISSPELT}"
    address = notice.links[f"Search instead for {MISSPELT}"]
    assert address == "/search/?q=registerd+nurze&exact=1"
    typed = parse(client.get(address))
    assert typed.one("h1").text == f"Nothing found for “{MISSPELT}”"
    assert "/search/?q=registerd+nurze" in typed.one("main").links.values()
    assert typed.one("main").links["Registered Nurses"] == "/careers/registered-nurses/"


def test_what_is_spelled_right_is_not_corrected(client):
    page = page_for(client, "nurse")
    assert not page.all("p", css="notice")
    assert not [url for url in page.one("main").links.values() if "exact" in url]


@pytest.mark.parametrize("also", [{}, {"kind": "place"}], ids=["at all", "of a kind"])
def test_nothing_found_leads_on(client, also):
    page = page_for(client, NONSENSE, exact="1", **also)
    assert page.one("h1").text == f"Nothing found for “{NONSENSE}”"
    assert set(page.one("main").links.values()) >= WAYS
    assert not page.all("table")


def test_every_example_finds_something(client):
    links = parse(client.get("/search/")).one("ul", css="search-examples").links
    assert list(links) == list(EXAMPLES)
    for address in links.values():
        assert parse(client.get(address)).one("h1").text.startswith("Results for")


@pytest.mark.parametrize("address", ["/search/", "/search/?q=", "/search/?q=+%00+&exact=1&kind=place"])
def test_no_words_is_a_form_with_ways_to_browse(client, address, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = parse(client.get(address))
    form = page.one("main").one("form")
    assert (form.attrs["action"], form.one("input").attrs["name"]) == ("/search/", "q")
    assert set(page.one("main").links.values()) >= WAYS
    assert canonical(page) == "/search/"


@pytest.mark.parametrize(
    "typed", ["registered nurses", "Registered Nurses", "  REGISTERED \t nurses ", "registered\u3000nurses\0"]
)
def test_equal_searches_have_one_address(client, typed):
    page = page_for(client, typed, exact="", kind="nowhere", page="1")
    assert canonical(page) == "/search/?q=registered+nurses"
    assert page.with_id("site-search").attrs["value"] == " ".join(typed.replace("\0", "").split())


@pytest.mark.parametrize("query", ["nurse", NONSENSE, ""])
def test_results_are_no_page_for_search_engines(client, query):
    metas = {
        meta.attrs.get("name"): meta.attrs.get("content") for meta in page_for(client, query).all("meta")
    }
    assert metas["robots"] == "noindex"


def test_the_twins_hold_what_the_page_shows(client):
    page = page_for(client, "engineering")
    found = client.get("/search.json?q=engineering").json()
    assert {group["label"]: group["total"] for group in found["groups"]} == {
        heading.rpartition(" ")[0]: int(heading.rpartition(" ")[2]) for heading in headings(page).values()
    }
    careers, *others = found["groups"]
    assert [career["title"] for career in careers["results"]] == careers_on(page)
    assert all(figure["source"] for figure in careers["results"][0]["figures"])
    for group, shown in zip(others, page.one("main").all("ul", css="search-pages"), strict=True):
        assert {each["title"]: each["url"] for each in group["results"]} == shown.links
    lines = list(csv.DictReader(io.StringIO(client.get("/search.csv?q=engineering").content.decode())))
    named = dict.fromkeys(line["title"] for line in lines if line["group"] == "occupation")
    assert list(named) == careers_on(page)
    assert {line["url"] for line in lines} == {
        each["url"] for group in found["groups"] for each in group["results"]
    }
    assert {"/search.json?q=engineering", "/search.csv?q=engineering"} <= set(page.links.values())


def test_the_twin_of_a_corrected_search_says_what_was_searched(client):
    found = client.get("/search.json", {"q": MISSPELT}).json()
    assert (found["query"], found["searched_instead"]) == (MISSPELT, "registered nurse")
    assert client.get("/search.json", {"q": MISSPELT, "exact": "1"}).json()["total"] == 0
    assert client.get("/search.pdf?q=nurse").status_code == 404


@pytest.mark.parametrize("text", [*TEXTS, "AND OR NOT NEAR(a b)", "tokens:nurse*", '"nurse" OR', "x:* & !y"])
def test_hostile_words_find_nothing_or_something(client, text):
    for address in ("/search/", "/search.json", "/search.csv", "/suggest"):
        for also in ({}, {"exact": text, "kind": text, "page": text}, {"exact": "1", "kind": "place"}):
            assert client.get(address, {"q": text, **also}).status_code == 200, (address, also)


@pytest.mark.parametrize(
    "words",
    ["nurse", MISSPELT, NONSENSE, "someone who fixes planes", "nurse texas plumber teacher cook driver"],
)
def test_a_search_stays_within_its_queries(client, django_assert_max_num_queries, words):
    with django_assert_max_num_queries(QUERIES):
        page_for(client, words)


class TestSuggestions:
    def suggest(self, client, query, **also) -> list[dict]:
        return client.get("/suggest", {"q": query, **also}).json()["suggestions"]

    def test_a_word_that_is_begun_finds_careers_with_their_addresses(self, client):
        first, *_ = self.suggest(client, "registered nur")
        assert first == {
            "title": "Registered Nurses",
            "url": "/careers/registered-nurses/",
            "kind": "Career",
            "how": "",
        }

    def test_another_name_is_said(self, client):
        assert "also called Nurse" in {each["how"] for each in self.suggest(client, "nurse")}

    def test_one_kind_can_be_asked_for(self, client):
        places = self.suggest(client, "tex", kind="place")
        assert places[0]["title"] == "Texas"
        assert {each["kind"] for each in places} == {"Place"}
        careers = self.suggest(client, "eng", kind="occupation")
        assert {each["kind"] for each in careers} == {"Career"}
        assert self.suggest(client, "tex", kind="nowhere") == self.suggest(client, "tex")

    @pytest.mark.parametrize("query", ["", " ", "\0", NONSENSE])
    def test_nothing_to_suggest_is_an_empty_list(self, client, query):
        assert self.suggest(client, query) == []

    def test_a_few_are_suggested_of_however_many(self, client):
        assert len(self.suggest(client, "a")) == len(self.suggest(client, "engineer")) == 8

    def test_of_a_long_text_the_beginning_is_read(self, client):
        answer = client.get("/suggest", {"q": "nurse " * 17_000}).json()
        assert len(answer["query"]) == 100

    def test_the_answer_may_be_kept_for_a_short_time_and_leaves_no_cookie(self, client):
        response = client.get("/suggest?q=nurse")
        assert response["Content-Type"] == "application/json"
        assert set(response["Cache-Control"].split(", ")) == {"max-age=60", "public"}
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert client.post("/suggest", {"q": "nurse"}).status_code == 405

    def test_a_career_is_suggested_as_soon_as_it_is_there(self, client, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            career = Occupation.objects.create(title="Zymurgist", slug="zymurgist", level="job_title")
        assert [each["title"] for each in self.suggest(client, "zymur")] == ["Zymurgist"]
        with django_capture_on_commit_callbacks(execute=True):
            career.delete()
        assert self.suggest(client, "zymurgist") == []
