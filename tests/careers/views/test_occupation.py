"""One career: its figures with their sources and reasons, where it pays best, and no dead end."""

import re
from decimal import Decimal

import pytest

from careers.models import Area, Occupation, Projection, WageEstimate
from tests.site.html import parse, rows

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client):
    def read(slug):
        response = client.get(f"/careers/{slug}/")
        assert response.status_code == 200
        return parse(response)

    return read


def figures(page) -> dict:
    """Label → the figure's element."""
    return {
        figure.one("p", css="figure-label").text: figure
        for figure in page.one("ul", css="figure-list").all("div", css="figure")
    }


def value(figure) -> str:
    return figure.one("p", css="figure-value").text


def wage_of(code: str) -> WageEstimate:
    return WageEstimate.objects.national().get(occupation__soc_code=code, is_current=True)


@pytest.mark.parametrize("code", ["29-1141", "15-1252", "47-2111", "39-5011", "11-1011", "53-2011"])
def test_the_figures_are_those_of_the_sources(page, code):
    wage, outlook = wage_of(code), Projection.objects.get(occupation__soc_code=code, is_current=True)
    shown = {label: value(figure) for label, figure in figures(page(wage.occupation.slug)).items()}
    assert shown["Yearly salary"] == f"${wage.annual_mean:,}"
    assert shown["Median salary"] == f"${wage.annual_median:,}"
    if wage.hourly_mean is not None:
        assert shown["Hourly rate"] == f"${wage.hourly_mean:,}"
    assert shown["Salary range"] == f"${wage.annual_p10:,} to ${wage.annual_p90:,}"
    assert shown["Number of jobs"] == f"{wage.employment:,}"
    assert Decimal(shown["Growth rate"].rstrip("%")) == outlook.change_percent
    assert shown["Openings"] == f"{outlook.openings_annual:,}"
    assert shown["Entry education"] == outlook.get_entry_education_display()


@pytest.mark.parametrize("slug", ["registered-nurses", "actors", "patient-service-coordinator"])
def test_every_figure_says_where_it_is_from_and_a_missing_one_why(page, slug):
    for label, figure in figures(page(slug)).items():
        source = figure.one("details", css="figure-source")
        assert any(url.startswith("/sources/") for url in source.links.values()), label
        assert source.one("summary").text.endswith(label)
        reasons = figure.all("p", css="figure-reason")
        assert bool(reasons) == (value(figure) == "-"), label


def test_a_mean_and_a_median_are_called_so_and_carry_their_error(page):
    shown = figures(page("registered-nurses"))
    assert "mean" in shown["Yearly salary"].one("p", css="figure-unit").text
    assert "median" in shown["Median salary"].one("p", css="figure-unit").text
    error = wage_of("29-1141").wage_rse
    assert f"relative standard error {error.normalize():f}%" in shown["Yearly salary"].text
    assert "relative standard error" not in shown["Median salary"].text


def test_a_career_paid_by_the_hour_says_why_its_yearly_pay_is_missing(page):
    actors = page("actors")
    yearly = figures(actors)["Yearly salary"]
    assert value(yearly) == "-"
    assert yearly.one("p", css="figure-reason").text.startswith("Only hourly pay is published")
    assert value(figures(actors)["Hourly rate"]) == "$58.29"
    assert "yearly pay is not published" in actors.one("p", css="lede").text


def test_a_career_paid_by_the_year_says_why_its_hourly_pay_is_missing(page):
    hourly = figures(page("chief-executives"))["Hourly rate"]
    assert value(hourly) == "$129.63"
    hourly = figures(page("airline-pilots-copilots-and-flight-engineers"))["Hourly rate"]
    assert value(hourly) == "-"
    assert hourly.one("p", css="figure-reason").text.startswith("Only yearly pay is published")


def test_top_coded_pay_reads_at_least(page):
    wage = wage_of("29-1211")
    names = ("annual_mean", "annual_median", "annual_p75", "annual_p90", "hourly_mean")
    WageEstimate.objects.filter(pk=wage.pk).update(
        missing={**wage.missing, **dict.fromkeys(names, "top_coded")}, **dict.fromkeys(names)
    )
    shown = page("anesthesiologists")
    assert value(figures(shown)["Yearly salary"]) == "at least $239,200"
    assert value(figures(shown)["Hourly rate"]).startswith("at least $115")
    assert value(figures(shown)["Salary range"]).endswith("to at least $239,200")
    assert "earn at least $239,200 a year on average" in shown.one("p", css="lede").text
    assert shown.all("path", css="range-open")
    table = shown.one("details", css="chart-table").one("table")
    assert {name.text: amount.text for name, amount in rows(table)}["90th percentile"] == "at least $239,200"


def test_the_picture_of_pay_and_its_table_agree(page):
    shown = page("registered-nurses")
    wage = wage_of("29-1141")
    table = rows(shown.one("details", css="chart-table").one("table"))
    names = ("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90", "annual_mean")
    assert [amount.text for _, amount in table] == [f"${getattr(wage, name):,}" for name in names]
    drawn = shown.one("svg", css="chart-plot")
    outer, inner = drawn.one("line", css="range-outer"), drawn.one("line", css="range-inner")
    ends = [float(line.attrs[x].rstrip("%")) for line, x in (
        (outer, "x1"), (inner, "x1"), (inner, "x2"), (outer, "x2"))]  # fmt: skip
    assert ends == sorted(ends)
    assert ends[3] / ends[0] == pytest.approx(wage.annual_p90 / wage.annual_p10, rel=0.01)


@pytest.mark.parametrize("code", ["29-1141", "27-2011", "53-2011", "45-2021", "19-2012"])
def test_each_best_paying_list_says_its_floor_and_keeps_to_it(page, code):
    career = Occupation.objects.get(soc_code=code)
    sections = page(career.slug).all("section", css="best-paying")
    assert [section.one("h3").text for section in sections] == [
        f"Best paying {noun}" for noun in ("states and territories", "metropolitan areas", "industry sectors")
    ]
    for section in sections:
        floor = section.all("p", css="hint")[-1].text
        assert "at least 50 people" in floor
        assert "15%" in floor
        table = rows(section.one("table"))
        assert 1 <= len(table) <= 5
        assert all(int(people.text.replace(",", "")) >= 50 for *_, people in table)
        amounts = [float(re.search(r"\$([\d,.]+)", pay.text)[1].replace(",", "")) for _, pay, _ in table]
        assert amounts == sorted(amounts, reverse=True)
        assert "/sources/oews/" in section.links.values()


def test_the_best_paying_state_is_that_of_a_count_by_hand(page):
    career = Occupation.objects.get(soc_code="29-1141")
    states = career.wage_estimates.filter(
        is_current=True, area__kind=Area.Kind.STATE, industry__code="000000"
    ).select_related("area")
    ranked = [wage for wage in states if (wage.employment or 0) >= 50 and (wage.wage_rse or 100) <= 15]
    best = max(ranked, key=lambda wage: wage.annual_mean or 0)
    first = rows(page(career.slug).all("section", css="best-paying")[0].one("table"))[0]
    assert [cell.text for cell in first] == [
        best.area.name, f"${best.annual_mean:,}", f"{best.employment:,}",
    ]  # fmt: skip


def test_a_place_below_the_floor_is_not_called_the_best(page):
    career = Occupation.objects.get(soc_code="29-1141")
    states = career.wage_estimates.filter(area__name="Ohio", industry__code="000000")
    states.update(annual_mean=400_000, annual_p90=450_000, wage_rse="15.1")
    ohio = rows(page(career.slug).all("section", css="best-paying")[0].one("table"))
    assert "Ohio" not in [name.text for name, *_ in ohio]
    states.update(wage_rse="15.0")
    ohio = rows(page(career.slug).all("section", css="best-paying")[0].one("table"))
    assert ohio[0][0].text == "Ohio"


def test_a_job_title_says_that_it_is_none_of_the_official_ones_and_names_the_nearest(page):
    shown = page("patient-service-coordinator").one("main")
    assert "no official occupation" in shown.text
    nearest = Occupation.objects.get(soc_code="43-6013")
    assert shown.links[nearest.title] == nearest.get_absolute_url()


def test_a_career_leads_to_its_group_and_to_a_comparison(client, page):
    shown = page("registered-nurses").one("main")
    group = next(url for url in shown.links.values() if "group=" in url)
    assert "registered-nurses" in client.get(group.replace("/careers/", "/careers.json", 1)).content.decode()
    form = shown.one("form", css="compare-form")
    (hidden,) = [field for field in form.all("input") if field.attrs.get("type") == "hidden"]
    query = {hidden.attrs["name"]: hidden.attrs["value"], "b": "Actors"}
    response = client.get(form.attrs["action"], query)
    assert response.url == "/compare/registered-nurses-vs-actors/"


@pytest.mark.parametrize(
    ("slug", "meant"),
    [
        ("regstered-nurses", "registered-nurses"),
        ("registered-nurse", "registered-nurses"),
        ("Registered-Nurses", "registered-nurses"),
        ("nurses", "registered-nurses"),
        ("electrician", "electricians"),
        ("accountant", "accountants-and-auditors"),
        ("actors_", "actors"),
        ("patient-services-coordinator", "patient-service-coordinator"),
    ],
)
@pytest.mark.parametrize("rest", ["", "pay/"])
def test_a_slug_that_is_none_is_not_found_and_the_nearest_is_offered(client, slug, meant, rest):
    response = client.get(f"/careers/{slug}/{rest}")
    assert response.status_code == 404
    assert f"/careers/{meant}/" in parse(response).one("main").links.values()


@pytest.mark.parametrize("slug", ["xqzvw", "a", "-", "29-1141x", "0" * 3000, "major-group"])
def test_a_slug_near_to_none_is_plainly_not_found(client, slug):
    assert client.get(f"/careers/{slug}/").status_code == 404


def test_a_group_of_occupations_is_no_career(client):
    for group in Occupation.objects.exclude(level__in=Occupation.LISTED_LEVELS)[:5]:
        assert client.get(f"/careers/{group.slug}/").status_code == 404
