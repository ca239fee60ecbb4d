"""Employment Projections: the official occupation workbook, any round from 2022–32 on."""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from careers.models import (
    EntryEducation,
    JobTraining,
    Missing,
    Occupation,
    Projection,
    Release,
    WorkExperience,
)
from careers.models.outlook import MEASURES

from . import base, inputs, numerals
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .workbooks import open_workbook, sheet_rows

DASHES = {"—", "–", "-"}
# The columns by what their headings say; the years in them tell the round.
HEADINGS = {
    "code": r"National Employment Matrix code",
    "title": r"National Employment Matrix title",
    "type": r"Occupation type",
    "employment_base": r"Employment, (?P<year>\d{4})",
    "employment_target": r"Employment, (?P<year>\d{4})",
    "change_number": r"Employment change, numeric",
    "change_percent": r"Employment change, percent",
    "percent_self_employed": r"Percent self employed",
    "openings_annual": r"Occupational openings, .* annual average",
    "entry_education": r"Typical education needed for entry",
    "work_experience": r"Work experience in a related occupation",
    "job_training": r"Typical on-the-job training",
}
# Published in thousands with one decimal.
IN_THOUSANDS = {"employment_base", "employment_target", "change_number", "openings_annual"}
CLASSES = {
    "entry_education": {label: value for value, label in EntryEducation.choices},
    "work_experience": {label: value for value, label in WorkExperience.choices},
    "job_training": {label: value for value, label in JobTraining.choices},
}
# As printed: employment in thousands, else percent. Nothing else is below 0.
BOUNDS = {
    "change_number": (-1_000_000, 1_000_000),
    "change_percent": (-100, 99_999),
    "percent_self_employed": (0, 100),
}
# Line items are rounded to a hundred people each; the total of 832 may be off by this share.
MAX_SUM_ERROR = Decimal("0.001")


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="employment-projections",
        name="Employment Projections",
        short_name="BLS Projections",
        publisher="U.S. Bureau of Labor Statistics",
        url="https://www.bls.gov/emp/",
        licence="Public domain",
        licence_url="https://www.bls.gov/opub/copyright-information.htm",
        note="Counts the self-employed too, so its employment differs from the pay survey's.",
    )
    patterns = ("occupation*.xlsx", "*.xlsx")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        workbook = open_workbook(path)
        self.sheet, self.header, rows = self._find_table(workbook)
        self.columns = self._columns(rows[self.header])
        self.base_year, self.target_year = self._years(rows[self.header])
        self.rows = rows[self.header + 1 :]
        self.parsed = list(self._parse())
        self._check_total()
        return base.ReleaseInfo(
            label=f"{self.base_year}–{self.target_year % 100:02d}",
            period_end=date(self.base_year, 12, 31),
            url="https://www.bls.gov/emp/tables/occupational-projections-and-characteristics.htm",
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        ids = dict(Occupation.objects.exclude(soc_code=None).values_list("soc_code", "pk"))
        rows = base.count_through(self._rows(ids), progress, len(self.parsed), every=100)
        return write_figures(Projection, release, ("occupation_id",), (*MEASURES, "missing"), rows)

    def _find_table(self, workbook) -> tuple[str, int, list[list]]:
        """The sheet that has all the columns; its number differs between rounds (1.2, 1.7)."""
        closest, lacking_least = "", list(HEADINGS)
        for sheet in workbook.sheet_names:
            rows = sheet_rows(workbook, sheet, self.file)
            for number, row in enumerate(rows[:5]):
                texts = [str(value) for value in row]
                lacking = [name for name, heading in HEADINGS.items() if not _positions(heading, texts)]
                if not lacking and len(_positions(HEADINGS["employment_base"], texts)) != 2:
                    lacking.append("employment_target")  # the two differ in their year alone
                if not lacking:
                    return sheet, number, rows
                if len(lacking) < len(lacking_least):
                    closest, lacking_least = sheet, lacking
        near = f" The nearest, {closest!r}, lacks {lacking_least[0].replace('_', ' ')!r}." if closest else ""
        raise ImportFailure(
            f"no sheet has the columns of the table of occupational projections.{near}", file=self.file
        )

    def _columns(self, header: list) -> dict[str, int]:
        texts = [str(value) for value in header]
        columns = {name: _positions(heading, texts)[0] for name, heading in HEADINGS.items()}
        columns["employment_base"], columns["employment_target"] = _positions(
            HEADINGS["employment_base"], texts
        )
        return columns

    def _years(self, header: list) -> tuple[int, int]:
        years = [
            int(re.fullmatch(HEADINGS[name], str(header[self.columns[name]]).strip())["year"])
            for name in ("employment_base", "employment_target")
        ]
        span = f"{years[0]}[–-](?:20)?{years[1] % 100:02d}"
        for name in ("change_number", "change_percent", "openings_annual"):
            if not re.search(span, str(header[self.columns[name]])):
                raise ImportFailure(
                    f"the headings disagree on the years: {years[0]} to {years[1]} against "
                    f"{header[self.columns[name]]!r}.",
                    file=self.file,
                    line=self.header + 1,
                )
        if years[1] <= years[0]:
            raise ImportFailure("the target year is not after the base year.", file=self.file)
        return years[0], years[1]

    def _parse(self) -> Iterator[tuple[int, str, str, bool, dict]]:
        """Line, SOC code, title, is a line item (not a sum), and the values by measure."""
        seen: dict[str, int] = {}
        for line, row in enumerate(self.rows, start=self.header + 2):
            code = str(row[self.columns["code"]]).strip()
            if not re.fullmatch(r"\d\d-\d{4}", code):
                if code or str(row[self.columns["type"]]).strip():
                    raise ImportFailure(f"{code!r} is not a SOC code.", file=self.file, line=line)
                continue
            kind = str(row[self.columns["type"]]).strip()
            if kind not in {"Line item", "Summary"}:
                raise ImportFailure(f"the occupation type is {kind!r}.", file=self.file, line=line)
            if code in seen:
                raise ImportFailure(f"{code} stands in line {seen[code]} too.", file=self.file, line=line)
            seen[code] = line
            values = {name: self._value(name, row[self.columns[name]], line) for name in MEASURES[2:]}
            yield line, code, str(row[self.columns["title"]]).strip(), kind == "Line item", values

    def _value(self, name: str, cell, line: int):
        text = str(cell).strip()
        if text in DASHES:
            return None
        if not text:  # nor is it the publisher's way to say "no figure": an error value reads so too
            raise ImportFailure(
                f"there is nothing, not even a dash ({name.replace('_', ' ')}).", file=self.file, line=line
            )
        if name in CLASSES:
            if text not in CLASSES[name]:
                raise ImportFailure(
                    f"{text!r} is no known {name.replace('_', ' ')}.", file=self.file, line=line
                )
            return CLASSES[name][text]
        number = numerals.read(text.replace(",", ""))
        if not number.is_finite() or abs(number) > 1_000_000:
            raise ImportFailure(
                f"{text!r} is not a number ({name.replace('_', ' ')}).", file=self.file, line=line
            )
        lowest, highest = BOUNDS.get(name, (0, 1_000_000))
        if not lowest <= number <= highest:
            raise ImportFailure(
                f"{text} is out of bounds ({name.replace('_', ' ')}: {lowest:,} to {highest:,}).",
                file=self.file,
                line=line,
            )
        return int((number * 1000).to_integral_value()) if name in IN_THOUSANDS else round(number, 1)

    def _check_total(self) -> None:
        """The line items must add up to the sheet's own total; a truncated sheet does not."""
        total = next((values for _, code, _, _, values in self.parsed if code == "00-0000"), None)
        if total is None or not total["employment_base"]:
            raise ImportFailure("the line of all occupations, 00-0000, is missing.", file=self.file)
        items = sum(values["employment_base"] or 0 for *_, is_item, values in self.parsed if is_item)
        if abs(items - total["employment_base"]) > MAX_SUM_ERROR * total["employment_base"]:
            raise ImportFailure(
                f"the occupations add up to {items:,} people, the sheet's total is "
                f"{total['employment_base']:,}: lines are missing or changed.",
                file=self.file,
            )

    def _rows(self, ids: dict[str, int]) -> Iterator[tuple]:
        for line, code, title, is_item, values in self.parsed:
            if code not in ids:
                self.rejections.add(
                    line, f"no occupation or group {code} ({title}) is known; the pay survey makes them"
                )
                continue
            values = {"base_year": self.base_year, "target_year": self.target_year, **values}
            missing = {}
            for name in MEASURES:
                if values[name] is None:
                    of_group = name in CLASSES and not is_item
                    missing[name] = (Missing.NOT_APPLICABLE if of_group else Missing.NOT_COLLECTED).value
            yield (ids[code], *(values[name] for name in MEASURES), json.dumps(missing, sort_keys=True))


def _positions(heading: str, texts: list[str]) -> list[int]:
    """Where a heading stands; its years may vary, and so may words before its code and title."""
    pattern = re.compile(heading)
    whole = heading.startswith("Employment, (")
    return [
        position
        for position, text in enumerate(texts)
        if (pattern.fullmatch(text.strip()) if whole else pattern.search(text))
    ]
