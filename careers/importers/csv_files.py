"""Reading publishers' CSV files without trusting them: every fault becomes a line and a reason."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from operator import itemgetter
from pathlib import Path

from . import inputs
from .base import ImportFailure


class CsvTable:
    """A CSV file with headings. With `footers`, lines at its end may be of another width."""

    def __init__(self, path: Path, *, encoding: str = "utf-8-sig", footers: bool = False):
        self.path, self.encoding, self.footers = path, encoding, footers
        with self._reader() as reader:
            self.headings = [heading.strip() for heading in next(reader, [])]
        if not any(self.headings):
            raise ImportFailure("it is empty.", file=path.name)

    def rows(self, names: Sequence[str], optional: Sequence[str] = ()) -> Iterator[tuple[int, tuple]]:
        """Line and the cells of the named columns, at least two; '' where an optional one is not there."""
        lacking = [name for name in names if name not in self.headings]
        if lacking:
            raise ImportFailure(f"there is no column {lacking[0]!r}.", file=self.path.name, line=1)
        width, absent = len(self.headings), len(self.headings)
        places = [self.headings.index(name) for name in names]
        places += [self.headings.index(name) if name in self.headings else absent for name in optional]
        pick, padded = itemgetter(*places), absent in places
        foot = 0  # the first line of the footers
        with self._reader() as reader:
            next(reader, None)
            for row in reader:
                if len(row) != width:
                    if not row:
                        continue
                    if self.footers:
                        foot = foot or reader.line_num
                        continue
                    self._fail(reader.line_num, f"it has {len(row)} columns where the headings are {width}")
                if foot:
                    self._fail(foot, "it is not as wide as the headings, and the table goes on below it")
                cells = pick([*row, ""] if padded else row)
                if "\0" in "".join(cells):
                    self._fail(reader.line_num, "there is a NUL character")
                yield reader.line_num, cells

    @contextmanager
    def _reader(self) -> Iterator:
        reader = None
        try:
            with self.path.open(encoding=self.encoding, newline="") as file:
                reader = csv.reader(file, strict=True, skipinitialspace=self.footers)
                yield reader
        except UnicodeDecodeError as error:
            raise ImportFailure(
                f"it is not {self.encoding.removesuffix('-sig').upper()} text ({error.reason}).",
                file=self.path.name,
                line=inputs.undecodable_line(self.path),
            ) from error
        except csv.Error as error:
            self._fail(reader.line_num, str(error))

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.path.name, line=line)
