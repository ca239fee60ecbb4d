"""Whether a career grows: its projection in full, against others, and what was projected before."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from careers.models import Occupation, Projection, Release
from tests.careers.zymology import ATTRIBUTION, Zymologists
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db

NURSES = "/careers/registered-nurses/outlook/"


def read(client, address=NURSES):
    response = client.get(address)
    assert response.status_code == 200
    return parse(response)


def projection(code="29-1141") -> Projection:
    return Projection.objects.get(occupation__soc_code=code, is_current=True)


def figures(page) -> dict[str, str]:
    return {
        figure.one("p", css="figure-label").text: figure.one("p", css="figure-value").text
        for figure in page.all("ul", css="figure-list")[0].all("div", css="figure")
    }


def tables(page) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in rows(part.one("table"))]
        for part in page.all("details", css="chart-table")
    ]


@pytest.mark.parametrize("code", ["29-1141", "49-9091", "27-2011", "15-1252"])
def test_the_figures_are_those_of_the_projection(client, code):
    outlook = projection(code)
    shown = figures(read(client, f"{outlook.occupation.get_absolute_url()}outlook/"))
    assert shown == {
        "Employment at the start": f"{outlook.employment_base:,}",
        "Employment at the end": f"{outlook.employment_target:,}",
        "Change in jobs": f"{outlook.change_number:,}",
        "Growth rate": f"{outlook.change_percent.normalize():f}%",
        "Openings": f"{outlook.openings_annual:,}",
        "Self-employed": f"{outlook.percent_self_employed.normalize():f}%",
        "Entry education": outlook.get_entry_education_display(),
        "Experience asked for": outlook.get_work_experience_display(),
        "Training on the job": outlook.get_job_training_display(),
    }


def test_openings_are_told_from_jobs_that_are_open_today(client):
    assert "It is not a job advertised today." in read(client).one("main").text


def test_the_pictures_show_both_ends_and_growth_against_the_group_and_all(client):
    own, group = projection(), projection("29-0000")
    everyone = Projection.objects.get(occupation__level="total", is_current=True)
    jobs, growth = tables(read(client))[:2]
    assert jobs == [
        ["2024", f"{own.employment_base:,}"],
        ["2034, projected", f"{own.employment_target:,}"],
    ]
    assert growth == [
        ["Registered Nurses", f"{own.change_percent.normalize():f}%"],
        ["Healthcare Practitioners and Technical Occupations", f"{group.change_percent.normalize():f}%"],
        ["All occupations", f"{everyone.change_percent.normalize():f}%"],
    ]


def test_a_missing_figure_says_why_and_its_picture_is_left_out(client):
    outlook = projection()
    gone = ("employment_target", "change_number", "change_percent")
    Projection.objects.filter(pk=outlook.pk).update(
        missing=dict.fromkeys(gone, "suppressed"), **dict.fromkeys(gone)
    )
    page = read(client)
    assert figures(page)["Employment at the end"] == figures(page)["Growth rate"] == "-"
    assert "does not release this figure" in page.one("main").text
    assert "is not known" in page.one("p", css="lede").text
    drawn = [figure.attrs["aria-labelledby"] for figure in page.all("figure", css="bar-chart")]
    assert drawn == ["growth-related-title"]  # of the related careers alone


def test_an_earlier_round_is_shown_apart_as_replaced(client):
    assert "What was projected before" not in read(client).one("main").text
    current = projection()
    release = Release.objects.create(source=current.release.source, label="2014–24")
    current.pk = None
    current.release, current.is_current = release, False
    current.base_year, current.target_year, current.change_percent = 2014, 2024, Decimal("16.0")
    current.save()
    page = read(client)
    before = page.all("ul", css="figure-list")[1].text
    assert "16%" in before
    assert "2014 to 2024" in before
    assert "16%" not in page.all("ul", css="figure-list")[0].text + page.one("p", css="lede").text
    assert "replaced by the one above" in page.one("main").text
    parts = {entry["part"]: entry for entry in client.get(NURSES[:-1] + ".json").json()["entries"]}
    assert parts["earlier_projection"]["name"] == "2014–24"
    assert {figure["release"] for figure in parts["earlier_projection"]["figures"]} == {"2014–24"}


def test_related_careers_grow_beside_it_in_their_order_under_the_attribution(client):
    made = Zymologists()
    made.relate("29-1171", "49-9091")
    own = projection()
    own.pk, own.occupation = None, made.occupation
    own.release = Release.objects.create(source=own.release.source, label="now", period_end=date(2024, 1, 1))
    own.save()
    page = read(client, "/careers/zymologists/outlook/")
    assert [name for name, _ in tables(page)[-1]] == [
        "Zymologists",
        "Nurse Practitioners",
        "Coin, Vending, and Amusement Machine Servicers and Repairers",
    ]
    assert page.one("section", css="related").links["Nurse Practitioners"] == (
        "/careers/nurse-practitioners/outlook/"
    )
    assert page.one("main").text.count(ATTRIBUTION) == 1


def test_a_job_title_says_that_its_years_are_not_stated_and_is_not_drawn(client):
    page = read(client, "/careers/patient-service-coordinator/outlook/")
    assert "does not say over which years" in page.one("p", css="lede").text
    assert not page.all("figure", css="bar-chart")
    nearest = Occupation.objects.get(slug="patient-service-coordinator").closest_occupation
    assert page.one("main").links[nearest.title] == f"{nearest.get_absolute_url()}outlook/"


def test_a_career_that_none_projects_says_so_and_leads_to_its_neighbours(client):
    Zymologists()
    page = read(client, "/careers/zymologists/outlook/")
    assert page.one("p", css="lede").text == (
        "No source loaded here projects the number of jobs in this career."
    )
    assert len([url for url in page.one("main").links.values() if url.endswith("/outlook/")]) == 5
    assert "Outlook" not in page.one("nav", css="subnav").links


def test_the_twins_hold_what_the_page_holds(client):
    told = client.get(NURSES[:-1] + ".json").json()["entries"]
    assert [(entry["part"], entry["name"]) for entry in told][:3] == [
        ("occupation", ""),
        ("group", "Healthcare Practitioners and Technical Occupations"),
        ("all", "All occupations"),
    ]
    shown = figures(read(client))
    assert {figure["label"]: figure["text"] for figure in told[0]["figures"]} == shown
    table = list(csv.DictReader(io.StringIO(client.get(NURSES[:-1] + ".csv").content.decode())))
    assert [(row["part"], row["name"], row["text"]) for row in table] == [
        (entry["part"], entry["name"], figure["text"]) for entry in told for figure in entry["figures"]
    ]


def test_the_page_takes_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        client.get(NURSES)
