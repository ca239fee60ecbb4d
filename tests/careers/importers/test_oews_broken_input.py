"""Broken, wrong and hostile OEWS flat files: one line with file, line and reason, and nothing changes."""

from pathlib import Path

import pytest

from .oews_files import METRO, Release, key_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_source")]

IMPORTER = "oews"
LAMPS = key_of("981011", METRO)


def first_line(folder: Path, key: str) -> int:
    lines = (folder / "oe.data.0.Current").read_bytes().splitlines()
    return next(number for number, text in enumerate(lines, start=1) if text.startswith(key.encode()))


def replace_in(folder: Path, name: str, old: bytes, new: bytes, line: int | None = None) -> None:
    lines = (folder / name).read_bytes().splitlines(keepends=True)
    line = line or next(number for number, text in enumerate(lines, start=1) if old in text)
    assert old in lines[line - 1]
    lines[line - 1] = lines[line - 1].replace(old, new, 1)
    (folder / name).write_bytes(b"".join(lines))


@pytest.fixture
def flat(tmp_path):
    return Release().write_flat(tmp_path / "release")


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("oe.data.0.Current", "value"),
        ("oe.data.0.Current", "footnote_codes"),
        ("oe.area", "areatype_code"),
        ("oe.industry", "display_level"),
        ("oe.occupation", "occupation_name"),
        ("oe.release", "description"),
    ],
)
def test_a_missing_column_is_named(flat, refused, name, column):
    replace_in(flat, name, column.encode(), b"x" * len(column), line=1)
    refused(flat, f"the column {column!r} is missing", file=name, line=1)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("lots", "'lots' is not a whole number (employment"),
        ("-120", "'-120' is not a whole number"),
        ("1e3", "'1e3' is not a whole number"),
        ("12.5", "'12.5' is not a whole number"),
        ("1,020", "'1,020' is not a whole number"),
        ("١٠٢٠", "'١٠٢٠' is not a whole number"),
        ("NaN", "'NaN' is not a whole number"),
        ("10\x0020", r"'10\x0020' is not a whole number"),
        ("9" * 12, "is not a whole number"),
    ],
)
def test_what_is_no_number_of_people_is_named_with_its_line(flat, refused, text, reason):
    line = first_line(flat, LAMPS)
    replace_in(flat, "oe.data.0.Current", b"1020", text.encode(), line=line)
    refused(flat, reason, file="oe.data.0.Current", line=line)


def test_letters_in_a_wage_are_named_with_their_own_line(flat, refused):
    line = first_line(flat, LAMPS)
    replace_in(flat, "oe.data.0.Current", b"22.00", b"22.O0", line=line + 2)
    reason = f"'22.O0' is not a number (hourly mean of {LAMPS})"
    refused(flat, reason, file="oe.data.0.Current", line=line + 2)


@pytest.mark.parametrize("series", ["WMU", "OEX", "oeu"])
def test_a_series_of_another_survey_is_refused(flat, refused, series):
    line = first_line(flat, LAMPS)
    for offset in range(17):
        replace_in(flat, "oe.data.0.Current", b"OEU", series.encode(), line=line + offset)
    refused(flat, "is not an OEWS series key", file="oe.data.0.Current", line=line)


def test_a_data_type_that_is_none_is_refused(flat, refused):
    line = first_line(flat, LAMPS)
    replace_in(flat, "oe.data.0.Current", f"{LAMPS}01".encode(), f"{LAMPS}18".encode(), line=line)
    refused(flat, "is not an OEWS series id with a data type 01 to 17", file="oe.data.0.Current", line=line)


def test_a_line_that_comes_twice_is_refused(flat, refused):
    line = first_line(flat, LAMPS) + 1
    replace_in(flat, "oe.data.0.Current", f"{LAMPS}02".encode(), f"{LAMPS}01".encode(), line=line)
    refused(flat, f"series {LAMPS}01 comes twice", file="oe.data.0.Current", line=line)


def test_lines_of_a_cell_that_stand_apart_are_refused(flat, refused):
    path = flat / "oe.data.0.Current"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], lines[1], *lines[16:], *lines[2:16]]))
    refused(flat, "stand apart", file=path.name, line=len(lines) - 13)


def test_two_years_in_one_file_are_refused(flat, refused):
    line = first_line(flat, LAMPS)
    replace_in(flat, "oe.data.0.Current", b"\t2031\t", b"\t2029\t", line=line)
    refused(flat, "the year is 2029, above it was 2031", file="oe.data.0.Current", line=line)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2029A01\tMay 2029", "the release is 'May 2029' but oe.data.0.Current holds figures of 2031"),
        ("2031A01\tMay 2029", "the release is 'May 2029' but oe.data.0.Current holds figures of 2031"),
    ],
)
def test_a_release_of_another_year_than_its_data_is_refused(flat, refused, text, reason):
    (flat / "oe.release").write_text(f"release_date\tdescription\r\n{text}\r\n", newline="")
    refused(flat, reason, file="oe.release", line=2)


def test_a_release_without_a_month_is_refused(flat, refused):
    replace_in(flat, "oe.release", b"May 2031", b"Spring 2031")
    refused(flat, "expected a month and a year such as 'May 2025'", file="oe.data.0.Current")


def test_another_release_than_the_one_asked_for_is_refused(flat, refused):
    reason = "this is the release 'May 2031', not 'May 2032'"
    refused(flat, reason, file="release", release="May 2032")


@pytest.mark.parametrize("name", ["oe.area", "oe.occupation", "oe.data.0.Current", "oe.footnote"])
def test_bytes_that_are_not_utf_8_are_refused_with_their_line(flat, refused, name):
    lines = (flat / name).read_bytes().splitlines(keepends=True)
    lines[-1] = "Montréal".encode("latin-1") + lines[-1]
    (flat / name).write_bytes(b"".join(lines))
    refused(flat, "it is not UTF-8 text", file=name, line=len(lines))


def test_a_nul_character_in_a_name_is_refused(flat, refused):
    replace_in(flat, "oe.occupation", b"Lamplighters", b"Lamp\0lighters", line=4)
    refused(flat, "there is a NUL character", file="oe.occupation", line=4)


@pytest.mark.parametrize("cut", [4, 20, 40, 60])
def test_a_file_cut_in_the_middle_of_a_line_is_refused(flat, refused, cut):
    path = flat / "oe.data.0.Current"
    path.write_bytes(path.read_bytes()[:-cut])
    line = len(path.read_bytes().splitlines())
    refused(flat, "columns where the header has 5: damaged or truncated", file=path.name, line=line)


def test_a_file_that_ends_within_its_last_cell_is_refused(flat, refused):
    path = flat / "oe.data.0.Current"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-3]))
    refused(flat, "is incomplete: the file is truncated", file=path.name, line=len(lines) - 16)


def test_a_file_cut_between_two_cells_is_refused(flat, refused):
    path = flat / "oe.data.0.Current"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[: -17 * 7]))
    reason = "there is nothing about Lyonesse (9900000): the file is truncated"
    refused(flat, reason, file=path.name, line=len(lines) - 17 * 7)


@pytest.mark.parametrize(
    ("name", "old", "column"),
    [
        ("oe.occupation", b"Lamplighters", "title of the occupation '98-1011' has 161"),
        ("oe.area", b"Pharos, AT", "name of the area '0098010' has 161"),
    ],
)
def test_a_name_that_is_too_long_is_refused(flat, refused, name, old, column):
    replace_in(flat, name, old, b"x" * 161)
    refused(flat, f"the {column} characters, more than the", file="release")


def test_an_empty_file_is_refused(flat, refused):
    (flat / "oe.data.0.Current").write_bytes(b"")
    refused(flat, "the column 'series_id' is missing", file="oe.data.0.Current", line=1)


def test_a_file_of_headings_alone_is_refused(flat, refused):
    path = flat / "oe.data.0.Current"
    path.write_bytes(path.read_bytes().splitlines(keepends=True)[0])
    refused(flat, "it has no data lines", file=path.name)


@pytest.mark.parametrize("table", ["area", "industry", "occupation", "footnote"])
def test_a_missing_list_is_named(flat, refused, table):
    (flat / f"oe.{table}").unlink()
    refused(flat, f"the file oe.{table} is missing", file="release")


def test_a_list_cut_short_is_taken_for_damage(flat, refused):
    path = flat / "oe.occupation"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-2]))
    refused(flat, "12 of 42 rows cannot be used; the first: line 87, the code in OEUM", file="release")


def test_a_folder_without_data_is_refused(flat, refused, tmp_path):
    (flat / "oe.data.0.Current").unlink()
    refused(flat, "there is no file oe.data.* here", file="release")
    (tmp_path / "empty").mkdir()
    refused(tmp_path / "empty", "no file here fits *.sqlite", file="empty")


def test_a_path_that_does_not_exist_is_refused(refused, tmp_path):
    refused(tmp_path / "nowhere.sqlite", "there is no such file or folder", file="nowhere.sqlite")
