"""Broken, truncated and mistaken O*NET files: one clear line with file, line and reason; nothing changes."""

import zipfile
from dataclasses import replace

import pytest

from careers.importers import inputs, onet, onet_files, workbooks

from .onet_database import CODE, Database
from .projections_workbook import rewrite

pytestmark = pytest.mark.django_db

IMPORTER = "onet"
SHARES = "Education, Training, and Experience"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(autouse=True)
def _own_source(monkeypatch):
    source = replace(onet.Importer.source, slug="onet-of-atlantis")
    monkeypatch.setattr(onet.Importer, "source", source)


@pytest.fixture
def refused_in(tmp_path, refused):
    """Hold that a database is refused for one of its files, in text as in Excel."""

    def check(database: Database, file: str, reason: str, line: int | None = None, edition: str = "xlsx"):
        refused(database.write(tmp_path / "db", edition), reason, file=f"{file}.{edition}", line=line)

    return check


@pytest.mark.parametrize(
    ("file", "match", "change", "reason"),
    [
        ("Skills", {"scale": "IM"}, {"Data Value": "high"}, "'high' is not a number (importance)"),
        ("Skills", {"scale": "IM"}, {"Data Value": "4.1_2"}, "'4.1_2' is not a number (importance)"),
        ("Skills", {"scale": "IM"}, {"Data Value": "٤"}, "'٤' is not a number (importance)"),
        ("Skills", {"scale": "IM"}, {"Data Value": "NaN"}, "'NaN' is not a number (importance)"),
        ("Skills", {"scale": "IM"}, {"Data Value": 5.01}, "5.01 lies outside the scale of 1 to 5"),
        ("Knowledge", {"scale": "LV"}, {"Data Value": -1}, "-1 lies outside the scale of 0 to 7 (level)"),
        ("Skills", {"scale": "LV"}, {"Standard Error": "?"}, "'?' is not a number (standard error)"),
        ("Skills", {"scale": "LV"}, {"Recommend Suppress": "Q"}, "'Q' is neither Y nor N"),
        ("Skills", {"scale": "LV"}, {"Scale ID": "CX"}, "'CX' is neither the scale IM nor LV"),
        ("Skills", {"scale": "LV"}, {CODE: "29-1141"}, "'29-1141' is not an O*NET-SOC code"),
        ("Skills", {"scale": "IM"}, {"Element Name": ""}, "it is empty (element name)"),
        ("Skills", {"scale": "LV"}, {"Element Name": "Reeding"}, "is 'Reeding' here and 'Reading Compr"),
        (SHARES, {"scale": "RW", "category": 2}, {"Data Value": 101}, "101 lies outside the scale of 0 to"),
        (SHARES, {"scale": "PT", "category": 2}, {"Category": 10}, "10 lies outside the scale of 1 to 9"),
        (SHARES, {"scale": "PT", "category": 2}, {"Category": 2.5}, "'2.5' is not a whole number"),
        (SHARES, {"scale": "OJ", "category": 2}, {"Element ID": "3.A.1"}, "is not rated on the scale OJ"),
        ("Job Zones", {}, {"Job Zone": 6}, "6 lies outside the scale of 1 to 5 (job zone)"),
        ("Job Zones", {}, {"Job Zone": ""}, "'' is not a whole number (job zone)"),
        ("Interests", {"name": "Social"}, {"Data Value": 0.5}, "0.5 lies outside the scale of 1 to 7"),
        ("Interests", {"name": "Social"}, {"Element Name": "Lazy"}, "'Lazy' is no known interest"),
        ("Related Occupations", {"Index": 2}, {"Index": "second"}, "'second' is not a number (index)"),
        ("Related Occupations", {"Index": 2}, {"Relatedness Tier": "Kin"}, "'Kin' is no known relatedness"),
        ("Related Occupations", {"Index": 2}, {"Related O*NET-SOC Code": "x"}, "'x' is not an O*NET-SOC"),
        ("Task Statements", {}, {"Task Type": "Odd"}, "'Odd' is no known task type"),
        ("Task Statements", {}, {"Task": ""}, "it is empty (task)"),
        ("Technology Skills", {}, {"Hot Technology": "hot"}, "'hot' is neither Y nor N (hot technology)"),
        ("Sample of Reported Titles", {}, {"Reported Job Title": "x" * 201}, "it has 201 characters"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_file_and_line(refused_in, file, match, change, reason):
    database = Database().keep(file)
    row = next(
        row
        for row in database.files[file]
        if row[CODE] == "29-1141.00" and all(row[SHORT.get(name, name)] == match[name] for name in match)
    )
    line = database.line(file, row)
    row.update(change)
    refused_in(database, file, reason, line)


SHORT = {"scale": "Scale ID", "category": "Category", "name": "Element Name"}


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("Occupation Data", "29-1141.00"),
        ("Skills", "29-1141.00, 2.A.1.a, IM"),
        (SHARES, "29-1141.00, RL, 1"),
        ("Job Zones", "29-1141.00"),
        ("Interests", "29-1141.00, Realistic"),
        ("Related Occupations", "29-1141.00, 29-2011.00"),
        ("Task Statements", "29-1141.00, 8823"),
    ],
)
def test_what_a_file_says_twice_is_refused_with_both_lines(refused_in, file, said):
    database = Database().keep(file)
    database.files[file].append(dict(database.files[file][0]))
    line = len(database.files[file]) + 1
    refused_in(database, file, f"{said} stands in line 2 too", line)


@pytest.mark.parametrize("edition", ["xlsx", "txt"])
@pytest.mark.parametrize(
    ("file", "column"),
    [
        ("Skills", CODE),
        ("Skills", "Data Value"),
        ("Knowledge", "Recommend Suppress"),
        (SHARES, "Category"),
        ("Alternate Titles", "Alternate Title"),
        ("Task Statements", "Task ID"),
    ],
)
def test_a_missing_column_is_named(refused_in, file, column, edition):
    database = Database().keep(file)
    for row in database.files[file]:
        del row[column]
    refused_in(database, file, f"the column {column!r} is missing", 1, edition)


# --- one file under the name of another -------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "other", "reason"),
    [
        ("Skills", "Knowledge", "element '2.C.1.a' is no part of skills (2.A. and 2.B.…)"),
        ("Knowledge", "Skills", "element '2.A.1.a' is no part of knowledge (2.C.…)"),
        (SHARES, "Skills", "the column 'Category' is missing"),
        ("Interests", "Knowledge", "element '2.C.1.a' is no interest"),
        ("Alternate Titles", "Sample of Reported Titles", "the column 'Alternate Title' is missing"),
    ],
)
def test_a_file_under_the_name_of_another_is_found_out(refused_in, file, other, reason):
    database = Database()
    database.files = {file: database.files[other]}
    refused_in(database, file, reason, 1 if "column" in reason else 2)


# --- files cut short --------------------------------------------------------------------------------


@pytest.mark.parametrize("file", ["Skills", "Knowledge", SHARES])
def test_a_file_that_ends_within_an_occupation_is_refused(refused_in, file):
    database = Database().keep(file)
    del database.files[file][-1]
    refused_in(database, file, "its last occupation, 15-1299.09, has")


def test_a_text_file_that_ends_within_a_line_is_refused(tmp_path, refused):
    folder = Database().keep("Skills").write(tmp_path / "db", "txt")
    path = folder / "Skills.txt"
    lines = path.read_bytes().splitlines(keepends=True)[:9]
    path.write_bytes(b"".join(lines)[:-40])
    refused(folder, "cells under 11 headings: cut short or damaged", file="Skills.txt", line=9)


def test_a_workbook_that_is_cut_short_is_refused(tmp_path, refused):
    folder = Database().keep("Skills", "Job Zones").write(tmp_path / "db")
    path = folder / "Skills.xlsx"
    path.write_bytes(path.read_bytes()[:-300])
    refused(folder, "it is not a readable .xlsx workbook", file="Skills.xlsx")


@pytest.mark.parametrize("edition", ["xlsx", "txt"])
def test_a_file_with_headings_alone_is_refused(tmp_path, refused, edition):
    database = Database().keep("Job Zones")
    database.files["Job Zones"] = [dict.fromkeys(database.files["Job Zones"][0], "")]
    folder = database.write(tmp_path / "db", edition)
    refused(folder, "it has no rows to use", file=f"Job Zones.{edition}")


@pytest.mark.parametrize("name", ["Skills.xlsx", "Skills.txt"])
def test_an_empty_file_is_refused(tmp_path, refused, name):
    folder = Database().keep("Job Zones").write(tmp_path / "db")
    (folder / name).touch()
    reason = "the column 'O*NET-SOC Code' is missing" if name.endswith("txt") else "not a readable .xlsx"
    refused(folder, reason, file=name, line=1 if name.endswith("txt") else None)


# --- files that are no such table -------------------------------------------------------------------


def test_a_text_file_in_another_encoding_is_refused_with_its_line(tmp_path, refused):
    folder = Database().keep("Alternate Titles").write(tmp_path / "db", "txt")
    path = folder / "Alternate Titles.txt"
    path.write_bytes(path.read_bytes().replace(b"ICU Nurse", "Nurse sénior".encode("latin-1")))
    refused(folder, "it is not UTF-8 text", file="Alternate Titles.txt", line=4)


def test_a_text_file_with_a_nul_is_refused(tmp_path, refused):
    folder = Database().keep("Alternate Titles").write(tmp_path / "db", "txt")
    path = folder / "Alternate Titles.txt"
    path.write_bytes(path.read_bytes().replace(b"ICU", b"I\0U"))
    refused(folder, "it holds a NUL", file="Alternate Titles.txt", line=4)


def test_a_workbook_that_unpacks_to_too_much_is_refused(tmp_path, refused, monkeypatch):
    folder = Database().keep("Skills").write(tmp_path / "db")
    monkeypatch.setattr(workbooks, "MAX_BYTES", 10_000)
    refused(folder, "it unpacks to more than 10,000 bytes; it was not opened", file="Skills.xlsx")


def test_a_text_file_that_is_too_large_is_refused(tmp_path, refused, monkeypatch):
    folder = Database().keep("Skills").write(tmp_path / "db", "txt")
    monkeypatch.setattr(onet_files, "MAX_BYTES", 1_000)
    refused(folder, "it is larger than 1,000 bytes; it was not opened", file="Skills.txt")


def test_a_zip_that_unpacks_to_too_much_is_refused(tmp_path, refused, monkeypatch):
    path = Database().keep("Skills").write_zip(tmp_path / "db_31_2_text.zip", "db_31_2_text", edition="txt")
    monkeypatch.setattr(inputs, "MAX_BYTES", 1_000)
    refused(path, "it unpacks to more than 1,000 bytes; it was not opened", file=path.name)


def test_a_cell_far_off_is_refused_before_the_sheet_is_opened(tmp_path, refused):
    folder = Database().keep("Skills").write(tmp_path / "db")
    far, end = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', b"</sheetData>"
    rewrite(folder / "Skills.xlsx", SHEET, lambda xml: xml.replace(end, far + end))
    refused(folder, "spans 1,048,576 × 16,384 cells; it was not opened", file="Skills.xlsx")


def test_a_zip_that_is_none_is_refused(tmp_path, refused):
    path = tmp_path / "db_29_3_excel.zip"
    path.write_bytes(b"PK\3\4" + b"\0" * 50)
    refused(path, "it cannot be read", file=path.name)


# --- not a database that can be taken ---------------------------------------------------------------


def test_a_folder_without_any_of_the_files_is_refused(tmp_path, refused):
    database = Database()
    database.files = {}
    refused(database.write(tmp_path / "db"), "it holds none of the files that are read", file="db")


def test_a_zip_of_something_else_is_refused(tmp_path, refused):
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("beach.txt", "It was sunny.")
    refused(path, "no file here fits Occupation Data.xlsx", file="photos.zip")


def test_a_release_that_cannot_be_told_is_refused_with_the_remedy(tmp_path, refused):
    folder = Database().keep("Job Zones").write(tmp_path / "download", read_me=False)
    refused(folder, "keep its 'Read Me.txt' beside the files, or name the folder", file="download")


@pytest.mark.parametrize(("version", "month"), [("25.0", "August 2020"), ("24.3", "May 2020")])
def test_a_release_on_the_soc_of_2010_is_refused(tmp_path, refused, version, month):
    folder = Database(version, month).keep("Job Zones").write(tmp_path / "db")
    refused(folder, f"O*NET {version} uses the SOC of 2010; take release 25.1 or later", file="db")


def test_a_release_outside_the_calendar_needs_its_read_me(tmp_path, refused):
    folder = Database().keep("Job Zones").write(tmp_path / "db_30_5", read_me=False)
    refused(folder, "O*NET 30.5 is none of the four releases of a year", file="db_30_5")


def test_a_month_of_no_year_in_the_read_me_is_none(tmp_path, refused):
    folder = Database("30.5", "May 0000").keep("Job Zones").write(tmp_path / "db")
    refused(folder, "no 'Read Me.txt' says when it came out", file="db")


def test_a_file_on_another_classification_is_refused(refused_in):
    database = Database().keep("Job Zones")
    for number, row in enumerate(database.files["Job Zones"]):
        row[CODE] = f"99-10{number:02}.00"
    refused_in(database, "Job Zones", "no occupation of the pay survey is in it")


def test_a_failure_in_the_last_file_takes_the_first_back(refused_in):
    database = Database()
    database.files["Task Statements"][-1]["Task Type"] = "Odd"
    refused_in(database, "Task Statements", "'Odd' is no known task type", 4)
