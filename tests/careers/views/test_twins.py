"""The twins of pages for machines: the same figures, each with source, release, unit and reason."""

import csv
import io
import random
import re

import pytest

from careers.models import Occupation, Release, StatedFact
from tests.site.html import parse

pytestmark = pytest.mark.django_db

TOLD = ("figure", "label", "text", "unit", "kind", "area", "source", "release", "missing_reason")
WITHOUT_UNIT = {"name", "class", "rating"}
PAGES = {
    "a career": "/careers/registered-nurses",
    "a career paid by the hour": "/careers/actors",
    "a job title": "/careers/patient-service-coordinator",
    "outlook": "/careers/registered-nurses/outlook",
    "skills of a job title": "/careers/patient-service-coordinator/skills",
    "pay by place": "/careers/registered-nurses/pay",
    "pay by place with gaps": "/careers/actors/pay",
    "the list": "/careers",
    "unlike careers": "/compare/patient-service-coordinator-vs-registered-nurses",
}


def figures(data) -> list[dict]:
    """Every figure anywhere in a twin."""
    if isinstance(data, list):
        return [figure for item in data for figure in figures(item)]
    if not isinstance(data, dict):
        return []
    return [data] if "figure" in data else [figure for item in data.values() for figure in figures(item)]


def lines(response) -> list[dict]:
    return list(csv.DictReader(io.StringIO(response.content.decode())))


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_every_figure_has_source_release_unit_and_reason(client, address):
    found = figures(client.get(f"{address}.json").json())
    assert found
    for figure in found:
        assert figure["label"], figure
        assert figure["unit"] or figure["kind"].split(" ")[0] in WITHOUT_UNIT, figure
        if figure["missing_reason"]:
            assert figure["value"] is None, figure
            assert figure["text"] == "-", figure
            assert len(figure["missing_reason_text"].split()) > 3, figure
        else:
            assert figure["source"], figure
            assert figure["release"], figure
            assert figure["value"] not in (None, "", []), figure
            assert figure["missing_reason_text"] == "", figure


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_both_twins_hold_the_same_figures_in_the_same_order(client, address):
    as_json = figures(client.get(f"{address}.json").json())
    as_csv = lines(client.get(f"{address}.csv"))
    assert len(as_json) == len(as_csv)
    for one, other in zip(as_json, as_csv, strict=True):
        for name in (
            "figure",
            "label",
            "text",
            "unit",
            "kind",
            "area",
            "source",
            "release",
            "missing_reason",
        ):
            assert one[name] == other[name].removeprefix("'"), (name, one)
        if isinstance(one["value"], int | float) and not isinstance(one["value"], bool):
            assert float(other["value"]) == one["value"]


@pytest.mark.parametrize("name", ["a career", "a career paid by the hour", "a job title"])
def test_a_twin_holds_what_its_page_shows(client, name):
    page = parse(client.get(f"{PAGES[name]}/"))
    told = {figure["label"]: figure["text"] for figure in figures(client.get(f"{PAGES[name]}.json").json())}
    for shown in page.one("ul", css="figure-list").all("div", css="figure"):
        label = shown.one("p", css="figure-label").text
        assert told[label] == shown.one("p", css="figure-value").text


def test_a_figure_of_an_area_names_it(client):
    for place in client.get("/careers/actors/pay.json").json()["places"]:
        assert {figure["area"] for figure in place["figures"]} == {place["name"]}
    national = figures(client.get("/careers/actors.json").json())
    assert {figure["area"] for figure in national} == {"United States"}


def test_pay_above_the_top_code_is_marked(client):
    places = client.get("/careers/anesthesiologists/pay.json").json()["places"]
    alaska = next(place for place in places if place["name"] == "Alaska")["figures"][0]
    assert (alaska["at_least"], alaska["value"], alaska["text"]) == (True, 239200, "at least $239,200")


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_a_twin_has_no_other_formats(client, address):
    for twin in ("xml", "jso", "JSON", "json.csv", "html"):
        assert client.get(f"{address}.{twin}").status_code == 404


def test_a_file_is_named_after_its_page(client):
    for address, name in (
        ("/careers.csv", "careers.csv"),
        ("/careers/actors.csv", "actors.csv"),
        ("/careers/actors/pay.csv", "actors-pay.csv"),
        ("/compare/actors-vs-dancers.csv", "actors-vs-dancers.csv"),
    ):
        assert client.get(address)["Content-Disposition"] == f'attachment; filename="{name}"'


def test_names_keep_their_letters(client):
    Occupation.objects.filter(soc_code="27-2011").update(title="Acteurs à l’étranger")
    for twin in ("json", "csv"):
        response = client.get(f"/careers.{twin}?q=acteurs")
        assert "Acteurs à l’étranger" in response.content.decode("utf-8")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "-2+3+cmd|' /C calc'!"])
def test_no_cell_of_a_csv_file_is_a_formula(client, start):
    hostile = f"{start}HYPERLINK(1)"
    career = Occupation.objects.create(title=hostile, slug="hostile", level="job_title")
    release = Release.objects.get(source__slug="reference-page")
    release.label = hostile
    release.save()
    for topic in (StatedFact.Topic.COMMON_MAJOR, StatedFact.Topic.BEST_PAYING_CITY):
        StatedFact.objects.create(occupation=career, release=release, topic=topic, text=hostile)
    for address in ("/careers.csv?q=HYPERLINK", "/careers/hostile.csv", "/compare/hostile-vs-actors.csv"):
        cells = [cell for line in csv.reader(io.StringIO(client.get(address).content.decode(), newline=""))
                 for cell in line]  # fmt: skip
        assert any("HYPERLINK" in cell for cell in cells)
        # A lone dash is a missing figure, and a number below zero is a number.
        risky = [cell for cell in cells if re.match(r"[=+@\t\r\n-]", cell)]
        assert [cell for cell in risky if not re.fullmatch(r"-|-[\d,.]+%?", cell)] == []


def test_twins_of_random_careers_are_whole(client):
    slugs = list(Occupation.objects.listed().order_by("slug").values_list("slug", flat=True))
    for slug in random.Random(3).sample(slugs, 25):
        found = figures(client.get(f"/careers/{slug}.json").json())
        assert len(found) == len(lines(client.get(f"/careers/{slug}.csv")))
        assert all(bool(figure["missing_reason"]) == (figure["value"] is None) for figure in found)
        assert not re.search(r"\bnan\b|\bNone\b(?! of)", " ".join(
            figure["text"] + figure["note"] for figure in found if figure["kind"] != "class"))  # fmt: skip
