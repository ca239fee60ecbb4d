"""A job in the words of Google's job search: all that is required, only what is stated, or nothing at all."""

import json
import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from careers.feeds import matching, samples
from careers.feeds.formats import json_ld
from careers.feeds.records import Document
from careers.job_posting import job_posting, withheld
from careers.models import Area, Company, Occupation, Posting
from careers.selectors import posting as selector
from careers.selectors.posting import Place, PostingPage, status
from careers.selectors.stated_pay import StatedPay
from tests.site.schema_org import faults

TODAY = date(2026, 11, 25)
NATION = Area(code=Area.NATION_CODE, name="United States", kind="nation")
TEXAS = Area(code="4800000", name="Texas", kind="state")
CAPITAL = Area(code="1100000", name="District of Columbia", kind="state")
TACOMA = Place("Tacoma, WA", "Tacoma", "WA", "US")
COMPANY = Company(name="Rainier Care", slug="rainier-care", website="https://example.org/")
ALWAYS = ("@type", "title", "description", "datePosted", "hiringOrganization")

PLACES = {
    "one": (TACOMA,),
    "many": tuple(Place(f"City {number}, TX", f"City {number}", "TX", "US") for number in range(673)),
    "city alone": (Place("Tacoma", "Tacoma", "", "US"),),
    "state alone": (Place("WA", "", "WA", "US"),),
    "abroad": (Place("Toronto, ON, CA", "Toronto", "ON", "CA"),),
    "with one unknown": (Place("US", "", "", "US"), TACOMA),
    "of an unknown country": (Place("Springfield", "Springfield", "", ""),),
    "country alone": (Place("US", "", "", "US"),),
    "none": (),
}
REMOTE = {
    "on site": (False, None),
    "nation": (True, NATION),
    "state": (True, TEXAS),
    "anywhere": (True, None),
}
PAY = {
    "none": None,
    "equal": StatedPay(Decimal("25.50"), Decimal("25.50"), "hour", "USD"),
    "low alone": StatedPay(Decimal(50_000), None, "year", "USD"),
    "high alone": StatedPay(None, Decimal(50_000), "year", "USD"),
    "from nothing": StatedPay(Decimal(0), Decimal(900), "week", "USD"),
    "nothing": StatedPay(Decimal(0), Decimal(0), "hour", "USD"),
    "by the month, abroad": StatedPay(Decimal(5000), Decimal(6000), "month", "CAD"),
    "by the day": StatedPay(Decimal(200), Decimal(250), "day", "USD"),
    "for two weeks": StatedPay(Decimal(2000), Decimal(2500), "biweek", "USD"),
}
REST = {
    "full": {
        "valid_through": TODAY,
        "employment_types": "FULL_TIME,INTERN",
        "identifier": "R-1",
        "is_direct_apply": True,
        "company": COMPANY,
        "occupation": Occupation(title="Registered Nurses", slug="registered-nurses"),
    },
    "sparse": {},
}


def absolute(address: str) -> str:
    return f"https://careers.example.org{address}"


def advert(places=(TACOMA,), remote=(False, None), stated=None, **fields) -> PostingPage:
    is_remote, remote_area = remote
    posting = Posting(
        **{
            "pk": 7,
            "title": "Nurse",
            "company_name": "Rainier Care",
            "description": "<p>Work with <b>people</b>.</p>",
            "apply_url": "https://example.org/apply",
            "posted_on": TODAY - timedelta(days=3),
            "is_remote": is_remote,
            "remote_area": remote_area,
            **fields,
        }
    )
    return PostingPage(posting, status(posting, TODAY), tuple(places), (), stated)


def told(**fields) -> dict:
    return job_posting(advert(**fields), absolute)


def lacks(node: dict) -> list[str]:
    """What Google's page requires and the node has not: written out anew, from that page."""
    missing = [name for name in ALWAYS if not node.get(name)]
    if not node.get("hiringOrganization", {}).get("name"):
        missing.append("hiringOrganization.name")
    for place in node.get("jobLocation", []):
        if not place["address"].get("addressCountry"):
            missing.append("addressCountry")
        if not (place["address"].get("addressLocality") or place["address"].get("addressRegion")):
            missing.append("addressLocality or addressRegion")
    if not node.get("jobLocation"):
        if node.get("jobLocationType") != "TELECOMMUTE":
            missing.append("jobLocation")
        if not node.get("applicantLocationRequirements"):
            missing.append("applicantLocationRequirements")
    return missing


@pytest.mark.parametrize("rest", REST)
def test_every_shape_of_an_open_job_has_all_that_is_required_or_nothing_and_a_reason(rest):
    given = 0
    for places, remote, stated in product(PLACES.values(), REMOTE.values(), PAY.values()):
        page = advert(places, remote, stated, **REST[rest])
        node = job_posting(page, absolute)
        is_somewhere = (
            any(place.country and (place.city or place.state) for place in places) or remote[1] is not None
        )
        assert (node is not None) is is_somewhere
        assert (withheld(page) == "") is is_somewhere
        if node:
            given += 1
            assert lacks(node) == []
            assert faults(node) == []
    assert given > 200


def test_a_full_job_is_told_as_it_is_stated():
    stated = StatedPay(Decimal("22.50"), Decimal(30), "hour", "USD")
    assert told(stated=stated, remote=(True, TEXAS), **REST["full"]) == {
        "@type": "JobPosting",
        "title": "Nurse",
        "description": "<p>Work with <b>people</b>.</p>",
        "url": "https://careers.example.org/jobs/7-nurse/",
        "datePosted": "2026-11-22",
        "validThrough": "2026-11-25T23:59:59",
        "employmentType": ["FULL_TIME", "INTERN"],
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Rainier Care",
            "sameAs": "https://example.org/",
        },
        "identifier": {"@type": "PropertyValue", "name": "Rainier Care", "value": "R-1"},
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "value": {"@type": "QuantitativeValue", "minValue": 22.5, "maxValue": 30, "unitText": "HOUR"},
        },
        "jobLocation": [
            {
                "@type": "Place",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Tacoma",
                    "addressRegion": "WA",
                    "addressCountry": "US",
                },
            }
        ],
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": {"@type": "State", "name": "Texas, USA"},
        "directApply": True,
    }


@pytest.mark.parametrize(
    ("area", "kind", "name"),
    [(NATION, "Country", "United States"), (CAPITAL, "AdministrativeArea", "District of Columbia, USA")],
)
def test_a_remote_job_says_where_one_may_live(area, kind, name):
    node = told(places=(), remote=(True, area))
    assert node["applicantLocationRequirements"] == {"@type": kind, "name": name}
    assert "jobLocation" not in node


@pytest.mark.parametrize(
    ("pay", "ends"),
    [
        ("equal", {"value": 25.5}),
        ("low alone", {"minValue": 50_000}),
        ("high alone", {"maxValue": 50_000}),
        ("from nothing", {"maxValue": 900}),
    ],
)
def test_pay_has_the_ends_that_are_stated(pay, ends):
    value = told(stated=PAY[pay])["baseSalary"]["value"]
    assert {name: end for name, end in value.items() if re.search("[vV]alue$", name)} == ends


@pytest.mark.parametrize("pay", ["none", "nothing", "for two weeks"])
def test_pay_that_is_not_stated_or_has_no_unit_there_is_left_out(pay):
    assert "baseSalary" not in told(stated=PAY[pay])


def test_the_matched_occupation_is_no_part_of_it():
    assert "Registered Nurses" not in str(told(**REST["full"]))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"is_sample": True}, "It is a sample."),
        ({"closed_on": TODAY}, "It is not open."),
        ({"valid_through": TODAY - timedelta(days=1)}, "It is not open."),
        ({"posted_on": TODAY + timedelta(days=1)}, "It is not open."),
        ({"title": " "}, "Required and not stated: title."),
        ({"description": "<p> </p>"}, "Required and not stated: description."),
        ({"company_name": ""}, "Required and not stated: employer."),
    ],
)
def test_a_sample_a_closed_job_and_one_that_lacks_a_part_have_none_and_say_why(fields, reason):
    page = advert(**fields)
    assert job_posting(page, absolute) is None
    assert withheld(page) == reason


def read_again(node: dict):
    """The posting as the portal's own reader of such pages finds it."""
    told = json.dumps({"@context": "https://schema.org", **node})
    page = f'<script type="application/ld+json">{told}</script>'
    (record,) = json_ld.read(Document("https://example.org/jobs/1", page.encode())).postings
    return record


@pytest.mark.django_db
def test_every_imported_job_has_all_that_is_required_and_reads_back_as_it_was_stated(monkeypatch):
    monkeypatch.setattr(matching, "load_vocabulary", matching.Vocabulary)
    assert not samples.load(TODAY).error
    assert all(
        withheld(selector.page(posting, TODAY)) == "It is a sample." for posting in Posting.objects.all()
    )
    Posting.objects.update(is_sample=False)
    for posting in Posting.objects.open(TODAY).select_related("remote_area"):
        page = selector.page(posting, TODAY)
        node = job_posting(page, absolute)
        assert node is not None, withheld(page)
        assert lacks(node) == []
        assert faults(node) == []
        record = read_again(node)
        assert (record.title, record.company_name) == (posting.title, posting.company_name)
        assert (record.posted_on, record.valid_through) == (posting.posted_on, posting.valid_through)
        assert record.is_remote == posting.is_remote
        assert [(place.city, place.state) for place in record.places] == [
            (place.city, place.state) for place in page.places
        ]
        assert ",".join(record.employment_types) == posting.employment_types
        if posting.pay_unit != "biweek":
            assert (record.pay_min, record.pay_max) == (posting.pay_min, posting.pay_max)
            assert record.pay_unit == posting.pay_unit
