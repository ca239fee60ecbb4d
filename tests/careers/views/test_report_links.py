"""From every figure that a page shows a link leads to the form that reports it, filled with what is known."""

import gzip
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.site.addresses import EMBEDS, REFERENCE, SAMPLE_JOB
from tests.site.reading import page_at
from tests.site.test_weight import HTML_BYTES

pytestmark = pytest.mark.django_db


def links(address: str) -> list[dict]:
    """What each link “Report …” of a page tells of its figure."""
    found = [
        link.attrs["href"] for link in page_at(address).all("a") if link.attrs["href"].startswith("/report/")
    ]
    return [{key: value for key, (value,) in parse_qs(urlsplit(each).query).items()} for each in found]


def test_every_figure_with_its_source_can_be_reported_as_it_is_shown():
    for address in ("/careers/registered-nurses/", REFERENCE):
        folds = page_at(address).all("details", css="figure-source")
        told = [link for link in links(address) if "figure" in link]
        assert len(told) >= len(folds) > 10
        assert {link["page"] for link in told} == {address}
        assert all(link["shown"] and link["source"] for link in told)


def test_a_figure_of_a_comparison_says_whose_it_is():
    told = [link["of_what"] for link in links(REFERENCE) if link.get("figure") == "growth"]
    assert told == ["Patient Service Coordinator", "Front Office Coordinator"]


TABLES = {
    "careers": "/careers/?q=nurse&place=texas&report=1",
    "careers by state": "/careers/?view=map&report=1",
    "search": "/search/?q=engineering&report=1",
    "places": "/places/?report=1",
    "a place": "/places/texas/?report=1",
    "an industry": "/industries/utilities/?report=1",
    "pay by place": "/careers/registered-nurses/pay/?report=1",
    "an occupation": "/careers/registered-nurses/?report=1",
    "its skills": "/careers/registered-nurses/skills/?report=1",
    "its education": "/careers/registered-nurses/education/?report=1",
    "a move": "/compare/registered-nurses-vs-actors/move/?report=1",
    "companies": "/companies/?report=1",
    "a company": "/companies/county-of-riverside/?report=1",
    "best companies": "/companies/best/?report=1",
    "their method": "/companies/best/method/?report=1",
}
# No figures of the catalogue but the ranking's own sums.
NO_FIGURES = {"Rank", "Weight", "Points times weight", "Offers"}


@pytest.mark.parametrize("address", TABLES.values(), ids=TABLES)
def test_every_figure_of_a_table_can_be_reported_by_who_chooses_one(address):
    """One link leads there: a link a figure would double the page for everybody else."""
    page = page_at(address)
    assert [meta.attrs["content"] for meta in page.all("meta") if meta.attrs.get("name") == "robots"]
    ordinary = page_at(address.replace("?report=1", "").replace("&report=1", ""))
    assert address[address.index("?") :] in {link.attrs["href"] for link in ordinary.all("a")}
    for table in (table for table in page.all("table", css="data-table") if table.parent.tag != "details"):
        for cell in table.all("td", css="numeric"):
            reported = [link for link in cell.all("a") if link.attrs["href"].startswith("/report/?")]
            assert reported or cell.attrs["data-label"] in NO_FIGURES, (table.one("caption").text, cell.text)


def test_a_link_of_a_table_tells_the_row_and_the_page_as_it_was_asked_for_but_no_searched_words():
    told = links(TABLES["careers"])
    assert all(link["page"] == "/careers/?place=texas" for link in told)
    assert {"annual_mean", "employment"} <= {link.get("figure") for link in told}
    assert "Registered Nurses" in {link.get("of_what") for link in told}
    by_place = [link for link in links(TABLES["pay by place"]) if link.get("of_what") == "Texas"]
    assert {link["source"] for link in by_place} == {"BLS OEWS, May 2025"}
    assert all("area" not in link for link in by_place)  # the place itself


def test_choosing_on_the_longest_page_takes_no_more_queries_and_stays_light(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3):
        page = client.get("/careers/general-and-operations-managers/pay/?report=1").content
    assert page.count(b"/report/?") > 1500
    assert len(gzip.compress(page, 6)) < HTML_BYTES


def test_a_picture_alone_is_reported_through_its_list():
    page = page_at("/careers/?view=plot")
    (way,) = {link for text, link in page.links.items() if text.startswith("Report a figure")}
    assert way == "?report=1"


def test_who_chooses_can_leave_and_can_report_what_is_no_table():
    page = page_at(TABLES["a place"])
    assert page.links["Leave the figures as they were"] == "/places/texas/"
    assert page.links["Report something else on this page"] == "/report/?page=/places/texas/"


def test_a_jobs_stated_pay_and_what_it_is_held_against_can_be_reported():
    told = {link.get("figure"): link for link in links(SAMPLE_JOB)}
    assert told["stated_pay"]["shown"]
    assert {"stated_pay_percentile", "hourly_median", "pay_range"} <= set(told)


def test_each_fact_of_a_company_can_be_reported():
    told = {link.get("figure"): link["shown"] for link in links("/companies/3m/") if "shown" in link}
    facts = {"company_sector", "company_sub_industry", "company_headquarters", "company_founded"}
    assert facts <= set(told)
    page = page_at("/companies/3m/").one("dl", css="facts").text
    assert all(told[fact] in page for fact in facts)


@pytest.mark.parametrize("address", EMBEDS.values(), ids=EMBEDS)
def test_a_figure_in_someones_page_is_reported_in_a_page_of_its_own(address):
    page = page_at(address)
    cells = page.one("tbody").all("td")
    for cell in cells:
        (link,) = cell.all("a")
        assert (link.attrs["target"], link.attrs["rel"]) == ("_blank", "noopener nofollow")
    told = links(address)
    assert len(told) == len(cells)
    assert all(link["figure"] and link["of_what"] for link in told)
