"""The interface for programs says what the pages say, goes on without gaps, and is open to all who read."""

import json

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from careers.models import Area
from careers.selectors import places
from tests.careers.advertised import advertise

pytestmark = pytest.mark.django_db
ROOT = "/api/v1"
REFERENCE = "patient-service-coordinator-vs-front-office-coordinator"


@pytest.fixture
def ask(client: Client):
    def get(path, status=200, **asked):
        answer = client.get(f"{ROOT}{path}", asked)
        assert answer.status_code == status, answer.content
        return json.loads(answer.content)

    return get


def all_pages(client, path, **asked):
    """The rows of each page of a list, following `next`."""
    address, pages = f"{ROOT}{path}", []
    answer = client.get(address, asked).json()
    while True:
        pages.append(answer["results"])
        if answer["next"] is None:
            return answer["count"], pages
        answer = client.get(answer["next"]).json()


@pytest.mark.parametrize(
    ("path", "twin", "part"),
    [
        ("/search?q=nurse", "/search.json?q=nurse", None),
        (f"/comparisons/{REFERENCE}", f"/compare/{REFERENCE}.json", None),
        ("/comparisons/actors-vs-dancers?place=texas", "/compare/actors-vs-dancers.json?place=texas", None),
        ("/places/texas", "/places/texas.json", "figures"),
        ("/occupations/actors?fields=title,slug,soc_code,url", "/careers/actors.json", "title"),
    ],
)
def test_it_says_what_the_twin_of_the_page_says(client, path, twin, part):
    given, said = client.get(f"{ROOT}{path}").json(), client.get(twin).json()
    if part is None:
        assert given == said | {name: given[name] for name in given if name not in said}
        assert given.keys() == said.keys()
    else:
        assert given[part] == said[part]


def test_the_figures_of_an_occupation_are_those_of_its_page_and_more(client):
    said = {cell["figure"]: cell for cell in client.get("/careers/registered-nurses.json").json()["figures"]}
    given = {
        each["figure"]: each for each in client.get(f"{ROOT}/occupations/registered-nurses").json()["figures"]
    }
    assert said.items() <= given.items()
    chosen = client.get(f"{ROOT}/occupations/registered-nurses?figures=annual_mean,growth").json()["figures"]
    assert chosen == [given["annual_mean"], given["growth"]]


def test_a_search_finds_what_the_list_of_careers_finds_in_its_order(client):
    asked = "q=nurse&place=texas&pay_min=50000&education=bachelor&unknown=keep&sort=-pay"
    found = client.get(f"/careers.json?{asked}").json()
    given = client.get(f"{ROOT}/occupations?{asked}&limit=100").json()
    assert given["count"] == found["count"] > 3
    assert [row["slug"] for row in given["results"]] == [row["slug"] for row in found["careers"]]


def test_all_pages_of_a_list_hold_every_row_once(client, jobs):
    asked = {"group": "management-occupations", "sort": "-pay"}
    count, pages = all_pages(client, "/occupations", limit=20, fields="slug", figures="annual_mean", **asked)
    slugs = [row["slug"] for page in pages for row in page]
    assert slugs == [row["slug"] for row in client.get("/careers.json", asked).json()["careers"]]
    assert count == len(slugs) > 20

    _, pages = all_pages(client, "/postings", limit=4, fields="id")
    newest_first = sorted(jobs, key=lambda job: (job.posted_on, job.pk), reverse=True)
    assert [[row["id"] for row in page] for page in pages] == [
        [job.pk for job in newest_first[start : start + 4]] for start in (0, 4, 8)
    ]


def test_companies_go_on_by_name_whatever_their_letters(client):
    count, pages = all_pages(client, "/companies", limit=100, fields="name,slug")
    slugs = [row["slug"] for page in pages for row in page]
    assert count == len(slugs) == len(set(slugs))
    first = client.get("/companies.json").json()["companies"]
    assert slugs[: len(first)] == [row["slug"] for row in first]


def test_a_job_that_comes_between_two_pages_shifts_nothing(client, ask):
    before = ask("/postings", limit=3, fields="id")
    advertise(pk=100, posted_on=localdate())
    after = client.get(before["next"]).json()["results"]
    seen = [row["id"] for row in (*before["results"], *after)]
    every = [row["id"] for row in ask("/postings", limit=100, fields="id")["results"]]
    assert seen == [number for number in every if number in seen]
    assert len(seen) == len(set(seen))


def test_it_gives_the_fields_that_are_asked_for_alone(ask):
    assert ask("/places", limit=1, fields="slug")["results"] == [{"slug": "united-states"}]
    assert ask("/figures/annual_mean", fields="figure,kind") == {"figure": "annual_mean", "kind": "mean"}
    assert set(ask("/companies", limit=1, fields=["name", "url"])["results"][0]) == {"name", "url"}


@pytest.mark.parametrize(
    ("path", "status", "field", "said"),
    [
        ("/occupations?limit=1000", 400, "limit", "less than or equal to 100"),
        ("/occupations?fields=salary", 400, "fields", "'title'"),
        ("/occupations?pay_min=lots", 400, "pay_min", "integer"),
        ("/search", 400, "q", "required"),
        ("/occupations?place=atlantis", 404, None, "no place of that name"),
        ("/occupations?cursor=zzzz", 404, None, "Start again without it"),
        ("/postings?cursor=WyJmaXJzdCIsMV0", 404, None, "Start again without it"),
        ("/companies?cursor=WyJcdTAwMDAiLDFd", 404, None, "Start again without it"),
        ("/companies/a%00b", 400, "slug", "pattern"),
        ("/occupations/registred-nurses", 404, None, "no career of that name"),
        ("/postings/999999999", 404, None, "no job with that number"),
        ("/comparisons/actors", 404, None, "two to five careers"),
        ("/nothing", 404, None, None),
    ],
)
def test_what_is_wrong_is_said_with_its_remedy(client, path, status, field, said):
    answer = client.get(f"{ROOT}{path}")
    assert answer.status_code == status
    if said:
        told = answer.json()
        assert said in told["error"]
        assert field is None or list(told["fields"]) == [field]


def test_a_name_that_is_nearly_right_is_answered_with_the_right_one(ask):
    near = ask("/occupations/registred-nurses", status=404)["near"]
    assert {"name": "Registered Nurses", "url": "/careers/registered-nurses/"} in near


def test_scripts_of_other_sites_may_read_it_and_nothing_more(client):
    answer = client.get(f"{ROOT}/places/texas", headers={"origin": "https://example.org"})
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "ETag" in answer["Access-Control-Expose-Headers"]
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    before = client.options(f"{ROOT}/places/texas", headers={"access-control-request-method": "GET"})
    assert before.status_code == 204
    assert "POST" not in before["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Origin" not in client.get("/places/texas.json")
    assert client.post(f"{ROOT}/places/texas").status_code == 405
    assert client.head(f"{ROOT}/places/texas").status_code == 200


def test_an_answer_that_has_not_changed_is_not_sent_again(client, settings):
    settings.PAGE_CACHE = True
    first = client.get(f"{ROOT}/places/texas")
    again = client.get(f"{ROOT}/places/texas", headers={"if-none-match": first["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize(
    "path",
    [
        "/occupations?q=nurse&place=texas&limit=100",
        "/occupations/registered-nurses",
        "/occupations/registered-nurses/places?limit=100",
        "/figures?limit=100",
        "/comparisons",
        "/comparisons/registered-nurses-vs-actors-vs-dancers-vs-surgeons-all-other-vs-cashiers?place=texas",
        "/places?limit=100",
        "/places/texas",
        "/companies?limit=100",
        "/companies?jobs=1&limit=100",
        "/postings?q=nurse&limit=100",
        "/postings/1",
        "/search?q=engineering",
    ],
)
def test_no_answer_takes_more_queries_than_its_page(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(f"{ROOT}{path}").status_code == 200
    assert len(queries) <= 20


def test_the_description_names_every_noun_and_gives_an_example_that_works(client):
    schema = client.get(f"{ROOT}/openapi.json").json()
    assert schema["openapi"].startswith("3.1")
    nouns = {path.split("/")[3] for path in schema["paths"]}
    assert nouns == {"occupations", "figures", "comparisons", "places", "companies", "postings", "search"}
    page = client.get("/api/")
    examples = [each["example"] for each in page.context["operations"]]
    assert len(examples) == len(schema["paths"])
    for example in examples:
        answer = client.get(example)
        assert answer.status_code == 200, example


def test_places_are_those_of_the_page(ask):
    every = places.places(Area.objects.all()).all
    assert ask("/places", limit=1)["count"] == len(every)
