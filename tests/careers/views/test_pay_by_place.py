"""Pay of one career in every state and local area: all of them, sorted as asked, each with its reason."""

import random
import re

import pytest

from careers.models import Area, Occupation
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

NURSES = "/careers/registered-nurses/pay/"
COLUMNS = ["place", "pay", "median", "employment"]
KINDS = {
    "states": [Area.Kind.STATE],
    "metros": [Area.Kind.METRO, Area.Kind.NONMETRO],
}


def tables(page) -> dict:
    """The two tables by the id of the heading before each."""
    found, heading = {}, ""
    for element in page.one("main").walk():
        if element.tag == "h2":
            heading = element.attrs["id"]
        if element.tag == "table":
            found[heading] = rows(element)
    return found


def wages_of(code: str, kinds) -> dict:
    found = Occupation.objects.get(soc_code=code).wage_estimates.filter(
        is_current=True, area__kind__in=kinds, industry__code="000000"
    )
    return {wage.area.name: wage for wage in found.select_related("area", "release")}


def amount(text: str) -> float | None:
    """The number that a cell begins with; None for one that is missing."""
    found = re.match(r"(?:at least )?\$?([\d,.]+)", text)
    return float(found[1].replace(",", "")) if found else None


def test_every_state_and_local_area_with_figures_is_listed_once(client):
    shown = tables(parse(client.get(NURSES)))
    for kind, kinds in KINDS.items():
        names = [name.text for name, *_ in shown[kind]]
        assert len(names) == len(set(names))
        assert set(names) == set(wages_of("29-1141", kinds))
    assert {"California", "Puerto Rico", "District of Columbia"} <= {
        name.text for name, *_ in shown["states"]
    }
    assert len(shown["metros"]) > 400


def test_each_place_has_the_figures_of_the_source(client):
    shown = tables(parse(client.get(NURSES)))
    for kind, kinds in KINDS.items():
        wages = wages_of("29-1141", kinds)
        for name, mean, median, people in random.Random(1).sample(shown[kind], 40):
            wage = wages[name.text]
            assert amount(mean.text) == wage.annual_mean
            assert amount(median.text) == wage.annual_median
            assert amount(people.text) == wage.employment


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("falling", [True, False], ids=["falling", "rising"])
@pytest.mark.parametrize("career", ["actors", "cardiologists"])
def test_each_table_sorts_by_each_column_both_ways_and_the_unknown_come_last(client, career, column, falling):
    page = parse(client.get(f"/careers/{career}/pay/?sort={'-' if falling else ''}{column}"))
    for table in tables(page).values():
        texts = [row[COLUMNS.index(column)].text for row in table]
        values = texts if column == "place" else [amount(text) for text in texts]
        known = [value for value in values if value is not None]
        assert values[: len(known)] == known
        assert known == sorted(known, reverse=falling)
    marks = [header.attrs["aria-sort"] for header in page.all("th") if "aria-sort" in header.attrs]
    assert marks == ["descending" if falling else "ascending"] * 2


def test_a_heading_sorts_by_its_column_and_then_the_other_way(client):
    page = parse(client.get(NURSES))
    links = page.all("thead")[0].links
    assert links == {
        "Place": "?sort=place",
        "Mean pay": "?sort=pay",
        "Median pay": "?sort=-median",
        "People employed": "?sort=-employment",
    }


def test_a_missing_figure_says_why_in_its_cell_and_under_the_tables(client):
    page = parse(client.get("/careers/actors/pay/"))
    california = next(row for row in tables(page)["states"] if row[0].text == "California")
    assert [cell.text.split(" ", 1)[0] for cell in california[1:]] == ["-", "-", "26,170"]
    assert "does not release" in california[1].text
    assert "does not release" in page.one("section", css="table-notes").text


def test_hourly_pay_says_that_it_is_hourly(client):
    shown = tables(parse(client.get("/careers/actors/pay/")))
    new_york = next(row for row in shown["states"] if row[0].text == "New York")
    assert [cell.text for cell in new_york[1:]] == ["$50.16 an hour", "$28.44 an hour", "6,630"]


def test_top_coded_pay_reads_at_least_and_says_why(client):
    page = parse(client.get("/careers/anesthesiologists/pay/"))
    alaska = next(row for row in tables(page)["states"] if row[0].text == "Alaska")
    assert alaska[1].text == alaska[2].text == "at least $239,200"
    assert "prints no amount above this" in page.one("section", css="table-notes").text


def test_the_picture_names_no_state_that_is_below_the_floor_and_says_the_floor(client):
    for slug in ("actors", "acupuncturists", "aircraft-service-attendants", "registered-nurses"):
        pay = parse(client.get(f"/careers/{slug}/pay/")).one("main")
        best = parse(client.get(f"/careers/{slug}/")).all("section", css="best-paying")[0]
        first = rows(best.one("table"))[0][0].text
        bars = pay.one("figure", css="bar-chart")
        assert f"earn most in {first}:" in bars.one("p", css="chart-title").text
        assert "at least 50 people" in "".join(hint.text for hint in pay.all("p", css="hint"))


def test_the_picture_says_how_many_states_cannot_be_ranked(client):
    """13 states pay anesthesiologists more than is printed: any of them may be the best."""
    page = parse(client.get("/careers/anesthesiologists/pay/"))
    hints = " ".join(hint.text for hint in page.one("main").all("p", css="hint"))
    assert "13 cannot be ranked" in hints


def test_bars_are_as_long_as_the_pay_they_stand_for(client):
    chart = parse(client.get(NURSES)).one("figure", css="bar-chart")
    bars = chart.one("ul", css="chart-rows").all("li")
    assert len(bars) == 20
    drawn = [
        (amount(bar.one("span", css="chart-value").text), float(bar.one("rect").attrs["width"].rstrip("%")))
        for bar in bars
    ]
    scale = drawn[0][1] / drawn[0][0]
    assert all(width == pytest.approx(pay * scale, abs=0.02) for pay, width in drawn)
    assert drawn == sorted(drawn, reverse=True)


def test_where_no_state_is_above_the_floor_there_is_no_picture_but_every_place(client):
    page = parse(client.get("/careers/cooks-private-household/pay/"))
    assert not page.all("figure", css="bar-chart")
    places = {name.text for table in tables(page).values() for name, *_ in table}
    assert places == {name for kinds in KINDS.values() for name in wages_of("35-2013", kinds)}
    assert len(places) == 3
    assert "does not release" in page.one("section", css="table-notes").text


def test_a_career_without_any_local_pay_says_so(client):
    page = parse(client.get("/careers/prosthodontists/pay/")).one("main")
    assert not page.all("table")
    assert page.one("p", css="lede").text.startswith("No source loaded here gives the pay")


def test_a_job_title_without_local_pay_leads_to_the_nearest_official_occupation(client):
    page = parse(client.get("/careers/patient-service-coordinator/pay/")).one("main")
    assert not page.all("table")
    nearest = Occupation.objects.get(soc_code="43-6013")
    assert page.links[nearest.title] == f"{nearest.get_absolute_url()}pay/"


def test_a_long_table_of_areas_is_folded_until_it_is_sorted(client):
    def areas(query=""):
        page = parse(client.get(f"/careers/registered-nurses/pay/{query}"))
        return next(fold for fold in page.all("details") if "All " in fold.one("summary").text)

    assert "open" not in areas().attrs
    assert "open" in areas("?sort=place").attrs


def states_on_map(page) -> dict[str, str]:
    """What the map says of each state and territory, by name."""
    figure = page.one("figure", css="us-map")
    said = [title.text for title in figure.one("svg", css="map-sheet").all("title")]
    beside = figure.one("ul", css="map-beside").all("li")
    texts = dict(text.split(": ", 1) for text in said)
    return texts | {
        name: item.text.strip().removeprefix(name).strip()
        for item in beside
        for name in ["District of Columbia", "Guam", "Puerto Rico", "Virgin Islands"]
        if item.text.strip().startswith(name)
    }


@pytest.mark.parametrize(("slug", "code"), [("registered-nurses", "29-1141"), ("actors", "27-2011")])
def test_the_map_says_of_each_state_what_its_row_says(client, slug, code):
    page = parse(client.get(f"/careers/{slug}/pay/"))
    said = states_on_map(page)
    assert len(said) == 54
    listed = {name.text: mean for name, mean, *_ in tables(page)["states"]}
    for name, text in said.items():
        if name not in listed:
            assert "No source loaded here gives this figure" in text
        elif amount(listed[name].text) is None:
            assert "does not release" in text
        else:
            assert amount(text) == amount(listed[name].text)
            assert text.endswith("an hour" if slug == "actors" else "a year")


def test_the_map_marks_the_best_paying_state_and_none_where_none_can_be_ranked_for_sure(client):
    nurses = parse(client.get(NURSES))
    best = "highest that can be ranked: California"
    assert best in nurses.one("figure", css="us-map").one("ul", css="chart-legend").text
    assert len(nurses.one("svg", css="map-sheet").all("path", css="map-best")) == 1
    anesthesiologists = parse(client.get("/careers/anesthesiologists/pay/"))
    assert "highest that can" not in anesthesiologists.one("figure", css="us-map").text
    assert not anesthesiologists.one("figure", css="us-map").all("path", css="map-best")


def test_a_state_that_pays_more_than_is_printed_is_shaded_neither_as_little_nor_as_much(client):
    page = parse(client.get("/careers/anesthesiologists/pay/"))
    above = {name.text for name, mean, *_ in tables(page)["states"] if mean.text.startswith("at least")}
    assert len(above) == 13
    drawn = page.one("svg", css="map-sheet").all("path", css="map-above")
    assert {path.one("title").text.split(":")[0] for path in drawn} == above
    assert "cannot be ranked" in page.one("figure", css="us-map").one("ul", css="chart-legend").text


def test_the_map_is_a_picture_for_the_pointer_and_the_table_has_its_links_for_all(client):
    page = parse(client.get(NURSES))
    sheet = page.one("svg", css="map-sheet")
    assert sheet.attrs["aria-hidden"] == "true"
    links = [link.attrs for link in sheet.all("a")]
    assert all(link["tabindex"] == "-1" for link in links)
    listed = {cells[0].one("a").attrs["href"] for cells in tables(page)["states"]}
    assert {link["href"] for link in links} <= listed


def test_the_order_of_the_table_changes_nothing_on_the_map(client):
    assert states_on_map(parse(client.get(NURSES))) == states_on_map(
        parse(client.get(f"{NURSES}?sort=place"))
    )
