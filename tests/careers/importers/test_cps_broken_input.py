"""Broken, foreign and hostile CPS tables: one clear line, and nothing changes."""

import pytest

from .census_list_file import CensusList
from .people_files import MANAGEMENT, CpsTable
from .projections_workbook import rewrite
from .state import forget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_census_list")]

FORGETS = ["cps"]
IMPORTER = "cps"
FILE = "cpsaat11.xlsx"


@pytest.fixture
def refused_table(tmp_path, refused):
    def check(table: CpsTable, reason: str, line: int | None = None) -> None:
        refused(table.write(tmp_path / FILE), reason, file=FILE, line=line)

    return check


def test_without_the_census_list_the_command_to_run_first_is_named(refused_table):
    forget("census-occupations")
    refused_table(CpsTable("11"), "Run `manage.py import_source census_occupations` first")


def test_a_table_by_the_older_census_list_is_refused(refused_table):
    refused_table(CpsTable("11", 2019), "tables before 2020 go by the Census list of 2010", line=4)


def test_another_year_than_the_one_asked_for_is_refused(tmp_path, refused):
    path = CpsTable("11").write(tmp_path / FILE)
    refused(path, "this is the release '2031', not '2023'", file=FILE, release="2023")


@pytest.mark.parametrize("name", ["11", "11b"])
def test_a_missing_column_is_named(refused_table, name):
    table = CpsTable(name)
    lost = table.columns[3]
    table.columns[3] = "Other"
    refused_table(table, f"of {name} it lacks {' '.join(lost.split())!r}", line=4)


def test_a_workbook_of_another_table_is_refused(tmp_path, refused):
    path = CensusList().write(tmp_path / FILE)
    refused(path, "no sheet has the headings of Table 11 or 11b", file=FILE)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (1, "many", "'many' cannot be (Total employed)"),
        (1, "–", "the employment is not there"),
        (1, -5, "'-5.0' cannot be (Total employed)"),
        (2, 100.1, "'100.1' cannot be (Women)"),
        (3, "NaN", "'NaN' cannot be (White)"),
        (4, True, "'True' cannot be (Black or African American)"),
        (6, None, "'' cannot be (Hispanic or Latino)"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_line(refused_table, column, value, reason):
    table = CpsTable("11")
    table.row("Registered nurses")[column] = value
    refused_table(table, reason, line=table.line("Registered nurses"))


def test_a_truncated_table_is_refused(refused_table):
    table = CpsTable("11")
    del table.rows[-1]
    reason = "the occupations of 'Service occupations' add up to 400.0 thousand people, not to its 930.0"
    refused_table(table, reason, line=table.line("Service occupations"))


def test_a_table_that_lost_a_whole_group_is_refused(refused_table):
    table = CpsTable("11")
    del table.rows[-4:]
    reason = "the occupations of 'Total, 16 years and over' add up to 1,000.0 thousand people, not to its"
    refused_table(table, reason, line=8)


def test_a_heading_that_is_none_is_refused(refused_table):
    table = CpsTable("11")
    # Renamed, the occupation reads like a heading; the lines around it do not add up then.
    table.row("Budget analysts")[0] = "Budget analysis occupations"
    refused_table(table, f"the occupations of '{MANAGEMENT}' add up to 661.0", line=table.line(MANAGEMENT))


def test_a_title_that_comes_twice_is_named_with_both_lines(refused_table):
    table = CpsTable("11")
    table.row("Police officers")[0] = "Registered nurses"
    refused_table(table, "'Registered nurses' stands in line 17 too", line=21)


def test_a_table_without_its_total_is_refused(tmp_path, refused):
    path = CpsTable("11").write(tmp_path / FILE)
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"Total, 16 years", b"All, 16 years"))
    refused(path, "the line of the total is missing", file=FILE, line=8)


def test_mostly_unknown_titles_are_refused(refused_table):
    table = CpsTable("11")
    for number, row in enumerate(table.rows):
        if not row[0].endswith("occupations"):
            row[0] = f"Trade {number}"
    refused_table(table, "rows cannot be used; the first: line 11, Table 11: Trade 2: it is no title")


def test_tables_of_different_years_are_refused_together(tmp_path, refused):
    folder = tmp_path / "folder"
    folder.mkdir()
    CpsTable("11", 2031).write(folder / "cpsaat11.xlsx")
    CpsTable("11b", 2030).write(folder / "cpsaat11b.xlsx")
    refused(folder, "the tables are of different years, 2030 and 2031", file="folder")


def test_the_same_table_twice_is_refused(tmp_path, refused):
    folder = tmp_path / "folder"
    folder.mkdir()
    CpsTable("11").write(folder / "cpsaat11.xlsx")
    CpsTable("11").write(folder / "cpsaat11b.xlsx")
    refused(folder, "cpsaat11.xlsx is Table 11 too", file="cpsaat11b.xlsx")


def test_one_broken_table_leaves_out_the_other_too(tmp_path, refused):
    folder = tmp_path / "folder"
    folder.mkdir()
    CpsTable("11").write(folder / "cpsaat11.xlsx")
    broken = CpsTable("11b")
    del broken.rows[-1]
    broken.write(folder / "cpsaat11b.xlsx")
    # Table 11 has been written by the time that this is found; it goes back with the transaction.
    refused(folder, "lines are missing or changed", file="cpsaat11b.xlsx", line=18)


@pytest.mark.parametrize("content", [b"", b"PK", b"Occupation,2031", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_file_that_is_no_workbook_is_refused(tmp_path, refused, content):
    (tmp_path / FILE).write_bytes(content)
    refused(tmp_path / FILE, "it is not a readable .xlsx workbook", file=FILE)


def test_a_cell_far_away_is_refused_before_the_sheet_is_opened(tmp_path, refused):
    path = CpsTable("11").write(tmp_path / FILE)
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    rewrite(path, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b"</sheetData>", far))
    refused(path, "spans 1,048,576 × 16,384 cells; it was not opened", file=FILE)
