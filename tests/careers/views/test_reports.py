"""A reader reports a figure: without an account, without leaving a trace, and not without end."""

import gzip
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from careers.models import ReaderReport
from careers.views.reports import AN_HOUR_OF_ONE
from tests.site.addresses import EMBEDS, REFERENCE, SAMPLE_JOB
from tests.site.html import parse
from tests.site.reading import page_at
from tests.site.test_weight import HTML_BYTES

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


def links(address: str) -> list[dict]:
    """What each link “Report …” of a page tells of its figure."""
    found = [
        link.attrs["href"] for link in page_at(address).all("a") if link.attrs["href"].startswith("/report/")
    ]
    return [{key: value for key, (value,) in parse_qs(urlsplit(each).query).items()} for each in found]


def test_every_figure_with_its_source_can_be_reported_as_it_is_shown():
    for address in ("/careers/registered-nurses/", REFERENCE):
        folds = page_at(address).all("details", css="figure-source")
        told = [link for link in links(address) if "figure" in link]
        assert len(told) >= len(folds) > 10
        assert {link["page"] for link in told} == {address}
        assert all(link["shown"] and link["source"] for link in told)


def test_a_figure_of_a_comparison_says_whose_it_is():
    told = [link["of_what"] for link in links(REFERENCE) if link.get("figure") == "growth"]
    assert told == ["Patient Service Coordinator", "Front Office Coordinator"]


TABLES = {
    "careers": "/careers/?q=nurse&place=texas&report=1",
    "careers by state": "/careers/?view=map&report=1",
    "search": "/search/?q=engineering&report=1",
    "places": "/places/?report=1",
    "a place": "/places/texas/?report=1",
    "an industry": "/industries/utilities/?report=1",
    "pay by place": "/careers/registered-nurses/pay/?report=1",
    "an occupation": "/careers/registered-nurses/?report=1",
    "its skills": "/careers/registered-nurses/skills/?report=1",
    "its education": "/careers/registered-nurses/education/?report=1",
    "a move": "/compare/registered-nurses-vs-actors/move/?report=1",
    "companies": "/companies/?report=1",
    "a company": "/companies/county-of-riverside/?report=1",
    "best companies": "/companies/best/?report=1",
    "their method": "/companies/best/method/?report=1",
}
# No figures of the catalogue but the ranking's own sums.
NO_FIGURES = {"Rank", "Weight", "Points times weight", "Offers"}


@pytest.mark.parametrize("address", TABLES.values(), ids=TABLES)
def test_every_figure_of_a_table_can_be_reported_by_who_chooses_one(address):
    """One link leads there: a link a figure would double the page for everybody else."""
    page = page_at(address)
    assert [meta.attrs["content"] for meta in page.all("meta") if meta.attrs.get("name") == "robots"]
    ordinary = page_at(address.replace("?report=1", "").replace("&report=1", ""))
    assert address[address.index("?") :] in {link.attrs["href"] for link in ordinary.all("a")}
    for table in (table for table in page.all("table", css="data-table") if table.parent.tag != "details"):
        for cell in table.all("td", css="numeric"):
            reported = [link for link in cell.all("a") if link.attrs["href"].startswith("/report/?")]
            assert reported or cell.attrs["data-label"] in NO_FIGURES, (table.one("caption").text, cell.text)


def test_a_link_of_a_table_tells_the_row_and_the_page_as_it_was_asked_for_but_no_searched_words():
    told = links(TABLES["careers"])
    assert all(link["page"] == "/careers/?place=texas" for link in told)
    assert {"annual_mean", "employment"} <= {link.get("figure") for link in told}
    assert "Registered Nurses" in {link.get("of_what") for link in told}
    by_place = [link for link in links(TABLES["pay by place"]) if link.get("of_what") == "Texas"]
    assert {link["source"] for link in by_place} == {"BLS OEWS, May 2025"}
    assert all("area" not in link for link in by_place)  # the place itself


def test_choosing_on_the_longest_page_takes_no_more_queries_and_stays_light(
    client, django_assert_max_num_queries
):
    with django_assert_max_num_queries(3):
        page = client.get("/careers/general-and-operations-managers/pay/?report=1").content
    assert page.count(b"/report/?") > 1500
    assert len(gzip.compress(page, 6)) < HTML_BYTES


def test_a_picture_alone_is_reported_through_its_list():
    page = page_at("/careers/?view=plot")
    (way,) = {link for text, link in page.links.items() if text.startswith("Report a figure")}
    assert way == "?report=1"


def test_who_chooses_can_leave_and_can_report_what_is_no_table():
    page = page_at(TABLES["a place"])
    assert page.links["Leave the figures as they were"] == "/places/texas/"
    assert page.links["Report something else on this page"] == "/report/?page=/places/texas/"


def test_a_jobs_stated_pay_and_what_it_is_held_against_can_be_reported():
    told = {link.get("figure"): link for link in links(SAMPLE_JOB)}
    assert told["stated_pay"]["shown"]
    assert {"stated_pay_percentile", "hourly_median", "pay_range"} <= set(told)


def test_each_fact_of_a_company_can_be_reported():
    told = {link.get("figure"): link["shown"] for link in links("/companies/3m/") if "shown" in link}
    facts = {"company_sector", "company_sub_industry", "company_headquarters", "company_founded"}
    assert facts <= set(told)
    page = page_at("/companies/3m/").one("dl", css="facts").text
    assert all(told[fact] in page for fact in facts)


@pytest.mark.parametrize("address", EMBEDS.values(), ids=EMBEDS)
def test_a_figure_in_someones_page_is_reported_in_a_page_of_its_own(address):
    page = page_at(address)
    cells = page.one("tbody").all("td")
    for cell in cells:
        (link,) = cell.all("a")
        assert (link.attrs["target"], link.attrs["rel"]) == ("_blank", "noopener nofollow")
    told = links(address)
    assert len(told) == len(cells)
    assert all(link["figure"] and link["of_what"] for link in told)


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


def test_an_answer_is_read_at_its_figure_and_the_readers_words_never(client):
    asked = {name: REPORT[name] for name in ("figure", "page", "shown")}
    at = datetime(2026, 4, 1, tzinfo=UTC)
    ReaderReport.objects.bulk_create(
        ReaderReport(
            **asked, message="Words of a reader", state=state, answer=answer, is_public=public, answered_at=at
        )
        for state, answer, public in (
            ("answered", "BLS revised it in July.", True),
            ("answered", "Between us.", False),
            ("dismissed", "Dismissed words.", False),
        )
    )
    page = parse(client.get("/figures/"))
    entry = page.with_id("annual_mean").parent.text
    assert "BLS revised it in July." in entry
    whole = page.one("main").text
    assert "Between us." not in whole
    assert "Words of a reader" not in whole
    told = [each for theme in client.get("/figures.json").json()["themes"] for each in theme["figures"]]
    answers = {each["figure"]: each["answers_to_readers"] for each in told}
    assert answers["annual_mean"] == [{"on": "2026-04-01", "answer": "BLS revised it in July."}]
    assert b"2026-04-01: BLS revised it in July." in client.get("/figures.csv").content
