"""A sheet as editors hand it in, CSV or XLSX, bounded: its titles and rows as texts."""

import csv
import io
import zipfile
from contextlib import suppress
from datetime import date, datetime, time
from xml.parsers import expat

import openpyxl
from django.utils.translation import gettext as _
from tablib import Dataset

from .export import FORMULA

MAX_BYTES = 5_000_000
MAX_UNPACKED = 50_000_000
MAX_COLUMNS = 250
MAX_ROWS = 1000  # some 20 seconds of work, while SQLite keeps other writers waiting


class Unreadable(Exception):
    """It is no sheet that can be brought in. Says why."""


def read(name: str, content: bytes) -> Dataset:
    """The rows under their titles; cells are texts, empty where there is nothing.

    What rows have as their number in the file stands in `numbers`.
    """
    if len(content) > MAX_BYTES:
        raise Unreadable(_("It has more than {most:,} bytes. Bring it in in parts.").format(most=MAX_BYTES))
    rows = _of_xlsx(content) if name.lower().endswith(".xlsx") else _of_csv(content)
    # Each with its number in the sheet: what is empty is passed over, and counted.
    rows = [(number, row) for number, row in enumerate(rows, start=1) if any(row)]
    if len(rows) < 2:
        raise Unreadable(_("It has no row under its titles."))
    if len(rows) - 1 > MAX_ROWS:
        raise Unreadable(_("It has more than {most:,} rows. Bring it in in parts.").format(most=MAX_ROWS))
    (_first, titles), *found = rows
    if len(set(titles)) < len(titles) or not all(titles):
        raise Unreadable(_("Each column needs a title of its own in the first row."))
    sheet = Dataset(headers=titles)
    sheet.numbers = [number for number, _cells in found]
    for number, row in found:
        if len(row) > len(titles) and any(row[len(titles) :]):
            raise Unreadable(_("Row {number} has more cells than there are titles.").format(number=number))
        sheet.append([*row, *[""] * len(titles)][: len(titles)])
    return sheet


def _of_csv(content: bytes) -> list[list[str]]:
    try:
        text = content.decode("utf-8-sig")
        return [
            [plain(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), strict=True)
        ]
    except UnicodeDecodeError as error:
        raise Unreadable(_("It is not UTF-8. Save it as “CSV UTF-8”, or as XLSX.")) from error
    except csv.Error as error:
        raise Unreadable(_("It is no CSV ({error}).").format(error=error)) from error


def _of_xlsx(content: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > MAX_UNPACKED:
                raise Unreadable(_("It unpacks to more than {most:,} bytes.").format(most=MAX_UNPACKED))
            for member in archive.infolist():
                _look_for_entities(archive.read(member))
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = []
        for row in book.worksheets[0].iter_rows(values_only=True, max_col=MAX_COLUMNS + 1):
            rows.append(_trimmed([plain(cell) for cell in row]))
            if len(rows[-1]) > MAX_COLUMNS:
                raise Unreadable(_("It has more than {most:,} columns.").format(most=MAX_COLUMNS))
            if len(rows) > MAX_ROWS + 1:
                break
    except Unreadable:
        raise
    except Exception as error:  # of a damaged workbook openpyxl raises what it happens to meet
        raise Unreadable(_("It cannot be read as XLSX.")) from error
    else:
        return rows


def _look_for_entities(part: bytes) -> None:
    """No spreadsheet declares any: a few could be written out to more than the memory holds."""

    def refuse(*declared) -> None:
        raise Unreadable(_("It cannot be read as XLSX."))

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    with suppress(expat.ExpatError):  # a picture, or damaged: whoever reads it will say
        parser.Parse(part, True)


def _trimmed(row: list[str]) -> list[str]:
    while row and not row[-1]:
        row.pop()
    return row


def plain(cell) -> str:
    """A cell as the text that an editor would type."""
    if cell is None:
        return ""
    if isinstance(cell, datetime) and cell.time() != time.min:
        return cell.isoformat(" ")
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    text = str(cell).replace("\0", "")
    return text[1:] if text.startswith("'") and text[1:].startswith(FORMULA) else text.strip()
