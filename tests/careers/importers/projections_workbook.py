"""A small Employment Projections workbook in the publisher's layout, of any round."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from openpyxl import Workbook

DASH = "—"
# Code, title, employment then and later, both in thousands with one decimal.
OCCUPATIONS = [
    ("11-1011", "Chief executives", 309.4, 322.7),
    ("11-1021", "General and operations managers", 3712.9, 3877.1),
    ("11-2021", "Marketing managers", 407.1, 433.9),
    ("13-2011", "Accountants and auditors", 1579.8, 1652.6),
    ("15-1252", "Software developers", 1693.8, 1961.4),
    ("17-2051", "Civil engineers", 368.9, 387.4),
    ("19-1042", "Medical scientists, except epidemiologists", 165.3, 179.9),
    ("21-1021", "Child, family, and school social workers", 405.9, 422.2),
    ("23-1011", "Lawyers", 864.8, 900.6),
    ("25-2021", "Elementary school teachers, except special education", 1404.1, 1376.1),
    ("27-1024", "Graphic designers", 265.9, 271.4),
    ("29-1141", "Registered nurses", 3391.0, 3557.2),
    ("31-1131", "Nursing assistants", 1441.5, 1479.9),
    ("33-2011", "Firefighters", 344.9, 357.0),
    ("35-2014", "Cooks, restaurant", 1452.1, 1669.1),
    ("37-2011", "Janitors and cleaners", 2446.0, 2494.3),
    ("41-2031", "Retail salespersons", 3862.2, 3843.0),
    ("43-4171", "Receptionists and information clerks", 1007.1, 1008.0),
    ("47-2111", "Electricians", 818.7, 895.9),
    ("51-4121", "Welders, cutters, solderers, and brazers", 457.3, 467.2),
    ("53-3032", "Heavy and tractor-trailer truck drivers", 2235.1, 2324.4),
    ("53-7065", "Stockers and order fillers", 2873.5, 2985.0),
]


class Table:
    """The table of projections and characteristics. Rows are dictionaries by heading; edit them."""

    def __init__(self, base: int = 2031, target: int = 2041, sheet: str = "Table 1.2", span: str = "–"):
        self.base, self.sheet = base, sheet
        span = f"{base}{span}{target % 100:02d}"
        self.headings = {
            "title": f"{base} National Employment Matrix title",
            "code": f"{base} National Employment Matrix code",
            "type": "Occupation type",
            "employment_base": f"Employment, {base}",
            "employment_target": f"Employment, {target}",
            "change_number": f"Employment change, numeric, {span}",
            "change_percent": f"Employment change, percent, {span}",
            "percent_self_employed": f"Percent self employed, {base}",
            "openings_annual": f"Occupational openings, {span} annual average",
            "median_annual": f"Median annual wage, dollars, {base}[1]",
            "entry_education": "Typical education needed for entry",
            "work_experience": "Work experience in a related occupation",
            "job_training": "Typical on-the-job training needed to attain competency in the occupation",
        }
        self.rows = [_row("00-0000", "Total, all occupations", "Summary", 0, 0)]
        self.rows += [_row(code, title, "Line item", *people) for code, title, *people in OCCUPATIONS]
        self.add_up()

    def add_up(self) -> None:
        for name in ("employment_base", "employment_target"):
            self.rows[0][name] = round(sum(row[name] for row in self.rows[1:]), 1)

    def row(self, code: str) -> dict:
        return next(row for row in self.rows if row["code"] == code)

    def line(self, code: str) -> int:
        return 3 + [row["code"] for row in self.rows].index(code)

    def write(self, path: Path) -> Path:
        workbook = Workbook()
        workbook.active.title = "Index"
        workbook.active.append(["Employment Projections"])
        sheet = workbook.create_sheet(self.sheet)
        sheet.append([f"{self.sheet} Occupational projections and worker characteristics, {self.base}"])
        sheet.append(list(self.headings.values()))
        for row in self.rows:
            sheet.append([row[name] for name in self.headings])
        sheet.append(["Footnotes:"])
        sheet.append([f"Note: Data is unavailable for values denoted with a {DASH}."])
        workbook.save(path)
        return path


def _row(code: str, title: str, kind: str, base: float, target: float) -> dict:
    group = kind == "Summary"
    return {
        "title": title,
        "code": code,
        "type": kind,
        "employment_base": base,
        "employment_target": target,
        "change_number": round(target - base, 1),
        "change_percent": round(100 * (target - base) / base, 1) if base else 0.0,
        "percent_self_employed": 5.8,
        "openings_annual": 22.2,
        "median_annual": 49500,
        "entry_education": DASH if group else "Bachelor's degree",
        "work_experience": DASH if group else "5 years or more",
        "job_training": DASH if group else "None",
    }


def rewrite(path: Path, member: str, change: Callable[[bytes], bytes]) -> Path:
    """Change one part of a workbook's XML, as no spreadsheet program would."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[member] = change(parts[member])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path
