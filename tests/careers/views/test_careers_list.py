"""The list of careers: every career once, in the order and within the limits that were asked for."""

import re
from itertools import pairwise

import pytest

from careers.models import Occupation, Projection, WageEstimate
from careers.search import find
from tests.oracles.careers_list import careers, in_order, shipped
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

SORTS = ["title", "-title", "pay", "-pay", "employment", "-employment", "growth", "-growth"]
TABLE = {"title": "Career", "pay": "Mean pay", "employment": "People employed", "growth": "Growth"}


def listed(client, query="") -> list[str]:
    """Slugs in the order of the page's twin, which holds the whole list."""
    return [career["slug"] for career in client.get(f"/careers.json?{query}").json()["careers"]]


def shown(page) -> list[str]:
    links = [header.links for header, *_ in rows(page.one("table", css="data-table"))]
    return [url.split("/")[2] for link in links for url in link.values()]


def pages(client, query=""):
    page = parse(client.get(f"/careers/?{query}"))
    yield page
    while following := [link for link in page.all("a") if link.attrs.get("rel") == "next"]:
        page = parse(client.get(f"/careers/{following[0].attrs['href']}"))
        yield page


@pytest.fixture
def unknown():
    """A career without any figure."""
    return Occupation.objects.create(title="Aardvark Keeper", slug="aardvark-keeper", level="job_title")


@pytest.mark.parametrize("sort", SORTS)
def test_sorting_sorts_and_puts_the_unknown_last(client, unknown, sort):
    found = listed(client, f"sort={sort}")
    assert found == in_order(careers(), sort)
    if "title" not in sort:
        assert found[-1] == unknown.slug


@pytest.mark.parametrize("sort", SORTS)
def test_the_sorted_column_says_so_and_offers_the_other_way(client, sort):
    page = parse(client.get(f"/careers/?sort={sort}"))
    headers = [header for header in page.one("thead").all("th") if "aria-sort" in header.attrs]
    assert [header.attrs["aria-sort"] for header in headers] == [
        "descending" if sort.startswith("-") else "ascending"
    ]
    assert headers[0].text == TABLE[sort.lstrip("-")]
    (url,) = headers[0].links.values()
    other = sort.removeprefix("-") if sort.startswith("-") else f"-{sort}"
    assert url == ("/careers/" if other == "title" else f"/careers/?sort={other}")


@pytest.mark.parametrize("query", ["sort=-pay", "q=teachers&sort=growth"])
def test_the_pages_together_show_every_career_once_in_order(client, query):
    found = [slug for page in pages(client, query) for slug in shown(page)]
    assert found == listed(client, query)
    if "q=" not in query:
        assert len(found) == len(set(found)) == Occupation.objects.listed().count() == 832


def test_every_page_says_where_it_stands(client):
    numbers = [page.one("p", css="pager-status").text for page in pages(client, "q=teachers")]
    assert numbers == ["Page 1 of 2", "Page 2 of 2"]


def test_a_group_holds_its_own_careers_only(client):
    everything = shipped()
    for group in Occupation.objects.major_groups():
        found = listed(client, f"group={group.slug}")
        assert sorted(found) == sorted(row["slug"] for row in everything if row["group"] == group.slug)
        assert found


@pytest.mark.parametrize(
    ("query", "low", "high"),
    [
        ("pay_min=150000", 150_000, None),
        ("pay_max=33000", None, 33_000),
        ("pay_min=60000&pay_max=60500", 60_000, 60_500),
        ("pay_min=61860&pay_max=61860", 61_860, 61_860),  # postal service clerks
        ("pay_min=121243&pay_max=121244", 121_243, 121_244),  # actors: 58.29 an hour times 2,080
    ],
)
def test_a_pay_filter_keeps_what_lies_within_it(client, query, low, high):
    wanted = [
        row["slug"]
        for row in shipped()
        if row["pay"] is not None
        and (low is None or row["pay"] >= low)
        and (high is None or row["pay"] <= high)
    ]
    assert wanted
    assert sorted(listed(client, query)) == sorted(wanted)


def test_filters_narrow_together(client):
    query = "group=management-occupations&pay_min=150000&q=managers"
    found = listed(client, query)
    named = set(find.occupations("managers").ids)
    wanted = [
        row["slug"] for row in shipped()
        if row["group"] == "management-occupations" and (row["pay"] or 0) >= 150_000 and row["pk"] in named
    ]  # fmt: skip
    assert sorted(found) == sorted(wanted)
    assert 0 < len(found) < len(listed(client, "group=management-occupations"))


@pytest.mark.parametrize("typed", ["29-1141", "registered nurses", "NURSES registered", "  registered  "])
def test_a_career_is_found_by_words_in_any_order_or_by_its_code(client, typed):
    assert "registered-nurses" in listed(client, f"q={typed}")


def test_the_heading_and_the_chips_say_what_was_asked_for(client):
    query = "q=engineers&group=architecture-and-engineering-occupations&pay_min=60000&pay_max=140000"
    page = parse(client.get(f"/careers/?{query}"))
    heading = page.one("h1").text
    for part in ("engineers", "Architecture and Engineering Occupations", "$60,000", "$140,000"):
        assert part in heading
    told, _, _ = page.one("title").text.partition(" | ")
    assert heading.startswith(told.removesuffix("…"))
    assert len(told) > 60
    chips = page.one("ul", css="chips").links
    assert len(chips) == 4
    for url in chips.values():
        assert url.count("=") == 3
        wider = parse(client.get(url))
        assert count_of(wider) >= count_of(page)


def test_the_form_keeps_what_was_typed(client):
    page = parse(client.get("/careers/?q=nurse&pay_min=60000&group=healthcare-support-occupations"))
    form = page.one("details", css="filters")
    values = {field.attrs["name"]: field.attrs.get("value") for field in form.all("input")}
    assert (values["q"], values["pay_min"]) == ("nurse", "60000")
    options = page.with_id("id_group").all("option")
    chosen = [option.attrs["value"] for option in options if "selected" in option.attrs]
    assert chosen == ["healthcare-support-occupations"]


def count_of(page) -> int:
    return int(
        re.match(r"([\d,]+) careers?\b", page.one("main").one("p", css="lede").text)[1].replace(",", "")
    )


def test_a_search_that_finds_nothing_offers_wider_ones_with_right_counts(client):
    page = parse(client.get("/careers/?q=zoologists&group=legal-occupations&sort=-pay"))
    assert count_of(page) == 0
    assert not page.all("table", css="data-table")
    links = page.one("div", css="empty-state").links
    assert len(links) == 2
    assert all(url.endswith("sort=-pay") for url in links.values())
    for text, url in links.items():
        promised = int(re.search(r"([\d,]+) careers?$", text)[1].replace(",", ""))
        assert promised == count_of(parse(client.get(url))) > 0


def test_a_wider_search_quotes_what_it_drops_once(client):
    links = parse(client.get("/careers/?q=xyzzy&pay_min=90000")).one("div", css="empty-state").links
    assert [text.partition(":")[0] for text in links] == ["Without “for ‘xyzzy’”"]


def test_where_no_single_step_helps_all_careers_are_offered(client):
    page = parse(client.get("/careers/?q=xyzzy&pay_min=9000000"))
    assert page.one("div", css="empty-state").links == {"All careers: 832 careers": "/careers/"}


def test_pay_that_is_published_by_the_hour_only_says_so(client):
    page = parse(client.get("/careers/?q=27-2011"))
    ((_, pay, *_),) = rows(page.one("table", css="data-table"))
    assert pay.text == "$58.29 an hour"


def test_top_coded_pay_reads_at_least_and_says_why(client):
    wage = WageEstimate.objects.national().get(occupation__soc_code="29-1211", is_current=True)
    gone = dict.fromkeys(("annual_mean", "annual_median", "hourly_mean", "hourly_median"), "top_coded")
    WageEstimate.objects.filter(pk=wage.pk).update(missing={**wage.missing, **gone}, **dict.fromkeys(gone))
    page = parse(client.get("/careers/?q=29-1211"))
    ((_, pay, *_),) = rows(page.one("table", css="data-table"))
    assert pay.text == "at least $239,200"
    assert "prints no amount above this" in page.one("section", css="table-notes").text
    assert "anesthesiologists" in listed(client, "pay_min=239200")
    assert "anesthesiologists" not in listed(client, "pay_min=239201")


def test_a_missing_figure_says_why(client):
    projection = Projection.objects.get(occupation__soc_code="29-1141", is_current=True)
    Projection.objects.filter(pk=projection.pk).update(
        change_percent=None, missing={**projection.missing, "change_percent": "suppressed"}
    )
    page = parse(client.get("/careers/?q=29-1141"))
    ((*_, growth, _tray),) = rows(page.one("table", css="data-table"))
    assert growth.text.startswith("- ")
    assert "does not release" in growth.text
    assert "does not release" in page.one("section", css="table-notes").text


def test_the_list_names_its_sources(client):
    links = parse(client.get("/careers/")).one("section", css="table-notes").links
    assert {"BLS OEWS, May 2025", "BLS Projections, 2024–34"} <= set(links)


def test_the_twins_of_a_filtered_list_hold_what_the_page_holds(client):
    page = parse(client.get("/careers/?q=dentists&sort=-pay"))
    links = {text: url for text, url in page.links.items() if text in {"JSON", "CSV"}}
    assert [career["slug"] for career in client.get(links["JSON"]).json()["careers"]] == shown(page)
    lines = client.get(links["CSV"]).content.decode().splitlines()[1:]
    slugs = [line.split(",dentists")[0] for line in lines]
    assert len(slugs) == 3 * len(shown(page))


def test_growth_sorts_by_number_not_by_text(client):
    figures = client.get("/careers.json?sort=-growth").json()["careers"]
    values = [career["figures"][2]["value"] for career in figures]
    known = [value for value in values if value is not None]
    assert all(earlier >= later for earlier, later in pairwise(known))
    assert known[0] > 9
    assert known[-1] < -9


def test_only_a_filter_that_is_set_can_be_cleared(client):
    def clear(address):
        return parse(client.get(address)).all("a", css="filters-clear")

    assert not clear("/careers/")
    assert not clear("/careers/?sort=-pay")
    assert [link.attrs["href"] for link in clear("/careers/?q=nurse")] == ["/careers/"]


def test_a_phone_names_the_figures_as_the_headings_do(client):
    first = parse(client.get("/careers/")).one("tbody").all("tr")[0]
    labels = [cell.attrs["data-label"] for cell in first.all("td") if "data-label" in cell.attrs]
    assert labels == [TABLE["pay"], TABLE["employment"], TABLE["growth"]]


def test_a_twin_of_many_careers_comes_in_parts_each_of_which_names_the_next(client, monkeypatch):
    whole = listed(client, "sort=-pay")
    monkeypatch.setattr("careers.views.careers_list.IN_A_TWIN", 300)
    found, address = [], "/careers.json?sort=-pay"
    while address:
        part = client.get(address).json()
        assert (part["count"], len(part["careers"]) <= 300) == (len(whole), True)
        found += [career["slug"] for career in part["careers"]]
        table = client.get(address.replace("json", "csv"))
        address = part["next"]
        assert table.get("Link", "") == (
            f'<{address.replace(".json", ".csv")}>; rel="next"' if address else ""
        )
    assert found == whole
    assert len(whole) > 2 * 300
