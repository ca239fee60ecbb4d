"""Greenhouse, Lever and Ashby: the fields of their public boards, with invented companies."""

import json
from datetime import date
from decimal import Decimal

import pytest

from careers.feeds.formats import ashby, greenhouse, lever
from careers.feeds.records import Document, PlaceRecord, Unreadable

GREENHOUSE = {
    "id": 4028201,
    "title": "Clinic Nurse ",
    "absolute_url": "https://boards.example/harbour/jobs/4028201",
    "company_name": "Harbour Clinic",
    "location": {"name": "Tacoma, WA; Spokane, Washington"},
    "content": "&lt;p&gt;Care for patients &amp;amp; families.&lt;/p&gt;",
    "updated_at": "2026-11-20T06:37:24-05:00",
    "first_published": "2026-11-02T23:10:00-05:00",
    "requisition_id": "N-17",
    "offices": [{"id": 1, "name": "Tacoma", "location": "Tacoma, Washington, United States"}],
    "departments": [{"id": 9, "name": "Nursing"}],
    "pay_input_ranges": [
        {"min_cents": 4100, "max_cents": 5250, "currency_type": "USD", "title": "Hourly rate in Tacoma"},
        {"min_cents": 3900, "max_cents": 5000, "currency_type": "USD", "title": "Hourly rate in Spokane"},
    ],
}
LEVER = {
    "id": "5ac21346-8e0c-4494-8e7a-3eb92ff77902",
    "text": "Wind turbine technician",
    "hostedUrl": "https://jobs.example/gale/5ac21346",
    "applyUrl": "https://jobs.example/gale/5ac21346/apply",
    "categories": {
        "location": "Amarillo, TX",
        "allLocations": ["Amarillo, TX", "Lubbock, TX"],
        "commitment": "Full-time",
        "team": "Field",
    },
    "country": "US",
    "description": "<div>Keep turbines turning.</div>",
    "lists": [{"text": "You bring", "content": "<li>A head for heights</li>"}],
    "additional": "<div>Tools are ours.</div>",
    "createdAt": 1793491200000,
    "workplaceType": "on-site",
    "salaryRange": {"currency": "USD", "interval": "per-year-salary", "min": 54000, "max": 71000.5},
}
ASHBY = {
    "id": "b1d7",
    "title": "Payroll clerk",
    "location": "Denver, Colorado",
    "secondaryLocations": [
        {
            "location": "Toronto office",
            "address": {"addressLocality": "Toronto", "addressRegion": "Ontario", "addressCountry": "Canada"},
        }
    ],
    "employmentType": "PartTime",
    "isRemote": False,
    "isListed": True,
    "descriptionHtml": "<p>Pay people on time.</p>",
    "publishedAt": "2026-11-03T16:21:55.393+00:00",
    "jobUrl": "https://jobs.example/ledger/b1d7",
    "applyUrl": "https://jobs.example/ledger/b1d7/application",
    "compensation": {
        "compensationTierSummary": "$24 – $29 an hour",
        "summaryComponents": [
            {"compensationType": "EquityPercentage", "interval": "NONE", "minValue": 0.1, "maxValue": 0.2},
            {
                "compensationType": "Salary",
                "interval": "1 HOUR",
                "currencyCode": "USD",
                "minValue": 24,
                "maxValue": 29.75,
            },
        ],
    },
}


def read(board, content):
    content = content if isinstance(content, bytes) else json.dumps(content).encode()
    return board.read(Document("https://boards.example/feed", content))


def greenhouse_of(**stated):
    return read(greenhouse, {"jobs": [{**GREENHOUSE, **stated}]}).postings[0]


def lever_of(**stated):
    return read(lever, [{**LEVER, **stated}]).postings[0]


def ashby_of(**stated):
    return read(ashby, {"apiVersion": "1", "jobs": [{**ASHBY, **stated}]}).postings[0]


def test_a_greenhouse_job_is_read_whole():
    found = greenhouse_of()
    assert (found.external_id, found.title, found.identifier) == ("4028201", "Clinic Nurse", "N-17")
    assert found.description == "<p>Care for patients &amp; families.</p>"
    assert found.company_name == "Harbour Clinic"
    assert found.apply_url == found.url == "https://boards.example/harbour/jobs/4028201"
    assert found.posted_on == date(2026, 11, 2)
    assert found.places == (PlaceRecord("Tacoma", "WA"), PlaceRecord("Spokane", "Washington"))
    assert (found.pay_min, found.pay_max, found.pay_unit, found.currency) == (
        39,
        Decimal("52.5"),
        "hour",
        "USD",
    )


def test_greenhouse_pay_has_the_unit_of_its_label_or_the_only_one_that_can_be_meant():
    def unit(low, high, title=""):
        pay = [{"min_cents": low, "max_cents": high, "currency_type": "USD", "title": title}]
        return greenhouse_of(pay_input_ranges=pay).pay_unit

    assert unit(6_000_000, 7_500_000) == "year"
    assert unit(2_100, 2_800) == "hour"
    assert unit(500_000, 600_000, "Monthly pay") == "month"
    assert unit(500_000, 600_000) == ""
    both = [
        {"min_cents": 2_100, "max_cents": 2_800, "currency_type": "USD"},
        {"min_cents": 6_000_000, "max_cents": 7_000_000, "currency_type": "USD"},
    ]
    assert greenhouse_of(pay_input_ranges=both).pay_min is None


def test_a_greenhouse_job_without_a_location_is_where_its_offices_are():
    assert greenhouse_of(location={"name": ""}).places == (PlaceRecord("Tacoma", "Washington"),)


@pytest.mark.parametrize(
    ("written", "remote_in"),
    [
        ("Remote - US", "US"),
        ("Remote (United States)", "United States"),
        ("Remote", ""),
        ("California, Remote", "California"),
    ],
)
def test_a_remote_job_says_where_one_may_live(written, remote_in):
    found = greenhouse_of(location={"name": written})
    assert found.is_remote
    assert found.remote_in == remote_in
    assert found.places == ()


def test_a_lever_posting_is_read_whole():
    found = lever_of()
    assert found.title == "Wind turbine technician"
    assert found.description == (
        "<div>Keep turbines turning.</div>\n"
        "<h3>You bring</h3><ul><li>A head for heights</li></ul>\n"
        "<div>Tools are ours.</div>"
    )
    assert found.places == (PlaceRecord("Amarillo", "TX"), PlaceRecord("Lubbock", "TX"))
    assert found.posted_on == date(2026, 11, 1)
    assert found.employment_types == ("FULL_TIME",)
    assert (found.pay_min, found.pay_max, found.pay_unit) == (54000, Decimal("71000.5"), "year")
    assert found.apply_url.endswith("/apply")
    assert found.is_direct_apply


def test_a_remote_lever_posting_is_open_to_its_country():
    found = lever_of(workplaceType="remote")
    assert found.is_remote
    assert found.remote_in == "US"


def test_lever_pay_in_a_unit_that_is_not_shown_is_no_pay():
    twice_a_month = {"currency": "USD", "interval": "semi-month-salary", "min": 2000, "max": 3000}
    assert lever_of(salaryRange=twice_a_month).pay_min is None


def test_an_ashby_job_is_read_whole():
    found = ashby_of()
    assert found.places == (PlaceRecord("Denver", "Colorado"), PlaceRecord("Toronto", "Ontario", "Canada"))
    assert (found.pay_min, found.pay_max, found.pay_unit) == (24, Decimal("29.75"), "hour")
    assert found.employment_types == ("PART_TIME",)
    assert found.posted_on == date(2026, 11, 3)
    assert not found.is_remote


def test_ashby_keeps_pay_and_jobs_back_as_its_board_does():
    assert ashby_of(shouldDisplayCompensationOnJobPostings=False).pay_min is None
    assert read(ashby, {"jobs": [{**ASHBY, "isListed": False}]}).postings == []


def test_ashby_calls_a_hybrid_job_remote_where_it_is_not():
    assert not ashby_of(isRemote=True, workplaceType="Hybrid").is_remote
    assert ashby_of(isRemote=True, workplaceType="Remote").is_remote


@pytest.mark.parametrize(
    ("broken", "reason"),
    [
        ({"title": ""}, "It has no “title”."),
        ({"absolute_url": None}, "It has no “absolute_url”."),
        ({"first_published": "soon"}, "Its day of posting of 'soon' is no date."),
        ({"pay_input_ranges": [{"min_cents": 10**20, "currency_type": "USD"}]}, "cannot be"),
    ],
)
def test_a_malformed_item_is_rejected_and_the_rest_is_read(broken, reason):
    found = read(greenhouse, {"jobs": ["text", {**GREENHOUSE, **broken}, GREENHOUSE]})
    assert len(found.postings) == 1
    assert [each.item for each in found.rejected] == ["item 1", "4028201"]
    assert found.rejected[0].reason == "It is no object."
    assert reason in found.rejected[1].reason


@pytest.mark.parametrize("board", [greenhouse, lever, ashby])
@pytest.mark.parametrize(
    ("content", "looks"),
    [
        (b"", "empty"),
        (b"<!DOCTYPE html><p>Not found", "an HTML page"),
        (b"title,place\nNurse,Tacoma", "text that is not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'{"jobs": NaN}', "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b'{"ok": false, "error": "Document not found"}', "This is not"),
    ],
)
def test_a_document_of_another_kind_is_refused_and_says_what_it_looks_like(board, content, looks):
    with pytest.raises(Unreadable, match=looks):
        read(board, content)


def test_numbers_without_end_turn_their_items_away_and_no_other():
    pay = {**LEVER, "id": "2", "salaryRange": {"min": "9" * 1_000_000, "max": 1}}
    time = {**LEVER, "id": "3", "createdAt": "endless"}
    content = json.dumps([LEVER, pay, time]).replace('"endless"', "1e9999999")
    found = read(lever, content.encode())
    assert [each.external_id for each in found.postings] == [LEVER["id"]]
    assert [each.item for each in found.rejected] == ["2", "3"]


def test_blanks_without_end_in_a_place_are_one():
    found = read(greenhouse, {"jobs": [{**GREENHOUSE, "location": {"name": f"Boise,{' ' * 50_000}ID"}}]})
    assert found.postings[0].places == (PlaceRecord("Boise", "ID"),)


def test_the_board_of_one_is_not_that_of_another():
    with pytest.raises(Unreadable):
        read(ashby, {"jobs": [GREENHOUSE]})
    with pytest.raises(Unreadable):
        read(lever, {"jobs": [GREENHOUSE]})


def test_a_board_without_jobs_is_empty_and_not_broken():
    for board, content in ((greenhouse, {"jobs": []}), (lever, []), (ashby, {"jobs": []})):
        assert read(board, content).postings == []
