"""What pages say of themselves to machines: schema.org's words, and nothing that the page does not say."""

import json
from urllib.parse import urljoin

import pytest

from careers.models import Occupation, OccupationText
from careers.structured_data import HOME
from tests.site.addresses import FIVE, NOT_FOUND, PAGES, REFERENCE
from tests.site.html import parse
from tests.site.reading import page_at
from tests.site.schema_org import faults, structured_data

pytestmark = pytest.mark.django_db

WHOLE_PAGES = PAGES | NOT_FOUND
SITE = "http://testserver"
each_page = pytest.mark.parametrize("address", WHOLE_PAGES.values(), ids=WHOLE_PAGES.keys())


def nodes_at(address: str, kind: str) -> list[dict]:
    return [node for node in structured_data(page_at(address)) if node["@type"] == kind]


@each_page
def test_a_page_speaks_schema_orgs_words(address):
    assert [fault for node in structured_data(page_at(address)) for fault in faults(node)] == []


@each_page
def test_the_breadcrumbs_that_machines_read_are_those_that_people_see_from_the_home_page_on(address):
    page = page_at(address)
    lists = nodes_at(address, "BreadcrumbList")
    seen = page.all("nav", css="breadcrumbs")
    assert len(lists) == len(seen)
    for told, crumbs in zip(lists, seen, strict=True):
        items = told["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, len(items) + 1))
        shown = [item.text for item in crumbs.all("li")]
        assert [item["name"] for item in items] == [HOME[0], *shown]
        links = [urljoin(SITE, url) for url in crumbs.links.values()]
        (canonical,) = [link.attrs["href"] for link in page.all("link") if link.attrs["rel"] == "canonical"]
        assert [item["item"] for item in items] == [f"{SITE}/", *links, canonical]


def test_a_page_that_is_not_there_says_nothing_of_itself():
    assert structured_data(page_at("/nowhere/")) == []


@pytest.mark.parametrize(
    "slug", ["registered-nurses", "actors", "managers-all-other", "patient-service-coordinator"]
)
def test_the_page_of_a_career_tells_which_occupation_it_is(slug):
    (told,) = nodes_at(f"/careers/{slug}/", "Occupation")
    occupation = Occupation.objects.get(slug=slug)
    assert told["name"] == occupation.title
    assert told["url"] == f"{SITE}/careers/{slug}/"
    assert told.get("occupationalCategory", {}).get("codeValue") == occupation.soc_code


def test_the_pay_that_machines_read_is_the_pay_that_people_see():
    page = page_at("/careers/registered-nurses/")
    (told,) = nodes_at("/careers/registered-nurses/", "Occupation")
    salary = told["estimatedSalary"]
    assert (salary["currency"], salary["duration"]) == ("USD", "P1Y")
    assert told["occupationLocation"] == {"@type": "Country", "name": "United States"}
    for name in ("percentile10", "percentile25", "median", "percentile75", "percentile90"):
        assert f"${salary[name]:,}" in page.one("main").text
    assert salary["description"] in page.one("main").text


@pytest.mark.parametrize("address", [REFERENCE, FIVE])
def test_a_comparison_tells_each_of_the_compared_careers(address):
    told = nodes_at(address, "Occupation")
    slugs = address.strip("/").split("/")[1].split("-vs-")
    assert [node["url"] for node in told] == [f"{SITE}/careers/{slug}/" for slug in slugs]


def test_a_comparison_in_a_place_tells_the_pay_of_that_place():
    page = page_at("/compare/registered-nurses-vs-electricians/?place=texas")
    told = [node for node in structured_data(page) if node["@type"] == "Occupation"]
    assert [node["occupationLocation"] for node in told] == [{"@type": "State", "name": "Texas"}] * 2
    assert [fault for node in told for fault in faults(node)] == []
    nation, _ = nodes_at("/compare/registered-nurses-vs-electricians/", "Occupation")
    assert told[0]["estimatedSalary"]["median"] != nation["estimatedSalary"]["median"]


def test_the_pages_below_a_career_leave_the_occupation_to_its_own_page():
    for page in ("pay", "skills", "education", "demographics", "outlook"):
        assert nodes_at(f"/careers/registered-nurses/{page}/", "Occupation") == []


def test_no_text_ends_the_block_or_becomes_markup(client):
    hostile = "</script><script>alert(1)</script><!-- & \u2028 \"quoted\" 'so' \\"
    career = Occupation.objects.create(
        title=f"Zymologist {hostile}", slug="hostile", level=Occupation.Level.JOB_TITLE
    )
    OccupationText.objects.create(occupation=career, summary=hostile)
    response = client.get("/careers/hostile/")
    told = structured_data(parse(response))
    assert [node["name"] for node in told if node["@type"] == "Occupation"] == [career.title]
    assert told[1]["description"] == " ".join(hostile.split())
    block = response.content.decode().partition('<script type="application/ld+json">')[2]
    block = block.partition("</script>")[0]
    assert json.loads(block)["@graph"] == told
    assert not set("<>&\u2028\u2029") & set(block)
