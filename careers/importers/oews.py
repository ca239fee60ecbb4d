"""Occupational Employment and Wage Statistics: employment and pay by occupation, area and industry."""

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import DecimalField

from careers.models import Area, Industry, Missing, Occupation, Release, WageEstimate
from careers.models.wages import ANNUAL, HOURLY

from . import base, inputs, objects
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .oews_editions import Cell, edition
from .reference import upsert_by_code
from .soc import holds

# The measures in the order of the OEWS data types 01 to 17 (oe.datatype).
BY_DATA_TYPE = (
    "employment",
    "employment_rse",
    "hourly_mean",
    "annual_mean",
    "wage_rse",
    *HOURLY[1:],
    *ANNUAL[1:],
    "jobs_per_1000",
    "location_quotient",
)
KEY = ("occupation_id", "area_id", "industry_id")
PREFIXES = {"OEUN", "OEUS", "OEUM"}
NOT_PRINTED = frozenset({None, "-", "", "*", "**", "#"})


def _digits(name: str) -> str:
    """The pattern of a number that its column holds; SQLite would take any, and no page could show it."""
    column = WageEstimate._meta.get_field(name)
    if isinstance(column, DecimalField):
        places = column.decimal_places
        return rf"[0-9]{{1,{column.max_digits - places}}}(?:\.[0-9]{{1,{places}}})?"
    return "[0-9]{1,9}"


NUMBER = tuple(re.compile(_digits(name)) for name in BY_DATA_TYPE)
NUMBERS = re.compile(" ".join(f"(?:{number.pattern})?" for number in NUMBER))
WHOLE = frozenset(BY_DATA_TYPE.index(name) for name in ("employment", *ANNUAL))
HOURLY_PERCENTILES, ANNUAL_PERCENTILES = slice(5, 10), slice(10, 15)
TOP_CODE = re.compile(r"\$([0-9]{1,6}\.[0-9]{2}) per hour or \$([0-9]{1,3}(?:,[0-9]{3}){0,2}) per year")

AREA_KINDS = {"N": Area.Kind.NATION, "S": Area.Kind.STATE}
LEVELS = {
    "0": Occupation.Level.MAJOR,
    "1": Occupation.Level.MINOR,
    "2": Occupation.Level.BROAD,
    "3": Occupation.Level.DETAILED,
}


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="oews",
        name="Occupational Employment and Wage Statistics",
        short_name="BLS OEWS",
        publisher="U.S. Bureau of Labor Statistics",
        url="https://www.bls.gov/oes/",
        licence="Public domain",
        licence_url="https://www.bls.gov/opub/copyright-information.htm",
        note="Employees of employers with payrolls; people who work for themselves are not counted.",
    )
    patterns = ("*.sqlite", "*.sqlite3", "*.db", "oe.*", "manifest.json")
    edition = None

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        self.edition = edition(files)
        self.footnotes = dict(self.edition.lookup("footnote"))
        label = self.edition.release_label()
        top_hourly, top_annual = self._top_code()
        return base.ReleaseInfo(
            label=label,
            period_end=self._period_end(label),
            published_on=_published_on(files),
            url="https://www.bls.gov/oes/tables.htm",
            top_code_hourly=top_hourly,
            top_code_annual=top_annual,
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        self.occupations = self._save_occupations()
        self.areas = self._save_areas()
        self.industries = self._save_industries()
        cells = base.count_through(self.edition.cells(), progress, self.edition.size())
        values = (*BY_DATA_TYPE, "missing")
        return write_figures(WageEstimate, release, KEY, values, self._rows(cells))

    def close(self) -> None:
        if self.edition:
            self.edition.close()

    # --- what figures hang on ------------------------------------------------------------------

    def _save_occupations(self) -> dict[str, int]:
        rows, parents, path = [], {}, {}
        for code, name, level in sorted(self.edition.lookup("occupation")):
            if level not in LEVELS or not re.fullmatch(r"[0-9]{6}", code):
                self._fail_lookup("occupation", f"code {code!r} with display level {level!r} is unknown")
            soc = f"{code[:2]}-{code[2:]}"
            rank = -1 if code == "000000" else int(level)
            # The survey prints no broad group that has but one occupation: the one above is another's then.
            above = (path[upper] for upper in range(rank - 1, -2, -1) if upper in path)
            parents[soc] = next((group for group in above if holds(group, soc)), None)
            path = {upper: soc_above for upper, soc_above in path.items() if upper < rank} | {rank: soc}
            rows.append(
                {
                    "soc_code": soc,
                    "title": name,
                    "slug": name,
                    "level": Occupation.Level.TOTAL if rank < 0 else LEVELS[level],
                }
            )
        # Of an occupation and a group of one name, the one that has a page gets the plain address.
        rows.sort(key=lambda row: row["level"] not in Occupation.LISTED_LEVELS)
        ids = upsert_by_code(Occupation, "soc_code", rows)
        stored = Occupation.objects.in_bulk([ids[row["soc_code"]] for row in rows])
        moved = []
        for soc, parent in parents.items():
            item, major = stored[ids[soc]], ids.get(f"{soc[:2]}-0000")
            above = (ids[parent] if parent else None, major if soc != f"{soc[:2]}-0000" else None)
            if (item.parent_id, item.major_group_id) != above:
                item.parent_id, item.major_group_id = above
                moved.append(item)
        objects.update(moved, ["parent", "major_group"])
        return {soc.replace("-", ""): pk for soc, pk in ids.items()}

    def _save_areas(self) -> dict[str, int]:
        rows, states = [], {}
        for code, kind, state, name in self.edition.lookup("area"):
            nation = kind == "N"
            # Area codes with a leading 00 are CBSA codes; the others are a state's leftover counties.
            local = Area.Kind.METRO if code.startswith("00") else Area.Kind.NONMETRO
            rows.append(
                {
                    "code": code,
                    "kind": AREA_KINDS.get(kind, local),
                    "name": "United States" if nation else name,
                    "slug": "united-states" if nation else name,
                }
            )
            if kind == "M":
                states[code] = f"{state}00000"
        ids = upsert_by_code(Area, "code", rows)
        stored = Area.objects.in_bulk(list(ids.values()))
        moved = []
        for code, state in states.items():
            if stored[ids[code]].state_id != ids.get(state):
                stored[ids[code]].state_id = ids.get(state)
                moved.append(stored[ids[code]])
        objects.update(moved, ["state"])
        return ids

    def _save_industries(self) -> dict[str, int]:
        rows = []
        for code, name, level in self.edition.lookup("industry"):
            if level not in {"0", "1", "2", "3", "4", "5"}:
                self._fail_lookup("industry", f"code {code!r} has the display level {level!r}")
            rows.append({"code": code, "title": name, "slug": _sectorless(name), "level": int(level)})
        return upsert_by_code(Industry, "code", rows)

    # --- figures -------------------------------------------------------------------------------

    def _rows(self, cells: Iterator[Cell]) -> Iterator[tuple]:
        complete = "{}"
        for cell in cells:
            place = self._place(cell)
            if place is None:
                continue
            values = cell.values
            if not NOT_PRINTED.isdisjoint(values):
                values, missing = self._explain(cell)
            else:
                missing = complete
            if not _are_numbers(values):
                self._fail_number(cell)
            if not self._ascends(cell, values):
                continue
            yield (*place, *values, missing)

    def _place(self, cell: Cell) -> tuple[int, int, int] | None:
        key = cell.key
        try:
            if key[:4] not in PREFIXES:
                raise KeyError(key)
            return self.occupations[key[17:]], self.areas[key[4:11]], self.industries[key[11:17]]
        except (KeyError, TypeError):
            if not isinstance(key, str) or not re.fullmatch(r"OEU[NSM][0-9]{7}[0-9-]{6}[0-9]{6}", key):
                raise ImportFailure(
                    f"{key!r} is not an OEWS series key.", file=self.edition.name, line=cell.line
                ) from None
            table = next(
                name
                for name, ids, code in (
                    ("occupation", self.occupations, key[17:]),
                    ("area", self.areas, key[4:11]),
                    ("industry", self.industries, key[11:17]),
                )
                if code not in ids
            )
            self.rejections.add(cell.line, f"the code in {key} is not in the list of the table {table!r}")
            return None

    def _explain(self, cell: Cell) -> tuple[tuple[str | None, ...], str]:
        """The values with None for what is not printed, and the reasons as JSON text."""
        missing = {}
        values = list(cell.values)
        for position, value in enumerate(values):
            if value in NOT_PRINTED:
                values[position] = None
                missing[BY_DATA_TYPE[position]] = self._reason(cell, position)
        return tuple(values), json.dumps(missing, sort_keys=True)

    def _reason(self, cell: Cell, position: int) -> str:
        name = BY_DATA_TYPE[position]
        if cell.values[position] is None:
            # A whole data type that the release does not have for this kind of area.
            national = cell.key[3] == "N" and name in {"jobs_per_1000", "location_quotient"}
            return Missing.NOT_APPLICABLE.value if national else Missing.NOT_COLLECTED.value
        codes = {code.strip() for code in str(cell.footnotes[position] or "").split(",")}
        if "5" in codes:
            return Missing.TOP_CODED.value
        if "4" in codes:
            return (Missing.HOURLY_ONLY if name in ANNUAL else Missing.ANNUAL_ONLY).value
        return Missing.SUPPRESSED.value

    def _ascends(self, cell: Cell, values: tuple[str | None, ...]) -> bool:
        for unit, part in (("hourly", HOURLY_PERCENTILES), ("annual", ANNUAL_PERCENTILES)):
            numbers = [float(value) for value in values[part] if value is not None]
            if numbers != sorted(numbers):
                self.rejections.add(cell.line, f"{cell.key}: the {unit} percentiles fall")
                return False
        return True

    def _fail_number(self, cell: Cell) -> None:
        for position, value in enumerate(cell.values):
            if value in NOT_PRINTED or (isinstance(value, str) and NUMBER[position].fullmatch(value)):
                continue
            name = BY_DATA_TYPE[position].replace("_", " ")
            wrong = f"is not a {'whole number' if position in WHOLE else 'number'}"
            if position not in WHOLE and isinstance(value, str) and re.fullmatch(r"[0-9]+(\.[0-9]+)?", value):
                wrong = "has more digits than such a number is published with"
            raise ImportFailure(
                f"{value!r} {wrong} ({name} of {cell.key}).",
                file=self.edition.name,
                line=self.edition.line_of(cell, position),
            )

    # --- the release ---------------------------------------------------------------------------

    def _period_end(self, label: str) -> date:
        try:
            month = datetime.strptime(label, "%B %Y")  # noqa: DTZ007
        except ValueError:
            raise ImportFailure(
                f"the release is called {label!r}; expected a month and a year such as 'May 2025'.",
                file=self.edition.name,
            ) from None
        return date(month.year, month.month, calendar.monthrange(month.year, month.month)[1])

    def _top_code(self) -> tuple[str | None, int | None]:
        for text in self.footnotes.values():
            if found := TOP_CODE.search(text):
                return found[1], int(found[2].replace(",", ""))
        self.warnings.append("No footnote says from which amount on pay is not printed.")
        return None, None

    def _fail_lookup(self, table: str, reason: str) -> None:
        raise ImportFailure(f"{reason} in the table {table!r}.", file=self.edition.name)


def _published_on(files: inputs.Files) -> date | None:
    """The day BLS put the file up, where a manifest beside it tells."""
    path = files.find("manifest.json")
    try:
        sources = json.loads(path.read_text("utf-8"))["sources"] if path else {}
        return date.fromisoformat(sources["oe.data.0.Current"]["last_modified"])
    except (KeyError, TypeError, ValueError):
        return None


def _sectorless(name: str) -> str:
    return Industry(title=name).name


def _are_numbers(values: tuple[str | None, ...]) -> bool:
    try:
        return NUMBERS.fullmatch(" ".join(["" if value is None else value for value in values])) is not None
    except TypeError:  # not text, as it is published
        return False
