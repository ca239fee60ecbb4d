"""What the files of an O*NET database have in common: how one is read, checked and written."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from django.db.models import Q

from careers.models import Published, Release

from . import base, numerals
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .onet_files import Table
from .onet_rollup import RollUp

CODE = "O*NET-SOC Code"
CODE_PATTERN = re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}")
FLAGS = {"Y": True, "N": False, "": False}


class Part(ABC):
    """One file of the database: the columns it must have, and the figures of one model it gives.

    `take` is given each row and says whether it uses it; `rows` rolls up what was taken. Where every
    occupation has the same number of rows (`is_even`), a last one with fewer betrays a file cut short.
    """

    name: str
    columns: tuple[str, ...]
    optional: tuple[str, ...] = ()
    is_even = False

    model: type[Published]
    key: tuple[str, ...]
    values: tuple[str, ...]
    scope: Q | None = None

    def __init__(self):
        self.file = ""
        self.lines: dict[str, list[int]] = {}
        self.warnings: list[str] = []
        self._seen: dict[tuple, int] = {}

    def open(self, path: Path) -> None:
        self.file, code = path.name, ""
        table = Table(path, (CODE, *self.columns), self.optional)
        self.warnings += [
            f"{self.file} has no column {column!r} in this release: what it marks is not known."
            for column in table.lacking
        ]
        for line, (code, *cells) in table.rows():
            try:
                if not CODE_PATTERN.fullmatch(code):
                    raise ImportFailure(f"{code!r} is not an O*NET-SOC code.")
                if self.take(code, cells, line):
                    self.lines.setdefault(code, []).append(line)
            except ImportFailure as error:
                raise ImportFailure(error.reason, file=self.file, line=line) from error
        self._seen.clear()
        self._check_end(code)

    @abstractmethod
    def take(self, code: str, cells: list[str], line: int) -> bool: ...

    def prepare(self, release: Release) -> None:  # noqa: B027 - most have nothing to make
        """Make what the figures hang on; called before `rows`."""

    @abstractmethod
    def rows(self, roll_up: RollUp) -> Iterable[tuple]: ...

    def reject(self, roll_up: RollUp, rejections: base.Rejections) -> None:
        for code, lines in self.lines.items():
            if roll_up.soc_code(code) is None:
                for line in lines:
                    rejections.add(line, f"{self.file}: no occupation of the pay survey covers {code}")

    def write(self, release: Release, roll_up: RollUp, rejections: base.Rejections) -> Outcome:
        self.reject(roll_up, rejections)
        self.prepare(release)
        rows = self.rows(roll_up)
        outcome = write_figures(self.model, release, self.key, self.values, rows, scope=self.scope)
        kept = outcome.created + outcome.updated + outcome.unchanged
        if not kept:
            raise ImportFailure("no occupation of the pay survey is in it.", file=self.file)
        if outcome.retired + outcome.superseded > kept:
            raise ImportFailure(
                f"it gives {kept:,} figures and lacks {outcome.retired + outcome.superseded:,} "
                "of those in force: it looks truncated.",
                file=self.file,
            )
        return outcome

    def once(self, *key: str, line: int) -> None:
        """Refuse what the file says twice."""
        if (first := self._seen.setdefault(key, line)) != line:
            raise ImportFailure(f"{', '.join(key)} stands in line {first} too.")

    def _check_end(self, last: str) -> None:
        if not self.lines:
            raise ImportFailure("it has no rows to use.", file=self.file)
        others = [len(lines) for code, lines in self.lines.items() if code != last]
        if self.is_even and others and len(self.lines.get(last, ())) < min(others):
            raise ImportFailure(
                f"its last occupation, {last}, has {len(self.lines.get(last, ()))} rows and every other at "
                f"least {min(others)}: it looks truncated.",
                file=self.file,
            )


def number(text: str, name: str, low: int, high: int) -> Decimal | None:
    """A number within the scale; None where the publisher gives none."""
    if not text:
        return None
    value = numerals.read(text)
    if not value.is_finite():
        raise ImportFailure(f"{text!r} is not a number ({name}).")
    if not low <= value <= high:
        raise ImportFailure(f"{text} lies outside the scale of {low} to {high} ({name}).")
    return value


def whole(text: str, name: str, low: int, high: int) -> int:
    """A whole number that must be there."""
    value = number(text, name, low, high)
    if value is None or value != value.to_integral_value():
        raise ImportFailure(f"{text!r} is not a whole number ({name}).")
    return int(value)


def flag(text: str, name: str) -> bool:
    if text not in FLAGS:
        raise ImportFailure(f"{text!r} is neither Y nor N ({name}).")
    return FLAGS[text]


def words(text: str, name: str, longest: int = 5000) -> str:
    """A text that must be there, no longer than its field."""
    if not text:
        raise ImportFailure(f"it is empty ({name}).")
    return short_words(text, name, longest)


def short_words(text: str, name: str, longest: int) -> str:
    if len(text) > longest:
        raise ImportFailure(f"it has {len(text):,} characters, more than {longest:,} ({name}).")
    return text
