"""Slips are rejected with line and reason, files that are none are refused, and nothing is half done."""

import pytest
from django.db import DatabaseError

from careers.importers import base, lca

from .lca_files import Filings, figures, some
from .state import nothing_changes

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_offers")]

IMPORTER = "lca"
FILE = "LCA_Disclosure.csv"


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
def test_a_slip_is_rejected_with_its_line_and_the_others_are_kept(import_lca, columns, reason):
    file = Filings().offers("Harbor Clinic", *[90_000] * 25)
    file.rows[-1] |= columns
    receipt = import_lca(file)
    assert receipt.rejected == 1
    (rejected,) = receipt.rejections
    assert rejected["line"] == 26
    assert reason in rejected["reason"]
    assert figures("Harbor Clinic")["0000000"][0] == 24


def test_whoever_stops_an_import_midway_finds_everything_as_it_was(import_lca, monkeypatch):
    import_lca(some())

    def stop(*arguments, **options):
        raise DatabaseError("the server went away")

    monkeypatch.setattr(lca, "write_figures", stop)
    with nothing_changes(), pytest.raises(base.ImportFailure, match="the server went away"):
        import_lca(some().offers("Newcomer", *[90_000] * 9))


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
