"""Highest degree that workers hold: Table 5.3 of the Employment Projections workbook.

Shares of workers aged 25 and over by occupation, from the American Community Survey of the years that
the table names below itself. It goes by the codes of the National Employment Matrix, which are those
of the pay survey. A mark at a title, explained at the foot, says that the survey has no such
occupation and the shares are those of a wider group.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from careers.models import Attainment, EducationShare, Missing, Occupation, Release

from . import base, inputs, numerals
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .workbooks import open_workbook, sheet_rows

HEADING = re.compile(r"National Employment Matrix (title|code)$")
SOC_CODE = re.compile(r"\d\d-\d{4}")
TOTAL = "00-0000"
DASHES = {"—", "–", "-"}
HEADER_ROWS = 5
YEARS = re.compile(r"Data Source: (\d{4}(?:(?:, | and |, and )\d{4})*) American Community Survey")
OF_A_GROUP = re.compile(r"(\(\d+\)) This occupation is not an exact match with ACS")
MARK = re.compile(r"\(\d+\)$")
# Seven shares, each rounded to a tenth, and what the publisher rounds before.
MAX_SUM_ERROR = 1


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="educational-attainment",
        name="Educational attainment by occupation",
        short_name="BLS attainment",
        publisher="U.S. Bureau of Labor Statistics",
        url="https://www.bls.gov/emp/tables/educational-attainment.htm",
        licence="Public domain",
        licence_url="https://www.bls.gov/opub/copyright-information.htm",
        note="Of workers aged 25 and over, from the American Community Survey: what they hold, not what "
        "entry requires.",
    )
    patterns = ("occupation*.xlsx", "*.xlsx")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        workbook = open_workbook(path)
        rows = self._find_table(workbook)
        self.end = next(
            (
                number
                for number in range(self.header + 1, len(rows))
                if _text(rows[number][0]) == "Footnotes:"
            ),
            None,
        )
        if self.end is None:
            raise ImportFailure("the table ends without its footnotes: it looks truncated.", file=self.file)
        years = self._read_foot([_text(row[0]) for row in rows[self.end :]])
        self.parsed = list(self._parse(rows))
        if not any(code == TOTAL for _, code, *_ in self.parsed):
            raise ImportFailure(f"the line of all occupations, {TOTAL}, is missing.", file=self.file)
        return base.ReleaseInfo(label=f"ACS {years}", period_end=date(int(years[-4:]), 12, 31))

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        ids = dict(Occupation.objects.exclude(soc_code=None).values_list("soc_code", "pk"))
        rows = base.count_through(self._rows(ids), progress, 0, every=100)
        return write_figures(
            EducationShare,
            release,
            ("occupation_id", "attainment"),
            ("percent", "is_group", "missing"),
            rows,
        )

    def _find_table(self, workbook) -> list[list]:
        """The rows of the sheet that has all the columns; sets `header` and `columns`."""
        nearest, lacking_least = "", Attainment.labels
        for sheet in workbook.sheet_names:
            rows = sheet_rows(workbook, sheet, self.file)
            for number, row in enumerate(rows[:HEADER_ROWS]):
                texts = [_text(cell) for cell in row]
                places = {label: texts.index(label) for label in Attainment.labels if label in texts}
                for place, text in enumerate(texts):
                    if found := HEADING.search(text):
                        places[found[1]] = place
                lacking = [name for name in ("code", "title", *Attainment.labels) if name not in places]
                if not lacking:
                    self.header, self.columns = number, places
                    return rows
                if len(lacking) < len(lacking_least):
                    nearest, lacking_least = sheet, lacking
        near = f" The nearest, {nearest!r}, lacks {lacking_least[0]!r}." if nearest else ""
        raise ImportFailure(
            f"no sheet has the columns of the table of educational attainment (5.3).{near} Some rounds of "
            "the workbook come without it; the one of 2022–32 has it.",
            file=self.file,
        )

    def _read_foot(self, foot: list[str]) -> str:
        """The survey's years; sets `group_mark`, which stands at the titles of wider groups."""
        years = next((said[1] for text in foot if (said := YEARS.match(text))), None)
        self.group_mark = next((said[1] for text in foot if (said := OF_A_GROUP.match(text))), None)
        for wanted, what in (
            (years, "of which years its survey is"),
            (self.group_mark, "how groups are marked"),
        ):
            if wanted is None:
                raise ImportFailure(
                    f"the footnotes do not say {what}: truncated, or of another layout.",
                    file=self.file,
                    line=self.end + 1,
                )
        return years

    def _parse(self, rows: list[list]) -> Iterator[tuple[int, str, str, list[Decimal | None]]]:
        """Line, code, title and the shares, lowest degree first."""
        seen: dict[str, int] = {}
        for line, row in enumerate(rows[self.header + 1 : self.end], start=self.header + 2):
            code = _text(row[self.columns["code"]])
            if not code and not any(map(_text, row)):
                continue
            if not SOC_CODE.fullmatch(code):
                raise ImportFailure(f"{code!r} is not a SOC code.", file=self.file, line=line)
            if code in seen:
                raise ImportFailure(f"{code} stands in line {seen[code]} too.", file=self.file, line=line)
            seen[code] = line
            shares = [self._share(row[self.columns[label]], label, line) for label in Attainment.labels]
            yield line, code, _text(row[self.columns["title"]]), shares

    def _share(self, cell, label: str, line: int) -> Decimal | None:
        text = _text(cell)
        if text in DASHES:
            return None
        number = numerals.read(text)
        if not number.is_finite() or not 0 <= number <= 100:
            raise ImportFailure(f"{text!r} is no percentage ({label}).", file=self.file, line=line)
        return round(number, 1)

    def _rows(self, ids: dict[str, int]) -> Iterator[tuple]:
        for line, code, title, shares in self.parsed:
            total = sum(share or 0 for share in shares)
            if code not in ids:
                self.rejections.add(
                    line, f"no occupation or group {code} ({title}) is known; the pay survey makes them"
                )
            elif None not in shares and abs(total - 100) > MAX_SUM_ERROR:
                self.rejections.add(line, f"{code}: its shares add up to {total}, not to 100")
            else:
                marks = MARK.search(title)
                is_group = bool(marks) and marks[0] == self.group_mark
                for attainment, share in zip(Attainment.values, shares, strict=True):
                    missing = {} if share is not None else {"percent": Missing.NOT_COLLECTED.value}
                    yield (ids[code], attainment, share, is_group, json.dumps(missing))


def _text(cell) -> str:
    return " ".join(str(cell).split())
