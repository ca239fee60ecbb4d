"""Table 5.3: the highest degree that workers hold, by occupation."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from careers.importers import base, educational_attainment
from careers.models import Attainment, EducationShare, Occupation

from .people_files import DEGREES, Attainments
from .projections_workbook import Table, rewrite
from .state import forget, taken_back

pytestmark = pytest.mark.django_db

IMPORTER = "educational_attainment"
FILE = "occupation.xlsx"
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/bls-employment-projections-2022-32"
SLUG = "educational-attainment"


@pytest.fixture(autouse=True, scope="module")
def _without_the_snapshot_s(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), taken_back():
        forget(SLUG)
        yield


@pytest.fixture
def import_table(tmp_path):
    def run(table: Attainments, **options):
        return base.run(educational_attainment.Importer(), table.write(tmp_path / FILE), **options)

    return run


@pytest.fixture
def refused_table(tmp_path, refused):
    def check(table: Attainments, reason: str, line: int | None = None) -> None:
        refused(table.write(tmp_path / FILE), reason, file=FILE, line=line)

    return check


def shares(code: str) -> dict[str, EducationShare]:
    rows = EducationShare.objects.current().filter(occupation__soc_code=code, release__source__slug=SLUG)
    return {row.attainment: row for row in rows.select_related("release")}


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def test_each_degree_has_the_share_of_its_column(import_table):
    import_table(Attainments())
    nurses = shares("29-1141")
    assert [float(nurses[degree].percent) for degree in Attainment.values] == [
        0.0, 0.9, 3.7, 26.0, 52.0, 14.4, 3.0,
    ]  # fmt: skip
    assert {(row.is_group, str(row.missing)) for row in nurses.values()} == {(False, "{}")}


def test_the_columns_may_stand_in_any_order_and_the_table_on_any_sheet(import_table):
    table = Attainments(sheet="Table 7.1")
    table.headings[2], table.headings[6] = table.headings[6], table.headings[2]
    import_table(table)
    assert shares("29-1141")["bachelor"].percent == Decimal("0.0")
    assert shares("29-1141")["less_than_high_school"].percent == Decimal("52.0")


def test_what_the_survey_has_for_a_wider_group_alone_says_so(import_table):
    import_table(Attainments())
    assert {row.is_group for row in shares("11-1011").values()} == {True}
    assert {row.is_group for row in shares("13-2031").values()} == {False}


def test_the_mark_of_a_group_is_the_one_that_the_footnotes_explain(import_table):
    table = Attainments()
    table.foot[1] = table.foot[1].replace("(1)", "(2)")
    table.row("29-1141")[0] = "Registered nurses(2)"
    import_table(table)
    assert shares("29-1141")["bachelor"].is_group
    assert not shares("11-1011")["bachelor"].is_group


def test_a_dash_is_a_gap_with_its_reason(import_table):
    table = Attainments()
    table.row("33-2011")[2:] = ["—"] * 7
    import_table(table)
    row = shares("33-2011")["bachelor"]
    assert (row.percent, row.missing) == (None, {"percent": "not_collected"})


def test_shares_that_do_not_add_up_are_told_and_not_used(import_table):
    table = Attainments()
    table.rows.remove(table.row("11-1031"))
    table.row("33-2011")[6] = 12.0
    reason = "33-2011: its shares add up to 90.0, not to 100"
    assert import_table(table).rejections == [{"line": table.line("33-2011"), "reason": reason}]
    assert shares("33-2011") == {}


def test_shares_may_miss_100_by_their_rounding(import_table):
    table = Attainments()
    table.row("33-2011")[6] = 22.9
    import_table(table)
    assert shares("33-2011")["bachelor"].percent == Decimal("22.9")


def test_an_occupation_that_is_not_known_is_told_with_its_line(import_table):
    reason = "no occupation or group 11-1031 (Legislators(1)) is known; the pay survey makes them"
    assert import_table(Attainments()).rejections == [{"line": 5, "reason": reason}]


def test_the_receipt_names_the_years_of_the_survey(import_table):
    receipt = import_table(Attainments())
    assert (receipt.release.label, receipt.release.period_end) == ("ACS 2029 and 2031", date(2031, 12, 31))
    assert (receipt.importer, receipt.release.source.slug) == (IMPORTER, SLUG)
    assert "aged 25 and over" in receipt.release.source.note
    assert counts(receipt) == {"created": 42, "rejected": 1}


def test_the_same_workbook_twice_changes_nothing(import_table):
    import_table(Attainments())
    assert counts(import_table(Attainments())) == {"unchanged": 42, "rejected": 1}


def test_a_corrected_share_is_updated_and_a_vanished_occupation_retired(import_table):
    import_table(Attainments())
    table = Attainments()
    table.row("29-1141")[4:6] = [3.8, 25.9]
    table.rows.remove(table.row("33-2011"))
    assert counts(import_table(table)) == {"updated": 2, "unchanged": 33, "retired": 7, "rejected": 1}


def test_an_older_survey_never_takes_the_place_of_a_newer(import_table):
    import_table(Attainments("2029 and 2031"))
    older = Attainments("2027, 2028, and 2029")
    older.row("29-1141")[4:6] = [3.8, 25.9]
    assert counts(import_table(older)) == {"created": 42, "rejected": 1}
    row = shares("29-1141")["associate"]
    assert (row.percent, row.release.label) == (Decimal("26.0"), "ACS 2029 and 2031")


# --- what is refused ---------------------------------------------------------------------------------


def test_a_round_without_the_table_is_refused(tmp_path, refused):
    path = Table().write(tmp_path / FILE)
    refused(path, "no sheet has the columns of the table of educational attainment (5.3)", file=FILE)


@pytest.mark.parametrize("place", [1, 2, 8])
def test_a_missing_column_is_named(refused_table, place):
    table = Attainments()
    lost = "code" if place == 1 else DEGREES[place - 2]
    table.headings[place] = "Other"
    refused_table(table, f"The nearest, 'Table 5.3', lacks {lost!r}")


def test_another_survey_than_the_one_asked_for_is_refused(tmp_path, refused):
    path = Attainments().write(tmp_path / FILE)
    reason = "this is the release 'ACS 2029 and 2031', not 'ACS 2019 and 2021'"
    refused(path, reason, file=FILE, release="ACS 2019 and 2021")


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (2, "some", "'some' is no percentage (Less than high school diploma)"),
        (3, -0.1, "'-0.1' is no percentage (High school diploma or equivalent)"),
        (6, 100.5, "'100.5' is no percentage (Bachelor's degree)"),
        (7, "NaN", "'NaN' is no percentage (Master's degree)"),
        (8, None, "'' is no percentage (Doctoral or professional degree)"),
        (1, "29-114X", "'29-114X' is not a SOC code"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_line(refused_table, column, value, reason):
    table = Attainments()
    line = table.line("29-1141")
    table.row("29-1141")[column] = value
    refused_table(table, reason, line=line)


def test_an_occupation_that_comes_twice_is_refused(refused_table):
    table = Attainments()
    table.row("33-2011")[1] = "29-1141"
    refused_table(table, "29-1141 stands in line 7 too", line=9)


def test_a_table_without_its_foot_is_taken_for_truncated(refused_table):
    table = Attainments()
    table.foot = []
    refused_table(table, "the table ends without its footnotes: it looks truncated")


@pytest.mark.parametrize(
    ("line", "what"), [(1, "how groups are marked"), (2, "of which years its survey is")]
)
def test_a_foot_that_lacks_what_is_needed_is_refused(refused_table, line, what):
    table = Attainments()
    del table.foot[line]
    refused_table(table, f"the footnotes do not say {what}", line=10)


def test_a_table_without_its_total_is_refused(refused_table):
    table = Attainments()
    del table.rows[0]
    refused_table(table, "the line of all occupations, 00-0000, is missing")


def test_mostly_unknown_occupations_are_refused(refused_table):
    table = Attainments()
    for number, row in enumerate(table.rows[1:]):
        row[1] = f"99-100{number}"
    refused_table(table, "6 of 13 rows cannot be used; the first: line 4, no occupation or group 99-1000")


@pytest.mark.parametrize("content", [b"", b"PK", b"Table 5.3"])
def test_a_file_that_is_no_workbook_is_refused(tmp_path, refused, content):
    (tmp_path / FILE).write_bytes(content)
    refused(tmp_path / FILE, "it is not a readable .xlsx workbook", file=FILE)


def test_a_cell_far_away_is_refused_before_the_sheet_is_opened(tmp_path, refused):
    path = Attainments().write(tmp_path / FILE)
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    rewrite(path, "xl/worksheets/sheet3.xml", lambda xml: xml.replace(b"</sheetData>", far))
    refused(path, "spans 1,048,576 × 16,384 cells; it was not opened", file=FILE)


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official workbook is not beside this checkout")
def test_the_official_workbook_has_every_detailed_occupation():
    receipt = base.run(educational_attainment.Importer(), OFFICIAL)
    assert receipt.release.label == "ACS 2019 and 2021"
    assert counts(receipt) == {"created": 5817, "rejected": 2}
    found = EducationShare.objects.filter(release=receipt.release, percent__isnull=False)
    detailed = Occupation.objects.detailed()
    assert found.filter(occupation__in=detailed).values("occupation").distinct().count() == detailed.count()
