"""Who does the work: the page of the people in an occupation."""

import csv
import io

import pytest

from careers.models import AgeEstimate, DemographicShare, Occupation, Release, Source
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

PAGE = "/careers/wind-turbine-service-technicians/demographics"
RACES = {"White": "72.6", "Black or African American": "15.6", "Asian": None, "Hispanic or Latino": "9.0"}
AGES = {"16 to 24 years": "20.0", "25 to 34 years": "50.0", "35 years and over": "30.0"}


@pytest.fixture
def survey():
    source = Source.objects.create(
        slug="survey", name="A survey", short_name="Survey", publisher="Somebody", licence="Public domain"
    )
    return Release.objects.create(source=source, label="2023")


@pytest.fixture
def older_survey():
    source = Source.objects.create(
        slug="older",
        name="An older survey",
        short_name="Older survey",
        publisher="Somebody",
        licence="Public domain",
        note="Full-time workers only.",
    )
    return Release.objects.create(source=source, label="2016")


@pytest.fixture
def technicians():
    found = Occupation.objects.get(slug="wind-turbine-service-technicians")
    DemographicShare.objects.filter(occupation=found).delete()
    AgeEstimate.objects.filter(occupation=found).delete()
    return found


def share(occupation, release, characteristic, category, percent, **fields):
    missing = {} if percent else {"percent": "suppressed"}
    return DemographicShare.objects.create(
        occupation=occupation,
        release=release,
        characteristic=characteristic,
        category=category,
        percent=percent,
        missing=missing,
        **fields,
    )


@pytest.fixture
def people(technicians, survey):
    share(technicians, survey, "gender", "Women", "37.5", group_title="Installers and technicians")
    for position, (race, percent) in enumerate(RACES.items()):
        share(technicians, survey, "race", race, percent, position=position)
    for position, (ages, percent) in enumerate(AGES.items()):
        share(technicians, survey, "age_group", ages, percent, position=position)
    AgeEstimate.objects.create(occupation=technicians, release=survey, statistic="median", years="31.5")
    return technicians


def table(page, caption):
    return next(found for found in page.all("table") if caption in found.one("caption").text)


def test_the_page_says_who_does_the_work(client, people):
    lede = parse(client.get(f"{PAGE}/")).one("p", css="lede").text
    assert "Half of all Wind Turbine Service Technicians are older than 31.5 years, half are younger." in lede
    assert "62.5% of people in the wider group “Installers and technicians” are men, 37.5% women." in lede
    assert "The largest age group, 50.0%, is that of 25 to 34 years." in lede


def test_every_picture_has_a_table_with_the_same_shares(client, people):
    page = parse(client.get(f"{PAGE}/"))
    ages = table(page, "Ages of Wind Turbine Service Technicians")
    assert [[cell.text for cell in row] for row in rows(ages)] == [
        ["16 to 24 years", "20.0%"],
        ["25 to 34 years", "50.0%"],
        ["35 years and over", "30.0%"],
    ]
    assert len(page.all("svg", css="chart-plot")) == 3 + 3 + 2  # without the race that is not published


def test_shares_that_overlap_and_men_worked_out_say_so(client, people):
    text = parse(client.get(f"{PAGE}/")).text
    assert "Race and Hispanic origin overlap" in text
    assert "The source gives the share of women; men are the rest." in text


def test_a_figure_of_a_wider_group_names_the_group(client, people):
    assert "Installers and technicians" in parse(client.get(f"{PAGE}/")).text
    genders = [
        entry["figures"]
        for entry in client.get(f"{PAGE}.json").json()["entries"]
        if entry["part"] == "gender"
    ]
    assert all("Installers and technicians" in cell["note"] for cell in genders[0])
    assert {cell["wider_group"] for cell in genders[0]} == {"Installers and technicians"}


def test_a_withheld_share_falls_back_to_the_older_survey_and_says_so(
    client, technicians, survey, older_survey
):
    share(technicians, survey, "gender", "Women", None)
    share(technicians, older_survey, "gender", "Women", "5.1", is_fallback=True)
    page = parse(client.get(f"{PAGE}/"))
    assert "94.9% of them are men, 5.1% women." in page.text
    assert "Full-time workers only." in page.text
    assert "/sources/older/" in page.links.values()


def test_a_share_that_nobody_publishes_says_why(client, technicians, survey):
    share(technicians, survey, "gender", "Women", None)
    page = parse(client.get(f"{PAGE}/"))
    assert "The publisher does not release this figure" in page.text
    assert page.all("svg", css="chart-plot") == []


def test_the_twins_hold_every_share_with_its_source(client, people):
    told = client.get(f"{PAGE}.json").json()
    parts = {entry["part"]: entry["figures"] for entry in told["entries"]}
    assert parts["age"][0]["value"] == 31.5
    assert parts["age"][0]["kind"] == "median"
    assert {cell["label"]: cell["value"] for cell in parts["gender"]} == {"Men": 62.5, "Women": 37.5}
    lines = list(csv.DictReader(io.StringIO(client.get(f"{PAGE}.csv").content.decode())))
    figures = [cell for entry in told["entries"] for cell in entry["figures"]]
    assert [line["text"] for line in lines] == [cell["text"] for cell in figures]
    assert {(line["source"], line["release"]) for line in lines if line["part"] != "related"} == {
        ("Survey", "2023")
    }


def test_an_occupation_nobody_describes_says_so_and_is_absent_from_the_navigation(client, technicians):
    page = parse(client.get(f"{PAGE}/"))
    assert "No source loaded here says who does this work." in page.text
    assert f"{PAGE}/" not in [link.attrs["href"] for link in page.one("nav", css="subnav").all("a")]


def test_a_job_title_shows_what_its_source_states(client):
    text = parse(client.get("/careers/patient-service-coordinator/demographics/")).text
    assert "Average age" in text
    assert "86.6%" in text


def test_an_unknown_career_is_a_404_with_near_names(client):
    response = client.get("/careers/regstered-nurses/demographics/")
    assert response.status_code == 404
    assert "/careers/registered-nurses/" in parse(response).links.values()


def test_the_page_stays_within_its_queries(client, people, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        client.get(f"{PAGE}/")
