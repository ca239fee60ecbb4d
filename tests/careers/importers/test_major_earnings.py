"""Earnings by major of 2010 to 2012, and which fields of today this project reads into each major."""

import csv
import re
from pathlib import Path

import pytest

from careers.importers import base, major_earnings
from careers.models import FieldOfStudy, MajorEarnings

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_studies")]

IMPORTER = "major_earnings"
FILE = "all-ages.csv"
HEADINGS = [
    "Major_code", "Major", "Major_category", "Total", "Employed", "Employed_full_time_year_round",
    "Unemployed", "Unemployment_rate", "Median", "P25th", "P75th",
]  # fmt: skip
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/college-majors-acs-2012/all-ages.csv"


class Table:
    """The file of all ages; its first row is the one that tests change."""

    def __init__(self):
        self.rows = [_row(2102, "COMPUTER SCIENCE", "78000", "51000", "105000")]
        self.rows.append(_row(6107, "NURSING", "62000", "48000", "1.00E+05"))
        self.rows += [
            _row(7000 + number, f"MAJOR {number}", "50000", "40000", "60000") for number in range(170)
        ]

    def write(self, folder: Path) -> Path:
        with (folder / FILE).open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *self.rows])
        return folder / FILE


def _row(code: int, title: str, median: str, low: str, high: str) -> list:
    return [code, title, "Some, one & another", 1, 656372, 1, 1, 0.05, median, low, high]


@pytest.fixture
def table():
    return Table()


@pytest.fixture
def load(tmp_path):
    return lambda table: base.run(major_earnings.Importer(), table.write(tmp_path))


def test_a_major_has_its_earnings_and_their_years(load, table):
    receipt = load(table)
    assert (receipt.created, receipt.rejected) == (172, 0)
    computing = MajorEarnings.objects.get(census_major="2102")
    assert (computing.title, computing.category) == ("Computer science", "Some, one & another")
    assert (computing.p25, computing.median, computing.p75) == (51_000, 78_000, 105_000)
    assert (computing.employed, computing.missing) == (656_372, {})
    assert (receipt.release.label, str(receipt.release.period_end)) == ("ACS 2010–12", "2012-12-31")
    assert "CC BY 4.0" in receipt.release.source.attribution


def test_a_hundred_thousand_in_scientific_notation_is_a_hundred_thousand(load, table):
    load(table)
    assert MajorEarnings.objects.get(census_major="6107").p75 == 100_000


def test_an_empty_figure_has_its_reason(load, table):
    table.rows[0][8] = ""
    load(table)
    computing = MajorEarnings.objects.get(census_major="2102")
    assert (computing.median, computing.missing) == (None, {"median": "not_collected"})


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("UNITED STATES HISTORY", "United States history"),
        ("FRENCH GERMAN LATIN AND OTHER COMMON FOREIGN LANGUAGE STUDIES",
         "French German Latin and other common foreign language studies"),
        ("OPERATIONS LOGISTICS AND E-COMMERCE", "Operations logistics and e-commerce"),
        ("ENGLISH LANGUAGE AND LITERATURE", "English language and literature"),
        ("Nursing", "Nursing"),
    ],
)  # fmt: skip
def test_titles_in_capitals_become_readable(title, read):
    assert major_earnings.readable(title) == read


def test_a_field_learns_its_census_major_and_an_editor_s_choice_stays(load, table):
    FieldOfStudy.objects.create(code="11.07", title="Computer Science", slug="computer-science")
    FieldOfStudy.objects.create(code="51.38", title="Nursing", slug="nursing", census_major="6199")
    load(table)
    assert dict(FieldOfStudy.objects.values_list("code", "census_major")) == {
        "11.07": "2102",
        "51.38": "6199",
    }


def test_without_fields_the_receipt_says_what_to_import_first(load, table):
    assert load(table).warnings == [
        "No field of study is known yet, so no earnings show: import cip_soc, then this file again."
    ]


def test_the_same_file_twice_changes_nothing_and_a_change_is_an_update(load, table):
    load(table)
    assert load(table).unchanged == 172
    table.rows[0][8] = "79000"
    del table.rows[-1]
    receipt = load(table)
    assert (receipt.updated, receipt.unchanged, receipt.retired) == (1, 170, 1)


@pytest.mark.parametrize(
    ("place", "text", "reason"),
    [
        (0, "21", "'21' is not a Census major code"),
        (0, "6107", "the major 6107 stands above too"),
        (1, "", "the title or category is empty or too long"),
        (1, "x" * 201, "the title or category is empty or too long"),
        (8, "lots", "'lots' is not a whole number"),
        (8, "-1", "'-1' is not a whole number"),
        (8, "1.05E+01", "'1.05E+01' is not a whole number"),
        (8, "1E+99", "'1E+99' is not a whole number"),
        (8, "40000", "the percentiles fall: 51000, 105000, 40000"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_line(tmp_path, refused, table, place, text, reason):
    table.rows[0], table.rows[1] = table.rows[1], table.rows[0]
    table.rows[1][place] = text
    refused(table.write(tmp_path), reason, file=FILE, line=3)


def test_a_truncated_or_foreign_file_is_refused(tmp_path, refused, table):
    path = table.write(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(b"\n".join(whole.splitlines()[:100]))
    refused(path, "it has 99 majors, the official list 173: it looks truncated", file=FILE)
    path.write_bytes(whole.replace(b"P25th", b"P10th", 1))
    refused(path, "there is no column 'P25th'", file=FILE, line=1)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 60)
    refused(path, "it is not UTF-8 text", file=FILE, line=1)


def test_this_project_s_reading_gives_each_field_one_major():
    with major_earnings.OWN_READING.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["census_major", "cip"]
    fields = [cip for _, cip in rows[1:]]
    assert rows[1:] == sorted(rows[1:])
    assert len(fields) == len(set(fields)) == 386
    assert all(re.fullmatch(r"\d{4}", major) and re.fullmatch(r"\d\d\.\d\d", cip) for major, cip in rows[1:])


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official file is not beside this checkout")
def test_the_official_file_has_173_majors_that_the_own_reading_knows():
    receipt = base.run(major_earnings.Importer(), OFFICIAL)
    assert (receipt.created, receipt.rejected) == (173, 0)
    with major_earnings.OWN_READING.open(encoding="utf-8", newline="") as file:
        read = {row["census_major"] for row in csv.DictReader(file)}
    assert read <= set(MajorEarnings.objects.values_list("census_major", flat=True))
    assert len(read) == 154
