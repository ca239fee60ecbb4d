"""The front page: search first, a way in for each reader, and comparisons drawn with their real pay."""

import re

import pytest

from careers.models import Area, Occupation, Release, StatedFact, WageEstimate
from careers.selectors import home as selector
from careers.selectors.cells import Cell
from comparisons.models import CuratedComparison
from tests.site.html import parse
from tests.site.reading import page_at

pytestmark = pytest.mark.django_db


@pytest.fixture
def main():
    return page_at("/").one("main")


@pytest.mark.parametrize(
    "url",
    [
        "/places/",
        "/industries/",
        "/figures/",
        "/sources/",
        "/compare/",
        "/careers/",
        "/jobs/",
        "/companies/",
        "/companies/best/",
    ]
    + [f"/careers/electricians/{page}/" for page in ("skills", "education", "demographics", "outlook")],
)
def test_the_front_page_leads_to_every_kind_of_page(main, url):
    assert url in main.links.values()


def test_the_search_comes_first_and_stands_once_on_the_page(main):
    assert len(page_at("/").all("form")[:1][0].all("input")) == 1
    (search,) = [form for form in page_at("/").all("form") if form.attrs.get("role") == "search"]
    assert main.all("form")[0] is search
    assert search.one("label").attrs["for"] == search.one("input").attrs["id"] == "site-search"


def test_each_reader_has_a_form_that_works_without_a_script(main):
    ways = {
        section.one("h2").text: section.one("form") for section in main.one("div", css="ways").all("section")
    }
    asked = {
        heading: (form.attrs["action"], [field.attrs["name"] for field in form.all("input")])
        for heading, form in ways.items()
    }
    assert asked == {
        "I know what I do": ("/careers/", ["q"]),
        "I am choosing": ("/compare/", ["a", "b"]),
        "I hire, or seek work": ("/jobs/", ["place"]),
    }
    buttons = ways["I hire, or seek work"].all("button")
    assert [button.attrs.get("formaction") for button in buttons] == [None, "/careers/"]


def test_popular_comparisons_are_drawn_with_their_pay_on_one_axis(main):
    (chart,) = main.all("figure", css="popular")
    assert "Software Developers are paid most" in chart.one("p", css="chart-title").text
    headings = chart.all("h3")
    curated = CuratedComparison.objects.get()
    assert headings[0].links == {curated.title: curated.get_absolute_url()}
    rows = chart.all("li")
    told = {
        row.one("span", css="chart-label").text: row for row in rows if row.all("span", css="chart-label")
    }
    nurses = Occupation.objects.get(slug="registered-nurses")
    ((profile,),) = [
        [one for one in found.profiles if one.slug == nurses.slug] for found in selector.home().popular[1:2]
    ]
    assert isinstance(profile.cell("pay_range"), Cell)
    assert (
        told["Registered Nurses"]
        .one("span", css="chart-value")
        .text.startswith(profile.cell("pay_range").text)
    )
    assert told["Registered Nurses"].all("line", css="range-median")
    assert len(chart.all("svg", css="chart-axis")) == 1


def test_every_source_is_named_with_its_latest_edition(main):
    (listed,) = main.all("ul", css="home-sources")
    latest = {release.source.name: release.label for release in Release.objects.order_by("period_end")}
    assert len(listed.all("li")) == len(latest)
    for item in listed.all("li"):
        assert item.one("span").text.startswith(latest[item.one("a").text])


def test_an_edition_that_has_a_number_only_has_its_date_with_it(main):
    editions = [item.text for item in main.one("ul", css="home-sources").all("li")]
    assert "O*NET Database 29.3, up to May 31, 2025" in editions
    assert [each for each in editions if not re.search(r"(19|20)\d\d|undated", each)] == []


def test_the_front_page_asks_few_questions_and_stands_without_any_pay(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        client.get("/")
    WageEstimate.objects.filter(area__code=Area.NATION_CODE).update(is_current=False)
    StatedFact.objects.update(is_current=False)
    page = parse(client.get("/"))
    assert page.all("figure") == []
    assert page.one("main").all("form")


@pytest.mark.parametrize(
    ("heading", "typed", "found"),
    [
        ("I know what I do", {"q": "registered nurses"}, "Registered Nurses"),
        ("I am choosing", {"a": "registered nurses", "b": "actors"}, "Registered Nurses vs Actors"),
        ("I hire, or seek work", {"place": "Texas"}, "Jobs in Texas"),
    ],
)
def test_what_is_typed_into_a_way_in_is_found(client, main, heading, typed, found):
    (form,) = [each.one("form") for each in main.all("section") if each.one("h2").text == heading]
    page = parse(client.get(form.attrs["action"], typed, follow=True))
    assert found in page.one("main").text
