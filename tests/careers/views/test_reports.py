"""A reader reports a figure: without an account, without leaving a trace, and not without end."""

import time
from datetime import timedelta
from hashlib import sha256

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from careers.desk.reports import personal
from careers.models import ReaderReport
from careers.views.reports import AN_HOUR_OF_ALL, AN_HOUR_OF_ONE
from tests.site.html import parse

pytestmark = pytest.mark.django_db

REPORT = {
    "figure": "annual_mean",
    "page": "/careers/registered-nurses/?place=texas",
    "of_what": "Registered Nurses",
    "shown": "$90,010",
    "area": "Texas",
    "source": "BLS OEWS, May 2025",
    "message": "The publisher prints $91,000 for Texas in the table of May 2025.",
}


def send(client, **changed):
    return client.post("/report/", REPORT | changed)


def test_the_form_tells_what_is_reported_and_writes_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = parse(client.get("/report/", REPORT))
    assert "$90,010" in page.one("main").text
    assert "Texas" in page.one("main").text
    assert not ReaderReport.objects.exists()


def test_a_report_lands_with_all_that_was_shown_and_nothing_about_the_reader(client):
    response = client.post("/report/", REPORT, headers={"user-agent": "Mozilla/5.0 (X11)"}, follow=True)
    assert "Thank you" in response.content.decode()
    report = ReaderReport.objects.values().get()
    assert {name: report[name] for name in REPORT} == REPORT
    assert report["state"] == "new"
    assert "127.0.0.1" not in str(report)
    assert "Mozilla" not in str(report)


def test_a_second_press_of_the_button_is_no_second_report(client):
    send(client)
    send(client)
    assert ReaderReport.objects.count() == 1


def test_only_opening_the_form_gives_a_cookie_and_the_form_says_so(client):
    client.get("/careers/registered-nurses/")
    client.get("/figures/")
    client.get("/report/thanks/")
    assert not client.cookies
    form = parse(client.get("/report/"))
    assert set(client.cookies) == {"csrftoken"}
    assert "csrftoken" in form.one("main").text


def test_what_another_site_sends_in_a_readers_name_is_refused_in_plain_words():
    response = send(Client(enforce_csrf_checks=True))
    assert response.status_code == 403
    assert "Nothing was sent" in response.content.decode()
    assert not ReaderReport.objects.exists()


@pytest.mark.parametrize(
    ("message", "what"),
    [
        ("Write to jane.doe@example.com for the right one.", "an e-mail address"),
        ("Call me at (555) 010-4477, I know better.", "a telephone number"),
        ("Call me at +44 20 7946 0018, I know better.", "a telephone number"),
        ("Call 555.010.4477 and ask for the right one.", "a telephone number"),
        ("My number is 078-05-1120, look me up there.", "a social security number"),
    ],
)
def test_what_tells_of_a_person_is_refused_with_the_reason(client, message, what):
    response = send(client, message=message)
    assert response.status_code == 400
    assert f"seems to hold {what}" in response.content.decode()
    assert not ReaderReport.objects.exists()


def test_what_came_hidden_is_kept_without_what_tells_of_a_person(client):
    person = "jane.doe@example.com"
    page = f"/careers/?place={person}&q={person}#{person}"
    assert send(client, page=page, of_what=person, area=person, source=person).status_code == 302
    report = ReaderReport.objects.values().get()
    assert person not in str(report)
    assert (report["page"], report["of_what"], report["area"]) == ("/careers/", "", "")


def test_a_page_is_kept_with_what_decides_its_figures_alone(client):
    send(client, page="/careers/?q=my+illness&place=texas&sort=-pay#here")
    assert ReaderReport.objects.get().page == "/careers/?place=texas"


@pytest.mark.parametrize(
    "message",
    [
        "It should be $1,234,567,890 in May 2025, not $90,010.",
        "SOC 29-1141 has 3,282,010 people employed in 2019-2025.",
        "See https://www.bls.gov/oes/tables.htm, row 29-1141, 2024-2034.",
        "Between 1000-2000 and 100-4999 people; the range is $34,754-$91,000.",
    ],
)
def test_figures_years_and_codes_are_no_data_about_a_person(client, message):
    assert send(client, message=message).status_code == 302


@pytest.mark.parametrize("begun", ["x", "+1", "1", "a@", "a@a.", "(555) 010-", "078-05-"])
def test_what_goes_on_for_a_megabyte_is_looked_through_at_once(begun):
    # Where the time grew with the square of the length (2.2 s for 20,000 letters), over an hour.
    assert personal(begun * (1_000_000 // len(begun)) + "@") == ""


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("figure", "no_such_figure"),
        ("figure", ""),
        ("page", "https://evil.example/careers/"),
        ("page", "//evil.example/"),
        ("page", "/\\evil.example/"),
        ("page", "javascript:alert(1)"),
        ("page", "/nowhere/at/all/"),
        ("page", "/admin/"),
        ("page", "http://[/"),
        ("page", "/careers/" + "x" * 300),
        ("page", "/jobs/jane.doe%40example.com/"),
        ("shown", ""),
        ("shown", "$" * 201),
        ("message", "wrong"),
        ("message", "x" * 1001),
        ("message", "a figure \0 with a NUL"),
        ("source", "x" * 201),
        ("area", "\0"),
        ("of_what", "x" * 201),
    ],
)
def test_what_does_not_fit_is_refused_and_the_words_stay(client, field, value):
    response = send(client, **{field: value})
    assert response.status_code == 400
    page = parse(response)
    assert page.one("main").all("ul", css="errorlist") or field in {"source", "area", "of_what"}
    assert not ReaderReport.objects.exists()
    if field != "message":
        assert REPORT["message"] in page.one("textarea").text


@pytest.mark.parametrize(
    "query", ["figure=%00&shown=%00", "page=%ff%fe&figure=<script>", "shown=" + "9" * 5000]
)
def test_a_hostile_link_to_the_form_opens_an_ordinary_form(client, query):
    response = client.get(f"/report/?{query}")
    assert response.status_code == 200
    assert b"<script>" not in response.content


def test_no_more_is_taken_from_one_connection_in_an_hour_and_what_was_written_stays(client):
    for number in range(AN_HOUR_OF_ONE):
        assert send(client, message=f"It is wrong for the reason {number}.").status_code == 302
    refused = send(client, message="It is wrong for one reason more.")
    assert refused.status_code == 429
    assert refused["Retry-After"] == "3600"
    assert "It is wrong for one reason more." in refused.content.decode()
    assert ReaderReport.objects.count() == AN_HOUR_OF_ONE
    elsewhere = client.post("/report/", REPORT, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


def test_a_household_of_ipv6_addresses_counts_as_one(client):
    answers = []
    for end in range(1, AN_HOUR_OF_ONE + 2):
        told = REPORT | {"message": f"It is wrong, reason {end}."}
        answers.append(client.post("/report/", told, REMOTE_ADDR=f"2001:db8:1:2::{end}"))
    assert [answer.status_code for answer in answers] == [302] * AN_HOUR_OF_ONE + [429]
    next_door = client.post("/report/", REPORT, REMOTE_ADDR="2001:db8:1:3::1")
    assert next_door.status_code == 302


def test_behind_a_proxy_who_writes_its_own_header_counts_as_who_it_is(client, settings):
    settings.BEHIND_PROXY = True
    answers = []
    for number in range(AN_HOUR_OF_ONE + 1):
        said = REPORT | {"message": f"It is wrong, reason {number}."}
        came = f"203.0.113.{number}, 192.0.2.7"  # the last is the proxy's word
        answers.append(client.post("/report/", said, headers={"x-forwarded-for": came}).status_code)
    assert answers == [302] * AN_HOUR_OF_ONE + [429]


def test_more_than_can_be_read_is_taken_from_nobody_in_whatever_process_it_came(client):
    several = [ReaderReport(**REPORT) for _ in range(AN_HOUR_OF_ALL)]
    ReaderReport.objects.bulk_create(several)
    refused = send(client)
    assert refused.status_code == 429
    assert "more reports came in this hour than can be read" in refused.content.decode()
    ReaderReport.objects.update(received_at=timezone.now() - timedelta(hours=1, seconds=1))
    assert send(client, message="It is wrong still, an hour on.").status_code == 302


def test_nothing_that_is_remembered_or_logged_holds_the_address_and_an_hour_later_nothing_is(
    client, caplog, monkeypatch
):
    caplog.set_level("DEBUG")
    for number in range(AN_HOUR_OF_ONE + 1):
        client.post(
            "/report/", REPORT | {"message": f"It is wrong, reason {number}."}, REMOTE_ADDR="192.0.2.77"
        )
    remembered = f"{cache._cache} {caplog.text} {list(ReaderReport.objects.values())}"
    assert "rate-report-" in remembered
    assert "192.0.2" not in remembered
    plain = sha256(b"192.0.2.77").hexdigest()  # what anybody could make and compare
    assert plain not in remembered
    an_hour_on = time.time() + 3601
    monkeypatch.setattr("time.time", lambda: an_hour_on)
    assert client.post("/report/", REPORT, REMOTE_ADDR="192.0.2.77").status_code == 302
