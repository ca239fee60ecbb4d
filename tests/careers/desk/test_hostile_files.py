"""Sheets and archives that nobody means well with are refused before they fill memory or disk."""

import gzip
import io
import zipfile

import openpyxl
import pytest

from careers.desk.sheets import reading
from careers.importers import inputs

SHEET = "xl/worksheets/sheet1.xml"


def archive(members: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in members.items():
            written.writestr(name, content)
    return file.getvalue()


def workbook(columns: int = 2, **changed: bytes) -> bytes:
    """A sound one of two rows, some of its parts replaced."""
    book, file = openpyxl.Workbook(), io.BytesIO()
    for row in range(2):
        book.active.append([f"{row} {column}" for column in range(columns)])
    book.save(file)
    with zipfile.ZipFile(file) as sound:
        members = {name: sound.read(name) for name in sound.namelist()}
    return archive(members | {SHEET if name == "sheet" else name: part for name, part in changed.items()})


def entities(encoding: str) -> bytes:
    """The last of ten, each of which is ten of the one before it."""
    declared = '<!ENTITY e0 "aaaaaaaaaa">' + "".join(
        f'<!ENTITY e{number} "{f"&e{number - 1};" * 10}">' for number in range(1, 10)
    )
    cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&e9;</t></is></c></row>'
    text = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [{declared}]><worksheet>{cell}</worksheet>'
    )
    return text.encode(encoding)


WIDE = b'<worksheet><dimension ref="A1:XFD1048576"/><sheetData/></worksheet>'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.xlsx", workbook(sheet=bytes(reading.MAX_UNPACKED)), "unpacks to more"),
        ("a.xlsx", workbook(sheet=entities("UTF-8")), "cannot be read"),
        ("a.xlsx", workbook(sheet=entities("UTF-16")), "cannot be read"),
        ("a.xlsx", workbook(columns=reading.MAX_COLUMNS + 1), "more than 250 columns"),
        ("a.xlsx", workbook(sheet=WIDE), "no row under its titles"),
        ("a.xlsx", workbook(sheet=b"<worksheet><sheetData>"), "cannot be read|no row"),
        ("a.xlsx", archive({"../../etc/passwd": b"a,b\n1,2"}), "cannot be read"),
        ("a.xlsx", b"%PDF-1.7", "cannot be read"),
        ("a.csv", workbook(), "not UTF-8|no CSV"),
        ("../../a.csv\0.xlsx", b"a,b\n1,2", "cannot be read"),
        ("a.csv", b"a," * 3_000_000, "more than 5,000,000 bytes"),
        ("a.csv", b'a,b\n"' + b"x" * 200_000, "no CSV"),
        ("a.csv", b"a\n" * 1_500, "more than 1,000 rows"),
    ],
    ids=[
        "bomb", "entities", "entities in UTF-16", "wide", "says that it is wide", "cut", "path", "PDF",
        "workbook as CSV", "CSV as workbook", "large", "large cell", "long",
    ],
)  # fmt: skip
def test_a_sheet_that_is_none_or_too_much_is_refused_in_words(name, content, told):
    with pytest.raises(reading.Unreadable, match=told):
        reading.read(name, content)


def test_a_workbook_is_still_read():
    assert reading.read("a.xlsx", workbook()).dict == [{"0 0": "1 0", "0 1": "1 1"}]


def test_what_is_packed_twice_shares_the_bound_of_its_archive(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 100_000)
    packed = gzip.compress(bytes(60_000))
    for number, is_refused in ((1, False), (2, True)):
        path = tmp_path / f"{number}.zip"
        path.write_bytes(archive({f"{each}.csv.gz": packed for each in range(number)}))
        if is_refused:
            with (
                pytest.raises(inputs.UnusableInput, match="unpacks to more"),
                inputs.open_files(path, ("*.csv",)),
            ):
                pass
        else:
            with inputs.open_files(path, ("*.csv",)) as files:
                assert set(files.by_name) == {"0.csv"}


@pytest.mark.parametrize(
    "name", ["../../{}/a.csv", "/{}/a.csv", "..\\..\\a.csv", "a.csv\0.exe", "{}/../../a.csv", "..", "~/a.csv"]
)
def test_no_member_of_an_archive_is_written_outside_its_folder(tmp_path, name):
    outside = tmp_path / "outside"
    outside.mkdir()
    path = tmp_path / "a.zip"
    path.write_bytes(archive({name.format(str(outside).lstrip("/")): b"a", "b.csv": b"b"}))
    with inputs.open_files(path, ("*.csv",)) as files:
        (folder,) = {file.parent for file in files.by_name.values()}
        assert folder != tmp_path
        assert folder.name.startswith("import-")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.zip", "outside"]
    assert not list(outside.iterdir())
