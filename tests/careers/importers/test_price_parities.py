"""Price levels of states and metropolitan areas, from the Bureau's files and the re-keyed ratios."""

from decimal import Decimal
from pathlib import Path

import pytest

from careers.importers import base, price_parities
from careers.models import PriceParity

pytestmark = pytest.mark.django_db

IMPORTER = "price_parities"
OFFICIAL = Path(__file__).resolve().parents[4] / "shared/data/bea-rpp-2023"
RATIOS = "state,rpp,year\nCA,1.107,2031\nAL,0.886,2031\n"
METROS = """GeoFIPS,GeoName,Description,RPP 2031
0,United States,RPPs: All items ,100
999,United States (Nonmetropolitan Portion),RPPs: All items ,88.22
10180,"Abilene, TX (Metropolitan Statistical Area)",RPPs: All items ,91.76
10180,"Abilene, TX (Metropolitan Statistical Area)", RPPs: Goods ,95.5
35620,"New York-Newark-Jersey City, NY-NJ (Metropolitan Statistical Area)",RPPs: All items ,112.6
"""
# As the Bureau's own downloads are: a space before the quotes, a column a year, notes under the table.
SARPP = """GeoFIPS,GeoName,Region,TableName,LineCode,IndustryClassification,Description,Unit,2030,2031
 "00000","United States", ,SARPP,1,"...","RPPs: All items ","Index",100.000,100.000
 "01000","Alabama",5,SARPP,1,"...","RPPs: All items ","Index",88.112,87.845
 "01000","Alabama",5,SARPP,2,"...","RPPs: Goods ","Index",96.112,96.845
 "06000","California",8,SARPP,1,"...","RPPs: All items ","Index",111.112,110.712
"Note: See the included footnote file."
"SARPP: Regional price parities by state"
"""


@pytest.fixture(autouse=True)
def _no_price_levels():
    PriceParity.objects.all().delete()


@pytest.fixture
def load(tmp_path):
    """Import files by name: the receipt."""

    def run(**files: str):
        folder = tmp_path / f"import-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        for name, text in files.items():
            (folder / f"{name}.csv").write_text(text, encoding="utf-8")
        return base.run(price_parities.Importer(), folder)

    return run


def levels() -> dict[str, Decimal | None]:
    return dict(PriceParity.objects.current().values_list("area__code", "index"))


def test_metropolitan_areas_go_by_their_cbsa_code_and_the_nation_is_100(load):
    receipt = load(metro=METROS)
    assert levels() == {"0000000": 100, "0010180": Decimal("91.76"), "0035620": Decimal("112.6")}
    assert (receipt.release.label, str(receipt.release.period_end)) == ("2031", "2031-12-31")
    assert "Passed over: 1 rows of other prices than all items." in receipt.warnings


def test_a_ratio_becomes_an_index(load):
    load(states=RATIOS)
    assert levels() == {"0600000": Decimal("110.7"), "0100000": Decimal("88.6")}


def test_the_bureau_s_own_download_is_read_in_its_last_year(load):
    receipt = load(SARPP_STATE_2008_2031=SARPP)
    assert levels() == {"0000000": 100, "0100000": Decimal("87.845"), "0600000": Decimal("110.712")}
    assert receipt.release.label == "2031"


@pytest.mark.parametrize(
    ("text", "reason"), [("(NA)", "not_collected"), ("0", "not_collected"), ("(D)", "suppressed")]
)
def test_a_level_that_is_not_given_has_its_reason(load, text, reason):
    load(metro=METROS.replace("91.76", text))
    abilene = PriceParity.objects.get(area__code="0010180")
    assert (abilene.index, abilene.missing) == (None, {"index": reason})


def test_an_area_that_was_numbered_anew_keeps_its_level(load):
    load(metro=METROS.replace('10180,"Abilene', '15680,"California-Lexington Park'))
    assert levels()["0030500"] == Decimal("91.76")


def test_an_area_that_is_not_known_is_told_with_its_line(load):
    many = "".join(f"{code},Some place,RPPs: All items ,90\n" for code in (10420, 10500, 10580, 10740, 10900))
    receipt = load(metro=METROS + many + "17460,Cleveland-Elyria,RPPs: All items ,93.1\n")
    assert receipt.rejections == [
        {"line": 12, "reason": "metro.csv: the pay survey has no area 0017460 (Cleveland-Elyria)."}
    ]


def test_the_same_files_twice_change_nothing_and_one_kind_leaves_the_other(load):
    load(metro=METROS, states=RATIOS)
    receipt = load(metro=METROS, states=RATIOS)
    assert (receipt.created, receipt.updated, receipt.unchanged, receipt.retired) == (0, 0, 5, 0)
    receipt = load(states=RATIOS.replace("1.107", "1.108"))
    assert (receipt.updated, receipt.unchanged, receipt.retired) == (1, 1, 0)
    assert len(levels()) == 5


def test_a_newer_year_takes_the_place_of_an_older_one_and_not_the_other_way(load):
    load(states=RATIOS)
    load(states=RATIOS.replace("2031", "2032").replace("1.107", "1.2"))
    load(states=RATIOS)
    assert levels()["0600000"] == 120


def test_a_newer_year_without_most_of_the_places_is_taken_for_truncated(tmp_path, load, refused):
    others = "".join(f'{code},"Elsewhere",RPPs: All items ,99\n' for code in (16980, 31080, 19100))
    load(metro=METROS + others)
    (tmp_path / "metro.csv").write_text(METROS.replace("2031", "2032").partition("35620")[0])
    refused(tmp_path / "metro.csv", "gives 1 price levels and lacks 4 of those in force", file="metro.csv")


@pytest.mark.parametrize(
    ("old", "new", "reason", "line"),
    [
        ("91.76", "cheap", "'cheap' is not an index", 4),
        ("91.76", "1e2", "'1e2' is not an index", 4),
        ("91.76", "917.6", "a price level of 917.600 is out of bounds (50 to 200)", 4),
        ("35620", "ABC", "'00ABC' is no code of a state or metropolitan area", 6),
        ("35620", "10180", "stands in metro.csv, line 4 too, with another value", 6),
        ("RPP 2031", "RPP", "there is no column of a year", 1),
        ("GeoName", "Name", "there is no column 'GeoName'", 1),
        ("Abilene", "Abil\0ene", "there is a NUL character", 4),
        ("999,", "", "it is not as wide as the headings, and the table goes on below it", 3),
    ],
)
def test_what_cannot_be_is_named_with_its_line(tmp_path, refused, old, new, reason, line):
    (tmp_path / "metro.csv").write_text(METROS.replace(old, new, 1))
    refused(tmp_path / "metro.csv", reason, file="metro.csv", line=line)


@pytest.mark.parametrize(
    ("text", "reason", "line"),
    [
        ("state,rpp,year\nZZ,1,2031\n", "'ZZ' is no postal code of a state", 2),
        ("state,rpp,year\nCA,1,2031\nAL,1,2030\n", "the year is '2030', above it is '2031'", 3),
        ("state,rpp,year\nCA,1,soon\n", "the year is 'soon'", 2),
        ("state,rpp,year\nCA,110.7,2031\n", "a price level of 11070.000 is out of bounds", 2),
        ("state,rpp,year\n", "it has no rows", None),
        ("a,b\n1,2\n", "there is no column 'state'", 1),
        ("", "it is empty", None),
    ],
)
def test_a_wrong_state_file_is_refused(tmp_path, refused, text, reason, line):
    (tmp_path / "states.csv").write_text(text)
    refused(tmp_path / "states.csv", reason, file="states.csv", line=line)


def test_files_of_two_years_are_not_mixed(tmp_path, refused):
    (tmp_path / "metro.csv").write_text(METROS)
    (tmp_path / "states.csv").write_text(RATIOS.replace("2031", "2030"))
    refused(tmp_path, "metro.csv of 2031, states.csv of 2030", file=tmp_path.name)


def test_a_spanish_name_in_the_older_encoding_is_no_fault(tmp_path):
    path = tmp_path / "metro.csv"
    path.write_bytes(METROS.replace("Abilene", "Cañon").encode("latin-1"))
    base.run(price_parities.Importer(), path)
    assert levels()["0010180"] == Decimal("91.76")


@pytest.mark.skipif(not OFFICIAL.is_dir(), reason="the official files are not beside this checkout")
def test_the_files_of_2023_give_374_metropolitan_areas_51_states_and_the_nation():
    receipt = base.run(price_parities.Importer(), OFFICIAL, expect_release="2023")
    assert (receipt.created, receipt.rejected) == (426, 10)
    assert [row["line"] for row in receipt.rejections] == [44, 60, 77, 89, 92, 107, 219, 250, 258, 275]
