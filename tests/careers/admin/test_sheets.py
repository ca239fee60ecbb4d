"""Lists taken out as CSV and XLSX, safe to open; sheets brought in whole, or refused row by row."""

import io
from decimal import Decimal
from functools import partial

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from careers.desk.roles import PUBLISHER
from careers.desk.sheets import export, reading
from careers.models import Company, CompanyAssessment, Occupation, OccupationText, Page, Synonym, WageEstimate
from tests.careers.admin import sheets

pytestmark = pytest.mark.django_db

DANGEROUS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"]


@pytest.fixture
def publisher(client):
    return sheets.sign_in(client, PUBLISHER)


@pytest.fixture
def taken_out(client):
    return partial(sheets.take_out, client)


@pytest.fixture
def hand_in(client):
    return partial(sheets.hand_in, client)


def test_a_list_is_taken_out_as_it_is_filtered_with_natural_keys(publisher, taken_out):
    nurses = Occupation.objects.get(soc_code="29-1141")
    rows = taken_out("wageestimate", occupation__id__exact=nurses.pk)
    assert len(rows) == WageEstimate.objects.filter(occupation=nurses).count()
    nation = next(row for row in rows if row["area"] == "0000000" and row["industry"] == "000000")
    assert nation["occupation"] == nurses.slug
    assert nation["release source"] == "oews"
    wage = WageEstimate.objects.current().national().get(occupation=nurses)
    assert Decimal(nation["annual_mean"]) == wage.annual_mean


def test_no_cell_is_run_as_a_formula(publisher, taken_out):
    Synonym.objects.bulk_create(
        Synonym(term=f"crowd {n}", meaning=text, key=f"crowd-{n}") for n, text in enumerate(DANGEROUS)
    )
    rows = taken_out("synonym", q="crowd")
    assert sorted(row["meaning"] for row in rows) == sorted(f"'{text}" for text in DANGEROUS)
    cells = [row[2] for row in taken_out("synonym", "xlsx", q="crowd")]
    assert len(cells) == len(DANGEROUS) + 1
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(str(cell.value).startswith("'") for cell in cells[1:])


@given(st.text(max_size=20))
def test_what_is_made_harmless_is_read_as_it_was(text):
    harmless = export.harmless(text)
    assert not str(harmless).startswith(export.FORMULA)
    if text.startswith(export.FORMULA):
        assert reading.plain(harmless) == text.replace("\0", "")


@pytest.mark.parametrize("number", [0, -1, 2.5, Decimal("-7.10"), True])
def test_numbers_stay_numbers(number):
    assert export.harmless(number) is number


def test_a_workbook_of_too_many_rows_is_refused_and_told_what_to_do(publisher, client):
    answer = client.get(reverse("admin:careers_wageestimate_export", args=["xlsx"]), follow=True)
    assert "take them as CSV, or filter the list first" in answer.content.decode()


def test_who_may_not_look_takes_nothing_out(client):
    client.force_login(User.objects.create_user("nobody", is_staff=True))
    assert client.get(reverse("admin:careers_company_export", args=["csv"])).status_code == 403


def test_a_list_leads_to_its_rows_and_to_sheets(client, publisher):
    page = client.get(reverse("admin:careers_synonym_changelist"), {"q": "hr"}).content.decode()
    assert f"{reverse('admin:careers_synonym_export', args=['csv'])}?q=hr" in page
    assert reverse("admin:careers_synonym_sheet") in page


def test_a_sheet_is_checked_and_then_brought_in(publisher, hand_in):
    text = "\ufeffterm,meaning\nlamplighter,Lighthouse keepers\nwreck,Wreck surgeons\n"
    checked = hand_in("synonym", text, is_trial="on")
    assert "2 new, 0 changed" in checked
    assert not Synonym.objects.filter(term="wreck").exists()
    assert "Brought in: 2 new" in hand_in("synonym", text)
    assert "Brought in: 0 new, 1 changed, 1 as they were" in hand_in(
        "synonym", text.replace("Wreck surgeons", "Divers")
    )
    wreck = Synonym.objects.get(term="wreck")
    assert (wreck.meaning, wreck.is_in_use) == ("Divers", True)


def test_a_bad_sheet_is_refused_row_by_row_with_nothing_changed(publisher, hand_in):
    company = Company.objects.create(name="Pharos", slug="pharos")
    said = hand_in(
        "companyassessment",
        "company,topic,score,as_of,source_name\n"
        "pharos,Pay,80,2026-01-01,The Beacon\n"
        "nowhere,Pay,80,2026-01-01,The Beacon\n"
        "pharos,Light,lots,2026-01-01,The Beacon\n"
        "pharos,Heat,120,2026-01-01,The Beacon\n",
    )
    assert "Nothing was changed" in said
    assert "<td>3</td><td>No company has the slug “nowhere”.</td>" in said
    assert "<td>4</td>" in said
    assert "<td>5</td><td>score: " in said
    assert "<td>2</td>" not in said
    assert not company.assessments.exists()
    assert "Brought in: 1 new" in hand_in(
        "companyassessment",
        "company,topic,score,as_of,source_name\npharos,Pay,80,2026-01-01,The Beacon\n",
    )
    assert CompanyAssessment.objects.get(company=company).score == 80


def test_what_is_wrong_is_told_at_the_row_that_a_spreadsheet_shows_it_in(publisher, hand_in):
    said = hand_in("postingplace", "\n,,\nposting,position,city\n\n1,1,Atlantis\n,,\n2,x,Atlantis\n")
    assert "<td>5</td>" in said
    assert "<td>7</td>" in said
    said = hand_in("synonym", "term,meaning\n\nlamp,Keepers\n\nlamp,Divers\n")
    assert "Row 5 is about the same as row 3" in said


@pytest.mark.parametrize(
    ("text", "name", "said"),
    [
        ("term,colour\na,b\n", "a.csv", "No column is called “colour”."),
        ("meaning\nb\n", "a.csv", "The column “term” is missing."),
        ("term,meaning\n", "a.csv", "no row under its titles"),
        ("term,term\na,b\n", "a.csv", "a title of its own"),
        ("term,meaning\na,b,c\n", "a.csv", "Row 2 has more cells"),
        (b"term,meaning\n\xe9,b\n", "a.csv", "not UTF-8"),
        ('term,meaning\n"a,b\n', "a.csv", "It is no CSV"),
        (b"no workbook", "a.xlsx", "cannot be read as XLSX"),
        ("term,meaning\n" + "a,b\n" * 1001, "a.csv", "more than 1,000 rows"),
    ],
)
def test_what_is_no_sheet_is_refused_whole(publisher, hand_in, text, name, said):
    before = Synonym.objects.count()
    page = hand_in("synonym", text, name)
    assert said in page
    assert Synonym.objects.count() == before


def test_a_workbook_is_brought_in_as_it_was_taken_out(publisher, hand_in, taken_out):
    Page.objects.create(title="=Lighthouses", slug="lighthouses", body="- Keep it lit.")
    cells = [[cell.value for cell in row] for row in taken_out("page", "xlsx", q="Lighthouses")]
    wanted = [cells[0].index(title) for title in ("slug", "title", "body")]
    book = openpyxl.Workbook()
    for row in cells:
        book.active.append([row[at] for at in wanted])
    out = io.BytesIO()
    book.save(out)
    assert "Brought in: 0 new, 0 changed, 1 as they were" in hand_in("page", out.getvalue(), "page.xlsx")


def test_texts_are_known_by_their_occupation(publisher, hand_in):
    occupation = Occupation.objects.get(soc_code="29-1141")
    OccupationText.objects.filter(occupation=occupation).delete()
    hand_in("occupationtext", f"occupation,summary\n{occupation.slug},They nurse.\n")
    assert OccupationText.objects.get(occupation=occupation).summary == "They nurse."


def test_two_rows_about_the_same_are_refused(publisher, hand_in):
    assert "Row 3 is about the same as row 2: a." in hand_in("synonym", "term,meaning\na,b\na,c\n")
    assert not Synonym.objects.filter(term="a").exists()
