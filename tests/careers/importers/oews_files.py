"""A small OEWS release in both of its editions, written from the same cells.

Its occupations, areas and sector are its own, so it meets none of the snapshot's figures; only the
nation and "all industries" are shared.
"""

import sqlite3
from pathlib import Path

NATION, ALL_INDUSTRIES, SECTOR = "0000000", "000000", "98--99"
STATE, OTHER_STATE, METRO, NONMETRO = "9800000", "9900000", "0098010", "9800001"
DETAILED = ("981011", "981012", "981013", "981014", "981015")

AREAS = [
    ("00", NATION, "N", "National"),
    ("98", STATE, "S", "Atlantis"),
    ("99", OTHER_STATE, "S", "Lyonesse"),
    ("98", METRO, "M", "Pharos, AT"),
    ("98", NONMETRO, "M", "Northern Atlantis nonmetropolitan area"),
]
INDUSTRIES = [
    (ALL_INDUSTRIES, "Cross-Industry, Private, Federal, State, and Local", "0"),
    (SECTOR, "Sector 98 - Lighthouses", "2"),
]
OCCUPATIONS = [
    ("980000", "Lighthouse Occupations", "0"),
    ("981010", "Lamp Occupations", "2"),
    ("981011", "Lamplighters", "3"),
    ("981012", "Lens Grinders", "3"),
    ("981013", "Fog Signallers", "3"),
    ("981014", "Keepers, All Other", "3"),
    ("981015", "Wreck Surgeons", "3"),
]
FOOTNOTES = [
    ("4", "Wages for some occupations are reported either as hourly wages or annual salaries."),
    ("5", "This wage is equal to or greater than $115.00 per hour or $239,200 per year."),
    ("8", "Estimate not released."),
]
# The measures in the publisher's order of data types, under the names of the portal.
DATA_TYPES = (
    "employment", "employment_rse", "hourly_mean", "annual_mean", "wage_rse",
    "hourly_p10", "hourly_p25", "hourly_median", "hourly_p75", "hourly_p90",
    "annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90",
    "jobs_per_1000", "location_quotient",
)  # fmt: skip


def key_of(occupation: str, area: str = NATION, industry: str = ALL_INDUSTRIES) -> str:
    kind = next((kind for _, code, kind, _ in AREAS if code == area), "M")
    return f"OEU{kind}{area}{industry}{occupation}"


class Release:
    """Cells by key: for each measure that is there, its text as printed and its footnote code."""

    def __init__(self, label: str = "May 2031"):
        self.label, self.year = label, label[-4:]
        self.areas, self.industries = list(AREAS), list(INDUSTRIES)
        self.occupations, self.footnotes = list(OCCUPATIONS), list(FOOTNOTES)
        self.cells: dict[str, dict[str, tuple[str, str]]] = {}
        places = [(code, ALL_INDUSTRIES) for _, code, _, _ in AREAS] + [(NATION, SECTOR)]
        for number, (occupation, _, _) in enumerate(OCCUPATIONS):
            for area, industry in places:
                national = area == NATION
                self.cells[key_of(occupation, area, industry)] = _plausible(number, national)

    def put(self, key: str, value: str, footnote: str = "", *, names: tuple[str, ...]) -> None:
        for name in names:
            self.cells[key][name] = (value, footnote)

    def write_flat(self, folder: Path) -> Path:
        folder.mkdir(exist_ok=True)
        _write(folder / "oe.area", ("state_code", "area_code", "areatype_code", "area_name"), self.areas)
        _write(
            folder / "oe.industry",
            ("industry_code", "industry_name", "display_level", "selectable", "sort_sequence"),
            [(*row, "T", str(place)) for place, row in enumerate(self.industries)],
        )
        _write(
            folder / "oe.occupation",
            ("occupation_code", "occupation_name", "occupation_description", "display_level", "selectable"),
            [(code, name, "They keep it lit.", level, "T") for code, name, level in self.occupations],
        )
        _write(folder / "oe.footnote", ("footnote_code", "footnote_text"), self.footnotes)
        _write(folder / "oe.release", ("release_date", "description"), [(f"{self.year}A01", self.label)])
        header = ("series_id".ljust(30), "year", "period", "value".rjust(12), "footnote_codes")
        _write(folder / "oe.data.0.Current", header, self._lines())
        return folder

    def _lines(self):
        for key in sorted(self.cells):
            for position, name in enumerate(DATA_TYPES, start=1):
                if name in self.cells[key]:
                    value, footnote = self.cells[key][name]
                    yield f"{key}{position:02d}".ljust(30), self.year, "A01", value.rjust(12), footnote

    def write_sqlite(self, path: Path) -> Path:
        numbers = [f"{position:02d}" for position in range(1, 18)]
        columns = ", ".join(f"{kind}{number} TEXT" for kind in "vf" for number in numbers)
        database = sqlite3.connect(path)
        database.executescript(
            f"""
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            CREATE TABLE cell (key TEXT PRIMARY KEY, {columns}) WITHOUT ROWID;
            CREATE TABLE area (area_code TEXT, areatype_code TEXT, state_code TEXT, area_name TEXT);
            CREATE TABLE industry (industry_code TEXT, industry_name TEXT, display_level INTEGER);
            CREATE TABLE occupation (occupation_code TEXT, occupation_name TEXT, display_level INTEGER);
            CREATE TABLE datatype (datatype_code TEXT, datatype_name TEXT);
            CREATE TABLE footnote (footnote_code TEXT, footnote_text TEXT);
            CREATE TABLE meta (name TEXT, value TEXT);
            """
        )
        for key, cell in sorted(self.cells.items()):
            found = [cell.get(name, (None, None)) for name in DATA_TYPES]
            row = [key, *(value for value, _ in found), *(footnote or None for _, footnote in found)]
            database.execute(f"INSERT INTO cell VALUES ({', '.join('?' * 35)})", row)
        areas = [(code, kind, state, name) for state, code, kind, name in self.areas]
        meta = [("data_year", self.year), ("release", self.label), ("schema", "1")]
        for table, rows in {
            "area": areas,
            "industry": self.industries,
            "occupation": self.occupations,
            "footnote": self.footnotes,
            "meta": meta,
        }.items():
            marks = ", ".join("?" * len(rows[0]))
            database.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
        database.commit()
        database.close()
        return path


def _plausible(number: int, national: bool) -> dict[str, tuple[str, str]]:
    mean = 20 + number
    hourly = [f"{mean + step}.5{number}" for step in (-8, -4, -1, 3, 9)]
    annual = [str(round(float(value) * 2080 / 10) * 10) for value in hourly]
    texts = [f"{1000 + 10 * number}", "2.5", f"{mean}.00", f"{mean * 2080}", "0.8", *hourly, *annual]
    if not national:  # the nation has neither of these two
        texts += [f"3.12{number}", "1.07"]
    return {name: (text, "") for name, text in zip(DATA_TYPES, texts, strict=False)}


def _write(path: Path, header: tuple, rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        for row in (header, *rows):
            file.write("\t".join(row) + "\r\n")
