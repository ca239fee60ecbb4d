"""The Census Bureau's list of occupations of 2018, with the SOC 2018 codes of each, and that of 2010.

One workbook holds three sheets that are read, each found by its headings:

- the list of 2018: title, Census code and SOC code, which may be detailed (11-1011), broad or wider
  (11-2030, 29-9000), or a remainder (13-20XX: what no other title takes of 13-2000);
- the crosswalk from 2010 to 2018, whose rows without a Census code break a title of 2018 down into
  its detailed occupations, with the SOC code at the end: "Fundraising Managers (11-2033)";
- the code changes: into which titles of 2018 each title of 2010 went whose code changed.

A remainder covers what its breakdown names and nothing else: 13-2031 begins like 13-20XX, but has a
title of its own. A title of 2010 covers what the titles of 2018 cover that it went into. Where the
breakdown of one of these says which title of 2010 a part of it was, that part alone counts of it.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

from careers.models import CensusOccupation, Release

from . import base, inputs
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .soc import covered, detailed_occupations
from .workbooks import open_workbook, sheet_rows

SHEETS = {
    "list": ("2018 Census Title", "2018 Census Code", "2018 SOC Code"),
    "crosswalk": (
        "2010 SOC code", "2010 Census Code", "2010 Census Title",
        "2018 SOC Code", "2018 Census Code", "2018 Census Title",
    ),
    "changes": ("2010 Census OCC Code", "2010 Census Title", "New 2018 Census OCC Code", "2018 Census Title"),
}  # fmt: skip
# How many titles each sheet says that it has.
STATED = {
    "list": r"occupation classification list has (\d+) codes",
    "crosswalk": r"Total Codes, 2010: (\d+)",
}
HEADER_ROWS = 10
CODE = re.compile(r"\d{4}")
SOC_CODE = re.compile(r"\d\d-[\dX]{4}|none")  # none: the unemployed, and soldiers without a rank
PART = re.compile(r"\((\d\d-\d{4})\s*\)$")
UPDATED = re.compile(r"Updated (\w+ \d{1,2}, \d{4})")


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="census-occupations",
        name="Census occupation code list",
        short_name="Census occupations",
        publisher="U.S. Census Bureau",
        url="https://www.census.gov/topics/employment/industry-occupation/guidance.html",
        licence="Public domain",
        note="Which occupations a title covers that the household surveys publish figures by.",
        states_area=False,
    )
    patterns = ("*occupation*code*list*.xlsx", "*.xlsx")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        workbook = open_workbook(path)
        sheets = {name: sheet_rows(workbook, name, self.file) for name in workbook.sheet_names}
        self.sheets = {name: self._find(headings, sheets) for name, headings in SHEETS.items()}
        self.titles = self._read_list()
        self.older = self._read_crosswalk()
        self.successors = self._read_changes()
        self._check_stated("list", len(self.titles))
        self._check_stated("crosswalk", len(self.older))
        updated = self._updated(sheets)
        return base.ReleaseInfo(
            label=f"2018 list of {updated:%B %Y}", period_end=updated, published_on=updated
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        self.known = detailed_occupations()
        covers = {code: self._covers(code) for code in self.titles}
        self._check_once(covers)
        rows = [
            *((2018, code, title, json.dumps(covers[code])) for code, (_, title, _) in self.titles.items()),
            *self._older_rows(covers),
        ]
        rows = base.count_through(iter(rows), progress, len(rows), every=100)
        return write_figures(CensusOccupation, release, ("vintage", "code"), ("title", "soc_codes"), rows)

    def _find(self, headings: tuple[str, ...], sheets: dict[str, list[list]]) -> list[tuple[int, list[str]]]:
        """The lines below the headings, each with its number and the cells under the headings as text."""
        for rows in sheets.values():
            for number, row in enumerate(rows[:HEADER_ROWS], start=1):
                texts = [_text(cell) for cell in row]
                for first in range(len(texts)):
                    if tuple(texts[first : first + len(headings)]) == headings:
                        return [
                            (line, [_text(cell) for cell in row[first : first + len(headings)]])
                            for line, row in enumerate(rows[number:], start=number + 1)
                        ]
        raise ImportFailure(
            f"no sheet has the columns {', '.join(headings)}. Take the workbook of the 2018 Census "
            "occupation code list with its crosswalk from 2010.",
            file=self.file,
        )

    def _read_list(self) -> dict[str, tuple[int, str, str]]:
        """Line, title and SOC code of each title of 2018, by Census code."""
        titles: dict[str, tuple[int, str, str]] = {}
        for line, (title, code, soc_code) in self.sheets["list"]:
            if not CODE.fullmatch(code):
                continue  # the groups have ranges of codes
            if code in titles:
                self._fail("list", line, f"{code} stands in line {titles[code][0]} too")
            if not title or not SOC_CODE.fullmatch(soc_code):
                self._fail("list", line, f"{soc_code!r} is no SOC code ({title or 'without a title'})")
            titles[code] = (line, title, soc_code)
        return titles

    def _read_crosswalk(self) -> dict[str, tuple[int, str, str]]:
        """Line, title and the title of 2018 in the same line of each title of 2010, by Census code.

        Sets `parts`, the breakdown of each title of 2018, and `part_of`: by title of 2010, the title
        of 2018 that it is one part of, and that part.
        """
        older: dict[str, tuple[int, str, str]] = {}
        self.parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
        self.part_of: dict[str, tuple[str, str]] = {}
        block = last = ""
        for line, (_, code, title, _, newer, newer_title) in self.sheets["crosswalk"]:
            if CODE.fullmatch(newer):
                block, last = newer, ""
            if CODE.fullmatch(code):
                if code in older:
                    self._fail("crosswalk", line, f"{code} stands in line {older[code][0]} too")
                older[code] = (line, title, newer)
                last = code
            if newer or not (part := PART.search(newer_title)):
                continue
            self.parts[block].append((line, part[1]))
            if code:
                self.part_of[code] = (block, part[1])
            else:
                # Whether this part was of the title of 2010 above, the sheet leaves open.
                self.part_of.pop(last, None)
        return older

    def _read_changes(self) -> dict[str, list[str]]:
        """The codes of 2018 that each code of 2010 went into, where they are not the same."""
        successors: dict[str, list[str]] = defaultdict(list)
        code = latest = ""
        for line, (older, _, newer, _) in self.sheets["changes"]:
            if CODE.fullmatch(newer):
                if newer not in self.titles:
                    self._fail("changes", line, f"{newer} is not in the list of 2018")
                latest = newer
            if CODE.fullmatch(older):
                if older not in self.older:
                    self._fail("changes", line, f"{older} is not in the crosswalk")
                code = older
            elif not newer:
                continue
            # Codes that were combined stand one below the other; the first names what they became.
            successors[code].append(latest)
        return successors

    def _check_stated(self, sheet: str, found: int) -> None:
        texts = [text for _, row in self.sheets[sheet] for text in row]
        stated = next((int(said[1]) for text in texts if (said := re.search(STATED[sheet], text))), None)
        if stated != found:
            says = f"says it has {stated}" if stated else "no longer says how many it should have"
            raise ImportFailure(
                f"the sheet of the {sheet} has {found} codes and {says}: it looks truncated or changed.",
                file=self.file,
            )

    def _updated(self, sheets: dict[str, list[list]]) -> date:
        """The latest of the dates that the sheets carry above their headings."""
        heads = (_text(cell) for rows in sheets.values() for row in rows[:HEADER_ROWS] for cell in row)
        found = [said[1] for text in heads if (said := UPDATED.search(text))]
        try:
            return max(datetime.strptime(each, "%B %d, %Y").replace(tzinfo=UTC).date() for each in found)
        except ValueError as error:
            raise ImportFailure(
                f"no sheet says when it was updated ({', '.join(found) or 'no date'}).", file=self.file
            ) from error

    def _covers(self, code: str) -> list[str]:
        """The detailed SOC codes that a title of 2018 covers."""
        line, title, soc_code = self.titles[code]
        if soc_code == "none":
            return []
        if not soc_code.endswith(("0", "X")):
            return [soc_code]
        within = re.compile(soc_code.rstrip("0").replace("X", r"\d") + r"\d*")
        parts = {part: line for line, part in self.parts[code]}
        strangers = [part for part in parts if not within.fullmatch(part)]
        for part in strangers:
            self.rejections.add(
                parts[part], f"{part} is no part of {soc_code} ({title}); in the sheet of the crosswalk"
            )
        if "X" not in soc_code and (strangers or not parts):
            return sorted(covered(soc_code, self.known)) or [soc_code]
        if not parts:
            self.rejections.add(line, f"nothing says what {soc_code} ({title}) covers")
        # The breakdown may name a broad occupation above the detailed ones of it.
        sums = {part for part in parts if part.endswith("0") and _is_divided(part, parts)}
        return sorted(parts.keys() - strangers - sums)

    def _check_once(self, covers: dict[str, list[str]]) -> None:
        """Each SOC code belongs to one title of 2018: figures of titles are added up by that."""
        title_of: dict[str, str] = {}
        for code, soc_codes in covers.items():
            for soc_code in soc_codes:
                if soc_code in title_of:
                    self._fail(
                        "list", self.titles[code][0], f"{soc_code} belongs to {title_of[soc_code]} too"
                    )
                title_of[soc_code] = code

    def _older_rows(self, covers: dict[str, list[str]]) -> Iterator[tuple]:
        for code, (line, title, same_line) in self.older.items():
            newer = self.successors.get(code) or [same_line]
            if not all(each in covers for each in newer):
                self.rejections.add(
                    line, f"nothing says what {code} ({title}) became; in the sheet of the crosswalk"
                )
                continue
            block, part = self.part_of.get(code, ("", ""))
            soc_codes = {
                soc_code
                for each in newer
                for soc_code in ([part] if each == block and part in covers[block] else covers[each])
            }
            yield (2010, code, title, json.dumps(sorted(soc_codes)))

    def _fail(self, sheet: str, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason} (sheet of the {sheet}).", file=self.file, line=line)


def _is_divided(part: str, parts: Iterable[str]) -> bool:
    return any(other != part and other.startswith(part.rstrip("0")) for other in parts)


def _text(cell) -> str:
    """A cell as text; codes that a spreadsheet took for numbers get their zeros back."""
    if isinstance(cell, float) and cell.is_integer():
        return f"{int(cell):04d}"
    return " ".join(str(cell).split())
