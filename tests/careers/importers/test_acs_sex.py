"""Women among full-time workers: an older, narrower figure, for where the CPS withholds its own."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from careers.importers import acs_sex, base, census_occupations
from careers.models import DemographicShare

from .people_files import AcsSex
from .state import forget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_census_list")]

FORGETS = ["acs-sex"]
IMPORTER = "acs_sex"
FILE = "jobs_gender.csv"
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data"


@pytest.fixture
def import_file(tmp_path):
    return lambda file, **options: base.run(acs_sex.Importer(), file.write(tmp_path / FILE), **options)


@pytest.fixture
def refused_file(tmp_path, refused):
    def check(file: AcsSex, reason: str, line: int | None = None) -> None:
        refused(file.write(tmp_path / FILE), reason, file=FILE, line=line)

    return check


def women(code: str) -> DemographicShare:
    return DemographicShare.objects.current().get(occupation__soc_code=code, release__source__slug="acs-sex")


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def test_it_is_a_fallback_for_the_share_of_women(import_file):
    import_file(AcsSex())
    row = women("11-1011")
    assert (row.characteristic, row.category, row.percent) == ("gender", "Women", Decimal("25.0"))
    assert (row.is_fallback, row.parts, row.group_title, row.missing) == (True, 1, "", {})


def test_nobody_in_a_sample_is_a_figure_and_no_gap(import_file):
    import_file(AcsSex())
    assert (women("33-3052").percent, women("33-3052").missing) == (Decimal("0.0"), {})


def test_only_the_latest_year_is_read(import_file):
    file = AcsSex()
    for row in file.rows:
        if row[0] == 2015:
            row[4:8] = [100, 0, 100, 100.0]
    receipt = import_file(file)
    assert (receipt.release.label, receipt.release.period_end) == (
        "2016, full-time workers", date(2016, 12, 31),
    )  # fmt: skip
    assert women("11-1011").percent == Decimal("25.0")


def test_a_title_over_several_occupations_gives_each_the_group_s_figure_and_says_so(import_file):
    import_file(AcsSex())
    row = women("31-1131")
    assert (row.percent, row.parts) == (Decimal("88.9"), 1)
    assert row.group_title == "Nursing, Psychiatric, and Home Health Aides"


def test_of_an_occupation_in_several_titles_it_is_the_share_among_all_of_their_workers(import_file):
    import_file(AcsSex())
    shuttle = women("53-3053")
    # 132 of 400; the bus drivers became three titles, the taxi drivers two, and one of these is both's.
    assert (shuttle.percent, shuttle.parts) == (Decimal("33.0"), 2)
    assert shuttle.group_title == "Bus Drivers; Taxi Drivers and Chauffeurs"
    aides = women("31-1120")
    assert (aides.percent, aides.parts) == (Decimal("86.7"), 2)
    assert aides.group_title == "Nursing, Psychiatric, and Home Health Aides; Personal Care Aides"


def test_the_survey_leaves_out_the_word_occupations(import_file):
    import_file(AcsSex())
    row = women("15-2051")
    assert row.group_title == "Miscellaneous Mathematical Science Occupations"
    assert row.percent == Decimal("45.0")


def test_a_title_that_stands_for_two_of_the_list_is_a_group_under_its_own_name(import_file):
    import_file(AcsSex())
    for code in ("29-1128", "29-1129"):
        row = women(code)
        assert (row.percent, row.parts) == (Decimal("76.0"), 1)
        assert row.group_title == "Miscellaneous therapists, including exercise physiologists"


def test_an_occupation_in_a_title_that_is_not_in_the_file_gets_no_figure(import_file):
    file = AcsSex()
    file.rows = [row for row in file.rows if row[1] != "Taxi drivers and chauffeurs"]
    import_file(file)
    of = DemographicShare.objects.filter(release__source__slug="acs-sex")
    assert not of.filter(occupation__soc_code="53-3053").exists()
    assert of.filter(occupation__soc_code="53-3051").exists()


def test_what_cannot_be_joined_is_told_with_line_and_reason(import_file):
    file = AcsSex()
    file.row("Registered nurses")[1] = "Nurses of all kinds"
    assert import_file(file).rejections == [
        {
            "line": file.line("Nurses of all kinds"),
            "reason": "Nurses of all kinds: it is no title of the Census list of 2010",
        }
    ]


def test_what_the_pay_survey_does_not_have_is_told(import_file):
    file = AcsSex()
    file.row("Registered nurses")[1] = "Legislators"
    (rejection,) = import_file(file).rejections
    assert rejection["reason"] == "Legislators: the pay survey has none of its occupations"


def test_a_share_that_its_own_counts_contradict_is_told_and_not_used(import_file):
    file = AcsSex()
    file.row("Registered nurses")[7] = 78.0
    (rejection,) = import_file(file).rejections
    assert rejection["reason"] == "Registered nurses: 1,760 women of 2,000 workers are not 78.0%"


def test_the_same_file_twice_changes_nothing(import_file):
    assert counts(import_file(AcsSex())) == {"created": 21}
    assert counts(import_file(AcsSex())) == {"unchanged": 21}


def test_an_older_year_never_takes_the_place_of_a_newer(import_file):
    import_file(AcsSex(2016))
    older = AcsSex(2015)
    older.row("Registered nurses")[4:8] = [100, 50, 50, 50.0]
    import_file(older)
    assert (women("29-1141").percent, women("29-1141").release.label) == (
        Decimal("88.0"), "2016, full-time workers",
    )  # fmt: skip


def test_it_stands_beside_the_cps_figure_and_takes_nothing_s_place(import_file):
    before = DemographicShare.objects.current().filter(is_fallback=False).count()
    import_file(AcsSex())
    assert DemographicShare.objects.current().filter(is_fallback=False).count() == before


# --- what is refused ---------------------------------------------------------------------------------


def test_without_the_census_list_the_command_to_run_first_is_named(refused_file):
    forget("census-occupations")
    refused_file(AcsSex(), "Run `manage.py import_source census_occupations` first")


def test_a_year_of_another_census_list_is_refused(refused_file):
    refused_file(AcsSex(2018), "from 2018 on the titles are those of the Census list of 2018", line=16)


def test_a_file_cut_off_in_its_latest_year_is_refused(refused_file):
    file = AcsSex()
    del file.rows[-3:]
    refused_file(file, "2016 has 11 occupations, the year before 14: it looks truncated", line=26)


def test_a_line_cut_off_is_named(tmp_path, refused):
    path = AcsSex().write(tmp_path / FILE)
    path.write_bytes(path.read_bytes()[:-25])
    refused(path, "it has not as many columns as the headings", file=FILE, line=29)


@pytest.mark.parametrize("name", ["year", "occupation", "total_workers", "workers_female", "percent_female"])
def test_a_missing_column_is_named(refused_file, name):
    file = AcsSex()
    file.columns[file.columns.index(name)] = "something"
    refused_file(file, f"it lacks the column {name!r}", line=1)


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        (0, "MMXVI", "'MMXVI' is no year"),
        (0, "", "'' is no year"),
        (4, "many", "'many' cannot be (total workers)"),
        (6, "-1", "'-1' cannot be (workers female)"),
        (6, "NaN", "'NaN' cannot be (workers female)"),
        (7, "NA", "'NA' cannot be (percent female)"),
        (4, "1e30", "'1e30' cannot be (total workers)"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_line(refused_file, column, value, reason):
    file = AcsSex()
    file.row("Registered nurses")[column] = value
    refused_file(file, reason, line=file.line("Registered nurses"))


def test_a_title_that_comes_twice_is_named_with_both_lines(refused_file):
    file = AcsSex()
    line = file.line("Registered nurses")
    file.row("Bus drivers")[1] = "Registered nurses"
    refused_file(file, f"'Registered nurses' stands in line {line} too", line=27)


@pytest.mark.parametrize("content", [b"", b"\x00\x01", b"year;occupation\n2016;Nurses\n"])
def test_a_file_of_something_else_is_refused(tmp_path, refused, content):
    (tmp_path / FILE).write_bytes(content)
    refused(tmp_path / FILE, "it lacks the column", file=FILE, line=1)


def test_a_file_of_headings_alone_is_refused(refused_file):
    file = AcsSex()
    file.rows = []
    refused_file(file, "it has headings and nothing below them")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(tmp_path, refused):
    path = AcsSex().write(tmp_path / FILE)
    path.write_bytes(path.read_bytes().replace(b"Taxi", b"Tax\xe9"))
    refused(path, "it is not UTF-8 text", file=FILE, line=14)


def test_a_quote_that_never_ends_is_refused(tmp_path, refused):
    path = AcsSex().write(tmp_path / FILE)
    path.write_bytes(path.read_bytes() + b'2016,"Nurses,Major,Minor,1,1,0,0.0,NA\n')
    refused(path, "it is no CSV text", file=FILE, line=30)


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not beside this checkout")
def test_the_official_file_fills_the_gaps_of_the_cps():
    forget("census-occupations")
    base.run(census_occupations.Importer(), OFFICIAL / "census-occupation-codes-2018")
    receipt = base.run(acs_sex.Importer(), OFFICIAL / "census-acs-sex-2016")
    assert counts(receipt) == {"created": 817, "rejected": 2}
