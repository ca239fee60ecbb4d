"""Federal announcements as the USAJOBS Search API answers with them."""

import json
from datetime import date
from decimal import Decimal

import pytest

from careers.feeds.cleaning import CleanPosting, cleaned
from careers.feeds.formats import usajobs
from careers.feeds.records import Document, PlaceRecord, PostingRecord, Unreadable
from tests.careers.feeds.records import TODAY

DETAILS = {"JobSummary": "Greets veterans.", "MajorDuties": ["Plans visits.", "Answers <b>mail</b>."]}


def place(city: str, state: str = "", country: str = "United States") -> dict:
    return {"CityName": city, "CountrySubDivisionCode": state, "CountryCode": country}


def item(key="101", details=None, **said) -> dict:
    descriptor = {
        "PositionID": "TAC-26-7",
        "PositionTitle": "Medical Support Assistant",
        "PositionURI": "https://www.usajobs.gov:443/GetJob/ViewDetails/101",
        "ApplyURI": ["https://www.usajobs.gov:443/GetJob/ViewDetails/101?PostingChannelID="],
        "PositionLocation": [place("Tacoma, Washington", "Washington")],
        "OrganizationName": "Bureau of Examples",
        "DepartmentName": "Department of Instances",
        "PositionSchedule": [{"Name": "Full-Time", "Code": "1"}],
        "PositionOfferingType": [{"Name": "Permanent", "Code": "15317"}],
        "QualificationSummary": "Patience & care.",
        "PositionRemuneration": [
            {"MinimumRange": "18.50", "MaximumRange": "24.10", "RateIntervalCode": "Per Hour"}
        ],
        "PublicationStartDate": "2026-11-20",
        "ApplicationCloseDate": "2026-12-04T23:59:59.9970",
        "UserArea": {"Details": {**DETAILS, **(details or {})}},
        **said,
    }
    return {"MatchedObjectId": key, "MatchedObjectDescriptor": descriptor}


def document(*items, pages="1", location="answer.json") -> Document:
    result = {"SearchResultItems": list(items), "UserArea": {"NumberOfPages": pages}}
    return Document(location, json.dumps({"SearchResult": result}).encode())


def posting(**kwargs) -> PostingRecord:
    (found,) = usajobs.read(document(item(**kwargs))).postings
    assert isinstance(cleaned(found, TODAY), CleanPosting)
    return found


def test_an_announcement_is_read():
    found = posting()
    assert (found.external_id, found.identifier, found.title) == (
        "101",
        "TAC-26-7",
        "Medical Support Assistant",
    )
    assert found.company_name == "Bureau of Examples"
    assert found.places == (PlaceRecord("Tacoma", "Washington", "United States"),)
    assert (found.pay_min, found.pay_max, found.pay_unit) == (Decimal("18.50"), Decimal("24.10"), "hour")
    assert (found.posted_on, found.valid_through) == (date(2026, 11, 20), date(2026, 12, 4))
    assert found.employment_types == ("FULL_TIME",)
    assert not found.is_remote


def test_its_parts_stand_under_headings_as_html():
    assert posting().description == (
        "<p>Greets veterans.</p><h3>Duties</h3><p>Plans visits.</p><div>Answers <b>mail</b>.</div>"
        "<h3>Qualifications</h3><p>Patience &amp; care.</p>"
    )


def test_without_compensation_is_volunteering_without_pay():
    unpaid = [{"MinimumRange": "0.0", "MaximumRange": "0.0", "RateIntervalCode": "Without Compensation"}]
    intern = [{"Name": "Internships"}]
    found = posting(PositionRemuneration=unpaid, PositionOfferingType=intern, PositionSchedule=[])
    assert (found.pay_min, found.pay_max, found.pay_unit, found.currency) == (None, None, "", "")
    assert found.employment_types == ("INTERN", "VOLUNTEER")


def test_pay_for_no_length_of_time_is_none():
    found = posting(PositionRemuneration=[{"MinimumRange": "5", "RateIntervalCode": "Piece Work"}])
    assert (found.pay_min, found.pay_unit) == (None, "")


def test_the_newer_codes_of_pay_are_known():
    pay = [
        {
            "MinimumRange": "52000",
            "MaximumRange": "61000",
            "RateIntervalCode": "PA",
            "Description": "Per Year",
        }
    ]
    assert posting(PositionRemuneration=pay).pay_unit == "year"


def test_places_are_cities_states_and_countries():
    places = [
        place("Washington, District of Columbia", "District of Columbia"),
        place("Utah", "Utah"),
        place("New York, New York", "New York"),
        place("Singapore, Singapore", country="Singapore"),
        place("Location Negotiable After Selection, United States"),
    ]
    found = cleaned(posting(PositionLocation=places), TODAY)
    assert [(place.city, place.state, place.country) for place in found.places] == [
        ("Washington", "DC", "US"), ("", "UT", "US"), ("New York", "NY", "US"), ("Singapore", "", "SG"),
        ("", "", "US"),
    ]  # fmt: skip


def test_remote_work_is_for_the_whole_nation():
    found = posting(PositionLocation=[{"CityName": "Anywhere in the U.S. (remote job)"}])
    assert (found.is_remote, found.remote_in, found.places) == (True, "United States", ())
    assert posting(details={"RemoteIndicator": True}).is_remote
    assert not posting(details={"RemoteIndicator": False}).is_remote


def test_a_part_of_a_department_is_named_with_it():
    found = posting(OrganizationName="Offices, Boards and Divisions")
    assert found.company_name == "Department of Instances, Offices, Boards and Divisions"


def test_further_pages_follow_a_fetched_first_page_alone():
    address = "https://data.usajobs.gov/api/Search?Keyword=nurse&Page=1"
    follow = usajobs.read(document(pages="3", location=address)).follow
    assert follow == [address.replace("Page=1", f"Page={page}") for page in (2, 3)]
    assert usajobs.read(document(pages="3", location=follow[0])).follow == []
    assert usajobs.read(document(pages="400", location="/tmp/answer.json")).follow == []
    with pytest.raises(Unreadable, match="9999 pages"):
        usajobs.read(document(pages="9999", location=address))


def test_an_item_that_lacks_or_misstates_something_is_rejected_by_its_key():
    items = [item("1", PositionTitle=None), item("2", PublicationStartDate="soon"), {}, "x", item("5")]
    reading = usajobs.read(document(*items))
    assert [each.external_id for each in reading.postings] == ["5"]
    assert [each.item for each in reading.rejected] == ["1", "2", "item 3", "item 4"]
    assert "soon" in reading.rejected[1].reason


@pytest.mark.parametrize("content", [b"", b"<html>", b"[]", b'{"SearchResult": {}}', b"[" * 100_000, b"\xff"])
def test_what_is_no_answer_of_the_api_is_refused(content):
    with pytest.raises(Unreadable):
        usajobs.read(Document("x.json", content))


def test_the_key_goes_to_the_api_alone(settings):
    settings.USAJOBS_API_KEY, settings.USAJOBS_EMAIL = "secret", "desk@portal.example"
    assert usajobs.headers("https://data.usajobs.gov/api/Search") == {
        "User-Agent": "desk@portal.example", "Authorization-Key": "secret",
    }  # fmt: skip
    for elsewhere in ("http://data.usajobs.gov/api", "https://data.usajobs.gov.example/api"):
        assert usajobs.headers(elsewhere) == {}
