"""Which majors lead to which occupation: the crosswalk of NCES and BLS, CIP 2020 to SOC 2018.

Several SOC codes of one occupation give one route. The crosswalk names the programs (six digits)
alone; a field (four digits) takes the title of its general program, or of its first, until the
College Scorecard names it. A program that leads to no occupation by the crosswalk is kept without a
route. An occupation that no program leads to is related to the code 99.9999 by the crosswalk and here
alike: that none leads there is an answer too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from careers.models import FieldOfStudy, Major, MajorRoute, Release

from . import base, inputs, objects
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .csv_files import CsvTable
from .reference import upsert_by_code
from .soc import covering, detailed_occupations
from .workbooks import open_workbook, sheet_rows

COLUMNS = ("CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title")
SHEET = "CIP-SOC"
CIP = re.compile(r"[0-9]{2}\.[0-9]{4}")
SOC = re.compile(r"[0-9]{2}-[0-9]{4}")
NO_CIP, NO_SOC = Major.NONE_CODE, "99-9999"
NO_PROGRAM = "No program leads there"
MILITARY = "55-"
MAX_TITLE = 200
# The official crosswalk names every SOC code, if only to say that no program leads there.
MIN_NAMED = 0.95


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="cip-soc",
        name="CIP 2020 to SOC 2018 Crosswalk",
        short_name="NCES CIP–SOC",
        publisher="National Center for Education Statistics and U.S. Bureau of Labor Statistics",
        url="https://nces.ed.gov/ipeds/cipcode/post3.aspx?y=56",
        licence="Public domain",
        licence_url="https://nces.ed.gov/help/webpolicies.asp",
        note="Relates a major to the work it prepares for; it does not count who studied what.",
    )
    patterns = ("CIP2020_SOC2018_Crosswalk.csv", "CIP2020_SOC2018_Crosswalk.xlsx", "*.csv", "*.xlsx")

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        path = files.find(*self.patterns)
        self.file = path.name
        cells = self._workbook(path) if path.suffix == ".xlsx" else CsvTable(path).rows(COLUMNS)
        self.titles: dict[str, str] = {}
        self.routes: dict[tuple[str, str], int] = {}
        self.soc_titles: dict[str, str] = {}
        for line, row in cells:
            self._read(line, *(str(cell).strip() for cell in row))
        return base.ReleaseInfo(
            label="CIP 2020 to SOC 2018",
            period_end=date(2020, 12, 31),
            url="https://nces.ed.gov/ipeds/cipcode/Files/CIP2020_SOC2018_Crosswalk.xlsx",
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        occupations = detailed_occupations()
        routes = self._routes(occupations)
        majors = self._save_majors()
        rows = [(occupations[soc], majors[cip]) for soc, cip in routes]
        progress(len(self.routes), len(self.routes))
        return write_figures(MajorRoute, release, ("occupation_id", "major_id"), (), rows)

    # --- reading -------------------------------------------------------------------------------

    def _workbook(self, path) -> Iterator[tuple[int, tuple]]:
        rows = sheet_rows(open_workbook(path), SHEET, self.file)
        header = [str(cell).strip() for cell in rows[0]] if rows else []
        lacking = [name for name in COLUMNS if name not in header]
        if lacking:
            raise ImportFailure(f"there is no column {lacking[0]!r}.", file=self.file, line=1)
        places = [header.index(name) for name in COLUMNS]
        for line, row in enumerate(rows[1:], start=2):
            if any(cell != "" for cell in row):
                yield line, tuple(row[place] for place in places)

    def _read(self, line: int, cip: str, cip_title: str, soc: str, soc_title: str) -> None:
        # A spreadsheet program that takes codes for numbers turns 01.0000 into 1.
        for code, pattern, kind in ((cip, CIP, "CIP"), (soc, SOC, "SOC")):
            if not pattern.fullmatch(code):
                self._fail(line, f"{code!r} is not a {kind} code")
        title = " ".join(cip_title.split()).removesuffix(".").strip()  # some are spaced twice
        if not 0 < len(title) <= MAX_TITLE:
            self._fail(line, f"the title of {cip} has {len(title)} characters")
        if self.titles.setdefault(cip, title) != title:
            self._fail(line, f"{cip} is {self.titles[cip]!r} above and {title!r} here")
        if (cip, soc) in self.routes:
            self._fail(line, f"line {self.routes[cip, soc]} relates {cip} and {soc} too")
        self.routes[cip, soc] = line
        self.soc_titles[soc] = soc_title

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line)

    # --- writing -------------------------------------------------------------------------------

    def _routes(self, occupations: dict[str, int]) -> dict[tuple[str, str], int]:
        """Our occupation and CIP code of each route, with its first line."""
        routes, passed, named = {}, Counter(), set()
        for (cip, soc), line in self.routes.items():
            if soc.startswith(MILITARY):
                passed["of military occupations, which the pay survey leaves out"] += 1
                continue
            if soc == NO_SOC:
                passed["of programs that lead to no occupation"] += 1
                continue
            own = covering(soc, occupations)
            named.add(own)
            if own is None:
                self.rejections.add(line, f"the pay survey has no occupation {soc} ({self.soc_titles[soc]})")
            else:
                routes.setdefault((own, cip), line)
        # Of several SOC codes of one occupation one may have a program and another none.
        led_to = {own for own, cip in routes if cip != NO_CIP}
        routes = {
            route: line for route, line in routes.items() if route[1] != NO_CIP or route[0] not in led_to
        }
        self.warnings += [f"Passed over: {count} rows {what}." for what, count in passed.items()]
        unnamed = sorted(set(occupations) - named)
        if len(unnamed) > (1 - MIN_NAMED) * len(occupations):
            raise ImportFailure(
                f"it names {len(occupations) - len(unnamed)} of the {len(occupations)} occupations, the "
                f"official crosswalk all of them ({unnamed[0]} is the first that is not there): it looks "
                "truncated.",
                file=self.file,
            )
        if unnamed:
            self.warnings.append(f"It does not name {', '.join(unnamed)}.")
        return routes

    def _save_majors(self) -> dict[str, int]:
        """Primary keys of the majors by CIP code; fields are made, not renamed."""
        titles = {cip: NO_PROGRAM if cip == NO_CIP else title for cip, title in self.titles.items()}
        known = set(FieldOfStudy.objects.values_list("code", flat=True))
        fields: dict[str, str] = {}
        for cip in sorted(titles, key=lambda cip: (not titles[cip].endswith("General"), cip)):
            fields.setdefault(cip[:5], titles[cip])
        new = [
            {"code": code, "title": title, "slug": title}
            for code, title in sorted(fields.items())
            if code not in known
        ]
        upsert_by_code(FieldOfStudy, "code", new)
        named = sum(field["code"] != NO_CIP[:5] for field in new)
        if named:
            self.warnings.append(
                f"{named} fields bear the title of one of their programs until the College Scorecard "
                "names them."
            )
        ids = dict(FieldOfStudy.objects.values_list("code", "pk"))
        existing = {major.code: major for major in Major.objects.all()}
        changed = []
        for code, major in existing.items():
            if code in titles and (major.title, major.field_id) != (titles[code], ids[code[:5]]):
                major.title, major.field_id = titles[code], ids[code[:5]]
                changed.append(major)
        objects.update(changed, ["title", "field"])
        objects.create(
            Major(code=code, title=title, field_id=ids[code[:5]])
            for code, title in titles.items()
            if code not in existing
        )
        return dict(Major.objects.values_list("code", "pk"))
