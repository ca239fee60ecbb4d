"""The crosswalk of majors and occupations: related, never counted."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook

from careers.importers import base, cip_soc
from careers.models import FieldOfStudy, Major, MajorRoute, Occupation

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_studies")]

IMPORTER = "cip_soc"
HEADINGS = ["CIP2020Code", "CIP2020Title", "SOC2018Code", "SOC2018Title"]
OTHERS = 30  # routes beside those that the tests are about
NURSING = "Registered Nursing/Registered Nurse."
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/nces-cip-soc-2020/CIP2020_SOC2018_Crosswalk.csv"


class Crosswalk:
    """A crosswalk that names every occupation, as the official one does; edit its rows."""

    def __init__(self):
        self.rows = [
            ["51.3801", NURSING, "29-1141", "Registered Nurses"],
            ["51.3899", "Nursing, Other.", "29-1141", "Registered Nurses"],
            ["01.0103", "Agricultural Economics.", "19-3011", "Economists"],
            ["01.0101", "Agricultural Business and Management, General.", "11-9013", "Farmers"],
            ["01.0508", "Taxidermy/Taxidermist.", "99-9999", "NO MATCH"],
            ["28.0301", "Army ROTC/Military Science.", "55-1016", "Infantry Officers"],
        ]
        named = {row[2] for row in self.rows}
        occupations = Occupation.objects.detailed().exclude(soc_code__in=named).order_by("soc_code")
        for number, (code, title) in enumerate(occupations.values_list("soc_code", "title")):
            business = ["52.0201", "Business Administration and Management, General."]
            self.rows.append([*(business if number < OTHERS else ["99.9999", "NO MATCH"]), code, title])

    def write_csv(self, folder: Path) -> Path:
        path = folder / "CIP2020_SOC2018_Crosswalk.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows([HEADINGS, *self.rows])
        return path

    def write_xlsx(self, folder: Path) -> Path:
        workbook = Workbook()
        workbook.active.title = "README"
        sheet = workbook.create_sheet("CIP-SOC")
        for row in [HEADINGS, *self.rows]:
            sheet.append(row)
        path = folder / "CIP2020_SOC2018_Crosswalk.xlsx"
        workbook.save(path)
        return path


@pytest.fixture
def crosswalk():
    return Crosswalk()


@pytest.fixture
def load(tmp_path):
    def run(crosswalk: Crosswalk, edition: str = "csv"):
        path = getattr(crosswalk, f"write_{edition}")(tmp_path)
        return base.run(cip_soc.Importer(), path)

    return run


@pytest.fixture
def related(crosswalk):
    """How many occupations the crosswalk names, each with one answer, plus the second one of nursing."""
    return Occupation.objects.detailed().count() + 1


def routes() -> set[tuple[str, str]]:
    """All but those of the others, and what leads nowhere."""
    codes = MajorRoute.objects.current().exclude(major__code__in=["52.0201", Major.NONE_CODE])
    return set(codes.values_list("major__code", "occupation__soc_code"))


@pytest.mark.parametrize("edition", ["csv", "xlsx"])
def test_codes_stay_text_and_titles_lose_their_full_stop(load, crosswalk, related, edition):
    receipt = load(crosswalk, edition)
    assert (receipt.created, receipt.rejected) == (related, 0)
    assert routes() == {
        ("51.3801", "29-1141"), ("51.3899", "29-1141"), ("01.0103", "19-3011"), ("01.0101", "11-9013"),
    }  # fmt: skip
    major = Major.objects.get(code="51.3801")
    assert (major.title, major.field.code) == ("Registered Nursing/Registered Nurse", "51.38")
    assert (receipt.release.label, str(receipt.release.period_end)) == ("CIP 2020 to SOC 2018", "2020-12-31")


def test_several_soc_codes_of_one_occupation_are_one_route(load, crosswalk):
    # The pay survey publishes 21-1011 and 21-1014 together, as 21-1018.
    crosswalk.rows += [
        ["51.1501", "Substance Abuse Counseling.", "21-1011", "Substance Abuse Counselors"],
        ["51.1501", "Substance Abuse Counseling.", "21-1014", "Mental Health Counselors"],
    ]
    load(crosswalk)
    of_it = MajorRoute.objects.current().filter(major__code="51.1501")
    assert list(of_it.values_list("occupation__soc_code", flat=True)) == ["21-1018"]


def test_what_has_no_match_is_passed_over_and_said(load, crosswalk):
    receipt = load(crosswalk)
    assert Major.objects.get(code="01.0508").title == "Taxidermy/Taxidermist"
    assert not MajorRoute.objects.filter(major__code__in=["01.0508", "28.0301"]).exists()
    assert "Passed over: 1 rows of programs that lead to no occupation." in receipt.warnings
    assert any("of military occupations" in warning for warning in receipt.warnings)


def test_an_occupation_that_no_program_leads_to_is_related_to_none(load, crosswalk):
    crosswalk.rows = [row for row in crosswalk.rows if row[2] != "21-1018"] + [
        ["99.9999", "NO MATCH", "21-1011", "Substance Abuse Counselors"],
        ["51.1502", "Psychiatric Technician.", "21-1014", "Mental Health Counselors"],
    ]
    load(crosswalk)
    none = MajorRoute.objects.current().filter(major__code=Major.NONE_CODE)
    assert "53-7062" in none.values_list("occupation__soc_code", flat=True)
    # One of the two codes of 21-1018 has a program, so the occupation has.
    assert "21-1018" not in none.values_list("occupation__soc_code", flat=True)
    assert Major.objects.get(code=Major.NONE_CODE).title == "No program leads there"


def test_an_occupation_that_is_not_known_is_told_with_its_line(load, crosswalk):
    crosswalk.rows.insert(
        0, ["45.1001", "Political Science and Government, General.", "11-1031", "Legislators"]
    )
    receipt = load(crosswalk)
    assert receipt.rejections == [
        {"line": 2, "reason": "the pay survey has no occupation 11-1031 (Legislators)"}
    ]


def test_a_field_is_called_after_its_general_program_until_it_has_a_title(load, crosswalk):
    FieldOfStudy.objects.create(code="51.38", title="Nursing, as the Scorecard calls it", slug="nursing")
    receipt = load(crosswalk)
    assert FieldOfStudy.objects.get(code="01.01").title == "Agricultural Business and Management, General"
    assert FieldOfStudy.objects.get(code="51.38").title == "Nursing, as the Scorecard calls it"
    assert any("bear the title of one of their programs" in warning for warning in receipt.warnings)


def test_the_same_crosswalk_twice_changes_nothing(load, crosswalk, related):
    load(crosswalk)
    receipt = load(crosswalk, "xlsx")
    assert (receipt.created, receipt.updated, receipt.unchanged, receipt.retired) == (0, 0, related, 0)


def test_a_route_that_vanished_goes_out_of_force_and_comes_back(load, crosswalk):
    load(crosswalk)
    gone = crosswalk.rows.pop(1)
    assert (load(crosswalk).retired, ("51.3899", "29-1141") in routes()) == (1, False)
    crosswalk.rows.append(gone)
    assert (load(crosswalk).updated, ("51.3899", "29-1141") in routes()) == (1, True)


@pytest.mark.parametrize(
    ("place", "text", "reason"),
    [
        (0, "1", "'1' is not a CIP code"),
        (0, "51.38", "'51.38' is not a CIP code"),
        (2, "29-1141.00", "'29-1141.00' is not a SOC code"),
        (2, "", "'' is not a SOC code"),
        (1, "", "the title of 51.3801 has 0 characters"),
        (1, "x" * 201, "the title of 51.3801 has 201 characters"),
        (1, "A\0B", "there is a NUL character"),
    ],
)
def test_a_cell_that_cannot_be_is_named_with_its_line(tmp_path, refused, crosswalk, place, text, reason):
    crosswalk.rows[0][place] = text
    path = crosswalk.write_csv(tmp_path)
    refused(path, reason, file=path.name, line=2)


def test_a_workbook_that_made_numbers_of_the_codes_is_refused(tmp_path, refused, crosswalk):
    crosswalk.rows[2][0] = 1.0103
    path = crosswalk.write_xlsx(tmp_path)
    refused(path, "'1.0103' is not a CIP code", file=path.name, line=4)


def test_a_route_twice_or_two_titles_of_one_major_are_refused(tmp_path, refused, crosswalk):
    crosswalk.rows.insert(1, crosswalk.rows[0])
    path = crosswalk.write_csv(tmp_path)
    refused(path, "line 2 relates 51.3801 and 29-1141 too", file=path.name, line=3)
    crosswalk.rows[1] = ["51.3801", "Nursing of Atlantis.", "29-1171", "Nurse Practitioners"]
    path = crosswalk.write_csv(tmp_path)
    refused(path, "51.3801 is 'Registered Nursing/Registered Nurse' above", file=path.name, line=3)


def test_a_truncated_crosswalk_is_refused(tmp_path, refused, crosswalk):
    del crosswalk.rows[200:]
    path = crosswalk.write_csv(tmp_path)
    refused(path, "the official crosswalk all of them", file=path.name)


def test_files_of_another_kind_are_refused(tmp_path, refused, crosswalk):
    path = crosswalk.write_csv(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(b"")
    refused(path, "it is empty", file=path.name)
    path.write_bytes(whole.replace(b",29-1141,", b",29-1141;", 1))
    refused(path, "it has 3 columns where the headings are 4", file=path.name, line=2)
    path.write_bytes(whole.replace(b"SOC2018Code", b"SOC2010Code", 1))
    refused(path, "there is no column 'SOC2018Code'", file=path.name, line=1)
    path.write_bytes(whole.replace(b"Taxidermy", b"Taxiderm\xff"))
    refused(path, "it is not UTF-8 text", file=path.name, line=6)
    path.write_bytes(whole + b'"open')
    refused(path, "unexpected end of data", file=path.name, line=whole.count(b"\n") + 1)
    workbook = tmp_path / "crosswalk.xlsx"
    workbook.write_bytes(whole)
    refused(workbook, "it is not a readable .xlsx workbook", file=workbook.name)


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official crosswalk is not beside this checkout")
def test_the_official_crosswalk_gives_663_occupations_a_route():
    receipt = base.run(cip_soc.Importer(), OFFICIAL)
    assert (receipt.created, receipt.rejected) == (5812, 3)
    routes = MajorRoute.objects.current()
    assert routes.exclude(major__code=Major.NONE_CODE).values("occupation").distinct().count() == 663
    assert routes.filter(major__code=Major.NONE_CODE).count() == 167
