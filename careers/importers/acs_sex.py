"""The share of women by occupation among full-time workers, American Community Survey, to 2017.

An older and narrower figure than that of the Current Population Survey (`cps`), for the occupations
whose share it withholds. Its titles are those of the Census list of 2010, without the word
"occupations"; some stand for two titles of the list. Where an occupation's people are in several
titles, it is the share among all workers of these titles, under their names; an occupation that is in
a title which the file does not have gets none. Only the latest year of the file is read.
"""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from careers.models import DemographicShare, Release

from . import base, inputs, numerals
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .census_titles import CensusTitle, by_occupation, census_titles, group_title, normalised

COLUMNS = ("year", "occupation", "total_workers", "workers_male", "workers_female", "percent_female")
# From 2018 on the survey goes by the Census list of 2018.
LAST_YEAR = 2017
MIN_SHARE_OF_YEAR_BEFORE = 0.95
ROUNDING = Decimal("0.1")  # percent; the shares are rounded to a tenth
# Titles that stand for several of the list: their normalised words, and the Census codes of 2010.
COMBINED = {
    "fishing hunting workers": ("6100", "6110"),
    "miscellaneous construction related workers including solar photovoltaic installers": ("6540", "6765"),
    "miscellaneous media communications equipment workers including broadcast sound engineering "
    "technicians radio operators": ("2900", "2960"),
    "miscellaneous social scientists related workers including sociologists": ("1830", "1860"),
    "miscellaneous textile apparel furnishings workers including extruding forming machine setters "
    "operators tenders synthetic glass fibers": ("8430", "8460"),
    "miscellaneous therapists including exercise physiologists": ("3235", "3245"),
    "miscellaneous woodworkers including model makers patternmakers": ("8520", "8550"),
    "operating engineers other construction equipment operators including pile driver operators": (
        "6310", "6320",
    ),
    "other installation maintenance repair workers including wind turbine service technicians": (
        "7440", "7630",
    ),
    "printing workers except prepress technicians workers": ("8255", "8256"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Workers:
    """One line of the file: full-time workers, and the women among them."""

    line: int
    title: str
    total: int
    women: int
    percent: Decimal


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="acs-sex",
        name="American Community Survey, occupation by sex",
        short_name="Census ACS",
        publisher="U.S. Census Bureau",
        url="https://www.census.gov/programs-surveys/acs",
        licence="Public domain",
        note="Older, and of full-time, year-round workers only: stands in where the Current Population "
        "Survey withholds the share of women.",
    )
    patterns = ("jobs_gender.csv", "*.csv")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        by_year: dict[int, list[dict]] = {}
        try:
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in self._rows(file):
                    by_year.setdefault(row["year"], []).append(row)
        except UnicodeDecodeError as error:
            raise ImportFailure(
                "it is not UTF-8 text.", file=self.file, line=inputs.undecodable_line(path)
            ) from error
        if not by_year:
            raise ImportFailure("it has headings and nothing below them.", file=self.file)
        self.year = max(by_year)
        self._check_year(by_year)
        self.workers = [self._workers(row) for row in by_year[self.year]]
        return base.ReleaseInfo(label=f"{self.year}, full-time workers", period_end=date(self.year, 12, 31))

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        titles = census_titles(2010)
        lines = self._by_code(titles)
        rows = [
            self._share(occupation, [lines[title.code] for title in of])
            for occupation, of in sorted(by_occupation(titles.values()).items())
            if all(title.code in lines for title in of)
        ]
        values = ("position", "percent", "group_title", "parts", "is_fallback", "missing")
        return write_figures(
            DemographicShare, release, ("occupation_id", "characteristic", "category"), values,
            base.count_through(iter(rows), progress, len(rows), every=100),
        )  # fmt: skip

    def _rows(self, file) -> Iterator[dict]:
        """The lines with their number, year and title, all columns there."""
        reader = csv.DictReader(file, strict=True)
        try:
            lacking = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if lacking:
                raise ImportFailure(f"it lacks the column {lacking[0]!r}.", file=self.file, line=1)
            for row in reader:
                year = row["year"] or ""
                if None in row or None in row.values():
                    self._fail(reader.line_num, "it has not as many columns as the headings")
                if not year.isascii() or not year.isdigit() or len(year) != 4:
                    self._fail(reader.line_num, f"{year!r} is no year")
                yield {**row, "line": reader.line_num, "year": int(year)}
        except csv.Error as error:
            raise ImportFailure(
                f"it is no CSV text ({error}).", file=self.file, line=reader.line_num + 1
            ) from error

    def _check_year(self, by_year: dict[int, list[dict]]) -> None:
        rows = by_year[self.year]
        if self.year > LAST_YEAR:
            self._fail(
                rows[0]["line"],
                f"from {LAST_YEAR + 1} on the titles are those of the Census list of 2018, which this file's "
                f"importer cannot join; the file reaches to {self.year}. Take one that ends earlier",
            )
        before = len(by_year.get(self.year - 1, ()))
        if len(rows) < MIN_SHARE_OF_YEAR_BEFORE * before:
            self._fail(
                rows[-1]["line"],
                f"{self.year} has {len(rows)} occupations, the year before {before}: it looks truncated",
            )

    def _workers(self, row: dict) -> Workers:
        numbers = {}
        for name in ("total_workers", "workers_male", "workers_female", "percent_female"):
            numbers[name] = numerals.read(row[name].strip())
            if not numbers[name].is_finite() or not 0 <= numbers[name] <= 1_000_000_000:
                self._fail(row["line"], f"{row[name]!r} cannot be ({name.replace('_', ' ')})")
        return Workers(
            row["line"], row["occupation"].strip(), int(numbers["total_workers"]),
            int(numbers["workers_female"]), numbers["percent_female"],
        )  # fmt: skip

    def _by_code(self, titles: dict[str, CensusTitle]) -> dict[str, tuple[CensusTitle, Workers]]:
        """The usable lines, each with the title that it is of, by the Census codes that it stands for."""
        codes = {_words(title.title): (title.code,) for title in titles.values()} | COMBINED
        found: dict[str, tuple[CensusTitle, Workers]] = {}
        for workers in self.workers:
            stands_for = [code for code in codes.get(_words(workers.title), ()) if code in titles]
            if reason := _unusable(workers, [titles[code] for code in stands_for]):
                self.rejections.add(workers.line, f"{workers.title}: {reason}")
                continue
            for code in stands_for:
                if code in found:
                    before = found[code][1].line
                    self._fail(workers.line, f"{workers.title!r} stands in line {before} too")
            title = titles[stands_for[0]]
            if len(stands_for) > 1:
                occupations = frozenset().union(*(titles[code].occupations for code in stands_for))
                title = CensusTitle("+".join(stands_for), workers.title, occupations)
            found |= dict.fromkeys(stands_for, (title, workers))
        return found

    def _share(self, occupation: int, found: list[tuple[CensusTitle, Workers]]) -> tuple:
        found = list(dict.fromkeys(found))  # one line may stand for several titles of the occupation
        lines = [workers for _, workers in found]
        percent = lines[0].percent
        if len(lines) > 1:
            percent = 100 * Decimal(sum(line.women for line in lines)) / sum(line.total for line in lines)
        return (
            occupation, DemographicShare.Characteristic.GENDER.value, "Women", 0, round(percent, 1),
            group_title([title for title, _ in found]), len(lines), True, json.dumps({}),
        )  # fmt: skip

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line)


def _unusable(workers: Workers, titles: list[CensusTitle]) -> str:
    if not titles:
        return "it is no title of the Census list of 2010"
    if not any(title.occupations for title in titles):
        return "the pay survey has none of its occupations"
    if not workers.total or abs(100 * workers.women / Decimal(workers.total) - workers.percent) > ROUNDING:
        return f"{workers.women:,} women of {workers.total:,} workers are not {workers.percent}%"
    return ""


def _words(title: str) -> str:
    return " ".join(word for word in normalised(title).split() if word != "occupations")
