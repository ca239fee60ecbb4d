"""What companies offer, by the applications that they file: the rules of counting."""

from datetime import date

import pytest

from careers.models import Company, CompanyName
from tests.oracles import lca as oracle

from .lca_files import (
    DEVELOPER,
    NOWHERE,
    NUMBERED_IN_2019,
    OLD_NAMES,
    Filings,
    counts,
    figures,
    median,
    some,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_offers")]

FILE = "LCA_Disclosure.csv"
HARBOR = {"Harbor Clinic, LLC", "HARBOR CLINIC L.L.C.", "Harbor Clinic LLC"}
TIDEWAY = {"The Tideway Group, Inc.", "Tideway Group Inc", "Tideway Group, Inc. d/b/a Tideway Care"}


@pytest.mark.parametrize("name", [FILE, "LCA_Disclosure.xlsx"])
def test_pay_is_what_a_count_by_hand_gives(import_lca, tmp_path, name):
    receipt = import_lca(some(), name)
    path = some().write(tmp_path / "by-hand.csv")
    assert counts(receipt) == {"created": 5}
    assert figures("Harbor Clinic, LLC") == oracle.figures(path, HARBOR, "29-1141")
    assert set(figures("Harbor Clinic, LLC")) == {"0000000", "5300000", "0044060"}
    assert figures("Harbor Clinic, LLC", "29-1051") == {"0000000": (2, None, None, None, None)}
    assert figures("Tideway Group, Inc.") == oracle.figures(path, TIDEWAY, "29-1141")


@pytest.mark.parametrize(
    ("amount", "unit", "yearly"),
    [
        ("40.25", "Hour", 83_720),
        ("1,500", "Week", 78_000),
        ("$3000.00", "Bi-Weekly", 78_000),
        ("6500.5", "Month", 78_006),
        ("78000 - 91000", "Year", 78_000),
    ],
)
def test_pay_of_any_unit_is_made_yearly_by_the_stated_rule(import_lca, amount, unit, yearly):
    import_lca(Filings().offers("Harbor Clinic", *[amount] * 5, unit=unit))
    assert figures("Harbor Clinic")["0000000"] == (5, yearly, yearly, yearly, yearly)


def test_what_is_passed_over_is_counted_in_the_receipt(import_lca):
    file = Filings().offers("Harbor Clinic", *[90_000] * 5).offers("Lone Vet", 80_000)
    file.offers("Harbor Clinic", 10, 20, FULL_TIME_POSITION="N").offers(
        "Harbor Clinic", 1, CASE_STATUS="Denied"
    )
    file.offers("Harbor Clinic", 500_000, CASE_STATUS="Certified - Withdrawn")
    file.offers("Harbor Clinic", 70_000, soc="29-1061.00").offers("Harbor Clinic", 90_000, **NOWHERE)
    assert import_lca(file).warnings == [
        "Not certified, passed over: 1.",
        "Part-time offers, passed over: 2.",
        "Offers of a code that no occupation here stands for: 1. 29-1061 (1).",
        "Companies added: 1.",
        "Employers with fewer than 5 full-time offers, no companies here: 1 with 1 offers.",
        "Offers of places not known here, counted for the nation alone: 1.",
    ]
    assert figures("Harbor Clinic") == {
        "0000000": (7, 90_000, 148_571, 90_000, 500_000),
        "5300000": (6, 90_000, 158_333, 90_000, 500_000),
        "0042660": (6, 90_000, 158_333, 90_000, 500_000),
    }


@pytest.mark.parametrize(
    ("names", "lacks"),
    [
        ({name: f"{name}_1" for name in NUMBERED_IN_2019}, ()),
        (OLD_NAMES, ("WORKSITE_COUNTY", "TRADE_NAME_DBA")),
        ({"WAGE_RATE_OF_PAY_FROM": "WAGE_RATE_OF_PAY"}, ("EMPLOYER_STATE", "CASE_STATUS")),
    ],
    ids=["2019", "2010 to 2014", "2015"],
)
def test_columns_are_read_by_the_names_of_any_year(import_lca, names, lacks):
    receipt = import_lca(some().without(*lacks), names=names)
    assert counts(receipt) == {"created": 5}


@pytest.mark.parametrize(
    ("decided", "label", "end"),
    [
        (["2030-10-01", "2030-12-31 00:00:00"], "FY2031 Q1", date(2030, 12, 31)),
        (["2/14/2031"], "FY2031 Q2", date(2031, 3, 31)),
        (["2031-01-01", "2031-04-01"], "FY2031 Q2–Q3", date(2031, 6, 30)),
        (["2030-11-01", "2031-02-01", "2031-05-01", "2031-09-30"], "FY2031", date(2031, 9, 30)),
    ],
)
def test_a_release_is_the_quarters_of_its_decisions(import_lca, decided, label, end):
    file = (
        Filings().offers("Harbor Clinic", *[90_000] * 8, soc=DEVELOPER).offers("Harbor Clinic", *[80_000] * 8)
    )
    for number, row in enumerate(file.rows):
        row["DECISION_DATE"] = decided[number % len(decided)]
    release = import_lca(file).release
    assert (release.label, release.period_end) == (label, end)


def test_a_file_of_one_major_group_says_so_and_leaves_the_others_alone(import_lca):
    whole = (
        Filings()
        .offers("Harbor Clinic", *[90_000] * 5)
        .offers("Harbor Clinic", *[120_000] * 5, soc=DEVELOPER)
    )
    assert import_lca(whole).release.label == "FY2031 Q2"
    part = import_lca(Filings().offers("Harbor Clinic", *[95_000] * 5))
    assert part.release.label == "FY2031 Q2, healthcare practitioners"
    assert median("Harbor Clinic") == 95_000
    assert figures("Harbor Clinic", "15-1252")["0000000"][1] == 120_000


def test_the_newer_quarter_is_in_force_whichever_came_last(import_lca):
    import_lca(Filings("2031-05-02").offers("Harbor Clinic", *[90_000] * 5))
    import_lca(Filings("2031-02-02").offers("Harbor Clinic", *[70_000] * 5))
    assert median("Harbor Clinic") == 90_000
    import_lca(Filings("2031-08-02").offers("Harbor Clinic", *[95_000] * 5))
    assert median("Harbor Clinic") == 95_000


def test_a_second_import_changes_nothing(import_lca):
    import_lca(some())
    before = list(Company.objects.values_list()), list(CompanyName.objects.values_list())
    assert counts(import_lca(some())) == {"unchanged": 5}
    assert before == (list(Company.objects.values_list()), list(CompanyName.objects.values_list()))


def test_codes_of_soc_2010_count_as_what_they_went_into_and_split_ones_are_told(import_lca):
    file = Filings("2019-11-20").offers("Harbor Software", *[90_000] * 4, soc="15-1121.00")
    file.offers("Harbor Software", 95_000, soc="15-1211.00").offers(
        "Harbor Software", 99_000, 99_000, soc="15-1132"
    )
    warnings = import_lca(file).warnings
    assert warnings[0] == (
        "Offers under codes of SOC 2010, counted under those of 2018: 4. 15-1121 as 15-1211 (4)."
    )
    assert "Offers of a code that no occupation here stands for: 2. 15-1132 (2)." in warnings
    assert figures("Harbor Software", "15-1211")["0000000"][0] == 5
