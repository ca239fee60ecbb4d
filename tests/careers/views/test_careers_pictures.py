"""The list of careers as a plot and as a map: the same careers, filtered the same, with the same figures."""

import csv
import io
import json

import pytest

from careers.models import Occupation
from careers.selectors.pay_by_state import pay_by_state
from tests.oracles.careers_list import shipped
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

HEALTH = "group=healthcare-support-occupations"


def plot(client, query=""):
    return parse(client.get(f"/careers/?view=plot&{query}")).one("main")


def dots(page) -> dict[str, str]:
    """What the dots say, by where they lead."""
    links = page.one("svg", css="scatter-plot").all("a")
    return {link.attrs["href"]: link.one("title").text for link in links}


def found(client, query: str) -> list[dict]:
    return json.loads(client.get(f"/careers.json?{query}").content)["careers"]


def test_the_plot_has_a_dot_for_every_career_with_pay_and_growth(client):
    expected = {
        f"/careers/{career['slug']}/"
        for career in shipped()
        if career["pay"] is not None and career["growth"] is not None
    }
    assert len(expected) > 800
    assert set(dots(plot(client))) == expected


def test_a_dot_says_the_figures_of_the_list(client):
    said = dots(plot(client, HEALTH))
    listed = found(client, HEALTH)
    assert set(said) == {career["url"] for career in listed}
    for career in listed:
        pay, _, growth = career["figures"]
        assert said[career["url"]] == f"{career['title']}: {pay['text']}, {growth['text']}"


def test_of_very_many_careers_those_that_most_people_work_in_are_drawn(client, monkeypatch):
    monkeypatch.setattr("careers.views.careers_pictures.MOST_DRAWN", 12)
    listed = [career for career in shipped() if career["pay"] is not None and career["growth"] is not None]
    most = sorted(listed, key=lambda career: -(career["employment"] or 0))[:12]
    page = plot(client)
    assert set(dots(page)) == {f"/careers/{career['slug']}/" for career in most}
    assert f"Drawn are those 12 of {len(listed)} careers that most people work in." in page.text
    assert "Drawn are those" not in plot(client, "q=actors").text


def test_dots_are_for_the_pointer_and_the_list_has_their_links_for_all(client):
    page = plot(client, HEALTH)
    picture = page.one("svg", css="scatter-plot")
    assert picture.attrs["aria-hidden"] == "true"
    assert all(link.attrs["tabindex"] == "-1" for link in picture.all("a"))
    assert page.links["The same careers and figures as a list"] == f"/careers/?{HEALTH}"


def test_pay_above_what_is_printed_in_a_place_reads_at_least(client):
    page = plot(client, "place=alaska&q=anesthesiologists")
    assert dots(page)["/careers/anesthesiologists/"].startswith("Anesthesiologists: at least $239,200")
    assert "pays at least as much as this" in page.one("ul", css="chart-legend").text


def test_careers_that_are_not_drawn_are_counted_and_named_with_the_reason(client):
    query = "place=wyoming&unknown=keep&group=legal-occupations"
    page = plot(client, query)
    listed = found(client, query)
    lacking = {career["title"] for career in listed if career["figures"][0]["value"] is None}
    assert lacking
    [fold] = [fold for fold in page.all("details") if "not drawn" in fold.all("summary")[0].text]
    assert fold.one("summary").text.startswith(f"{len(lacking)} career")
    assert set(fold.links) == lacking
    assert all(": " in item.text for item in fold.all("li"))
    assert set(dots(page)) == {career["url"] for career in listed if career["title"] not in lacking}


def test_a_plot_of_nothing_says_so(client):
    page = plot(client, "place=wyoming&unknown=keep&q=prosthodontists")
    assert not page.all("figure")
    assert "None of these careers has both" in page.text


def test_the_map_has_a_row_for_every_state_with_what_the_found_careers_pay_there(client):
    page = parse(client.get(f"/careers/?view=map&{HEALTH}")).one("main")
    ids = {Occupation.objects.get(slug=career["slug"]).pk for career in found(client, HEALTH)}
    expected = {state.name: state for state in pay_by_state(ids)}
    shown = {name.text: cells for name, *cells in rows(page.one("table", css="data-table"))}
    assert set(shown) == set(expected)
    for name, (mean, counted, people) in shown.items():
        state = expected[name]
        assert mean.text.startswith(state.mean.text)
        assert counted.text.startswith(state.careers.text)
        assert ("too few" in counted.text) == state.is_thin
        assert people.text.startswith(state.people.text)


def test_a_state_with_too_little_published_has_a_figure_and_no_shade(client):
    page = parse(client.get("/careers/?view=map")).one("main")
    guam = next(
        item for item in page.one("ul", css="map-beside").all("li") if item.text.strip().startswith("Guam")
    )
    assert "of 832 careers" in guam.text
    assert guam.one("rect").attrs["class"] == "map-thin"
    assert "fewer than half" in page.text


def test_the_map_says_once_what_at_least_means(client):
    text = parse(client.get("/careers/?view=map&q=anesthesiologists")).one("main").text
    assert text.count("above the highest amount that the publisher prints") == 1
    assert "prints no amount above this" not in text
    without = parse(client.get(f"/careers/?view=map&{HEALTH}")).one("main").text
    assert "At least" not in without


def test_the_map_says_how_its_figures_are_computed(client):
    page = parse(client.get("/careers/?view=map")).one("main")
    assert page.links["How it is computed"] == "/figures/#pay_together"
    figures = parse(client.get("/figures/"))
    assert any(element.attrs.get("id") == "pay_together" for element in figures.walk())


def test_the_map_has_twins_of_its_own_figures(client):
    page = parse(client.get(f"/careers/?view=map&{HEALTH}")).one("main")
    assert page.links["JSON"] == f"/careers.json?{HEALTH}&view=map"
    data = json.loads(client.get(page.links["JSON"]).content)
    lines = list(csv.DictReader(io.StringIO(client.get(page.links["CSV"]).content.decode())))
    assert len(lines) == 3 * len(data["states"])
    first = data["states"][0]
    assert [line["text"] for line in lines[:3]] == [figure["text"] for figure in first["figures"]]
    assert [figure["figure"] for figure in first["figures"]] == [
        "pay_together", "careers_together", "people_together",
    ]  # fmt: skip


def test_careers_without_pay_by_state_make_no_map_and_say_so(client):
    page = parse(client.get("/careers/?view=map&q=prosthodontists")).one("main")
    assert found(client, "q=prosthodontists")
    assert not page.all("figure")
    assert "No state can be put beside another" in page.text
