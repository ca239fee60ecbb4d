"""Small files of Labor Condition Application disclosures, of made-up employers, in any year's layout."""

import csv
from pathlib import Path

from openpyxl import Workbook

from careers.models import Area, EmployerPay

COLUMNS = (
    "CASE_NUMBER", "CASE_STATUS", "DECISION_DATE", "VISA_CLASS", "JOB_TITLE", "SOC_CODE", "SOC_TITLE",
    "FULL_TIME_POSITION", "EMPLOYER_NAME", "TRADE_NAME_DBA", "EMPLOYER_STATE", "WORKSITE_CITY",
    "WORKSITE_COUNTY", "WORKSITE_STATE", "WAGE_RATE_OF_PAY_FROM", "WAGE_RATE_OF_PAY_TO", "WAGE_UNIT_OF_PAY",
)  # fmt: skip
# The names that the record layouts of 2010 to 2014 give the same.
OLD_NAMES = {
    "CASE_NUMBER": "LCA_CASE_NUMBER",
    "CASE_STATUS": "STATUS",
    "SOC_CODE": "LCA_CASE_SOC_CODE",
    "FULL_TIME_POSITION": "FULL_TIME_POS",
    "EMPLOYER_NAME": "LCA_CASE_EMPLOYER_NAME",
    "EMPLOYER_STATE": "LCA_CASE_EMPLOYER_STATE",
    "WORKSITE_CITY": "LCA_CASE_WORKLOC1_CITY",
    "WORKSITE_STATE": "LCA_CASE_WORKLOC1_STATE",
    "WAGE_RATE_OF_PAY_FROM": "LCA_CASE_WAGE_RATE_FROM",
    "WAGE_UNIT_OF_PAY": "LCA_CASE_WAGE_RATE_UNIT",
}
# What the layout of 2019 counts up, for the first of several worksites.
NUMBERED_IN_2019 = (
    "WORKSITE_CITY", "WORKSITE_COUNTY", "WORKSITE_STATE", "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY",
)  # fmt: skip
NURSE, PHARMACIST, DEVELOPER = "29-1141.00", "29-1051.00", "15-1252.00"
TACOMA = {"WORKSITE_CITY": "Tacoma", "WORKSITE_COUNTY": "PIERCE", "WORKSITE_STATE": "WA"}
SPOKANE = {"WORKSITE_CITY": "Spokane", "WORKSITE_COUNTY": "SPOKANE", "WORKSITE_STATE": "WA"}
NOWHERE = {"WORKSITE_CITY": "Atlantis", "WORKSITE_COUNTY": "", "WORKSITE_STATE": "ZZ"}


class Filings:
    """Rows by heading; edit them. `offers` adds some of one employer, at the amounts given."""

    def __init__(self, decided: str = "2031-02-14", **columns: str):
        self.columns = list(COLUMNS)
        self.rows: list[dict[str, str]] = []
        self.fixed = {"CASE_STATUS": "Certified", "DECISION_DATE": decided, "VISA_CLASS": "H-1B", **columns}

    def offers(self, employer: str, *amounts: object, soc: str = NURSE, unit: str = "Year", **columns: str):
        for amount in amounts:
            self.rows.append(
                {
                    "CASE_NUMBER": f"I-200-{len(self.rows):05}-000001",
                    "SOC_CODE": soc,
                    "FULL_TIME_POSITION": "Y",
                    "EMPLOYER_NAME": employer,
                    "EMPLOYER_STATE": columns.get("WORKSITE_STATE", "WA"),
                    **TACOMA,
                    "WAGE_RATE_OF_PAY_FROM": str(amount),
                    "WAGE_UNIT_OF_PAY": unit,
                    **self.fixed,
                    **columns,
                }
            )
        return self

    def without(self, *columns: str):
        self.columns = [name for name in self.columns if name not in columns]
        return self

    def write(self, path: Path, names: dict[str, str] | None = None) -> Path:
        names = names or {}
        table = [[names.get(name, name) for name in self.columns]]
        table += [[row.get(name, "") for name in self.columns] for row in self.rows]
        if path.suffix == ".xlsx":
            workbook = Workbook(write_only=True)
            sheet = workbook.create_sheet("LCA")
            for row in table:
                sheet.append([float(cell) if cell.replace(".", "", 1).isdigit() else cell for cell in row])
            workbook.save(path)
        else:
            with path.open("w", encoding="utf-8-sig", newline="") as file:
                csv.writer(file).writerows(table)
        return path


def some() -> Filings:
    """Two companies in two places and occupations, and an employer with too few offers to be one."""
    file = Filings()
    file.offers("Harbor Clinic, LLC", 80_000, 90_000, 100_000, 110_000.5)
    file.offers("HARBOR CLINIC L.L.C.", 45.37, 60, unit="Hour", **SPOKANE)
    file.offers("Harbor Clinic LLC", 70_001, 82_000, 95_000, **SPOKANE, TRADE_NAME_DBA="Harborside")
    file.offers("Harbor Clinic, LLC", 130_000, 140_000, soc=PHARMACIST)
    file.offers("The Tideway Group, Inc.", 2_000, unit="Week").offers(
        "Tideway Group Inc", 8_000, unit="Month"
    )
    file.offers("Tideway Group, Inc. d/b/a Tideway Care", 4_000, 4_100, 4_200, unit="Bi-Weekly", **NOWHERE)
    return file.offers("Lone Vet, P.C.", 90_000)


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def figures(company: str, code: str = "29-1141") -> dict[str, tuple]:
    rows = EmployerPay.objects.current().filter(company__name=company, occupation__soc_code=code)
    columns = ("area__code", "offers", "median", "mean", "lowest", "highest")
    return {area: tuple(values) for area, *values in rows.values_list(*columns)}


def median(company: str, area: str = Area.NATION_CODE) -> int | None:
    return figures(company)[area][1]
