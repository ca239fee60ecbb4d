"""Cities and counties find their area of the pay survey."""

import csv
import hashlib
import json
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers import localities
from careers.snapshot.tables import FOLDER

# Roughly: the corners of the states that pay is published for, with Guam, Hawaii and Puerto Rico.
SOUTH, NORTH, WEST, EAST = 17.0, 72.0, -180.0, -65.0
# Mean latitude and longitude of a few states, and how far from it a place within may lie, in degrees.
MIDDLES = {
    "WA": (47.4, -120.5, 4.5),
    "OH": (40.3, -82.8, 3.0),
    "TX": (31.5, -99.3, 8.0),
    "HI": (20.6, -157.0, 4.0),
}


@pytest.fixture(scope="module")
def metros() -> dict[str, str]:
    """Names of the metropolitan areas that the embedded snapshot has, by code."""
    with lzma.open(FOLDER / "area.csv.xz", "rt", encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file) if row["kind"] == "metro"}


@pytest.fixture(scope="module")
def codes() -> list[str]:
    with lzma.open(localities.DATA, "rt", encoding="utf-8", newline="") as file:
        return [row["area"] for row in csv.DictReader(file) if row["kind"] == "centre"]


@pytest.mark.parametrize(
    ("city", "state", "county", "area"),
    [
        ("Tacoma", "WA", "", "0042660"),
        ("tacoma", "Washington", "", "0042660"),
        ("St. Louis", "MO", "ST. LOUIS CITY", "0041180"),
        ("Saint Louis", "MO", "", "0041180"),
        ("FT LAUDERDALE", "FL", "", "0033100"),
        ("Fort Lauderdale", "FL", "BROWARD", "0033100"),
        ("Schaumburg", "IL", "COOK", "0016980"),
        ("N. Chicago", "IL", "", "0016980"),
        ("Mayagüez", "PR", "", "0032420"),
        ("New York City", "NY", "NEW YORK", "0035620"),
        ("Oklahoma City", "OK", "", "0036420"),
        ("Kansas City", "KS", "WYANDOTTE", "0028140"),
        ("Jersey City", "NJ", "", "0035620"),
    ],
)
def test_a_place_is_found_however_it_is_written(city, state, county, area):
    assert localities.locate(city, state, county) == area


@pytest.mark.parametrize(
    ("place", "was", "is_now"),
    [
        (("Cleveland", "OH"), "17460", "0017410"),
        (("Mentor", "OH"), "17460", "0017410"),
        (("Northampton", "MA"), "44140", "0011200"),
        (("Kenosha", "WI"), "16980", "0028450"),
        (("Poughkeepsie", "NY"), "39100", "0028880"),
        (("Leonardtown", "MD"), "15680", "0030500"),
        (("Slidell", "LA"), "35380", "0043640"),
        (("Wildwood", "FL"), "45540", "0048680"),
        (("Norwalk", "CT"), "14860", "0014860"),
        (("Torrington", "CT"), "", "0900000"),
    ],
)
def test_areas_drawn_anew_in_2023_have_their_cities(place, was, is_now):
    assert localities.locate(*place) == is_now


def test_a_county_that_the_name_of_an_area_no_longer_reaches_goes_by_its_state():
    assert localities.locate("Henderson", "KY", "HENDERSON") == "2100000"
    assert localities.locate("Milford", "PA", "Pike County") == "4200000"


def test_an_independent_city_is_not_the_county_of_its_name():
    assert localities.locate("Somewhere", "VA", "RICHMOND CITY") == "0040060"
    assert localities.locate("Warsaw", "VA", "Richmond County") == "5100000"
    assert localities.locate("Somewhere", "VA", "ALEXANDRIA") == "0047900"
    assert localities.locate("Somewhere", "VA", "James City") == "0047260"


def test_a_city_filed_as_a_county_counts_as_a_city():
    assert localities.locate("Alston", "MA", "BOSTON CITY") == localities.locate("Boston", "MA")
    # Windham is a town of Connecticut too, and most of its county is in no metropolitan area.
    assert localities.locate("Dayville", "CT", "WINDHAM") == "0900000"


def test_the_county_decides_for_a_city_that_no_area_is_named_for():
    assert localities.locate("Queen Creek", "AZ", "PIMA") != localities.locate("Queen Creek", "AZ")
    assert localities.locate("Ellensburg", "WA", "KITTITAS") == "5300000"


@pytest.mark.parametrize("state", ["", "ZZ", "Ontario", "\x00", "MP"])
def test_an_unknown_state_has_no_area(state):
    assert (localities.locate("Tacoma", state), localities.state_code(state)) == ("", "")


def test_a_state_goes_by_its_letters_or_its_name():
    assert localities.state_code("wa") == localities.state_code("Washington") == "5300000"
    assert {localities.state_code(name) for name in ("DC", "D.C.", "District of Columbia")} == {"1100000"}


@given(city=st.text(max_size=30), county=st.text(max_size=30))
def test_any_text_gives_an_area_or_the_state(city, county):
    assert localities.locate(city, "VT", county) in {"0015540", "5000000"}


def test_every_metropolitan_area_has_the_city_it_is_named_for_first(metros):
    lost = {}
    for code, title in metros.items():
        cities, _, states = title.rpartition(", ")
        first = cities.split("/")[0].split("--")[0].removeprefix("Urban ")
        # “Winston-Salem” is one city, “Seattle-Tacoma” is two.
        names = [first.split("-")[0], first]
        found = {localities.locate(name, state) for name in names for state in states.split("-")}
        if code not in found:
            lost[code] = title
    assert lost == {}


def test_every_metropolitan_area_has_a_centre_in_the_country(metros, codes):
    assert set(codes) == set(metros)
    for code in codes:
        latitude, longitude = localities.centre(code)
        assert SOUTH < latitude < NORTH
        assert WEST < longitude < EAST


@pytest.mark.parametrize("state", MIDDLES)
def test_a_centre_lies_in_the_state_that_its_area_is_named_for(state, metros):
    latitude, longitude, reach = MIDDLES[state]
    inside = [code for code, title in metros.items() if title.rpartition(", ")[2].split("-")[0] == state]
    assert inside
    for code in inside:
        at = localities.centre(code)
        assert abs(at[0] - latitude) < reach
        assert abs(at[1] - longitude) < reach


def test_distances_are_those_of_the_map():
    seattle, spokane = localities.centre("0042660"), localities.centre("0044060")
    assert localities.distance(seattle, spokane) == pytest.approx(229, abs=4)
    assert localities.distance(seattle, seattle) == 0


@given(data=st.data(), miles=st.floats(0, 3000))
def test_being_near_is_mutual(codes, data, miles):
    one, other = data.draw(st.sampled_from(codes)), data.draw(st.sampled_from(codes))
    assert (other in localities.within(one, miles)) == (one in localities.within(other, miles))
    assert one in localities.within(one, miles)


def test_a_state_has_nothing_near_but_itself():
    assert localities.centre("5300000") is None
    assert localities.within("5300000", 100) == {"5300000"}


def test_the_data_file_is_the_one_whose_origin_is_noted():
    checksum = hashlib.sha256(localities.DATA.read_bytes()).hexdigest()
    notes = json.loads(localities.DATA.with_name("localities.json").read_text(encoding="utf-8"))
    assert {note["made"][localities.DATA.name] for note in notes.values()} == {checksum}
    assert localities.DATA.stat().st_size < 250_000
