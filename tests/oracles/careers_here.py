"""What pays best and what is unusually common in one place or industry, worked out the slow way."""

import math

from careers.models import WageEstimate

HOURS = 2080
NATION, ALL = "0000000", "000000"


def rows(area: str, industry: str) -> list[dict]:
    """The detailed occupations in force there, as plain values; codes as BLS has them."""
    return list(
        WageEstimate.objects.filter(
            is_current=True,
            area__code=area,
            industry__code=industry,
            occupation__level="detailed",
        ).values(
            "occupation__title", "occupation_id", "employment", "employment_rse", "wage_rse", "annual_mean",
            "hourly_mean", "location_quotient", "missing",
        )
    )  # fmt: skip


def best_paid(area: str, industry: str, most: int) -> tuple[list[tuple[str, float]], int, int, list[str]]:
    """Title and pay a year, highest first; how many can be ranked, of how many; titles top-coded."""
    found, ranked, above = rows(area, industry), [], []
    for row in found:
        title = row["occupation__title"]
        if row["missing"].get("annual_mean") == "top_coded":
            above.append(title)
        pay = row["annual_mean"]
        if pay is None and row["hourly_mean"] is not None:
            pay = float(row["hourly_mean"]) * HOURS
        if pay is None or (row["employment"] or 0) < 50 or row["wage_rse"] is None or row["wage_rse"] > 15:
            continue
        ranked.append((title, pay))
    ranked.sort(key=lambda item: (-item[1], item[0]))
    return ranked[:most], len(ranked), len(found), sorted(above)


def unusual_in_place(area: str, most: int) -> list[tuple[str, float]]:
    """Title and location quotient, highest first."""
    found = [
        (row["occupation__title"], float(row["location_quotient"]))
        for row in rows(area, ALL)
        if well_counted(row) and row["location_quotient"] is not None and row["location_quotient"] > 1
    ]
    return sorted(found, key=lambda item: (-item[1], item[0]))[:most]


def unusual_in_industry(industry: str, most: int) -> list[tuple[str, float]]:
    """Title and industry quotient to two decimals, highest first."""
    national = {row["occupation_id"]: row["employment"] for row in rows(NATION, ALL)}
    here, everywhere = total(industry), total(ALL)
    found = []
    for row in rows(NATION, industry):
        of_nation = national.get(row["occupation_id"])
        if not well_counted(row) or not of_nation:
            continue
        quotient = (row["employment"] / here) / (of_nation / everywhere)
        if quotient > 1:
            found.append((row["occupation__title"], math.floor(quotient * 100 + 0.5) / 100))
    return sorted(found, key=lambda item: (-item[1], item[0]))[:most]


def well_counted(row: dict) -> bool:
    return (
        (row["employment"] or 0) >= 50 and row["employment_rse"] is not None and row["employment_rse"] <= 30
    )


def total(industry: str) -> int:
    return WageEstimate.objects.get(
        is_current=True, area__code=NATION, industry__code=industry, occupation__soc_code="00-0000"
    ).employment
