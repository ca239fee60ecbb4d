"""CPS Tables 11 and 11b: who works in an occupation, joined to it by Census title."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from careers.importers import base, census_occupations, cps
from careers.models import AgeEstimate, DemographicShare

from .people_files import DASH, MANAGEMENT, CpsTable
from .state import forget

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_census_list")]

FORGETS = ["cps"]
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data"
RACES = ["White", "Black or African American", "Asian", "Hispanic or Latino"]
CHIEFS, RELATIONS, FUNDRAISING, NURSES = "11-1011", "11-2032", "11-2033", "29-1141"
AIDES, BUDGET, DATA_SCIENTISTS, PATROL = "31-1120", "13-2031", "15-2051", "33-3051"


@pytest.fixture
def import_tables(tmp_path):
    """Write tables into a folder and import it: the receipt."""

    def run(*tables: CpsTable, **options):
        folder = tmp_path / f"cps-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for table in tables:
            table.write(folder / f"cpsaat{table.name}.xlsx")
        return base.run(cps.Importer(), folder, **options)

    return run


def shares(code: str, characteristic: str, label: str = "2031") -> list[DemographicShare]:
    rows = DemographicShare.objects.filter(occupation__soc_code=code, characteristic=characteristic)
    return list(rows.filter(release__label=label, release__source__slug="cps"))


def percents(code: str, characteristic: str) -> list[float | None]:
    return [
        row.percent if row.percent is None else float(row.percent) for row in shares(code, characteristic)
    ]


def median(code: str) -> AgeEstimate:
    return AgeEstimate.objects.get(
        occupation__soc_code=code, statistic="median", release__label="2031", release__source__slug="cps"
    )


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def test_women_and_races_are_those_of_the_line(import_tables):
    import_tables(CpsTable("11"))
    (women,) = shares(CHIEFS, "gender")
    assert (women.category, women.percent) == ("Women", Decimal("30.6"))
    assert (women.group_title, women.parts, women.is_fallback, women.missing) == ("", 1, False, {})
    assert [row.category for row in shares(CHIEFS, "race")] == RACES
    # They overlap and leave people out: nothing makes them add up to 100.
    assert percents(CHIEFS, "race") == [85.8, 5.2, 7.3, 6.3]


def test_the_median_age_is_called_a_median(import_tables):
    import_tables(CpsTable("11b"))
    assert (median(CHIEFS).years, median(CHIEFS).group_title) == (Decimal("52.2"), "")
    assert not AgeEstimate.objects.filter(release__source__slug="cps", statistic="mean").exists()


def test_shares_of_age_groups_are_worked_out_from_the_thousands(import_tables):
    import_tables(CpsTable("11b"))
    assert [row.category for row in shares(CHIEFS, "age_group")][::6] == [
        "16 to 19 years",
        "65 years and over",
    ]
    assert percents(CHIEFS, "age_group") == [0.0, 0.5, 9.5, 22.5, 30.0, 27.5, 10.0]


def test_a_title_over_several_occupations_gives_each_the_group_s_figure_and_says_so(import_tables):
    import_tables(CpsTable("11"), CpsTable("11b"))
    title = "Public relations and fundraising managers"
    for code in (RELATIONS, FUNDRAISING):
        (women,) = shares(code, "gender")
        assert (women.percent, women.group_title, women.parts) == (Decimal("66.4"), title, 1)
        assert (median(code).years, median(code).group_title) == (Decimal("44.0"), title)


def test_several_titles_of_one_occupation_are_weighted_by_employment(import_tables):
    import_tables(CpsTable("11"), CpsTable("11b"))
    (women,) = shares(AIDES, "gender")
    # 300 thousand at 88.0% and 100 thousand at 80.0%
    assert (women.percent, women.parts, women.group_title) == (Decimal("86.0"), 2, "")
    assert percents(AIDES, "race")[0] == 52.5
    # (10 + 5) of 400 thousand
    assert percents(AIDES, "age_group")[0] == 3.8


def test_shares_of_several_titles_need_all_of_them(import_tables):
    table = CpsTable("11")
    table.row("Personal care aides")[2:] = [DASH] * 5
    import_tables(table)
    (women,) = shares(AIDES, "gender")
    assert (women.percent, women.missing) == (None, {"percent": "suppressed"})


def test_a_title_that_the_table_leaves_out_leaves_its_occupation_without_a_figure(import_tables):
    import_tables(CpsTable("11"))
    (women,) = shares("31-1131", "gender")
    assert (women.percent, women.missing) == (None, {"percent": "not_collected"})
    table = CpsTable("11")
    table.rows.remove(table.row("Personal care aides"))
    table.row("Service occupations")[1] -= 100
    table.total -= 100
    import_tables(table)
    # The home health aides alone are not the occupation.
    (women,) = shares(AIDES, "gender")
    assert (women.percent, women.missing) == (None, {"percent": "not_collected"})


def test_a_withheld_share_of_women_is_a_gap_with_its_reason(import_tables):
    import_tables(CpsTable("11"))
    (women,) = shares(BUDGET, "gender")
    assert (women.percent, women.missing, women.is_fallback) == (None, {"percent": "suppressed"}, False)


def test_for_a_withheld_race_or_age_its_group_stands_in_under_its_name(import_tables):
    import_tables(CpsTable("11"), CpsTable("11b"))
    assert percents(BUDGET, "race") == [80.9, 9.2, 7.0, 12.1]
    rows = shares(BUDGET, "race") + shares(BUDGET, "age_group")
    assert {(row.group_title, row.is_fallback, row.parts) for row in rows} == {(MANAGEMENT, True, 1)}
    assert percents(BUDGET, "age_group")[-1] == 7.1
    assert (median(BUDGET).years, median(BUDGET).group_title) == (Decimal("46.5"), MANAGEMENT)


def test_a_median_is_never_combined_of_several_but_that_of_their_group(import_tables):
    import_tables(CpsTable("11b"))
    assert (median(AIDES).years, median(AIDES).group_title) == (Decimal("38.3"), "Service occupations")


def test_where_the_group_is_withheld_too_the_gap_keeps_its_reason(import_tables):
    table = CpsTable("11b")
    table.row(MANAGEMENT)[-1] = DASH
    import_tables(table)
    assert (median(BUDGET).years, median(BUDGET).missing) == (None, {"years": "suppressed"})


def test_an_occupation_that_is_called_occupations_is_told_from_a_heading(import_tables):
    import_tables(CpsTable("11"))
    (women,) = shares(DATA_SCIENTISTS, "gender")
    assert (women.percent, women.group_title) == (Decimal("47.0"), "Other mathematical science occupations")


@pytest.mark.parametrize(
    "title",
    ["REGISTERED NURSES", " Registered  nurses ", "Registered, nurses", "Registered and nurses"],
)
def test_titles_join_by_their_words_whatever_their_case_and_punctuation(import_tables, title):
    table = CpsTable("11")
    table.row("Registered nurses")[0] = title
    assert counts(import_tables(table))["rejected"] == 1  # the legislators
    assert percents(NURSES, "gender") == [87.4]


def test_titles_that_cannot_be_joined_are_told_with_line_and_reason(import_tables):
    table = CpsTable("11")
    table.row("Registered nurses")[0] = "Licensed nurses"
    assert import_tables(table).rejections == [
        {"line": 12, "reason": "Table 11: Legislators: the pay survey has none of its occupations"},
        {"line": 17, "reason": "Table 11: Licensed nurses: it is no title of the Census list of 2018"},
    ]


def test_ages_that_do_not_add_up_are_told_and_not_used(import_tables):
    table = CpsTable("11b")
    table.row("Registered nurses")[4] = 70
    rejected = import_tables(table).rejections[1]
    reason = "Table 11b: Registered nurses: its age groups do not add up to its 200.0 thousand people"
    assert rejected == {"line": 17, "reason": reason}
    (row, *_) = shares(NURSES, "age_group")
    assert (row.group_title, row.is_fallback) == ("", False)
    assert row.missing == {"percent": "not_collected"}


def test_the_receipt_names_the_year(import_tables):
    receipt = import_tables(CpsTable("11"), CpsTable("11b"))
    assert (receipt.release.label, receipt.release.period_end) == ("2031", date(2031, 12, 31))
    assert (receipt.importer, receipt.release.source.slug) == ("cps", "cps")
    assert counts(receipt) == {"created": 273, "rejected": 2}


def test_the_same_tables_twice_change_nothing(import_tables):
    import_tables(CpsTable("11"), CpsTable("11b"))
    assert counts(import_tables(CpsTable("11"), CpsTable("11b"))) == {"unchanged": 273, "rejected": 2}


def test_each_table_alone_gives_the_same_as_both(import_tables):
    assert counts(import_tables(CpsTable("11"))) == {"created": 105, "rejected": 1}
    assert counts(import_tables(CpsTable("11b"))) == {"created": 168, "rejected": 1}
    assert counts(import_tables(CpsTable("11"), CpsTable("11b"))) == {"unchanged": 273, "rejected": 2}


def test_a_newer_table_takes_the_place_of_the_older_and_leaves_the_other_table_in_force(import_tables):
    import_tables(CpsTable("11", 2030), CpsTable("11b", 2030))
    import_tables(CpsTable("11", 2031))
    rows = DemographicShare.objects.current().filter(occupation__soc_code=CHIEFS, release__source__slug="cps")
    labels = {(row.characteristic, row.release.label) for row in rows.select_related("release")}
    assert labels == {("gender", "2031"), ("race", "2031"), ("age_group", "2030")}


def test_an_older_table_never_takes_the_place_of_a_newer(import_tables):
    import_tables(CpsTable("11", 2031), CpsTable("11b", 2031))
    import_tables(CpsTable("11", 2030), CpsTable("11b", 2030))
    for model in (DemographicShare, AgeEstimate):
        current = model.objects.current().filter(release__source__slug="cps")
        assert set(current.values_list("release__label", flat=True)) == {"2031"}


def test_a_title_that_is_published_again_is_its_own_figure_again(import_tables):
    import_tables(CpsTable("11"))
    table = CpsTable("11")
    table.row("Budget analysts")[2:] = [50.0, 70.0, 15.0, 11.0, 9.0]
    import_tables(table)
    rows = shares(BUDGET, "gender") + shares(BUDGET, "race")
    assert [float(row.percent) for row in rows] == [50.0, 70.0, 15.0, 11.0, 9.0]
    assert {(row.group_title, row.is_fallback, row.is_current) for row in rows} == {("", False, True)}


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not beside this checkout")
def test_the_official_tables_cover_what_can_be_joined_honestly():
    forget("census-occupations")
    base.run(census_occupations.Importer(), OFFICIAL / "census-occupation-codes-2018")
    receipt = base.run(cps.Importer(), OFFICIAL / "bls-cps-2023", expect_release="2023")
    assert counts(receipt) == {"created": 10790, "rejected": 4}
    own = DemographicShare.objects.current().filter(
        release=receipt.release, percent__isnull=False, is_fallback=False
    )
    for characteristic in ("gender", "race", "age_group"):
        found = own.filter(characteristic=characteristic).values("occupation").distinct()
        assert found.count() == 557
    # "Other mathematical science occupations" are those without a title of their own: no actuaries.
    assert not own.filter(occupation__soc_code="15-2011").exists()
