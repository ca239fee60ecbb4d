"""What it takes and what people hold: the education page of an occupation."""

import csv
import io

import pytest

from careers.models import (
    College,
    EducationShare,
    FieldOfStudy,
    JobZone,
    Major,
    MajorEarnings,
    MajorRoute,
    Occupation,
    PreparationShare,
    Program,
    Release,
    Source,
)
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

PAGE = "/careers/wind-turbine-service-technicians/education"  # entry: postsecondary nondegree award
DEGREES = {"high_school": "40.0", "some_college": "35.0", "associate": "25.0"}


@pytest.fixture
def release():
    source = Source.objects.create(
        slug="study",
        name="A study",
        short_name="Study",
        publisher="Somebody",
        licence="CC BY 4.0",
        attribution="Includes information of the study.",
    )
    return Release.objects.create(source=source, label="2021")


@pytest.fixture
def technicians():
    found = Occupation.objects.get(slug="wind-turbine-service-technicians")
    for model in (EducationShare, PreparationShare, JobZone, MajorRoute):
        model.objects.filter(occupation=found).delete()
    return found


@pytest.fixture
def degrees(technicians, release):
    for attainment, percent in DEGREES.items():
        EducationShare.objects.create(
            occupation=technicians, release=release, attainment=attainment, percent=percent, is_group=True
        )


@pytest.fixture
def answers(technicians, release):
    for category, percent in enumerate(["0", "10.5", None, "69.25", "0"], start=1):
        PreparationShare.objects.create(
            occupation=technicians,
            release=release,
            scale="experience",
            category=category,
            percent=percent,
            standard_error="1.5" if percent else None,
            missing={} if percent else {"percent": "unreliable"},
        )


@pytest.fixture
def majors(technicians, release):
    energy = FieldOfStudy.objects.create(
        code="98.17", title="Energy Systems", slug="energy-systems-test", census_major="9999"
    )
    wind = Major.objects.create(code="98.1704", title="Wind Energy Technology", field=energy)
    MajorRoute.objects.create(occupation=technicians, release=release, major=wind)
    for number, people in enumerate([None, 20, 50]):
        college = College.objects.create(
            unit_id=f"9{number}", name=f"College {number}", slug=f"college-9{number}"
        )
        for credential, completers in (("certificate", people), ("bachelor", 900)):
            Program.objects.create(
                field=energy,
                college=college,
                release=release,
                credential=credential,
                completers=completers,
                missing={} if completers else {"completers": "suppressed"},
            )
    MajorEarnings.objects.create(
        census_major="9999", title="Energy", release=release, employed=1, median=50000, p25=40000, p75=60000
    )


def table(page, caption):
    return next(found for found in page.all("table") if caption in found.one("caption").text)


def test_what_entry_asks_for_stands_first(client, technicians):
    page = parse(client.get(f"{PAGE}/"))
    assert "Entry typically asks for a postsecondary nondegree award." in page.one("p", css="lede").text
    labels = [label.text for label in page.all("p", css="figure-label")]
    assert labels[:4] == ["Time to become", "Entry education", "Experience asked for", "Training on the job"]


def test_degrees_held_stand_lowest_first_with_the_wider_group_said(client, degrees):
    page = parse(client.get(f"{PAGE}/"))
    held = table(page, "in the wider group of Wind Turbine Service Technicians")
    assert [[cell.text for cell in row] for row in rows(held)] == [
        ["High school diploma or equivalent", "40.0%"],
        ["Some college, no degree", "35.0%"],
        ["Associate's degree", "25.0%"],
    ]
    assert "A figure of a wider group" in page.text
    assert "What people hold is not what entry asks for." in page.text


def test_an_answer_the_publisher_advises_against_is_not_shown_but_explained(client, answers):
    page = parse(client.get(f"{PAGE}/"))
    given = [[cell.text for cell in row] for row in rows(table(page, "Related experience"))]
    assert ["Up to 1 month", "10.5% ± standard error 1.50"] in given
    assert "advises against using this figure" in page.text
    assert len(given) == 5


def test_answers_nobody_gave_are_left_out_of_the_picture_at_its_ends(client, answers):
    page = parse(client.get(f"{PAGE}/"))
    drawn = [label.text for label in page.all("span", css="chart-label")]
    assert "Up to 1 month" in drawn
    assert "No experience" not in drawn


def test_related_majors_are_called_related_and_counted_at_the_credential_of_entry(client, majors):
    page = parse(client.get(f"{PAGE}/"))
    fields = rows(table(page, "Related fields of study"))
    assert [cell.text for cell in fields[0]] == ["Energy Systems", "Wind Energy Technology", "70"]
    assert "nobody counted what people in it studied" in page.text
    assert "undergraduate certificates" in page.text


def test_the_colleges_that_graduate_most_come_in_order(client, majors):
    page = parse(client.get(f"{PAGE}/"))
    colleges = rows(table(page, "Colleges that graduate most in related majors"))
    assert [[cell.text for cell in row] for row in colleges] == [
        ["College 2", "not known", "50"],
        ["College 1", "not known", "20"],
    ]
    assert "where its graduates work is not known" in page.text


def test_earnings_by_major_show_their_years(client, majors):
    page = parse(client.get(f"{PAGE}/"))
    assert page.with_id("earnings").text == "Earnings by major, 2021"
    assert [cell.text for cell in rows(table(page, "Earnings by major"))[0]] == ["Energy", "$50,000"]


def test_an_occupation_that_no_major_leads_to_says_so_with_the_source(client, technicians, release):
    field = FieldOfStudy.objects.get_or_create(code="99.99", defaults={"title": "None", "slug": "none"})[0]
    none = Major.objects.get_or_create(code=Major.NONE_CODE, defaults={"title": "None", "field": field})[0]
    MajorRoute.objects.create(occupation=technicians, release=release, major=none)
    page = parse(client.get(f"{PAGE}/"))
    assert "relates no major to this occupation" in page.text
    assert "/sources/study/" in page.links.values()


def test_an_occupation_without_any_crosswalk_says_that_no_source_is_loaded(client, technicians):
    assert "No source loaded here gives this figure" in parse(client.get(f"{PAGE}/")).text


def test_the_attribution_of_the_licence_stands_on_the_page_and_in_its_twin(client, degrees):
    assert "Includes information of the study." in parse(client.get(f"{PAGE}/")).text
    assert "Includes information of the study." in client.get(f"{PAGE}.json").content.decode()


def test_the_twins_hold_all_that_the_page_shows(client, degrees, answers, majors):
    told = client.get(f"{PAGE}.json").json()
    parts = {}
    for entry in told["entries"]:
        parts.setdefault(entry["part"], []).extend(entry["figures"])
    assert [cell["value"] for cell in parts["held"][1:]] == [40, 35, 25]
    assert [cell["value"] for cell in parts["required_experience"]] == [0, 10.5, None, 69.25, 0]
    assert parts["required_experience"][2]["missing_reason"] == "unreliable"
    assert [cell["value"] for cell in parts["related_colleges"]] == ["College 2", 50, 20]
    lines = list(csv.DictReader(io.StringIO(client.get(f"{PAGE}.csv").content.decode())))
    assert [line["text"] for line in lines] == [
        cell["text"] for entry in told["entries"] for cell in entry["figures"]
    ]


def test_a_job_title_shows_what_its_source_states(client):
    page = parse(client.get("/careers/patient-service-coordinator/education/"))
    assert "2 to 4 years" in page.text
    assert "Business" in page.text


def test_an_unknown_career_is_a_404_with_near_names(client):
    response = client.get("/careers/regstered-nurses/education/")
    assert response.status_code == 404
    assert "/careers/registered-nurses/" in parse(response).links.values()


def test_the_page_stays_within_its_queries(client, degrees, answers, majors, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        client.get(f"{PAGE}/")
