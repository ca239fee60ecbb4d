"""Small files about the people in occupations, in their publishers' layouts: edit the rows, then write."""

import csv
from pathlib import Path

from openpyxl import Workbook

DASH = "–"

# Headings of groups, and below each the occupations: employment in thousands, then percentages.
MANAGEMENT = "Management occupations"
TABLE_11 = [
    ["Management, professional, and related occupations", 1000, 50.0, 80.0, 10.0, 8.0, 12.0],
    [MANAGEMENT, 700, 41.9, 80.9, 9.2, 7.0, 12.1],
    ["Chief executives", 400, 30.6, 85.8, 5.2, 7.3, 6.3],
    ["Legislators", 12, *[DASH] * 5],
    ["Public relations and fundraising managers", 249, 66.4, 82.1, 12.2, 3.0, 9.2],
    ["Budget analysts", 39, *[DASH] * 5],
    ["Professional and related occupations", 300, 70.0, 78.0, 12.0, 9.0, 12.2],
    ["Other mathematical science occupations", 100, 47.0, 60.0, 8.0, 28.0, 6.0],
    ["Registered nurses", 200, 87.4, 72.2, 15.4, 8.9, 9.0],
    ["Service occupations", 930, 60.0, 70.0, 20.0, 6.0, 25.0],
    ["Home health aides", 300, 88.0, 50.0, 40.0, 5.0, 20.0],
    ["Personal care aides", 100, 80.0, 60.0, 24.0, 9.0, 30.0],
    ["Police officers", 530, 14.4, 80.1, 13.4, 3.0, 17.0],
]
SHARE_COLUMNS = ["Women", "White", "Black or\nAfrican\nAmerican", "Asian", "Hispanic\nor Latino"]
AGE_COLUMNS = [
    "Total, 16\nyears and\n over", "16 to 19 \nyears", "20 to 24 \nyears", "25 to 34 \nyears",
    "35 to 44 \nyears", "45 to 54 \nyears", "55 to 64 \nyears", "65 years\nand over", "Median\n age",
]  # fmt: skip
TABLE_11B = [
    ["Management, professional, and related occupations", 1000, 10, 50, 240, 250, 230, 170, 50, 43.6],
    [MANAGEMENT, 700, 10, 30, 140, 170, 170, 130, 50, 46.5],
    ["Chief executives", 400, 0, 2, 38, 90, 120, 110, 40, 52.2],
    ["Legislators", 12, 0, 1, 2, 2, 3, 3, 1, DASH],
    ["Public relations and fundraising managers", 249, 2, 15, 80, 70, 50, 25, 7, 44.0],
    ["Budget analysts", 39, 0, 2, 10, 9, 8, 8, 2, DASH],
    ["Professional and related occupations", 300, 1, 20, 90, 80, 60, 40, 9, 42.0],
    ["Other mathematical science occupations", 100, 0, 10, 40, 25, 15, 8, 2, 34.1],
    ["Registered nurses", 200, 0, 10, 50, 50, 45, 38, 7, 43.1],
    ["Service occupations", 930, 55, 120, 220, 190, 160, 130, 55, 38.3],
    ["Home health aides", 300, 10, 25, 65, 60, 60, 55, 25, 44.2],
    ["Personal care aides", 100, 5, 12, 22, 18, 17, 17, 9, 43.0],
    ["Police officers", 530, 0, 25, 165, 160, 125, 45, 10, 39.9],
]


class CpsTable:
    """CPS Table 11 ("11") or 11b ("11b"). Rows are lists; edit them."""

    def __init__(self, name: str, year: int = 2031):
        self.name, self.year = name, year
        self.rows = [list(row) for row in (TABLE_11 if name == "11" else TABLE_11B)]
        self.total = 1930
        self.columns = list(SHARE_COLUMNS if name == "11" else AGE_COLUMNS)

    def row(self, title: str) -> list:
        return next(row for row in self.rows if row[0] == title)

    def line(self, title: str) -> int:
        return 9 + [row[0] for row in self.rows].index(title)

    def write(self, path: Path) -> Path:
        workbook = Workbook()
        sheet = workbook.active
        sheet.title = "cpsaat11"
        sheet.append(["HOUSEHOLD DATA\nANNUAL AVERAGES\n11. Employed persons by detailed occupation"])
        sheet.append(["[Numbers in thousands]"])
        sheet.append([])
        sheet.append(["Occupation", self.year])
        if self.name == "11":
            sheet.append(["", "Total\nemployed", "Percent of total employed"])
            sheet.append(["", "", *self.columns])
        else:
            sheet.append(["", *self.columns])
            sheet.append([])
        sheet.append([])
        values = len(self.rows[0]) - 2
        sheet.append(["Total, 16 years and over", self.total, *[10] * values])
        for row in self.rows:
            sheet.append(row)
        sheet.append(["NOTE: Dash indicates values not shown where base is less than 50,000."])
        workbook.save(path)
        return path


ACS_COLUMNS = [
    "year", "occupation", "major_category", "minor_category", "total_workers", "workers_male",
    "workers_female", "percent_female", "total_earnings",
]  # fmt: skip
# Title, full-time workers, women among them.
WORKERS = [
    ["Chief executives", 1000, 250],
    ["Public relations and fundraising managers", 300, 200],
    ["Budget analysts", 400, 220],
    ["Financial specialists, all other", 100, 50],
    ["Miscellaneous mathematical science", 200, 90],
    ["Miscellaneous therapists, including exercise physiologists", 500, 380],
    ["Registered nurses", 2000, 1760],
    ["Nursing, psychiatric, and home health aides", 900, 800],
    ["Personal care aides", 600, 500],
    ["Police and sheriff's patrol officers", 700, 98],
    ["Transit and railroad police", 10, 0],
    ["Bus drivers", 300, 120],
    ["Taxi drivers and chauffeurs", 100, 12],
    ["Automotive service attendants", 50, 5],
]


class AcsSex:
    """Full-time workers by occupation and sex, two years of them."""

    def __init__(self, year: int = 2016):
        self.rows = [
            [each, title, "Major", "Minor", total, total - women, women, round(100 * women / total, 1), "NA"]
            for each in (year - 1, year)
            for title, total, women in WORKERS
        ]
        self.columns = list(ACS_COLUMNS)

    def row(self, title: str) -> list:
        """The row of the latest year."""
        return next(row for row in reversed(self.rows) if row[1] == title)

    def line(self, title: str) -> int:
        return 2 + max(number for number, row in enumerate(self.rows) if row[1] == title)

    def write(self, path: Path) -> Path:
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([self.columns, *self.rows])
        return path


DEGREES = [
    "Less than high school diploma", "High school diploma or equivalent", "Some college, no degree",
    "Associate's degree", "Bachelor's degree", "Master's degree", "Doctoral or professional degree",
]  # fmt: skip
ATTAINMENT = [
    ["Total, all occupations", "00-0000", 7.7, 23.1, 19.5, 9.5, 24.5, 11.2, 4.6],
    ["Chief executives(1)", "11-1011", 1.7, 8.0, 13.8, 4.8, 40.2, 24.8, 6.7],
    ["Legislators(1)", "11-1031", 1.7, 8.0, 13.8, 4.8, 40.2, 24.8, 6.7],
    ["Budget analysts", "13-2031", 0.4, 4.0, 9.0, 5.0, 49.0, 29.0, 3.6],
    ["Registered nurses", "29-1141", 0.0, 0.9, 3.7, 26.0, 52.0, 14.4, 3.0],
    ["Nursing assistants(1)", "31-1131", 9.9, 37.6, 32.1, 10.4, 8.0, 1.4, 0.6],
    ["Firefighters", "33-2011", 0.5, 14.3, 35.6, 24.2, 22.0, 3.0, 0.4],
]


class Attainments:
    """Table 5.3 of the Employment Projections workbook."""

    def __init__(self, years: str = "2029 and 2031", sheet: str = "Table 5.3"):
        self.sheet = sheet
        self.headings = [
            "2032 National Employment Matrix title",
            "2032 National Employment Matrix code",
            *DEGREES,
        ]
        self.rows = [list(row) for row in ATTAINMENT]
        self.foot = [
            "Footnotes:",
            "(1) This occupation is not an exact match with ACS; see the crosswalk for details",
            f"Data Source: {years} American Community Survey Public Use Microdata, U.S. Census Bureau",
            "Table Source: Employment Projections program, U.S. Bureau of Labor Statistics",
        ]

    def row(self, code: str) -> list:
        return next(row for row in self.rows if row[1] == code)

    def line(self, code: str) -> int:
        return 3 + [row[1] for row in self.rows].index(code)

    def write(self, path: Path) -> Path:
        workbook = Workbook()
        workbook.active.title = "Index"
        sheet = workbook.create_sheet("Table 1.2")
        sheet.append(["Table 1.2 Employment by detailed occupation"])
        sheet.append(self.headings[:2])
        sheet = workbook.create_sheet(self.sheet)
        sheet.append([f"{self.sheet} Educational attainment for workers 25 years and older"])
        sheet.append(self.headings)
        for row in self.rows:
            sheet.append(row)
        for text in self.foot:
            sheet.append([text])
        workbook.save(path)
        return path
