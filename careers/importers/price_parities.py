"""Regional Price Parities: what prices are in a state or metropolitan area, where the nation's are 100.

Read are the Bureau's own downloads (SARPP for states, MARPP for metropolitan areas; a column a year,
of which the last counts), its single-year table of metropolitan areas, and a re-keyed file of state
ratios. Only the rows of all items are read. Each kind of place is written for itself, so that a file
of metropolitan areas alone leaves the states as they are.
"""

import json
import re
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path

from django.db.models import Q

from careers.models import Area, Missing, PriceParity, Release

from . import base, inputs
from .base import ImportFailure
from .bulk import Outcome, write_figures
from .csv_files import CsvTable
from .states import FIPS

ALL_ITEMS = "RPPs: All items"
YEAR = re.compile(r"(?:RPP )?((?:19|20)[0-9]{2})", re.ASCII)
RATIOS = ("state", "rpp", "year")
BUREAU = ("GeoFIPS", "GeoName", "Description")
# The Bureau prints 0 for some metropolitan areas of some years for which it has nothing.
REASONS = {
    "": Missing.NOT_COLLECTED,
    "0": Missing.NOT_COLLECTED,
    "(NA)": Missing.NOT_COLLECTED,
    "(NM)": Missing.NOT_COLLECTED,
    "(D)": Missing.SUPPRESSED,
}
# Metropolitan areas that the delineation of 2023 numbered anew with the same counties (OMB Bulletin 23-01).
RENUMBERED = {"15680": "30500", "39100": "28880", "45540": "48680"}
CBSA = re.compile(r"[1-9][0-9]{4}")
STATE = re.compile(r"[0-9]{2}000")
PORTION = re.compile(r"[0-9]{2}99[89]")
NUMBER = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,6})?")
LOW, HIGH = 50, 200  # the limits of the model


class Importer(base.Importer):
    source = base.SourceInfo(
        slug="regional-price-parities",
        name="Regional Price Parities",
        short_name="BEA Price Parities",
        publisher="U.S. Bureau of Economic Analysis",
        url="https://www.bea.gov/data/prices-inflation/regional-price-parities-state-and-metro-area",
        licence="Public domain",
        licence_url="https://www.bea.gov/help/faq/147",
        note=(
            "Goods, rents and services together; taxes are not in it. Where the states were imported as "
            "ratios, a third party re-keyed them to a tenth of a point."
        ),
    )
    patterns = ("*.csv",)
    max_rejected_share = 0.15

    def open(self, files: inputs.Files) -> base.ReleaseInfo:
        # By area code: file, line, name, index or None, and why it is None.
        self.places: dict[str, tuple[str, int, str, Decimal | None, Missing | None]] = {}
        self.years: dict[str, str] = {}
        self.passed = Counter()
        for self.file, path in sorted(files.by_name.items()):
            self._read(path)
        if len(set(self.years.values())) > 1:
            told = ", ".join(f"{name} of {year}" for name, year in self.years.items())
            raise ImportFailure(f"the files are of different years ({told}): import them one by one.")
        self.warnings += [f"Passed over: {count} {what}." for what, count in self.passed.items()]
        year = next(iter(self.years.values()))
        return base.ReleaseInfo(
            label=year,
            period_end=date(int(year), 12, 31),
            url="https://apps.bea.gov/regional/downloadzip.htm",
        )

    def load(self, release: Release, progress: base.Progress) -> Outcome:
        areas = {area.code: area for area in Area.objects.exclude(kind=Area.Kind.NONMETRO)}
        by_kind: dict[str, list[tuple]] = {}
        for code, (file, line, name, index, reason) in self.places.items():
            if code not in areas:
                self.rejections.add(line, f"{file}: the pay survey has no area {code} ({name}).")
                continue
            missing = json.dumps({"index": reason.value} if reason else {})
            by_kind.setdefault(areas[code].kind, []).append((areas[code].pk, index, missing))
        progress(len(self.places), len(self.places))
        outcome = Outcome()
        for kind, rows in sorted(by_kind.items()):
            scope = Q(area__kind=kind)
            written = write_figures(
                PriceParity, release, ("area_id",), ("index", "missing"), rows, scope=scope
            )
            lacking = written.retired + written.superseded
            if lacking > len(rows):
                raise ImportFailure(
                    f"it gives {len(rows):,} price levels and lacks {lacking:,} of those in force: it looks "
                    "truncated."
                )
            outcome += written
        return outcome

    # --- reading -------------------------------------------------------------------------------

    def _read(self, path: Path) -> None:
        table = CsvTable(path, encoding=_encoding(path), footers=True)
        if "GeoFIPS" in table.headings:
            self._read_bureau(table)
        else:
            self._read_ratios(table)

    def _read_bureau(self, table: CsvTable) -> None:
        """One row an area and kind of price; the last column of a year counts."""
        columns = [heading for heading in table.headings if YEAR.fullmatch(heading)]
        if not columns:
            raise ImportFailure("there is no column of a year.", file=self.file, line=1)
        column = max(columns, key=lambda heading: YEAR.fullmatch(heading)[1])
        self.years[self.file] = YEAR.fullmatch(column)[1]
        for line, cells in table.rows((*BUREAU, column)):
            code, name, what, text = (cell.strip() for cell in cells)
            code = code.strip('"').zfill(5)
            if what != ALL_ITEMS:
                self.passed["rows of other prices than all items"] += 1
            elif PORTION.fullmatch(code):
                self.passed["parts of the nation or a state outside or inside its metropolitan areas"] += 1
            elif STATE.fullmatch(code):
                self._keep(line, f"{code[:2]}00000", name, text)
            elif CBSA.fullmatch(code):
                self._keep(line, f"00{RENUMBERED.get(code, code)}", name, text)
            else:
                self._fail(line, f"{code!r} is no code of a state or metropolitan area")

    def _read_ratios(self, table: CsvTable) -> None:
        """Postal code, ratio to the nation (1.107 is 110.7) and year."""
        for line, cells in table.rows(RATIOS):
            state, text, year = (cell.strip() for cell in cells)
            if state not in FIPS:
                self._fail(line, f"{state!r} is no postal code of a state")
            if not YEAR.fullmatch(year) or self.years.setdefault(self.file, year) != year:
                self._fail(line, f"the year is {year!r}, above it is {self.years.get(self.file)!r}")
            self._keep(line, f"{FIPS[state]}00000", state, text, times=100)
        if self.file not in self.years:
            raise ImportFailure("it has no rows.", file=self.file)

    def _keep(self, line: int, code: str, name: str, text: str, times: int = 1) -> None:
        reason = REASONS.get(text)
        if not reason and not NUMBER.fullmatch(text):
            self._fail(line, f"{text!r} is not an index")
        index = None if reason else round(Decimal(text) * times, 3)
        if index is not None and not LOW <= index <= HIGH:
            self._fail(line, f"a price level of {index} is out of bounds ({LOW} to {HIGH})")
        if code in self.places and self.places[code][3:] != (index, reason):
            file, earlier, *_ = self.places[code]
            self._fail(line, f"{name} stands in {file}, line {earlier} too, with another value")
        self.places.setdefault(code, (self.file, line, name, index, reason))

    def _fail(self, line: int, reason: str) -> None:
        raise ImportFailure(f"{reason}.", file=self.file, line=line)


def _encoding(path: Path) -> str:
    """The Bureau's older downloads are in Latin-1: a Spanish place name is no UTF-8 then."""
    return "utf-8-sig" if inputs.undecodable_line(path) is None else "latin-1"
