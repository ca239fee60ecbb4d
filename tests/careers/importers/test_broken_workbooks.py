"""Broken and hostile projection workbooks: one clear line, and nothing changes."""

import zipfile
from pathlib import Path

import pytest

from careers.importers import workbooks

from .projections_workbook import Table, rewrite

pytestmark = pytest.mark.django_db

IMPORTER = "employment_projections"
FILE = "occupation.xlsx"
SHEET = "xl/worksheets/sheet2.xml"
FAR_CELLS = [
    '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    '<row r="1048576"><c\n t="n" r = "XFD1048576"><v>1</v></c></row>',
    '<row r="1048576"><c r="xfd1048576"><v>1</v></c></row>',
    '<row r="1048576"><c note="' + "x" * 500 + '" r="XFD1048576"><v>1</v></c></row>',
    '<row r="1048576">' + "<c><v>1</v></c>" * 16384 + "</row>",
    '<x:row xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" r="1048576">'
    '<x:c r="XFD1048576"/></x:row>',
]


@pytest.fixture
def refused_table(tmp_path, refused):
    def check(table: Table, reason: str, line: int | None = None) -> None:
        refused(table.write(tmp_path / FILE), reason, file=FILE, line=line)

    return check


@pytest.fixture
def workbook(tmp_path) -> Path:
    return Table().write(tmp_path / FILE)


@pytest.mark.parametrize("name", ["change_number", "change_percent", "openings_annual"])
def test_headings_that_disagree_on_the_years_are_refused(refused_table, name):
    table = Table()
    table.headings[name] = table.headings[name].replace("2031–41", "2030–40")
    refused_table(table, "the headings disagree on the years: 2031 to 2041 against", line=2)


def test_a_target_before_its_base_is_refused(refused_table):
    refused_table(Table(2041, 2031), "the target year is not after the base year")


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("employment_base", "lots", "'lots' is not a number (employment base)"),
        ("change_percent", "4.9%", "'4.9%' is not a number (change percent)"),
        ("openings_annual", "NaN", "'NaN' is not a number (openings annual)"),
        ("employment_target", "1e400", "'1e400' is not a number (employment target)"),
        ("employment_target", None, "there is nothing, not even a dash (employment target)"),
        ("employment_target", -5.5, "-5.5 is out of bounds (employment target: 0 to 1,000,000)"),
        ("change_percent", -100.1, "-100.1 is out of bounds (change percent: -100 to 99,999)"),
        ("percent_self_employed", 100.1, "100.1 is out of bounds (percent self employed: 0 to 100)"),
        ("employment_target", True, "'True' is not a number (employment target)"),
        ("entry_education", "School of life", "'School of life' is no known entry education"),
        ("work_experience", "Some", "'Some' is no known work experience"),
        ("type", "Guess", "the occupation type is 'Guess'"),
        ("code", "29-114X", "'29-114X' is not a SOC code"),
        ("code", "", "'' is not a SOC code"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_line(refused_table, name, text, reason):
    table = Table()
    line = table.line("29-1141")
    table.row("29-1141")[name] = text
    refused_table(table, reason, line=line)


def test_an_occupation_that_comes_twice_is_refused(refused_table):
    table = Table()
    table.row("53-7065")["code"] = "29-1141"
    refused_table(table, "29-1141 stands in line 15 too", line=25)


@pytest.mark.parametrize(
    "name", ["code", "type", "employment_base", "change_percent", "openings_annual", "job_training"]
)
def test_a_missing_column_is_named(refused_table, name):
    table = Table()
    del table.headings[name]
    # Of the two columns of employment the second is the one that is not there.
    lacking = "employment target" if name == "employment_base" else name.replace("_", " ")
    reason = "no sheet has the columns of the table of occupational projections"
    refused_table(table, f"{reason}. The nearest, 'Table 1.2', lacks {lacking!r}")


def test_a_sheet_whose_rows_do_not_add_up_to_its_total_is_refused(refused_table):
    table = Table()
    del table.rows[-1]
    refused_table(table, "the occupations add up to 28,633,800 people, the sheet's total is 31,507,300")


def test_a_sheet_without_its_total_is_refused(refused_table):
    table = Table()
    del table.rows[0]
    refused_table(table, "the line of all occupations, 00-0000, is missing")


def test_occupations_that_are_mostly_unknown_are_refused(refused_table):
    table = Table()
    for number, row in enumerate(table.rows[1:6]):
        row["code"] = f"99-100{number}"
    refused_table(table, "5 of 23 rows cannot be used; the first: line 4, no occupation or group 99-1000")


# --- files that are no such workbook ---------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"PK", b"Employment, 2031", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_file_that_is_no_workbook_is_refused(tmp_path, refused, content):
    (tmp_path / FILE).write_bytes(content)
    refused(tmp_path / FILE, "it is not a readable .xlsx workbook", file=FILE)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path, refused):
    with zipfile.ZipFile(tmp_path / FILE, "w") as archive:
        archive.writestr("readme.txt", "The workbook is elsewhere.")
    refused(tmp_path / FILE, "it is a zip file, but no .xlsx workbook", file=FILE)


def test_a_truncated_workbook_is_refused(workbook, refused):
    workbook.write_bytes(workbook.read_bytes()[:-300])
    refused(workbook, "it is not a readable .xlsx workbook", file=FILE)


def test_a_workbook_with_damaged_contents_is_refused(workbook, refused):
    content = bytearray(workbook.read_bytes())
    with zipfile.ZipFile(workbook) as archive:
        part = archive.getinfo(SHEET)
    middle = part.header_offset + part.compress_size // 2
    content[middle : middle + 40] = b"\xa5" * 40
    workbook.write_bytes(content)
    refused(workbook, "it is not a readable .xlsx workbook", file=FILE)


def test_a_part_that_is_missing_is_refused(workbook, refused):
    rewrite(workbook, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"sheet2.xml", b"sheet9.xml"))
    refused(workbook, "cannot be read", file=FILE)


def test_a_sheet_that_is_no_xml_is_refused(workbook, refused):
    rewrite(workbook, SHEET, lambda xml: xml.replace(b"</row>", b"<row>", 1))
    refused(workbook, "xl/worksheets/sheet2.xml is not well-formed XML", file=FILE)


@pytest.mark.parametrize("far", FAR_CELLS, ids=range(len(FAR_CELLS)))
def test_two_cells_far_apart_are_refused_before_the_sheet_is_opened(workbook, refused, monkeypatch, far):
    monkeypatch.setattr(workbooks, "CalamineWorkbook", None)
    end = b"</sheetData>"
    rewrite(workbook, SHEET, lambda xml: xml.replace(end, far.encode() + end))
    refused(workbook, f"{SHEET} spans 1,048,576 × 16,384 cells; it was not opened", file=FILE)


def test_a_sheet_under_another_name_is_measured_too(workbook, refused):
    hidden = "xl/media/picture.png"
    links = "xl/_rels/workbook.xml.rels"
    rewrite(workbook, links, lambda xml: xml.replace(b"worksheets/sheet2.xml", b"media/picture.png"))
    with zipfile.ZipFile(workbook, "a") as archive:
        xml = archive.read(SHEET).decode().replace("</sheetData>", f"{FAR_CELLS[0]}</sheetData>")
        archive.writestr(hidden, xml)
    refused(workbook, f"{hidden} spans 1,048,576 × 16,384 cells", file=FILE)


def test_a_zip_bomb_is_refused(workbook, refused, monkeypatch):
    monkeypatch.setattr(workbooks, "MAX_BYTES", 100_000)
    monkeypatch.setattr(workbooks, "CHUNK", 4096)
    with zipfile.ZipFile(workbook, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):  # none is too large alone
            archive.writestr(f"xl/media/{number}.bin", b"\0" * 40_000)
    refused(workbook, "it unpacks to more than 100,000 bytes; it was not opened", file=FILE)


def test_a_file_of_another_kind_is_refused(workbook, refused):
    renamed = workbook.rename(workbook.with_suffix(".pdf"))
    refused(renamed, "no file here fits occupation*.xlsx", file="occupation.pdf")


def test_a_table_whose_entities_grow_without_end_is_refused(workbook, refused):
    entities = "".join(f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 12))
    entities = f'<!ENTITY e0 "0123456789">{entities}'
    bomb = f'<?xml version="1.0"?><!DOCTYPE w [{entities}]><sheetData>&e11;</sheetData>'
    rewrite(workbook, SHEET, lambda xml: bomb.encode())
    refused(workbook, "is not well-formed XML", file=FILE)
