"""The reference pair: every line of its sheet arrives, none of what editors wrote is overwritten."""

import csv
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from careers import models as m
from careers.importers import base, reference_pair

pytestmark = pytest.mark.django_db

IMPORTER = "reference_pair"
SHEET = settings.BASE_DIR / "careers" / "data" / "reference_pair.csv"
COORDINATOR = "Patient Service Coordinator"
HEADER = "job_title,figure,item,value,to\n"


def facts() -> list[dict]:
    with SHEET.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(path: Path = SHEET):
    return base.run(reference_pair.Importer(), path)


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


@pytest.fixture
def sheet(tmp_path):
    """Write a sheet of given lines below the header, each of a job title of its own."""

    def write(*lines: str, header: str = HEADER) -> Path:
        path = tmp_path / "reference_pair.csv"
        path.write_text(header + "".join(f"Lamp Coordinator,{line}\n" for line in lines), encoding="utf-8")
        return path

    return write


# --- every line arrives ----------------------------------------------------------------------------


def stored(fact: dict) -> list:
    """What the database has for a line of the sheet: the value, and the end of a range."""
    of = m.Occupation.objects.get(title=fact["job_title"], level="job_title")
    figure, item = fact["figure"], fact["item"]
    if figure in {"plural_title", "closest_occupation", "summary"}:
        closest = of.closest_occupation.soc_code
        own = {"plural_title": of.plural_title, "closest_occupation": closest, "summary": of.text.summary}
        return [own[figure], None]
    if figure in m.StatedFact.Topic.values:
        statement = of.stated_facts.current().get(topic=figure)
        if statement.missing:
            assert (statement.missing, statement.text) == ({"value": "not_collected"}, "")
        value = "-" if statement.missing else statement.text or statement.low
        return [value, statement.high]
    pay = (of.wage_estimates.national(), {}, figure)
    share = (of.demographic_shares, {"characteristic": figure, "category": item}, "percent")
    rows, which, name = {
        "change_percent": (of.projections, {}, "change_percent"),
        "education_share": (of.education_shares, {"attainment": item}, "percent"),
        "average_age": (of.age_estimates, {"statistic": "mean"}, "years"),
        "skill": (of.skill_ratings, {"skill__name": item}, "rank"),
        **dict.fromkeys(("annual_mean", "hourly_mean", "employment"), pay),
        **dict.fromkeys(("gender", "race", "lgbt"), share),
    }[figure]
    row = rows.get(**which, is_current=True)
    assert row.release.source.slug == "reference-page"
    return [getattr(row, name), None]


def same(value, text: str) -> bool:
    if value is None or isinstance(value, str):
        return (value or "") == text
    return Decimal(str(value)) == Decimal(text)


def name_of(fact: dict) -> str:
    return f"{fact['job_title'][0]} {fact['figure']} {fact['item']}"


@pytest.mark.parametrize("fact", facts(), ids=name_of)
def test_a_line_of_the_sheet_is_in_the_database(fact):
    value, to = stored(fact)
    assert same(value, fact["value"]), (value, fact)
    assert same(to, fact["to"]), (to, fact)


def test_the_database_holds_as_many_facts_as_the_sheet_has_lines():
    figures = Counter(fact["figure"] for fact in facts())
    assert sum(figures.values()) == 62
    release = {"release__source__slug": "reference-page"}
    assert m.WageEstimate.objects.filter(**release).count() == 2
    assert m.Projection.objects.filter(**release).count() == figures["change_percent"]
    assert m.EducationShare.objects.filter(**release).count() == figures["education_share"]
    assert m.AgeEstimate.objects.filter(**release).count() == figures["average_age"]
    shares = sum(figures[name] for name in ("gender", "race", "lgbt"))
    assert m.DemographicShare.objects.filter(**release).count() == shares
    assert m.SkillRating.objects.filter(**release).count() == figures["skill"]
    topics = sum(figures[topic] for topic in m.StatedFact.Topic.values)
    assert m.StatedFact.objects.filter(**release).count() == topics


def test_what_the_sheet_does_not_tell_is_not_collected():
    pay = m.WageEstimate.objects.get(occupation__title=COORDINATOR)
    told = {"annual_mean", "hourly_mean", "employment"}
    assert pay.missing == dict.fromkeys(set(m.WageEstimate.EXPLAINED) - told, "not_collected")


def test_importing_the_sheet_again_changes_nothing():
    receipt = run()
    assert counts(receipt) == {"unchanged": receipt.unchanged}
    assert receipt.unchanged == sum(
        model.objects.filter(release=receipt.release).count() for model in m.Figure.__subclasses__()
    )


def test_what_editors_wrote_is_never_overwritten():
    occupation = m.Occupation.objects.get(title=COORDINATOR)
    nurses = m.Occupation.objects.get(soc_code="29-1141")
    m.OccupationText.objects.filter(occupation=occupation).update(summary="Written by an editor.")
    m.Occupation.objects.filter(pk=occupation.pk).update(
        plural_title="Coordinators of patients", closest_occupation=nurses, slug="coordinator"
    )
    run()
    occupation.refresh_from_db()
    assert occupation.text.summary == "Written by an editor."
    assert (occupation.plural_title, occupation.slug) == ("Coordinators of patients", "coordinator")
    assert occupation.closest_occupation == nurses
    assert m.Occupation.objects.filter(level="job_title").count() == 2


def test_a_sheet_without_a_fact_retires_it(tmp_path):
    path = tmp_path / "reference_pair.csv"
    lines = SHEET.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    receipt = run(path)
    assert (receipt.created, receipt.updated, receipt.retired) == (0, 0, 1)
    rating = m.SkillRating.objects.get(occupation__title="Front Office Coordinator", skill__name="Data entry")
    assert not rating.is_current


def test_a_new_job_title_gets_an_address_of_its_own(sheet):
    m.Occupation.objects.filter(soc_code="29-1141").update(slug="lamp-coordinator")
    run(sheet("annual_mean,,34754,", header=SHEET.read_text(encoding="utf-8")))
    new = m.Occupation.objects.get(title="Lamp Coordinator")
    assert (new.slug, new.level, new.soc_code) == ("lamp-coordinator-job-title", "job_title", None)


# --- broken sheets ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("anual_mean,,34754,", "there is no figure 'anual_mean'"),
        ("annual_mean,,lots,", "'lots' is not a number"),
        ("annual_mean,,NaN,", "'NaN' is not a number"),
        ("annual_mean,,１２３,", "'１２３' is not a number"),
        ("annual_mean,,34754.5,", "'34754.5' is not a whole number from 1 up"),
        ("annual_mean,,0,", "'0' is not a whole number from 1 up"),
        ("annual_mean,,-,", "'-' is not a whole number from 1 up"),
        ("annual_mean,,,", "a job title and a value are needed"),
        ("annual_mean,,999999999,", "999999999 is out of bounds (at most 99,999,999)"),
        ("skill,Patience,1.0,", "'1.0' is not a whole number from 1 up"),
        ("skill,,1,", "an item is needed"),
        ("gender,,50,", "an item is needed"),
        ("gender,Male,100.1,", "100.1 is out of bounds (at most 100)"),
        ("education_share,wizard,43,", "there is no degree 'wizard'; there are less_than_high_school,"),
        ("pay_range,,43000,27000", "the range 43000 to 27000 runs backwards"),
        ("time_to_become,,2,soon", "'soon' is not a number"),
        ("annual_mean,34754", "a line has 5 columns"),
        ("annual_mean,,34754,,", "a line has 5 columns"),
        ("best_paying_city,,Tac\0oma,", "there is a NUL character"),
        ("hourly_mean,,16.72,", "line 2 gives that figure too"),
        ("gender,Male,-1,", "-1 is out of bounds (at most 100)"),
        ("average_age,,400,", "400 is out of bounds (at most 120)"),
        (f"best_paying_company,,{'C' * 201},", "the value has 201 characters, at most 200 fit"),
        (f"plural_title,,{'C' * 161},", "the value has 161 characters, at most 160 fit"),
        (f"race,{'C' * 61},5,", "the item has 61 characters, at most 60 fit"),
    ],
)
def test_a_line_that_cannot_be_is_named(sheet, refused, line, reason):
    path = sheet("hourly_mean,,16.71,", line, "average_age,,40,")
    refused(path, reason, file="reference_pair.csv", line=3)


def test_a_job_title_that_is_too_long_is_refused(sheet, refused):
    path = sheet()
    path.write_text(f"{HEADER}{'C' * 161},summary,,They keep it lit.,\n", encoding="utf-8")
    reason = "the job_title has 161 characters, at most 160 fit"
    refused(path, reason, file="reference_pair.csv", line=2)


def test_a_summary_may_be_long(sheet):
    line = f"summary,,{'They keep it lit. ' * 50},"
    run(sheet(line, header=SHEET.read_text(encoding="utf-8")))
    assert m.Occupation.objects.get(title="Lamp Coordinator").text.summary.count("lit") == 50


@pytest.mark.parametrize(
    "header", ["job_title,figure,item,value\n", "figure,job_title,item,value,to\n", "", "\n"]
)
def test_other_columns_are_refused(sheet, refused, header):
    refused(sheet("annual_mean,,34754,", header=header), "the columns are", file="reference_pair.csv", line=1)


def test_a_sheet_of_headings_alone_is_refused(sheet, refused):
    refused(sheet(), "no usable row was found", file="reference_pair.csv")


def test_a_quote_that_is_never_closed_is_refused(sheet, refused):
    path = sheet("annual_mean,,34754,", 'best_paying_city,,"Tacoma,', "average_age,,40,")
    refused(path, "unexpected end of data", file="reference_pair.csv", line=3)


def test_bytes_that_are_not_utf_8_are_refused(sheet, refused):
    path = sheet("annual_mean,,34754,")
    path.write_bytes(path.read_bytes() + "Lamp Coordinator,best_paying_city,,Montréal,\n".encode("latin-1"))
    refused(path, "it is not UTF-8 text", file="reference_pair.csv", line=3)


def test_a_file_of_another_kind_is_refused(sheet, refused):
    path = sheet("annual_mean,,34754,")
    renamed = path.rename(path.with_suffix(".txt"))
    refused(renamed, "no file here fits reference_pair.csv, *.csv", file="reference_pair.txt")
