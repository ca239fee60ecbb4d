"""Employment Projections: the workbook's thousands become people, its words become classes."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from careers.importers import base, employment_projections
from careers.models import Projection

from .projections_workbook import DASH, OCCUPATIONS, Table

pytestmark = pytest.mark.django_db

OFFICIAL = (
    Path(__file__).resolve().parents[4] / "shared/data/bls-employment-projections-2024-34/occupation.xlsx"
)
# How many occupations and groups the snapshot's round has; a newer one retires those that it lacks.
SNAPSHOT = 1093


@pytest.fixture
def import_table(tmp_path):
    def run(table: Table, **options):
        path = table.write(tmp_path / "occupation.xlsx")
        return base.run(employment_projections.Importer(), path, **options)

    return run


def of(code: str, label: str = "2031–41") -> Projection:
    return Projection.objects.get(occupation__soc_code=code, release__label=label)


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def test_thousands_become_people_to_the_last_digit(import_table):
    receipt = import_table(Table())
    assert counts(receipt) == {"created": 23, "retired": SNAPSHOT - 23}
    for code, _, base_year, target_year in OCCUPATIONS:
        row = of(code)
        assert row.employment_base == int(Decimal(str(base_year)) * 1000)
        assert row.employment_target == int(Decimal(str(target_year)) * 1000)
        assert row.change_number == row.employment_target - row.employment_base
    nurses = of("29-1141")
    assert (nurses.employment_base, nurses.employment_target) == (3_391_000, 3_557_200)
    assert (nurses.base_year, nurses.target_year, nurses.openings_annual) == (2031, 2041, 22_200)
    assert (nurses.change_percent, nurses.percent_self_employed) == (Decimal("4.9"), Decimal("5.8"))
    assert (nurses.entry_education, nurses.work_experience) == ("bachelor", "from_5_years")


def test_a_shrinking_occupation_has_negative_growth(import_table):
    import_table(Table())
    sales = of("41-2031")
    assert (sales.change_number, sales.change_percent) == (-19_200, Decimal("-0.5"))


def test_none_is_a_value_and_no_gap(import_table):
    table = Table()
    table.row("53-7065").update(
        entry_education="No formal educational credential", work_experience="None", job_training="None"
    )
    import_table(table)
    stockers = of("53-7065")
    assert stockers.missing == {}
    assert (stockers.work_experience, stockers.get_work_experience_display()) == ("none", "None")
    assert (stockers.job_training, stockers.get_job_training_display()) == ("none", "None")
    assert stockers.entry_education == "none"


def test_a_dash_is_a_gap_with_its_reason(import_table):
    table = Table()
    table.row("29-1141").update(percent_self_employed=DASH, openings_annual=DASH, job_training=DASH)
    import_table(table)
    nurses = of("29-1141")
    names = ("percent_self_employed", "openings_annual", "job_training")
    assert {getattr(nurses, name) for name in names} == {None}
    assert nurses.missing == dict.fromkeys(names, "not_collected")


def test_what_entry_takes_does_not_apply_to_a_group(import_table):
    import_table(Table())
    names = ("entry_education", "work_experience", "job_training")
    assert of("00-0000").missing == dict.fromkeys(names, "not_applicable")


def test_an_occupation_that_is_not_known_is_told_with_its_line(import_table):
    table = Table()
    table.row("11-2021").update(code="11-9998", title="Space tourism managers")
    receipt = import_table(table)
    assert counts(receipt) == {"created": 22, "rejected": 1, "retired": SNAPSHOT - 22}
    assert receipt.rejections == [
        {
            "line": 6,
            "reason": "no occupation or group 11-9998 (Space tourism managers) is known; "
            "the pay survey makes them",
        }
    ]


def test_the_same_workbook_twice_changes_nothing(import_table):
    import_table(Table())
    assert counts(import_table(Table())) == {"unchanged": 23}


def test_a_corrected_figure_is_updated_and_a_vanished_one_retired(import_table):
    import_table(Table())
    table = Table()
    table.row("29-1141")["openings_annual"] = 189.1
    table.rows.remove(table.row("11-1011"))
    table.add_up()
    receipt = import_table(table)
    # The total changed with the row that vanished.
    assert counts(receipt) == {"updated": 2, "unchanged": 20, "retired": 1}
    assert of("29-1141").openings_annual == 189_100
    assert not of("11-1011").is_current


def test_the_receipt_names_the_round(import_table):
    receipt = import_table(Table())
    assert (receipt.importer, receipt.file_name) == ("employment_projections", "occupation.xlsx")
    assert (receipt.release.label, receipt.release.period_end) == ("2031–41", date(2031, 12, 31))
    assert receipt.checksum == receipt.release.checksum
    assert len(receipt.checksum) == 64


def test_a_newer_round_takes_the_place_of_the_snapshot_s(import_table):
    assert of("29-1141", "2024–34").is_current
    import_table(Table())
    assert not of("29-1141", "2024–34").is_current
    assert set(Projection.objects.current().values_list("release__label", flat=True)) >= {"2031–41"}
    assert not Projection.objects.current().filter(release__label="2024–34").exists()


def test_the_round_of_2022_is_read_and_does_not_take_the_place_of_2024(import_table):
    before = Projection.objects.current().count()
    # Its characteristics stood in Table 1.7, its headings had hyphens, and there were two more tables.
    assert counts(import_table(Table(2022, 2032, sheet="Table 1.7", span="-"))) == {"created": 23}
    older = of("29-1141", "2022–32")
    assert (older.base_year, older.employment_base, older.is_current) == (2022, 3_391_000, False)
    assert of("29-1141", "2024–34").is_current
    assert Projection.objects.current().count() == before


def test_another_round_than_the_one_asked_for_is_refused(import_table):
    with pytest.raises(base.ImportFailure, match="this is the release '2031–41', not '2024–34'"):
        import_table(Table(), expect_release="2024–34")
    assert not Projection.objects.filter(release__label="2031–41").exists()


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official workbook is not beside this checkout")
def test_the_snapshot_holds_the_official_workbook():
    receipt = base.run(employment_projections.Importer(), OFFICIAL, expect_release="2024–34")
    assert (receipt.created, receipt.updated, receipt.retired) == (0, 0, 0)
    assert receipt.unchanged == Projection.objects.filter(release=receipt.release).count() == SNAPSHOT
