"""What companies offer, by the applications that they file: the rules of counting, and the official file."""

from datetime import date
from pathlib import Path

import pytest
from django.db import DatabaseError

from careers import employers
from careers.importers import base, lca
from careers.models import Area, Company, CompanyName, EmployerPay
from tests.oracles import lca as oracle

from .lca_files import DEVELOPER, NOWHERE, NUMBERED_IN_2019, OLD_NAMES, Filings, some
from .state import forget, nothing_changes, taken_back

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_offers")]

IMPORTER = "lca"
FILE = "LCA_Disclosure.csv"
OFFICIAL = (
    Path(__file__).resolve().parents[4]
    / "shared/data/dol-lca-fy2025q2-health/lca_disclosure_fy2025_q2_health.csv"
)
HARBOR = {"Harbor Clinic, LLC", "HARBOR CLINIC L.L.C.", "Harbor Clinic LLC"}
TIDEWAY = {"The Tideway Group, Inc.", "Tideway Group Inc", "Tideway Group, Inc. d/b/a Tideway Care"}
# Ten employers of the official file, with the spellings that a reader of it finds, and what they file for.
TEN = [
    ({"The University of Iowa", "University of Iowa"}, "29-1229"),
    ({"MAYO CLINIC", "Mayo Clinic"}, "29-1229"),
    ({"Avant Healthcare Professionals, LLC."}, "29-2010"),
    ({"Cleveland Clinic Foundation", "The Cleveland Clinic Foundation"}, "29-1229"),
    (
        {"Oregon Health & Science University", "OREGON HEALTH & SCIENCE UNIVERSITY",
         "Oregon Health and Science University"},
        "29-1229",
    ),
    ({"The Permanente Medical Group, Inc.", "The Permanente Medical Group"}, "29-1229"),
    ({"Grandison Management, Inc."}, "29-1123"),
    ({"Ochsner Clinic Foundation"}, "29-1229"),
    ({"The Charlotte Mecklenburg Hospital Authority",
      "The Charlotte Mecklenburg Hospital Authority d/b/a Atrium Health"}, "29-1229"),
    ({"PeaceHealth"}, "29-1229"),
]  # fmt: skip


@pytest.fixture(scope="module")
def own_offers(django_db_setup, django_db_blocker):
    """No visa filings but a test's own, whatever the snapshot holds of them."""
    with django_db_blocker.unblock(), taken_back():
        CompanyName.objects.filter(release__source__slug="dol-lca").delete()
        forget("dol-lca")
        yield


@pytest.fixture
def import_file(tmp_path):
    def run(file: Filings, name: str = FILE, names: dict[str, str] | None = None):
        return base.run(lca.Importer(), file.write(tmp_path / name, names))

    return run


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def figures(company: str, code: str = "29-1141") -> dict[str, tuple]:
    rows = EmployerPay.objects.current().filter(company__name=company, occupation__soc_code=code)
    columns = ("area__code", "offers", "median", "mean", "lowest", "highest")
    return {area: tuple(values) for area, *values in rows.values_list(*columns)}


def median(company: str, area: str = Area.NATION_CODE) -> int | None:
    return figures(company)[area][1]


@pytest.mark.parametrize("name", [FILE, "LCA_Disclosure.xlsx"])
def test_pay_is_what_a_count_by_hand_gives(import_file, tmp_path, name):
    receipt = import_file(some(), name)
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
def test_pay_of_any_unit_is_made_yearly_by_the_stated_rule(import_file, amount, unit, yearly):
    import_file(Filings().offers("Harbor Clinic", *[amount] * 5, unit=unit))
    assert figures("Harbor Clinic")["0000000"] == (5, yearly, yearly, yearly, yearly)


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"WAGE_UNIT_OF_PAY": "Hour"}, "$90,000.00 an hour would be $187,200,000 a year"),
        ({"WAGE_RATE_OF_PAY_FROM": "15079"}, "$15,079.00 a year would be $15,079 a year: a slip"),
        ({"WAGE_RATE_OF_PAY_FROM": "20000001"}, "would be $20,000,001 a year: a slip"),
        (
            {"WAGE_RATE_OF_PAY_FROM": "285000", "WAGE_UNIT_OF_PAY": "Month"},
            "would be $3,420,000 a year: a slip",
        ),
        ({"WAGE_RATE_OF_PAY_FROM": "1e400"}, "the pay is '1e400', no amount"),
        ({"WAGE_RATE_OF_PAY_FROM": ""}, "the pay is '', no amount"),
        ({"WAGE_RATE_OF_PAY_FROM": "9" * 300}, "no amount"),
        ({"WAGE_UNIT_OF_PAY": "Shift"}, "the unit of pay is 'Shift', none of year, month"),
        ({"SOC_CODE": "17-Feb"}, "'17-Feb' is no SOC code, as 29-1141.00"),
        ({"FULL_TIME_POSITION": ""}, "full time is '', neither Y nor N"),
        ({"EMPLOYER_NAME": " - "}, "'-' names no employer"),
        ({"EMPLOYER_NAME": "N" * 201}, "the employer's name has 201 characters, at most 200 fit"),
        ({"DECISION_DATE": "14.2.2031"}, "'14.2.2031' is no day or quarter of a decision"),
        ({"CASE_NUMBER": ""}, "it has no case number"),
        ({"CASE_NUMBER": "I-200-00000-000001"}, "its case I-200-00000-000001 stands in line 2 too"),
    ],
)
def test_a_slip_is_rejected_with_its_line_and_the_others_are_kept(import_file, columns, reason):
    file = Filings().offers("Harbor Clinic", *[90_000] * 25)
    file.rows[-1] |= columns
    receipt = import_file(file)
    assert receipt.rejected == 1
    (rejected,) = receipt.rejections
    assert rejected["line"] == 26
    assert reason in rejected["reason"]
    assert figures("Harbor Clinic")["0000000"][0] == 24


def test_what_is_passed_over_is_counted_in_the_receipt(import_file):
    file = Filings().offers("Harbor Clinic", *[90_000] * 5).offers("Lone Vet", 80_000)
    file.offers("Harbor Clinic", 10, 20, FULL_TIME_POSITION="N").offers(
        "Harbor Clinic", 1, CASE_STATUS="Denied"
    )
    file.offers("Harbor Clinic", 500_000, CASE_STATUS="Certified - Withdrawn")
    file.offers("Harbor Clinic", 70_000, soc="29-1061.00").offers("Harbor Clinic", 90_000, **NOWHERE)
    assert import_file(file).warnings == [
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
def test_columns_are_read_by_the_names_of_any_year(import_file, names, lacks):
    receipt = import_file(some().without(*lacks), names=names)
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
def test_a_release_is_the_quarters_of_its_decisions(import_file, decided, label, end):
    file = (
        Filings().offers("Harbor Clinic", *[90_000] * 8, soc=DEVELOPER).offers("Harbor Clinic", *[80_000] * 8)
    )
    for number, row in enumerate(file.rows):
        row["DECISION_DATE"] = decided[number % len(decided)]
    release = import_file(file).release
    assert (release.label, release.period_end) == (label, end)


def test_a_file_of_one_major_group_says_so_and_leaves_the_others_alone(import_file):
    whole = (
        Filings()
        .offers("Harbor Clinic", *[90_000] * 5)
        .offers("Harbor Clinic", *[120_000] * 5, soc=DEVELOPER)
    )
    assert import_file(whole).release.label == "FY2031 Q2"
    part = import_file(Filings().offers("Harbor Clinic", *[95_000] * 5))
    assert part.release.label == "FY2031 Q2, healthcare practitioners"
    assert median("Harbor Clinic") == 95_000
    assert figures("Harbor Clinic", "15-1252")["0000000"][1] == 120_000


def test_the_newer_quarter_is_in_force_whichever_came_last(import_file):
    import_file(Filings("2031-05-02").offers("Harbor Clinic", *[90_000] * 5))
    import_file(Filings("2031-02-02").offers("Harbor Clinic", *[70_000] * 5))
    assert median("Harbor Clinic") == 90_000
    import_file(Filings("2031-08-02").offers("Harbor Clinic", *[95_000] * 5))
    assert median("Harbor Clinic") == 95_000


def test_a_second_import_changes_nothing(import_file):
    import_file(some())
    before = list(Company.objects.values_list()), list(CompanyName.objects.values_list())
    assert counts(import_file(some())) == {"unchanged": 5}
    assert before == (list(Company.objects.values_list()), list(CompanyName.objects.values_list()))


def test_a_company_gets_its_commonest_name_and_the_others_it_trades_under(import_file):
    import_file(some())
    harbor, tideway = (
        Company.objects.get(slug="harbor-clinic-llc"),
        Company.objects.get(slug="tideway-group-inc"),
    )
    assert (harbor.name, tideway.name) == ("Harbor Clinic, LLC", "Tideway Group, Inc.")
    assert list(harbor.names.values_list("kind", "name", "key")) == [
        ("legal", "Harbor Clinic, LLC", "harbor clinic"),
        ("trade", "Harborside", "harborside"),
    ]
    assert list(tideway.names.filter(kind="trade").values_list("name", flat=True)) == ["Tideway Care"]
    assert not Company.objects.filter(name__startswith="Lone Vet").exists()


def test_a_company_called_best_leaves_the_address_of_the_ranking_alone(import_file):
    import_file(Filings().offers("Best", *[90_000] * 5))
    assert Company.objects.get(name="Best").slug == "best-wa"


def test_a_name_that_an_editor_moved_stays_where_it_is(import_file):
    import_file(some())
    offered = figures("Harbor Clinic, LLC")
    owner = Company.objects.create(name="Harbor Health System", slug="harbor-health-system")
    CompanyName.objects.filter(key__in=["harbor clinic", "harborside"]).update(company=owner)
    assert counts(import_file(some()))["created"] == 4
    assert figures("Harbor Health System") == offered
    assert not figures("Harbor Clinic, LLC")
    assert set(owner.names.values_list("name", flat=True)) == {"Harbor Clinic, LLC", "Harborside"}
    assert not Company.objects.get(slug="harbor-clinic-llc").names.exists()


def test_a_company_known_under_that_name_gets_the_offers_and_keeps_its_own_facts(import_file):
    known = Company.objects.create(
        name="Harbor Clinic", slug="harbor", size="5000+", facts_source="Annual report"
    )
    import_file(some())
    assert median("Harbor Clinic")
    assert list(Company.objects.filter(pk=known.pk).values_list("name", "slug", "size")) == [
        ("Harbor Clinic", "harbor", "5000+")
    ]


def test_a_name_of_several_employers_is_left_out_until_an_editor_decides(import_file):
    file = Filings().offers("Harbor Vet, Inc.", *[90_000] * 6).offers("Bay Vet", *[90_000] * 5)
    file.offers("Harbor Vet", 70_000, WORKSITE_STATE="TX", WORKSITE_CITY="Austin", WORKSITE_COUNTY="")
    receipt = import_file(file)
    assert receipt.warnings[1].startswith("Names that may be several employers', left out: 1.")
    assert receipt.warnings[1].endswith("Harbor Vet, Inc. (7).")
    assert not Company.objects.filter(name__startswith="Harbor Vet").exists()
    owner = Company.objects.create(name="Harbor Veterinary", slug="harbor-veterinary")
    CompanyName.objects.create(company=owner, name="Harbor Vet", kind="legal", key="harbor vet")
    import_file(file)
    assert figures("Harbor Veterinary")["0000000"][0] == 7


def test_whoever_stops_an_import_midway_finds_everything_as_it_was(import_file, monkeypatch):
    import_file(some())

    def stop(*arguments, **options):
        raise DatabaseError("the server went away")

    monkeypatch.setattr(lca, "write_figures", stop)
    with nothing_changes(), pytest.raises(base.ImportFailure, match="the server went away"):
        import_file(some().offers("Newcomer", *[90_000] * 9))


def broken(change) -> Filings:
    file = Filings().offers("Harbor Clinic", *[90_000] * 5)
    change(file)
    return file


@pytest.mark.parametrize(
    ("change", "reason", "line"),
    [
        (
            lambda file: file.without("EMPLOYER_NAME"),
            "there is no column 'EMPLOYER_NAME', nor an older name",
            1,
        ),
        (lambda file: file.without("DECISION_DATE"), "neither a column 'DECISION_DATE' nor 'Year'", 1),
        (lambda file: file.rows.clear(), "it has headings and nothing below them", None),
        (
            lambda file: file.rows[1].update(SOC_CODE="nurse"),
            "1 of 5 rows cannot be used; the first: 'nurse'",
            3,
        ),
        (lambda file: file.rows[1].update(EMPLOYER_NAME="A\0B"), "there is a NUL character", 3),
        (lambda file: file.rows[1].update(DECISION_DATE="2029-01-02"), "of fiscal years 2029 to 2031", None),
        (lambda file: file.rows.pop(), "no employer in it has 5 full-time offers", None),
        (
            lambda file: [row.update(CASE_STATUS="Denied") for row in file.rows],
            "no certified full-time offer",
            None,
        ),
    ],
)
def test_a_broken_file_is_refused_with_line_and_reason(refused, tmp_path, change, reason, line):
    refused(broken(change).write(tmp_path / FILE), reason, file=FILE, line=line)


@pytest.mark.parametrize(
    ("name", "content", "reason", "line"),
    [
        (FILE, b"", "it is empty", None),
        (FILE, b"CASE_NUMBER,EMPLOYER_NAME\n", "there is no column 'SOC_CODE', nor an older name", 1),
        (FILE, "CASE_NUMBER\nMontréal\n".encode("latin-1"), "it is not UTF-8 text", 2),
        ("LCA.xlsx", b"no workbook at all", "it is not a readable .xlsx workbook", None),
    ],
)
def test_what_is_no_such_file_is_refused(refused, tmp_path, name, content, reason, line):
    (tmp_path / name).write_bytes(content)
    refused(tmp_path / name, reason, file=name, line=line)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official file is not in the repository")
def test_ten_companies_of_the_official_file_are_what_a_count_by_hand_gives():
    receipt = base.run(lca.Importer(), OFFICIAL)
    assert receipt.release.label == "FY2025 Q2, healthcare practitioners"
    assert receipt.release.period_end == date(2025, 3, 31)
    assert (receipt.created, receipt.rejected) == (1671, 14)
    shown = 0
    for spellings, code in TEN:
        company = CompanyName.objects.get(key=employers.key(min(spellings)), kind="legal").company
        found = figures(company.name, code)
        assert found == oracle.figures(OFFICIAL, spellings, code)
        shown += sum(pay is not None for _, pay, *_ in found.values())
    assert shown > 20
