"""The design system on one page: for those who work on it, and for nobody else."""

import re

import pytest

from config.styleguide.tokens import colours
from tests.site.html import parse
from tests.site.test_styles import COMPONENTS

pytestmark = pytest.mark.django_db


# Drawn by scripts, as one types or gathers.
BY_SCRIPTS = {"suggestions", "tray-held"}


def test_it_shows_all_that_the_stylesheet_of_a_component_speaks_of(client):
    shown = {name for part in parse(client.get("/styleguide/?report=1")).walk() for name in part.classes}
    styled = {name for sheet in COMPONENTS.values() for name in re.findall(r"\.([a-z][\w-]*)", sheet)}
    assert styled - shown - BY_SCRIPTS == set()


def test_it_measures_every_colour(client):
    page = parse(client.get("/styleguide/"))
    table = page.all("table")[0]
    assert [row.one("th").text for row in table.one("tbody").all("tr")] == [f"--{name}" for name in colours()]
    ink = next(row for row in table.all("tr") if row.all("th")[0].text == "--ink")
    assert float(ink.all("td")[2].text) > 7


def test_it_shows_what_is_missing_with_its_reason_and_what_is_corrected(client):
    shown = parse(client.get("/styleguide/")).one("main").text
    assert "The publisher withholds it: too few people to name." in shown
    assert "Corrected by the editors: the publisher gives $61,200." in shown


def test_it_shows_figures_in_its_tables_and_an_axis_behind_its_ranges(client):
    page = parse(client.get("/styleguide/"))
    tables, charts = page.all("table", css="compare-table"), page.all("figure", css="range-chart")
    assert (len(tables), len(charts)) == (2, 3)
    for table in tables:
        rows = [row for row in table.one("tbody").all("tr") if "compare-said" not in row.classes]
        columns = [head for head in table.one("thead").all("th") if "compare-corner" not in head.classes]
        assert [len(row.all("p", css="figure-value")) for row in rows] == [len(columns)] * len(rows)
    for chart in charts:
        lines = [
            len(row.all("line", css="chart-grid")) for row in chart.one("ul", css="chart-rows").all("li")
        ]
        assert min(lines) == len(chart.one("svg", css="chart-axis").all("text"))


def test_readers_do_not_find_it(client, settings):
    settings.STYLEGUIDE = False
    assert client.get("/styleguide/").status_code == 404


def test_the_frame_of_the_browser_has_the_colour_of_the_head_of_the_page(client):
    metas = parse(client.get("/styleguide/")).all("meta")
    framed = [meta.attrs["content"] for meta in metas if meta.attrs.get("name") == "theme-color"]
    assert framed == list(colours()["wash"])
