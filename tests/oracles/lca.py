"""Pay by company out of a disclosure file, the slow way: for one employer's spellings, row after row."""

import csv
from fractions import Fraction
from pathlib import Path

from careers.importers.states import FIPS
from careers.localities import locate

TIMES = {"Year": 1, "Month": 12, "Bi-Weekly": 26, "Week": 52, "Hour": 2080}
NATION = "0000000"


def offers(path: Path, spellings: set[str], code: str) -> dict[str, list[Fraction]]:
    """Yearly pay of the full-time offers of a SOC code (a broad one ends in 0), by code of the area."""
    found: dict[str, list[Fraction]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            soc = row["SOC_CODE"][:7]
            if row["EMPLOYER_NAME"].strip() not in spellings or soc not in (code, code[:6] + soc[6:]):
                continue
            if not code.endswith("0") and soc != code:
                continue
            if row["FULL_TIME_POSITION"] != "Y" or row.get("CASE_STATUS", "Certified") != "Certified":
                continue
            pay = Fraction(row["WAGE_RATE_OF_PAY_FROM"]) * TIMES[row["WAGE_UNIT_OF_PAY"]]
            limit = 20_000_000 if row["WAGE_UNIT_OF_PAY"] == "Year" else 1_000_000
            if pay < 15_080 or pay > limit:
                continue
            state = row["WORKSITE_STATE"]
            areas = {NATION, locate(row["WORKSITE_CITY"], state, row["WORKSITE_COUNTY"])}
            if state in FIPS:
                areas.add(FIPS[state] + "00000")
            for area in areas:
                if area:
                    found.setdefault(area, []).append(pay)
    return found


def figures(path: Path, spellings: set[str], code: str) -> dict[str, tuple]:
    """(offers, median, mean, lowest, highest) by area; pay None under five, and only the nation then."""
    result = {}
    for area, pay in offers(path, spellings, code).items():
        pay.sort()
        count = len(pay)
        if count >= 5:
            middle = (pay[(count - 1) // 2] + pay[count // 2]) / 2
            dollars = (middle, sum(pay) / count, pay[0], pay[-1])
            result[area] = (count, *(int(amount + Fraction(1, 2)) for amount in dollars))
        elif area == NATION:
            result[area] = (count, None, None, None, None)
    return result
