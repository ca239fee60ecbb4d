"""Who works in an occupation: women, race and Hispanic origin, age. CPS annual averages, Tables 11, 11b.

The tables go by Census title; `census_titles` says how figures of titles become those of occupations.
The survey withholds all but the counts of a title with under 50,000 people. Race and Hispanic origin
overlap and leave some people out, so that they do not add up to 100. The shares of age groups are
worked out from the published thousands, where the title's median age is published.

Where the race or the age of an occupation is withheld, that of the narrowest group which the table has
a heading for stands in its place, marked as a fallback and by the name of that group. The share of
women does not: `acs_sex` has it of the occupation itself.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q

from careers.models import AgeEstimate, DemographicShare, Missing, Release

from . import base, inputs
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .census_titles import CensusTitle, by_occupation, by_words, census_titles, group_title, normalised
from .cps_tables import AGES, MEDIAN_AGE, RACES, ROUNDING, WOMEN, Line, Table, read_table

Characteristic = DemographicShare.Characteristic
# Which shares each table gives: one of them may be a year ahead of the other.
FILLS = {"11": (Characteristic.GENDER, Characteristic.RACE), "11b": (Characteristic.AGE_GROUP,)}
SHARE_KEY = ("occupation_id", "characteristic", "category")
SHARE_VALUES = ("position", "percent", "group_title", "parts", "is_fallback", "missing")


@dataclass(frozen=True, slots=True)
class Found:
    """A figure of an occupation, or the reason why there is none."""

    value: Decimal | None
    reason: Missing | None = None
    group_title: str = ""
    parts: int = 1
    is_fallback: bool = False

    def missing(self, name: str) -> str:
        return json.dumps({name: self.reason.value} if self.reason else {})


@dataclass(frozen=True, slots=True)
class Joined:
    """An occupation, the Census titles that hold its people, and the lines of those that a table has."""

    occupation: int
    titles: list[CensusTitle]
    lines: list[Line]

    def figure(self, of: Callable[[Line], Decimal | None], *, is_share: bool = True) -> Found:
        """The figure that `of` reads from a line; a share of several titles is weighted by employment."""
        if len(self.lines) < len(self.titles):
            return Found(None, Missing.NOT_COLLECTED)
        values = [of(line) for line in self.lines]
        people = sum(line.employed for line in self.lines)
        if None in values or not people:
            return Found(None, Missing.SUPPRESSED)
        if len(values) == 1:
            return Found(round(values[0], 1), group_title=group_title(self.titles))
        if not is_share:
            return Found(None, Missing.NOT_COLLECTED)
        weighted = sum(value * line.employed for value, line in zip(values, self.lines, strict=True))
        return Found(
            round(weighted / people, 1), group_title=group_title(self.titles), parts=len(self.titles)
        )

    def or_of_its_group(self, found: Found, of: Callable[[Line], Decimal | None]) -> Found:
        """The figure found; where there is none, that of the heading above all of the lines."""
        headings = {id(line.heading): line.heading for line in self.lines}
        if found.value is not None or len(headings) != 1:
            return found
        (heading,) = headings.values()
        value = of(heading) if heading else None
        if value is None:
            return found
        return Found(round(value, 1), group_title=heading.title, is_fallback=True)


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="cps",
        name="Current Population Survey",
        short_name="BLS CPS",
        publisher="U.S. Bureau of Labor Statistics",
        url="https://www.bls.gov/cps/tables.htm",
        licence="Public domain",
        licence_url="https://www.bls.gov/opub/copyright-information.htm",
        note="Employed people aged 16 and over, the self-employed among them; a sample survey that "
        "withholds occupations of under 50,000 people. Race and Hispanic origin overlap.",
    )
    patterns = ("cpsaat11.xlsx", "cpsaat11b.xlsx", "*.xlsx")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        named = [files.by_name[name] for name in self.patterns[:2] if name in files.by_name]
        self.tables: dict[str, Table] = {}
        for path in named or files.by_name.values():
            table = read_table(path)
            if (other := self.tables.setdefault(table.name, table)) is not table:
                raise ImportFailure(f"{other.file} is Table {table.name} too.", file=path.name)
        years = {table.year for table in self.tables.values()}
        if len(years) > 1:
            raise ImportFailure(
                f"the tables are of different years, {' and '.join(map(str, sorted(years)))}. "
                "Import each by itself."
            )
        (year,) = years
        return base.ReleaseInfo(
            label=str(year), period_end=date(year, 12, 31), url="https://www.bls.gov/cps/tables.htm#annual"
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        titles = census_titles(2018)
        outcome = Outcome()
        for table in self.tables.values():
            joined = self._join(table, titles)
            rows = self._of_table_11(joined) if table.name == "11" else self._of_table_11b(joined)
            outcome += write_figures(
                DemographicShare, release, SHARE_KEY, SHARE_VALUES,
                base.count_through(rows, progress, 0, every=100),
                scope=Q(characteristic__in=FILLS[table.name]),
            )  # fmt: skip
            if table.name == "11b":
                outcome += write_figures(
                    AgeEstimate, release, ("occupation_id", "statistic"), ("years", "group_title", "missing"),
                    self._medians(joined),
                )  # fmt: skip
        return outcome

    def _join(self, table: Table, titles: dict[str, CensusTitle]) -> list[Joined]:
        listed = by_words(titles.values())
        lines: dict[str, Line] = {}
        for line in table.occupations(listed):
            title = listed.get(normalised(line.title))
            if reason := self._unusable(table, line, title):
                self.rejections.add(line.number, f"Table {table.name}: {line.title}: {reason}")
            else:
                lines[title.code] = line
        return [
            Joined(occupation, of, [lines[title.code] for title in of if title.code in lines])
            for occupation, of in sorted(by_occupation(titles.values()).items())
        ]

    def _unusable(self, table: Table, line: Line, title: CensusTitle | None) -> str:
        if title is None:
            return "it is no title of the Census list of 2018"
        if not title.occupations:
            return "the pay survey has none of its occupations"
        if table.name == "11b":
            people = [line.values[age] for age in AGES]
            if None in people or abs(sum(people) - line.employed) > ROUNDING * (len(AGES) + 1):
                return f"its age groups do not add up to its {line.employed:,f} thousand people"
        return ""

    def _of_table_11(self, joined: list[Joined]) -> Iterator[tuple]:
        for each in joined:
            found = each.figure(lambda line: line.values[WOMEN])
            yield _share(each, Characteristic.GENDER, WOMEN, 0, found)
            for position, race in enumerate(RACES):
                of = _reading(race)
                found = each.or_of_its_group(each.figure(of), of)
                yield _share(each, Characteristic.RACE, race, position, found)

    def _of_table_11b(self, joined: list[Joined]) -> Iterator[tuple]:
        for each in joined:
            for position, age in enumerate(AGES):
                of = _reading_share(age)
                found = each.or_of_its_group(each.figure(of), of)
                yield _share(each, Characteristic.AGE_GROUP, age, position, found)

    def _medians(self, joined: list[Joined]) -> Iterator[tuple]:
        of = _reading(MEDIAN_AGE)
        for each in joined:
            found = each.or_of_its_group(each.figure(of, is_share=False), of)
            statistic = AgeEstimate.Statistic.MEDIAN.value
            yield (each.occupation, statistic, found.value, found.group_title, found.missing("years"))


def _reading(column: str) -> Callable[[Line], Decimal | None]:
    return lambda line: line.values[column]


def _reading_share(age: str) -> Callable[[Line], Decimal | None]:
    """The share of an age group in percent, from counts that are published whether or not it is used."""

    def of(line: Line) -> Decimal | None:
        if line.values[MEDIAN_AGE] is None or not line.employed:
            return None
        return 100 * line.values[age] / line.employed

    return of


def _share(of: Joined, characteristic: str, category: str, position: int, found: Found) -> tuple:
    return (
        of.occupation, characteristic.value, category, position,
        found.value, found.group_title, found.parts, found.is_fallback, found.missing("percent"),
    )  # fmt: skip
