"""The Census list: what each title covers, in detailed SOC 2018 codes, for the lists of 2018 and 2010."""

from datetime import date
from pathlib import Path

import pytest

from careers.importers import base, census_occupations
from careers.models import CensusOccupation

from .census_list_file import CensusList
from .state import forget, taken_back

pytestmark = pytest.mark.django_db

IMPORTER = "census_occupations"
FILE = "2018-occupation-code-list-and-crosswalk.xlsx"
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/census-occupation-codes-2018" / FILE


@pytest.fixture(autouse=True, scope="module")
def _without_the_snapshot_s(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), taken_back():
        forget("census-occupations")
        yield


@pytest.fixture
def import_list(tmp_path):
    return lambda workbook: base.run(census_occupations.Importer(), workbook.write(tmp_path / FILE))


@pytest.fixture
def refused_list(tmp_path, refused):
    def check(workbook: CensusList, reason: str, line: int | None = None) -> None:
        refused(workbook.write(tmp_path / FILE), reason, file=FILE, line=line)

    return check


def covered(code: str, vintage: int = 2018) -> list[str]:
    return CensusOccupation.objects.current().get(vintage=vintage, code=code).soc_codes


def counts(receipt) -> dict[str, int]:
    names = ("created", "updated", "unchanged", "retired", "rejected")
    return {name: getattr(receipt, name) for name in names if getattr(receipt, name)}


def test_every_title_of_both_lists_is_kept_with_its_code(import_list):
    assert counts(import_list(CensusList())) == {"created": 36}
    nurses = CensusOccupation.objects.get(vintage=2018, code="3255")
    assert (nurses.title, nurses.soc_codes) == ("Registered nurses", ["29-1141"])
    assert CensusOccupation.objects.filter(vintage=2010).count() == 17


def test_a_code_that_a_spreadsheet_took_for_a_number_gets_its_zeros_back(import_list):
    workbook = CensusList()
    workbook.row("0010")[1] = 10
    import_list(workbook)
    assert covered("0010") == ["11-1011"]


def test_a_broad_code_covers_the_detailed_ones_of_its_breakdown(import_list):
    import_list(CensusList())
    assert covered("0060") == ["11-2032", "11-2033"]
    assert covered("3870") == ["33-3051", "33-3052"]


def test_a_remainder_covers_what_its_breakdown_names_and_no_code_that_begins_alike(import_list):
    import_list(CensusList())
    assert covered("0960") == ["13-2054", "13-2099"]
    assert covered("0820") == ["13-2031"]


def test_a_code_without_people_who_work_covers_nothing(import_list):
    import_list(CensusList())
    assert covered("9920") == []


def test_a_misprint_in_a_breakdown_is_told_and_the_broad_code_itself_counts(import_list):
    workbook = CensusList()
    line = workbook.crosswalk_line("Automotive and Watercraft Service Attendants (53-6031)")
    workbook.crosswalk[line - 5][5] = "Automotive and Watercraft Service Attendants (56-6031)"
    assert import_list(workbook).rejections == [
        {
            "line": line,
            "reason": "56-6031 is no part of 53-6030 (Transportation service attendants); "
            "in the sheet of the crosswalk",
        }
    ]
    assert covered("9365") == ["53-6031", "53-6032"]


def test_a_broad_code_in_a_breakdown_gives_way_to_the_detailed_ones_below_it(import_list):
    workbook = CensusList()
    place = workbook.crosswalk_line("Financial Risk Specialists (13-2054)") - 5
    workbook.crosswalk.insert(place, ["", "", "", "", "", "Other specialists (13-2050)"])
    import_list(workbook)
    assert covered("0960") == ["13-2054", "13-2099"]


def test_a_remainder_without_a_breakdown_is_told_with_its_line(import_list):
    workbook = CensusList()
    workbook.crosswalk = [row for row in workbook.crosswalk if "(15-20" not in row[5]]
    receipt = import_list(workbook)
    assert receipt.rejections == [
        {"line": 11, "reason": "nothing says what 15-20XX (Other mathematical science occupations) covers"}
    ]
    assert covered("1240") == []


def test_a_title_of_2010_covers_what_those_of_2018_cover_that_it_went_into(import_list):
    import_list(CensusList())
    assert covered("0010", 2010) == ["11-1011"]
    assert covered("0950", 2010) == ["13-2054", "13-2099"]
    assert covered("3600", 2010) == ["31-1121", "31-1131"]
    # The changes name a third code, which the crosswalk does not show beside it.
    assert covered("9120", 2010) == ["53-3051", "53-3052", "53-3053"]
    assert covered("9140", 2010) == ["53-3053", "53-3054"]


def test_of_a_combined_title_each_former_one_covers_its_own_part(import_list):
    import_list(CensusList())
    assert covered("3850", 2010) == ["33-3051"]
    assert covered("3860", 2010) == ["33-3052"]


def test_where_a_part_may_be_of_the_title_above_the_whole_counts(import_list):
    workbook = CensusList()
    place = workbook.crosswalk_line("Transit and Railroad Police (33-3052)") - 4
    workbook.crosswalk.insert(place, ["", "", "", "", "", "Police without a title (33-3059)"])
    import_list(workbook)
    assert covered("3860", 2010) == ["33-3051", "33-3052", "33-3059"]
    assert covered("3850", 2010) == ["33-3051"]


def test_a_title_of_2010_that_became_nothing_is_told_with_its_line(import_list):
    workbook = CensusList()
    del workbook.changes[-3:-1]
    receipt = import_list(workbook)
    line = workbook.crosswalk_line("9140")
    reason = "nothing says what 9140 (Taxi Drivers and Chauffeurs) became; in the sheet of the crosswalk"
    assert receipt.rejections == [{"line": line, "reason": reason}]


def test_the_receipt_dates_the_list_by_its_latest_update(import_list):
    receipt = import_list(CensusList())
    assert (receipt.release.label, receipt.release.period_end) == ("2018 list of May 2031", date(2031, 5, 6))
    assert (receipt.importer, receipt.file_name) == (IMPORTER, FILE)


def test_the_same_list_twice_changes_nothing(import_list):
    import_list(CensusList())
    assert counts(import_list(CensusList())) == {"unchanged": 36}


def test_a_corrected_title_is_updated_and_a_vanished_one_retired(import_list):
    import_list(CensusList())
    workbook = CensusList()
    workbook.row("3255")[0] = "Registered nurses and the like"
    workbook.titles.remove(workbook.row("0030"))
    workbook.crosswalk.remove(workbook.crosswalk[1])
    workbook.stated = {"list": 18, "crosswalk": 16}
    assert counts(import_list(workbook)) == {"updated": 1, "unchanged": 33, "retired": 2}
    assert not CensusOccupation.objects.get(vintage=2018, code="0030").is_current


def test_an_older_list_never_takes_the_place_of_a_newer(import_list):
    import_list(CensusList("June 1, 2031"))
    older = CensusList("May 6, 2031")
    older.row("3255")[0] = "Nurses"
    import_list(older)
    assert CensusOccupation.objects.current().get(vintage=2018, code="3255").title == "Registered nurses"
    assert CensusOccupation.objects.filter(code="3255", vintage=2018).count() == 2


# --- what is refused ---------------------------------------------------------------------------------


@pytest.mark.parametrize("sheet", ["list", "crosswalk", "changes"])
def test_a_sheet_without_its_columns_is_named_by_them(refused_list, sheet):
    workbook = CensusList()
    workbook.headings[sheet] = [text.replace("Title", "Name") for text in workbook.headings[sheet]]
    refused_list(workbook, "no sheet has the columns 20")


@pytest.mark.parametrize(("sheet", "has"), [("list", 18), ("crosswalk", 16)])
def test_a_sheet_with_fewer_codes_than_it_says_is_refused(refused_list, sheet, has):
    workbook = CensusList()
    workbook.titles.remove(workbook.row("0030")) if sheet == "list" else workbook.crosswalk.pop(1)
    refused_list(workbook, f"the sheet of the {sheet} has {has} codes and says it has {has + 1}: it looks")


def test_a_truncated_crosswalk_is_refused(refused_list):
    workbook = CensusList()
    workbook.stated["crosswalk"] = "so many"
    refused_list(workbook, "no longer says how many it should have")


@pytest.mark.parametrize("updated", ["Smarch 6, 2031", "in May"])
def test_a_list_without_a_date_is_refused(refused_list, updated):
    refused_list(CensusList(updated), "no sheet says when it was updated")


def test_a_code_that_is_no_soc_code_is_named_with_its_line(refused_list):
    workbook = CensusList()
    workbook.row("3255")[2] = "29-114"
    refused_list(workbook, "'29-114' is no SOC code (Registered nurses) (sheet of the list)", line=14)


def test_a_census_code_that_comes_twice_is_named_with_both_lines(refused_list):
    workbook = CensusList()
    workbook.row("3255")[1] = "0010"
    refused_list(workbook, "0010 stands in line 6 too (sheet of the list)", line=14)


def test_an_occupation_in_two_titles_is_refused(refused_list):
    workbook = CensusList()
    workbook.row("3255")[2] = "31-1131"
    refused_list(workbook, "31-1131 belongs to 3255 too (sheet of the list)", line=17)


def test_a_change_to_a_code_that_is_not_in_the_list_is_refused(refused_list):
    workbook = CensusList()
    workbook.changes[0][2] = "0961"
    refused_list(workbook, "0961 is not in the list of 2018 (sheet of the changes)", line=3)


def test_a_file_that_is_no_workbook_is_refused(tmp_path, refused):
    (tmp_path / FILE).write_bytes(b"Census codes")
    refused(tmp_path / FILE, "it is not a readable .xlsx workbook", file=FILE)


@pytest.mark.skipif(not OFFICIAL.is_file(), reason="the official workbook is not beside this checkout")
def test_the_official_workbook_is_read_whole():
    receipt = base.run(census_occupations.Importer(), OFFICIAL)
    assert counts(receipt) == {"created": 1110, "rejected": 1}
    assert (receipt.release.label, receipt.rejections[0]["line"]) == ("2018 list of May 2020", 1016)
    # Each detailed occupation of the list of 2018 is in one title of it.
    rows = CensusOccupation.objects.current().filter(vintage=2018)
    codes = [code for row in rows for code in row.soc_codes]
    assert len(codes) == len(set(codes))
    assert covered("8555") == ["51-7031", "51-7032", "51-7099"]
