"""Reading .xlsx files without trusting them: bounded in bytes and in cells before they are opened."""

import re
import zipfile
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from .base import ImportFailure

MAX_BYTES = 300_000_000
MAX_CELLS = 20_000_000
CELL = re.compile(rb'<(?:\w+:)?c [^>]{0,200}?\br="([A-Z]{1,3})(\d{1,7})"')
CHUNK = 1 << 20


def open_workbook(path: Path) -> CalamineWorkbook:
    """The workbook, or `ImportFailure` when it is damaged, or would unpack to too much."""
    try:
        _check_size(path)
        return CalamineWorkbook.from_path(str(path))
    except (zipfile.BadZipFile, EOFError, OSError, CalamineError, RuntimeError) as error:
        raise ImportFailure(f"it is not a readable .xlsx workbook ({error}).", file=path.name) from error


def sheet_rows(workbook: CalamineWorkbook, sheet: str, file: str) -> list[list]:
    """A sheet's rows of str, float, bool, date or '' (empty)."""
    try:
        return workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except CalamineError as error:
        raise ImportFailure(f"the sheet {sheet!r} cannot be read ({error}).", file=file) from error


def _check_size(path: Path) -> None:
    """Refuse what unpacks to too much, and two far-apart cells that would span billions of them."""
    left = MAX_BYTES
    with zipfile.ZipFile(path) as archive:
        if "[Content_Types].xml" not in archive.namelist():
            raise ImportFailure("it is a zip file, but no .xlsx workbook.", file=path.name)
        for member in archive.infolist():
            rows, columns, tail = 0, 0, b""
            with archive.open(member) as stream:
                while chunk := stream.read(CHUNK):
                    left -= len(chunk)
                    if left < 0:
                        raise ImportFailure(
                            f"it unpacks to more than {MAX_BYTES:,} bytes; it was not opened.", file=path.name
                        )
                    if member.filename.startswith("xl/worksheets/"):
                        for letters, number in CELL.findall(tail + chunk):
                            rows, columns = max(rows, int(number)), max(columns, _column(letters))
                        tail = chunk[-300:]
            if rows * columns > MAX_CELLS:
                raise ImportFailure(
                    f"{member.filename} spans {rows:,} × {columns:,} cells; it was not opened.",
                    file=path.name,
                )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
