"""Earnings by bachelor's major: the American Community Survey 2010–12, as FiveThirtyEight gathered it.

Which fields of the Classification of Instructional Programs a Census major holds is this project's
own reading, `careers/data/census_majors.csv`: a field stands under the one major that holds most of
its people, and under none where none does. It is set where an editor has set nothing.
"""

import csv
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

from careers.models import FieldOfStudy, MajorEarnings, Missing, Release

from . import base, inputs, objects
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .csv_files import CsvTable

OWN_READING = Path(__file__).resolve().parent.parent / "data" / "census_majors.csv"
COLUMNS = ("Major_code", "Major", "Major_category", "Employed", "Median", "P25th", "P75th")
CODE = re.compile(r"[1-9][0-9]{3}")
# 100,000 reads 1.00E+05 in the publisher's file.
NUMBER = re.compile(r"[0-9]{1,9}|[0-9]\.[0-9]{1,6}E\+0[0-8]", re.IGNORECASE | re.ASCII)
NOT_GIVEN = {"", "NA"}
PROPER = {"french": "French", "german": "German", "latin": "Latin", "english": "English"}
PROPER |= {"united": "United", "states": "States"}
MAX_TITLE, MAX_CATEGORY = 200, 100
# The Census Bureau's list had 173 majors.
MIN_MAJORS = 150


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="acs-majors",
        name="Earnings by college major, American Community Survey",
        short_name="ACS majors",
        publisher="U.S. Census Bureau, gathered by FiveThirtyEight",
        url="https://github.com/fivethirtyeight/data/tree/master/college-majors",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        note="Old: 2010 to 2012. Everyone with that bachelor's major, whatever they do and studied later.",
        attribution="FiveThirtyEight, from the American Community Survey 2010–12 (CC BY 4.0).",
    )
    patterns = ("all-ages.csv", "*.csv")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        self.majors: dict[str, tuple] = {}
        for line, cells in CsvTable(path).rows(COLUMNS):
            self._read(line, *(cell.strip() for cell in cells))
        if len(self.majors) < MIN_MAJORS:
            raise ImportFailure(
                f"it has {len(self.majors)} majors, the official list 173: it looks truncated.",
                file=self.file,
            )
        return base.ReleaseInfo(
            label="ACS 2010–12",
            period_end=date(2012, 12, 31),
            url="https://github.com/fivethirtyeight/data/blob/master/college-majors/all-ages.csv",
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        self._set_census_majors()
        rows = [(code, *values) for code, values in self.majors.items()]
        progress(len(rows), len(rows))
        values = ("title", "category", *MajorEarnings.EXPLAINED, "missing")
        return write_figures(MajorEarnings, release, ("census_major",), values, rows)

    def _read(self, line: int, code: str, title: str, category: str, *figures: str) -> None:
        if not CODE.fullmatch(code):
            self._fail(line, f"{code!r} is not a Census major code")
        if code in self.majors:
            self._fail(line, f"the major {code} stands above too")
        if not (0 < len(title) <= MAX_TITLE and len(category) <= MAX_CATEGORY):
            self._fail(line, "the title or category is empty or too long")
        numbers = [self._number(line, text) for text in figures]
        _, median, low, high = numbers
        given = [number for number in (low, median, high) if number is not None]
        if given != sorted(given):
            self._fail(line, f"the percentiles fall: {', '.join(figures[2:] + figures[1:2])}")
        missing = {
            name: Missing.NOT_COLLECTED.value
            for name, number in zip(MajorEarnings.EXPLAINED, numbers, strict=True)
            if number is None
        }
        self.majors[code] = (readable(title), category, *numbers, json.dumps(missing, sort_keys=True))

    def _number(self, line: int, text: str) -> int | None:
        if text in NOT_GIVEN:
            return None
        if not NUMBER.fullmatch(text):
            self._fail(line, f"{text!r} is not a whole number")
        number = Decimal(text)
        if number != number.to_integral_value():
            self._fail(line, f"{text!r} is not a whole number")
        return int(number)

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line)

    def _set_census_majors(self) -> None:
        with OWN_READING.open(encoding="utf-8", newline="") as file:
            reading = {row["cip"]: row["census_major"] for row in csv.DictReader(file)}
        fields = list(FieldOfStudy.objects.filter(code__in=reading, census_major=""))
        for field in fields:
            field.census_major = reading[field.code]
        objects.update(fields, ["census_major"])
        if not FieldOfStudy.objects.exclude(census_major="").exists():
            self.warnings.append(
                "No field of study is known yet, so no earnings show: import cip_soc, then this file again."
            )


def readable(title: str) -> str:
    """A title in capitals as a sentence would have it: UNITED STATES HISTORY → United States history."""
    if not title.isupper():
        return title
    lowered = re.sub(r"[a-z]+", lambda word: PROPER.get(word[0], word[0]), title.lower())
    return lowered[0].upper() + lowered[1:]
