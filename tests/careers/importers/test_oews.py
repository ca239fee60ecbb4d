"""OEWS: both editions of a release arrive whole, with a reason for each number that is not printed."""

import hashlib
from datetime import date
from decimal import Decimal

import pytest

from careers.models import Area, Industry, Occupation, WageEstimate

from .oews_files import (
    DATA_TYPES,
    METRO,
    NATION,
    NONMETRO,
    OTHER_STATE,
    SECTOR,
    STATE,
    Release,
    key_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_source")]

HOURLY = tuple(name for name in DATA_TYPES if name.startswith("hourly"))
ANNUAL = tuple(name for name in DATA_TYPES if name.startswith("annual"))


def figures() -> dict[str, WageEstimate]:
    """The figures of the imported releases by series key, whether in force or not."""
    rows = WageEstimate.objects.filter(release__source__slug="oews-of-atlantis")
    kinds = {Area.Kind.NATION: "N", Area.Kind.STATE: "S"}
    return {
        f"OEU{kinds.get(row.area.kind, 'M')}{row.area.code}{row.industry.code}"
        + row.occupation.soc_code.replace("-", ""): row
        for row in rows.select_related("area", "industry", "occupation", "release")
    }


def test_every_number_arrives_to_its_last_digit(import_oews, edition):
    release = Release()
    receipt = import_oews(release, edition)
    stored = figures()
    assert stored.keys() == release.cells.keys()
    assert receipt.created == len(stored) == 42
    for key, cell in release.cells.items():
        printed = {name: Decimal(text) for name, (text, _) in cell.items()}
        there = {
            name: Decimal(str(value))
            for name in DATA_TYPES
            if (value := getattr(stored[key], name)) is not None
        }
        assert there == printed, key
        assert stored[key].is_current


@pytest.mark.parametrize(("first", "second"), [("flat", "sqlite"), ("sqlite", "flat")])
def test_both_editions_of_a_release_say_the_same(import_oews, first, second):
    release = Release()
    lamps = key_of("981011", METRO)
    release.put(lamps, "-", "5", names=(*HOURLY[3:], *ANNUAL[3:]))
    release.put(key_of("981012", STATE), "-", "8", names=("employment", "employment_rse"))
    release.put(key_of("981013"), "-", "4", names=HOURLY)
    del release.cells[key_of("981014", NONMETRO)]["location_quotient"]
    assert import_oews(release, first).created == 42
    again = import_oews(release, second)
    assert (again.created, again.updated, again.unchanged, again.retired) == (0, 0, 42, 0)


def test_the_same_file_twice_changes_nothing(import_oews, edition):
    import_oews(Release(), edition)
    before = {key: (row.pk, row.is_current) for key, row in figures().items()}
    again = import_oews(Release(), edition)
    assert (again.created, again.updated, again.unchanged, again.retired) == (0, 0, 42, 0)
    assert {key: (row.pk, row.is_current) for key, row in figures().items()} == before


@pytest.mark.parametrize(
    ("names", "footnote", "reason"),
    [
        (("employment", "employment_rse"), "8", "suppressed"),
        ((*HOURLY, *ANNUAL), "8", "suppressed"),
        ((*HOURLY, *ANNUAL), "5", "top_coded"),
        (("hourly_p90", "annual_p90"), "5", "top_coded"),
        (ANNUAL, "4", "hourly_only"),
        (HOURLY, "4", "annual_only"),
    ],
)
def test_a_footnote_becomes_the_reason_and_the_number_stays_empty(
    import_oews, edition, names, footnote, reason
):
    release, key = Release(), key_of("981012", STATE)
    release.put(key, "-", footnote, names=names)
    import_oews(release, edition)
    row = figures()[key]
    assert {name: getattr(row, name) for name in names} == dict.fromkeys(names)
    assert row.missing == dict.fromkeys(names, reason)


def test_a_cell_of_which_nothing_is_printed_keeps_its_reasons(import_oews, edition):
    release, key = Release(), key_of("981012", STATE)
    release.put(key, "-", "8", names=DATA_TYPES)
    import_oews(release, edition)
    assert figures()[key].missing == dict.fromkeys(DATA_TYPES, "suppressed")


def test_the_location_quotient_of_the_nation_does_not_apply(import_oews, edition):
    import_oews(Release(), edition)
    row = figures()[key_of("981011")]
    assert row.missing == {"jobs_per_1000": "not_applicable", "location_quotient": "not_applicable"}
    assert row.location_quotient is None


def test_a_number_the_release_does_not_have_is_not_collected(import_oews, edition):
    release = Release()
    del release.cells[key_of("981011", METRO)]["jobs_per_1000"]
    import_oews(release, edition)
    assert figures()[key_of("981011", METRO)].missing == {"jobs_per_1000": "not_collected"}


def test_relative_standard_errors_are_kept(import_oews, edition):
    release, key = Release(), key_of("981011", METRO)
    release.put(key, "12.3", names=("employment_rse",))
    release.put(key, "0.4", names=("wage_rse",))
    import_oews(release, edition)
    row = figures()[key]
    assert (row.employment_rse, row.wage_rse) == (Decimal("12.3"), Decimal("0.4"))


def test_occupations_areas_and_industries_stand_in_their_order(import_oews, edition):
    import_oews(Release(), edition)
    lamps = Occupation.objects.get(soc_code="98-1011")
    assert (lamps.title, lamps.slug, lamps.level) == ("Lamplighters", "lamplighters", "detailed")
    assert (lamps.parent.soc_code, lamps.major_group.soc_code) == ("98-1010", "98-0000")
    kinds = dict(Area.objects.filter(code__contains="98").values_list("code", "kind"))
    assert kinds.items() >= {STATE: "state", METRO: "metro", NONMETRO: "nonmetro"}.items()
    assert Area.objects.get(code=METRO).state.name == "Atlantis"
    assert Area.objects.get(code=OTHER_STATE).state is None
    assert Area.objects.get(code=NATION).name == "United States"
    sector = Industry.objects.get(code=SECTOR)
    assert (sector.slug, sector.get_level_display()) == ("lighthouses", "Sector")


def test_an_occupation_keeps_its_address_when_it_is_renamed(import_oews, edition):
    import_oews(Release(), edition)
    release = Release("May 2032")
    release.occupations[2] = ("981011", "Lamp Operators", "3")
    import_oews(release, edition)
    lamps = Occupation.objects.get(soc_code="98-1011")
    assert (lamps.title, lamps.slug) == ("Lamp Operators", "lamplighters")


def test_two_occupations_of_one_name_have_two_addresses_and_none_holds_a_vs(import_oews):
    release = Release()
    release.occupations[3] = ("981012", "Lamplighters", "3")
    release.occupations[4] = ("981013", "Fog vs Signallers", "3")
    import_oews(release)
    slugs = set(Occupation.objects.filter(soc_code__startswith="98-101").values_list("slug", flat=True))
    assert slugs > {"lamplighters", "lamplighters-98-1012", "fog-versus-signallers"}


def test_of_an_occupation_and_its_group_of_one_name_the_occupation_has_the_plain_address(import_oews):
    release = Release()
    release.occupations[1] = ("981010", "Lamplighters", "2")
    import_oews(release)
    slugs = dict(Occupation.objects.filter(title="Lamplighters").values_list("soc_code", "slug"))
    assert slugs == {"98-1011": "lamplighters", "98-1010": "lamplighters-98-1010"}


def test_the_receipt_tells_release_checksum_and_counts(import_oews, tmp_path):
    release = Release()
    receipt = import_oews(release, "sqlite")
    (file,) = tmp_path.glob("*/oews.sqlite")
    checksum = hashlib.sha256(file.read_bytes()).hexdigest()
    receipt.refresh_from_db()
    assert (receipt.importer, receipt.file_name) == ("oews", "oews.sqlite")
    assert receipt.checksum == receipt.release.checksum == checksum
    assert (receipt.created, receipt.rejected, receipt.rejections) == (42, 0, [])
    assert (receipt.release.label, receipt.release.period_end) == ("May 2031", date(2031, 5, 31))
    assert (receipt.release.top_code_hourly, receipt.release.top_code_annual) == (Decimal("115.00"), 239200)


@pytest.mark.parametrize(
    "amounts",
    [
        "$.. per hour or $,, per year",
        "$11,5.0.0 per hour or $239,200 per year",
        "$9999999.00 per hour or $1 per year",
    ],
)
def test_a_top_code_that_cannot_be_read_is_not_taken_for_one(import_oews, edition, amounts):
    release = Release()
    release.footnotes[1] = ("5", f"This wage is equal to or greater than {amounts}.")
    receipt = import_oews(release, edition)
    assert receipt.release.top_code_annual is None
    assert receipt.warnings == ["No footnote says from which amount on pay is not printed."]


def test_a_release_without_a_top_code_says_so(import_oews, edition):
    release = Release()
    del release.footnotes[1]
    receipt = import_oews(release, edition)
    assert receipt.release.top_code_annual is None
    assert receipt.warnings == ["No footnote says from which amount on pay is not printed."]


def test_rows_that_cannot_be_kept_are_told_with_line_and_reason(import_oews, edition):
    release = Release()
    falling, unknown = key_of("981011", METRO), key_of("989999", STATE)
    release.put(falling, "1.00", names=("hourly_p75",))
    release.cells[unknown] = dict(release.cells[key_of("981011", STATE)])
    receipt = import_oews(release, edition)
    assert (receipt.created, receipt.rejected) == (41, 2)
    assert receipt.rejections == [
        {"line": line_of(release, edition, falling), "reason": f"{falling}: the hourly percentiles fall"},
        {
            "line": line_of(release, edition, unknown),
            "reason": f"the code in {unknown} is not in the list of the table 'occupation'",
        },
    ]
    assert figures().keys() == release.cells.keys() - {falling, unknown}


def line_of(release: Release, edition: str, key: str) -> int:
    """Where a cell begins: a line of the data file, or a row of the table."""
    before = [cell for other, cell in release.cells.items() if other < key]
    return len(before) + 1 if edition == "sqlite" else sum(map(len, before)) + 2
