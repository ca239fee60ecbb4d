"""Broken and hostile OEWS databases and archives: one clear line, and nothing changes."""

import gzip
import os
import sqlite3
import zipfile
from pathlib import Path

import pytest

from careers.importers import base, inputs, oews

from .oews_files import METRO, Release, key_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_source")]

IMPORTER = "oews"
LAMPS = key_of("981011", METRO)


@pytest.fixture
def database(tmp_path):
    return Release().write_sqlite(tmp_path / "oews.sqlite")


def change(database: Path, *statements: str) -> None:
    connection = sqlite3.connect(database)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def row_of(database: Path, key: str) -> int:
    connection = sqlite3.connect(database)
    ((before,),) = connection.execute("SELECT COUNT(*) FROM cell WHERE key < ?", [key])
    connection.close()
    return before + 1


@pytest.mark.parametrize(
    ("table", "column"),
    [("cell", "key"), ("cell", "v17"), ("cell", "f01"), ("area", "area_name"), ("meta", "value")],
)
def test_a_missing_column_is_named(database, refused, table, column):
    change(database, f"ALTER TABLE {table} RENAME COLUMN {column} TO other")
    refused(database, f"table {table!r} lacks the column {column!r}", file="oews.sqlite")


@pytest.mark.parametrize("table", ["cell", "area", "industry", "occupation", "footnote", "meta"])
def test_a_missing_table_is_named(database, refused, table):
    change(database, f"DROP TABLE {table}")
    refused(database, f"there is no table {table!r}", file="oews.sqlite")


def test_a_view_in_place_of_a_table_is_never_read(database, refused):
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS key FROM n"
    change(database, "ALTER TABLE cell RENAME TO real_cell", f"CREATE VIEW cell AS {endless}")
    refused(database, "there is no table 'cell'", file="oews.sqlite")


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("'lots'", "'lots'"),
        ("'12.5'", "'12.5'"),
        ("'１０２０'", "'１０２０'"),
        ("'10' || char(0) || '20'", r"'10\x0020'"),
        ("x'31303230'", "b'1020'"),
    ],
)
def test_what_is_no_number_of_people_is_named_with_its_row(database, refused, value, printed):
    change(database, f"UPDATE cell SET v01 = {value} WHERE key = '{LAMPS}'")
    reason = f"{printed} is not a whole number (employment of {LAMPS})"
    refused(database, reason, file="oews.sqlite", line=row_of(database, LAMPS))


@pytest.mark.parametrize(
    ("column", "value", "measure"),
    [
        ("v03", "9999999.00", "hourly mean"),
        ("v08", "22.125", "hourly median"),
        ("v05", "12345.6", "wage rse"),
        ("v16", "123456.7", "jobs per 1000"),
    ],
)
def test_a_number_that_its_column_cannot_hold_is_refused(database, refused, column, value, measure):
    # SQLite would store it, and every page that reads it would fail.
    change(database, f"UPDATE cell SET {column} = '{value}' WHERE key = '{LAMPS}'")
    reason = f"'{value}' has more digits than such a number is published with ({measure} of {LAMPS})"
    refused(database, reason, file="oews.sqlite", line=row_of(database, LAMPS))


def test_a_figure_that_the_database_refuses_is_refused(database, refused):
    change(database, f"UPDATE cell SET v05 = '100.1' WHERE key = '{LAMPS}'")
    refused(database, "the database refused it", file="oews.sqlite")


def test_numbers_stored_as_numbers_are_not_taken_for_printed_ones(database, refused):
    # 14.10 would come back as 14.1: what was printed cannot be told any more.
    change(
        database,
        "ALTER TABLE cell RENAME TO text_cell",
        "CREATE TABLE cell AS SELECT * FROM text_cell",
        "ALTER TABLE cell DROP COLUMN v06",
        "ALTER TABLE cell ADD COLUMN v06 REAL",
        "UPDATE cell SET v06 = 14.1",
    )
    refused(database, "14.1 is not a number (hourly p10 of OEU", file="oews.sqlite", line=1)


@pytest.mark.parametrize("key", ["'WMU' || substr(key, 4)", "substr(key, 1, 20)", "x'4f4555'", "NULL"])
def test_a_key_of_no_series_is_refused(database, refused, key):
    row = row_of(database, LAMPS)
    change(
        database,
        "ALTER TABLE cell RENAME TO good_cell",
        "CREATE TABLE cell AS SELECT * FROM good_cell ORDER BY key",
        f"UPDATE cell SET key = {key} WHERE key = '{LAMPS}'",
    )
    refused(database, "is not an OEWS series key", file="oews.sqlite", line=row)


def test_a_release_of_another_year_than_its_data_is_refused(database, refused):
    change(database, "UPDATE meta SET value = '2029' WHERE name = 'data_year'")
    refused(database, "the release is 'May 2031' but the data are of 2029", file="oews.sqlite")


@pytest.mark.parametrize("value", ["''", "NULL"])
def test_a_database_that_names_no_release_is_refused(database, refused, value):
    change(database, f"UPDATE meta SET value = {value} WHERE name = 'release'")
    refused(database, "table meta has no row named release", file="oews.sqlite")


def test_another_release_than_the_one_asked_for_is_refused(database, refused):
    reason = "this is the release 'May 2031', not 'May 2032'"
    refused(database, reason, file="oews.sqlite", release="May 2032")


def test_a_nul_character_in_a_name_is_refused(database, refused):
    change(database, "UPDATE area SET area_name = 'Atl' || char(0) || 'antis' WHERE area_code = '9800000'")
    refused(database, "there is a NUL character in the table 'area'", file="oews.sqlite")


def test_text_that_is_not_utf_8_is_refused(database, refused):
    change(database, "UPDATE area SET area_name = CAST(x'e9' AS TEXT)")
    refused(database, "the database is damaged or truncated", file="oews.sqlite")


@pytest.mark.parametrize("share", [0.05, 0.3, 0.6, 0.8])
def test_a_truncated_database_is_refused(database, refused, share):
    content = database.read_bytes()
    database.write_bytes(content[: int(len(content) * share)])
    refused(database, "the database is damaged or truncated", file="oews.sqlite")


@pytest.mark.parametrize("content", [b"", b"SQLite format", b"PK\x03\x04 and so on", b"\0" * 5000])
def test_a_file_that_is_no_database_is_refused(database, refused, content):
    database.write_bytes(content)
    refused(database, "it is not a SQLite database", file="oews.sqlite")


def test_a_database_of_something_else_is_refused(tmp_path, refused):
    change(tmp_path / "chess.db", "CREATE TABLE game (move TEXT)")
    refused(tmp_path / "chess.db", "there is no table 'cell'", file="chess.db")


@pytest.mark.parametrize("folder", ["100% #1?", "ä ö"])
def test_a_folder_may_have_any_name(database, tmp_path, folder):
    (tmp_path / folder).mkdir()
    moved = database.rename(tmp_path / folder / "oews.sqlite")
    assert base.run(oews.Importer(), moved).created == 42


# --- archives --------------------------------------------------------------------------------------


def pack(tmp_path: Path, compression: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(tmp_path / "oews.zip", "w", compression) as archive:
        for file in Release().write_flat(tmp_path / "flat").iterdir():
            archive.write(file, f"../../etc/{file.name}")
    return tmp_path / "oews.zip"


def test_packed_files_are_read_and_land_nowhere_else(database, tmp_path):
    packed = tmp_path / "oews.sqlite.gz"
    packed.write_bytes(gzip.compress(database.read_bytes()))
    assert base.run(oews.Importer(), packed).created == 42
    assert base.run(oews.Importer(), pack(tmp_path)).unchanged == 42
    assert not Path("/etc/oe.area").exists()


def test_a_truncated_gz_is_refused(database, tmp_path, refused):
    packed = tmp_path / "oews.sqlite.gz"
    packed.write_bytes(gzip.compress(database.read_bytes())[:-500])
    refused(packed, "it cannot be read", file="oews.sqlite.gz")


def test_a_gz_that_is_none_is_refused(database, refused):
    packed = database.rename(database.with_suffix(".sqlite.gz"))
    refused(packed, "it cannot be read (Not a gzipped file", file="oews.sqlite.gz")


def test_a_truncated_zip_is_refused(tmp_path, refused):
    packed = pack(tmp_path)
    packed.write_bytes(packed.read_bytes()[:-500])
    refused(packed, "it cannot be read (File is not a zip file)", file="oews.zip")


@pytest.mark.parametrize("compression", [zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_zip_with_damaged_contents_is_refused(tmp_path, refused, compression):
    packed = pack(tmp_path, compression)
    with zipfile.ZipFile(packed) as archive:
        largest = max(archive.infolist(), key=lambda member: member.compress_size)
    content = bytearray(packed.read_bytes())
    middle = largest.header_offset + largest.compress_size // 2
    content[middle : middle + 40] = b"\xa5" * 40
    packed.write_bytes(content)
    refused(packed, "it cannot be read", file="oews.zip")


def test_a_zip_without_data_is_refused(tmp_path, refused):
    with zipfile.ZipFile(tmp_path / "oews.zip", "w") as archive:
        archive.writestr("readme.txt", "The data are elsewhere.")
    refused(tmp_path / "oews.zip", "no file here fits *.sqlite", file="oews.zip")


@pytest.mark.parametrize("name", ["oews.sqlite.gz", "oews.zip"])
def test_a_zip_bomb_is_refused_before_it_fills_the_disk(tmp_path, refused, monkeypatch, name):
    monkeypatch.setattr(inputs, "MAX_BYTES", 100_000)
    monkeypatch.setattr(inputs, "CHUNK", 4096)
    if name.endswith(".gz"):
        (tmp_path / name).write_bytes(gzip.compress(b"\0" * 100_001))
    else:
        with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(3):  # none is too large alone
                archive.writestr(f"{number}/oe.data.{number}", b"\0" * 40_000)
    refused(tmp_path / name, "it unpacks to more than 100,000 bytes", file=name)


def test_a_file_larger_than_any_release_is_refused(database, refused, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 10_000)
    refused(database, "it is larger than 10,000 bytes", file="oews.sqlite")


@pytest.mark.parametrize("name", ["oews.pdf", "oews", "oews.csv.gz"])
def test_a_file_of_another_kind_is_refused(database, refused, name):
    content = database.read_bytes()
    path = database.rename(database.with_name(name))
    path.write_bytes(gzip.compress(content) if name.endswith(".gz") else content)
    refused(path, "no file here fits *.sqlite", file=name)


def test_a_path_longer_than_the_system_allows_is_refused(tmp_path, refused):
    refused(tmp_path / ("a" * 300), "it cannot be read", file="a" * 300)


def test_a_pipe_is_not_waited_for(tmp_path, refused):
    os.mkfifo(tmp_path / "oews.sqlite")
    refused(tmp_path / "oews.sqlite", "no file here fits", file="oews.sqlite")
