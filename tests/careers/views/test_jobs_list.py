"""The list of jobs as readers meet it, and as programs and feed readers do."""

import csv
import io
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from careers.models import Posting, PostingPlace
from careers.search import find, index, postings
from careers.selectors import jobs_list
from careers.views import jobs_search
from tests.careers import many_jobs
from tests.careers.advertised import ABILENE, TACOMA, advertise, rainier_care
from tests.site.html import blemishes, parse

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
YESTERDAY = timedelta(days=1)
MOST_QUERIES = 10
SEATTLE = "seattle-tacoma-bellevue-wa"
MUCH_ASKED = (
    f"/jobs/?q=nurse&occupation=registered-nurses&company=rainier-care&place={SEATTLE}&radius=100"
    "&pay_min=20&pay_unit=hour&unknown=keep&type=FULL_TIME&type=PART_TIME&posted=30&sort=pay"
)


@pytest.fixture(autouse=True)
def only_these(db):
    """The list as it is once the samples that the portal ships are removed."""
    Posting.objects.all().delete()


def page_at(client, address: str):
    response = client.get(address)
    assert response.status_code == 200
    return parse(response)


def titles(page) -> list[str]:
    return [heading.text for heading in page.all("h2", css="job-title")]


def feed_at(client, address: str):
    response = client.get(address)
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)


def test_a_job_is_listed_with_what_its_employer_states(client):
    posting = advertise(company=rainier_care(), places=[TACOMA, ABILENE])
    page = page_at(client, "/jobs/")
    (job,) = page.all("li", css="job")
    assert job.links == {
        "Registered Nurse": posting.get_absolute_url(),
        "Rainier Care": "/companies/rainier-care/",
    }
    for said in ("Tacoma, WA; Abilene, TX", "$50 to $60 an hour", "Full time", "Posted 5 days ago"):
        assert said in job.text
    assert "Sample" not in job.text
    assert not blemishes(page.one("main").text)


def test_of_many_places_those_that_are_asked_for_stand_first(client):
    posting = advertise(places=[ABILENE])
    PostingPlace.objects.bulk_create(
        PostingPlace(posting=posting, position=place, city=f"City {place}", state="TX")
        for place in range(1, 40)
    )
    posting.places.filter(city="Abilene").update(position=40)
    assert "City 1, TX; City 2, TX; City 3, TX and 37 more" in page_at(client, "/jobs/").text
    assert (
        "Abilene, TX; City 1, TX; City 2, TX and 37 more" in page_at(client, "/jobs/?place=abilene-tx").text
    )


def test_a_sample_is_called_a_sample_and_kept_out_of_feed_and_site_search(client):
    advertise(title="Gloam Warden", is_sample=True)
    page = page_at(client, "/jobs/?q=gloam")
    assert titles(page) == ["Gloam Warden Sample"]
    assert "Nobody can apply for them" in page.text
    feed = feed_at(client, "/jobs.atom")
    assert not feed.findall(f"{ATOM}entry")
    assert feed.find(f"{ATOM}updated").text.startswith("2026-01-01")  # and so the same at each reading
    assert client.get("/jobs.json").json()["jobs"][0]["is_sample"] is True
    assert find.search("gloam", exact=True).groups == ()
    assert "Gloam Warden" not in [hit.title for hit in find.suggest("gloam warden")]


def test_what_is_closed_expired_or_not_out_yet_is_nowhere(client):
    today = localdate()
    for title, dates in (
        ("Gone", {"closed_on": today}),
        ("Late", {"valid_through": today - YESTERDAY}),
        ("Early", {"posted_on": today + YESTERDAY}),
        ("Here", {"valid_through": today}),
    ):
        advertise(title=f"{title} Gloamer", **dates)
    assert titles(page_at(client, "/jobs/?q=gloamer")) == ["Here Gloamer"]
    assert [
        entry.find(f"{ATOM}title").text for entry in feed_at(client, "/jobs.atom").iter(f"{ATOM}entry")
    ] == ["Here Gloamer"]
    assert [job["title"] for job in client.get("/jobs.json").json()["jobs"]] == ["Here Gloamer"]
    (group,) = find.search("gloamer", exact=True).groups
    assert [hit.title for hit in group.hits] == ["Here Gloamer"]
    assert [hit.title for hit in find.suggest("gloamer", kind="posting")] == ["Here Gloamer"]


def test_a_posting_that_expires_overnight_is_found_no_longer_without_a_new_index(client, monkeypatch):
    posting = advertise(title="Gloamer", valid_through=localdate())
    assert find.search("gloamer", exact=True).groups
    Posting.objects.filter(pk=posting.pk).update(valid_through=localdate() - YESTERDAY)
    assert find.search("gloamer", exact=True).groups == ()


def test_site_search_follows_a_posting_that_is_changed_closed_and_deleted():
    posting = advertise(title="Gloamer", company_name="Alder Clinic")
    index.refresh_postings([posting.pk])
    (hit,) = find.suggest("gloamer alder")
    assert (hit.title, hit.matched, hit.path) == (
        "Gloamer", "Alder Clinic, Tacoma, WA", posting.get_absolute_url()
    )  # fmt: skip
    posting.title = "Dusker"
    posting.save()
    assert find.suggest("gloamer", kind="posting") == ()
    assert find.suggest("dusker tacoma")
    posting.delete()
    assert not [row for row in postings.rows() if "dusker" in row]
    assert find.suggest("dusker", kind="posting") == ()


def test_a_company_is_found_by_its_other_names_and_postings_do_not_crowd_suggestions():
    company = rainier_care()
    company.names.create(name="Gloam Hospital Trust", kind="former", key="gloam hospital trust")
    (group,) = find.search("gloam hospital", exact=True).groups
    assert (group.kind, group.hits[0].title, group.hits[0].path) == (
        "company", "Rainier Care", "/companies/rainier-care/"
    )  # fmt: skip
    for _ in range(12):
        advertise(title="Rainier Care Registered Nurse")
    kinds = [hit.kind for hit in find.suggest("rainier care")]
    assert kinds[0] == "company"
    assert kinds[1:] == ["posting"] * 7
    assert {hit.kind for hit in find.suggest("registered nurse")} == {"occupation"}


def test_an_empty_portal_says_so_and_what_to_do(client):
    page = page_at(client, "/jobs/")
    assert "No job is open here yet" in page.text
    assert "manage.py import_postings" in page.text
    assert "/careers/" in page.one("main").links.values()


def test_where_nothing_fits_wider_searches_are_offered_with_their_counts(client):
    advertise(title="Registered Nurse")
    advertise(title="Cook", pay=None)
    page = page_at(client, f"/jobs/?q=nurse&place={SEATTLE}&pay_min=900000")
    links = page.one(css="empty-state").links
    assert links["Without “paying $900,000 a year or more”: 1 job"] == f"/jobs/?q=nurse&place={SEATTLE}"
    assert links["All jobs: 2 jobs"] == "/jobs/"
    assert not any("q=cook" in url for url in links.values())


def test_what_a_place_may_mean_is_offered(client):
    links = page_at(client, "/jobs/?place=Portland&pay_min=20000").one(css="empty-state").links
    assert links["Portland-South Portland, ME"] == "/jobs/?place=portland-south-portland-me&pay_min=20000"


def test_a_typed_name_becomes_its_address(client):
    answer = client.get("/jobs/?q=&place=Abilene&radius=&pay_min=&occupation=Registered+Nurses&sort=")
    assert answer.status_code == 302
    assert answer["Location"] == "/jobs/?place=abilene-tx&occupation=registered-nurses"


def test_remote_jobs_of_a_place_and_jobs_without_pay_are_counted_and_can_be_chosen(client):
    yearly = {"yearly_min": 104_000, "yearly_max": 124_800}
    advertise(is_remote=True, places=[], **yearly)
    advertise(pay=None)
    advertise(**yearly)
    page = page_at(client, f"/jobs/?place={SEATTLE}&radius=50&pay_min=30&pay_unit=hour")
    assert "One of these is remote and open to people in Seattle-Tacoma-Bellevue, WA." in page.text
    assert "1 job that states no pay in US dollars is left out." in page.text
    links = page.one("main").links
    base = f"/jobs/?place={SEATTLE}&radius=50&pay_min=30&pay_unit=hour"
    assert links["Leave them out"] == f"{base}&remote=0"
    assert links["Keep them"] == f"{base}&unknown=keep"
    assert links["GeoNames"] == "https://www.geonames.org/"
    assert links["CC BY 4.0"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "2 jobs" in page.text


def test_a_much_asked_list_says_all_of_it_and_takes_each_part_off(client):
    rainier_care()
    page = page_at(client, MUCH_ASKED)
    assert page.one("h1").text == (
        "Jobs for “nurse”, for registered nurses, at Rainier Care, within 100 miles of "
        "Seattle-Tacoma-Bellevue, WA, paying $20 an hour or more, full time or part time, "
        "posted in the last 30 days, with those that state no pay"
    )
    (chips,) = page.all("ul", css="chips")
    assert len(chips.all("a")) == 10
    assert all(len(url) < len(MUCH_ASKED) for url in chips.links.values())


@pytest.mark.parametrize(
    "address", ["/jobs/", MUCH_ASKED, "/jobs.json", "/jobs.atom", "/jobs/?q=nurse&page=9"]
)
def test_no_list_takes_more_queries_for_more_jobs(client, address):
    many_jobs.make(1500 if address == "/jobs/" else 400)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    assert len(queries) <= MOST_QUERIES


def test_a_list_of_more_jobs_than_are_counted_is_not_counted_twice(client, monkeypatch):
    for module in (jobs_list, jobs_search):
        monkeypatch.setattr(module, "COUNTED", 2)
    jobs_list._counting.cache_clear()
    for kind in ("INTERN", "FULL_TIME", "FULL_TIME", "FULL_TIME", "INTERN"):
        advertise(employment_types=kind, posted_on=localdate())
    for address, counted in (("/jobs/", 1), ("/jobs/?type=INTERN", 2)):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        asked = [query["sql"] for query in queries]
        assert sum("COUNT(*)" in sql and "LIMIT 3" in sql for sql in asked) == counted, address
    jobs_list._counting.cache_clear()


def test_a_list_goes_on_over_pages_each_with_a_title_and_an_address_of_its_own(client):
    many_jobs.make(120)
    first, second = page_at(client, "/jobs/"), page_at(client, "/jobs/?page=2")
    assert len(titles(first)) == 25
    assert first.one("head").one("title").text != second.one("head").one("title").text
    canonical = [link.attrs["href"] for link in second.all("link") if link.attrs["rel"] == "canonical"]
    assert canonical == ["http://testserver/jobs/?page=2"]


def test_the_feed_of_a_list_is_a_valid_one_and_bounded(client, monkeypatch):
    monkeypatch.setattr("careers.views.jobs_twins.IN_FEED", 3)
    kept = advertise(title="Nurse <b>&\x0b Co", company_name="Alder & Sons Inc.")
    for _ in range(3):
        advertise(title="Nurse", posted_on=localdate())
    feed = feed_at(client, "/jobs.atom?q=nurse&sort=pay")
    assert feed.tag == f"{ATOM}feed"
    assert feed.find(f"{ATOM}title").text == "Jobs for “nurse”"
    assert feed.find(f"{ATOM}updated").text
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "http://testserver/jobs/?q=nurse",
        "self": "http://testserver/jobs.atom?q=nurse",
    }
    assert len(feed.findall(f"{ATOM}entry")) == 3
    monkeypatch.undo()
    entries = feed_at(client, "/jobs.atom?q=nurse").findall(f"{ATOM}entry")
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(set(ids)) == len(ids) == 4
    entry = entries[ids.index(f"tag:testserver,2026:/jobs/{kept.pk}")]
    assert entry.find(f"{ATOM}title").text == "Nurse <b>& Co"
    assert entry.find(f"{ATOM}author/{ATOM}name").text == "Alder & Sons Inc."
    assert entry.find(f"{ATOM}updated").text == kept.changed_at.isoformat()
    assert entry.find(f"{ATOM}link").get("href") == f"http://testserver{kept.get_absolute_url()}"
    summary = entry.find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text.startswith(
        "Alder &amp; Sons Inc. Tacoma, WA. $50 to $60 an hour. Full time. Posted on "
    )


def test_a_page_names_its_feed_and_its_twins(client):
    page = page_at(client, "/jobs/?q=nurse&sort=pay")
    (feed,) = [link for link in page.all("link") if link.attrs["rel"] == "alternate"]
    assert (feed.attrs["type"], feed.attrs["href"]) == ("application/atom+xml", "/jobs.atom?q=nurse")
    assert page.links["JSON"] == "/jobs.json?q=nurse&sort=pay"
    assert "A saved search without an account" in page.text


def test_the_twins_state_pay_as_the_posting_does(client):
    advertise(title="=HYPERLINK()", pay=("20", None, "hour"), places=[TACOMA, ABILENE])
    (job,) = client.get("/jobs.json").json()["jobs"]
    assert (job["stated_pay"], job["pay_min"], job["pay_max"]) == ("from $20 an hour", 20.0, None)
    assert job["places"] == ["Tacoma, WA", "Abilene, TX"]
    (row,) = csv.DictReader(io.StringIO(client.get("/jobs.csv").content.decode()))
    assert (row["title"], row["places"], row["pay_max"]) == ("'=HYPERLINK()", "Tacoma, WA; Abilene, TX", "")


@pytest.mark.parametrize("twin", ["json", "csv", "atom"])
def test_a_twin_of_a_wrong_filter_says_what_is_wrong(client, twin):
    answer = client.get(f"/jobs.{twin}?pay_min=abc&place=Xyzzy")
    assert answer.status_code == 400
    assert answer.json()["errors"] == {
        "pay_min": ["Enter an amount in figures, as 25 or 60,000."],
        "place": ["No place has that name: enter a metropolitan area or a state, or leave it empty."],
    }
    assert client.get("/jobs.pdf").status_code == 404
