"""Figures of the snapshot against the published ones, to the last digit."""

import random
from decimal import Decimal

import pytest

from careers.models import Area, WageEstimate

from .oews_package import database

DRAWN = 400
# The OEWS data types 01 to 17 by the names they have here.
MEASURES = (
    *("employment", "employment_rse", "hourly_mean", "annual_mean", "wage_rse"),
    *("hourly_p10", "hourly_p25", "hourly_median", "hourly_p75", "hourly_p90"),
    *("annual_p10", "annual_p25", "annual_median", "annual_p75", "annual_p90"),
    *("jobs_per_1000", "location_quotient"),
)
REASONS = {"8": "suppressed", "5": "top_coded"}
# What the snapshot carries of the release: detailed occupations, and of the industries the sectors at most.
CARRIED = """
    FROM cell JOIN occupation ON occupation_code = substr(key, 18, 6)
    JOIN industry ON industry_code = substr(key, 12, 6)
    WHERE occupation.display_level = 3 AND industry.display_level <= 2
"""

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def published(tmp_path_factory):
    connection = database(tmp_path_factory.mktemp("oews"))
    yield connection
    connection.close()


def ours(key: str) -> WageEstimate:
    return WageEstimate.objects.current().get(
        occupation__soc_code=f"{key[17:19]}-{key[19:]}", area__code=key[4:11], industry__code=key[11:17]
    )


def reason(name: str, footnote: str | None) -> str:
    if footnote == "4":
        return "hourly_only" if name.startswith("annual") else "annual_only"
    return REASONS.get(footnote, "not_applicable")


def differences(row: tuple) -> list[str]:
    wage, found = ours(row[0]), []
    for name, printed, footnote in zip(MEASURES, row[1:18], row[18:35], strict=True):
        value = getattr(wage, name)
        if printed in (None, "-"):
            if value is not None or wage.reason_for(name) != reason(name, footnote):
                found.append(
                    f"{row[0]} {name}: {value} ({wage.reason_for(name)}), published {printed} {footnote}"
                )
        elif value is None or Decimal(value) != Decimal(printed) or wage.reason_for(name):
            found.append(f"{row[0]} {name}: {value}, published {printed}")
    return found


def test_figures_drawn_at_random_equal_the_published_ones(published):
    keys = [key for (key,) in published.execute(f"SELECT key {CARRIED} ORDER BY key")]
    drawn = random.Random(2025).sample(keys, DRAWN)
    assert {key[3] for key in drawn} == {"N", "S", "M"}
    rows = [published.execute("SELECT * FROM cell WHERE key = ?", [key]).fetchone() for key in drawn]
    assert [text for row in rows for text in differences(row)] == []


def test_figures_with_gaps_equal_the_published_ones(published):
    rows = published.execute(
        f"SELECT cell.* {CARRIED} AND '5' IN (f04, f13, f15) ORDER BY substr(key, 12) LIMIT 60"
    ).fetchall()
    rows += published.execute(f"SELECT cell.* {CARRIED} AND f04 = '4' ORDER BY key LIMIT 30").fetchall()
    rows += published.execute(f"SELECT cell.* {CARRIED} AND f01 = '8' ORDER BY key LIMIT 30").fetchall()
    assert len(rows) == 120
    assert [text for row in rows for text in differences(row)] == []


def test_the_snapshot_carries_every_place_and_sector_of_every_detailed_occupation(published):
    here = WageEstimate.objects.current().filter(occupation__level="detailed")
    here = set(here.values_list("area__code", "industry__code", "occupation__soc_code"))
    wanted = {
        (key[4:11], key[11:17], f"{key[17:19]}-{key[19:]}")
        for (key,) in published.execute(f"SELECT key {CARRIED}")
    }
    assert len(wanted) == 234_872
    assert here == wanted
    for letter, kinds in {"N": ["nation"], "S": ["state"], "M": ["metro", "nonmetro"]}.items():
        codes = {
            area
            for (area,) in published.execute("SELECT area_code FROM area WHERE areatype_code = ?", [letter])
        }
        assert codes == set(Area.objects.filter(kind__in=kinds).values_list("code", flat=True))


def test_every_top_coded_figure_of_the_nation_says_so(published):
    codes = " OR ".join(f"f{number:02d} = '5'" for number in range(1, 18))
    rows = published.execute(f"SELECT cell.* {CARRIED} AND key LIKE 'OEUN%' AND ({codes})").fetchall()
    assert len(rows) == 2
    assert [text for row in rows for text in differences(row)] == []
