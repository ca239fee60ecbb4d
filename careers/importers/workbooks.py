"""Reading .xlsx files without trusting them: bounded in bytes and in cells before they are opened."""

import lzma
import re
import zipfile
import zlib
from pathlib import Path
from xml.parsers import expat

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from .base import ImportFailure

MAX_BYTES = 300_000_000
MAX_CELLS = 20_000_000
CELL = re.compile(r"([A-Za-z]{1,3})([0-9]{1,9})")
CHUNK = 1 << 20


def open_workbook(path: Path, *, max_bytes: int = 0, max_cells: int = 0) -> CalamineWorkbook:
    """The workbook, or `ImportFailure` when it is damaged, or would unpack to too much.

    A publisher's workbook that is larger than the others' comes with limits of its own.
    """
    try:
        _check_size(path, max_bytes or MAX_BYTES, max_cells or MAX_CELLS)
        return CalamineWorkbook.from_path(str(path))
    except (
        zipfile.BadZipFile,
        zlib.error,
        lzma.LZMAError,
        EOFError,
        OSError,
        CalamineError,
        RuntimeError,
    ) as error:
        raise ImportFailure(f"it is not a readable .xlsx workbook ({error}).", file=path.name) from error


def sheet_rows(workbook: CalamineWorkbook, sheet: str, file: str) -> list[list]:
    """A sheet's rows of str, float, bool, date or '' (empty)."""
    try:
        return workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise ImportFailure(f"the sheet {sheet!r} cannot be read ({error}).", file=file) from error


def first_sheet(workbook: CalamineWorkbook, file: str) -> CalamineSheet:
    """The first sheet, to be read row by row where a list of all its rows would take too much memory."""
    try:
        return workbook.get_sheet_by_index(0)
    except (CalamineError, IndexError) as error:
        raise ImportFailure(f"its first sheet cannot be read ({error}).", file=file) from error


def _check_size(path: Path, max_bytes: int, max_cells: int) -> None:
    """Refuse what unpacks to too much, and two far-apart cells that would span billions of them."""
    left = max_bytes
    with zipfile.ZipFile(path) as archive:
        if "[Content_Types].xml" not in archive.namelist():
            raise ImportFailure("it is a zip file, but no .xlsx workbook.", file=path.name)
        for member in archive.infolist():
            # Any part may be named as a sheet, whatever its own name.
            span = _Span()
            with archive.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise ImportFailure(
                            f"it unpacks to more than {max_bytes:,} bytes; it was not opened.", file=path.name
                        )
                    span.feed(chunk)
            if span.rows * span.columns > max_cells:
                raise ImportFailure(
                    f"{member.filename} spans {span.rows:,} × {span.columns:,} cells; it was not opened.",
                    file=path.name,
                )
            if span.is_sheet and span.is_damaged:
                raise ImportFailure(f"{member.filename} is not well-formed XML.", file=path.name)


class _Span:
    """How many rows and columns the cells of one part reach over, wherever they say they stand."""

    def __init__(self):
        self.rows = self.columns = self._row = self._column = 0
        self.is_sheet = self.is_damaged = False
        self._tail = b""
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start

    def feed(self, chunk: bytes) -> None:
        self.is_sheet = self.is_sheet or b"sheetData" in self._tail + chunk
        self._tail = chunk[-len(b"sheetData") :]
        if not self.is_damaged:
            try:
                self._parser.Parse(chunk)
            except expat.ExpatError:
                self.is_damaged = True

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        place = attributes.get("r", "")
        if name == "row":
            self._row = int(place) if re.fullmatch(r"[0-9]{1,9}", place) else self._row + 1
            self._column = 0
        elif name == "c":
            if found := CELL.fullmatch(place):
                self._column, self._row = _column(found[1].upper()), int(found[2])
            else:
                self._column += 1
            self.rows, self.columns = max(self.rows, self._row), max(self.columns, self._column)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
