"""Pages are made once for a version of code and data, and the same for everyone: never an old one."""

import gzip
from datetime import datetime, timedelta
from unittest.mock import Mock, patch

import pytest
from django.contrib.auth import get_user_model
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from careers import changes
from careers.kept import VERSIONS, each_kept, keeping, kept
from careers.models import Page
from config import code_version, kept_pages, page_cache
from tests.site.addresses import FORMS, NOT_FOUND, PAGES
from tests.site.reading import have_sample_job, have_sample_page, response_at

pytestmark = pytest.mark.django_db
CAREER, ABOUT = "/careers/registered-nurses/", "/about/how-we-work/"


@pytest.fixture(autouse=True)
def _on(settings):
    settings.PAGE_CACHE = True


@pytest.fixture
def each_write_commits():
    """A test is one transaction, which is noted once: here each write is noted as if it ended there."""
    with patch.object(connection, "run_on_commit", Forgetful()):
        yield


class Forgetful(list):
    def append(self, each):
        pass


def headers(answer) -> dict[str, str]:
    return {name: value for name, value in answer.items() if name != "X-Request-ID"}


def test_a_page_is_made_once(client, django_assert_num_queries):
    made = client.get(CAREER)
    with django_assert_num_queries(1):
        again = client.get(CAREER)
    assert again.content == made.content
    assert headers(again) == headers(made)
    assert again["X-Request-ID"] != made["X-Request-ID"]


def test_a_copy_that_still_holds_is_not_sent_again(client, django_assert_num_queries):
    tag = client.get(CAREER)["ETag"]
    with django_assert_num_queries(1):
        answer = Client().get(CAREER, headers={"if-none-match": f'"other", {tag}'})
    assert (answer.status_code, answer.content, answer["ETag"]) == (304, b"", tag)
    assert "s-maxage" in answer["Cache-Control"]


def test_a_tag_is_of_one_address(client):
    tag = client.get(CAREER)["ETag"]
    assert client.get("/careers/actors/", headers={"if-none-match": tag}).status_code == 200
    assert client.get(CAREER, {"report": "1"}, headers={"if-none-match": tag}).status_code == 200


@pytest.mark.usefixtures("each_write_commits")
def test_what_is_published_is_there_at_once_and_old_copies_no_longer_hold(client):
    have_sample_page()
    before = client.get(ABOUT)
    Page.objects.filter(slug="how-we-work").update(title="How we work now")
    after = client.get(ABOUT, headers={"if-none-match": before["ETag"]})
    assert after.status_code == 200
    assert "How we work now" in after.text
    assert "How we work now" not in before.text


@pytest.mark.usefixtures("each_write_commits")
def test_what_is_published_for_a_time_goes_when_that_is_over(client, monkeypatch):
    have_sample_page()
    later = timezone.now() + timedelta(hours=2)
    Page.objects.filter(slug="how-we-work").update(unpublish_at=later)
    assert client.get(ABOUT).status_code == 200
    monkeypatch.setattr(timezone, "now", lambda: later)
    assert client.get(ABOUT).status_code == 404


def test_another_day_is_another_page(client, monkeypatch):
    tag, tomorrow = client.get("/jobs/")["ETag"], timezone.now() + timedelta(days=1)
    monkeypatch.setattr(timezone, "now", lambda: tomorrow)
    assert client.get("/jobs/")["ETag"] != tag


def test_another_deployment_is_another_page(client, monkeypatch):
    tag = client.get("/sources/")["ETag"]
    monkeypatch.setattr(page_cache, "code_version", lambda: "next")
    assert client.get("/sources/")["ETag"] != tag


def test_the_version_of_the_code_is_told_by_every_file_that_makes_pages(tmp_path, settings):
    settings.BASE_DIR = tmp_path
    seen = set()
    for name in ("templates/base.html", "careers/views/home.py", "static/css/site.css", "requirements.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "requirements.txt").touch()
    for name in ("templates/base.html", "careers/views/home.py", "static/css/site.css", "requirements.txt"):
        (tmp_path / name).write_text("changed", encoding="utf-8")
        seen.add(code_version.code_version.__wrapped__())
    assert len(seen) == 4


def test_packed_and_unpacked_are_kept_apart(client):
    packed = [client.get(CAREER, headers={"accept-encoding": "gzip"}) for _ in range(2)]
    plain = client.get(CAREER)
    assert [page["Content-Encoding"] for page in packed] == ["gzip"] * 2
    assert packed[0].content == packed[1].content
    assert gzip.decompress(packed[1].content) == plain.content


def test_addresses_written_into_a_page_are_those_of_its_host(client, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    pages = [client.get("/careers/", headers={"host": f"{name}.example"}) for name in ("one", "two")]
    assert ["http://two.example/careers/" in page.text for page in pages] == [False, True]


def test_who_is_signed_in_gets_a_page_of_their_own(client):
    have_sample_page()
    client.get(ABOUT)
    client.force_login(get_user_model().objects.create_superuser("editor"))
    with patch.object(changes, "version") as asked:
        page = client.get(ABOUT)
    assert not asked.called
    assert not page.has_header("ETag")


OWN = {"form": FORMS["report"], "health": "/healthz", "sign-in": "/admin/login/"}


@pytest.mark.parametrize("address", OWN.values(), ids=OWN)
def test_what_is_not_the_same_for_everyone_is_not_kept(client, address):
    assert not client.get(address).has_header("ETag")
    assert "public" not in client.get(address).get("Cache-Control", "")


def test_what_is_not_there_is_not_kept(client):
    assert not client.get(NOT_FOUND["no career"]).has_header("ETag")


def test_a_page_is_made_where_no_version_can_be_read(client):
    with patch.object(changes, "version", side_effect=DatabaseError):
        page = client.get("/sources/")
    assert page.status_code == 200
    assert not page.has_header("ETag")


def test_the_time_of_the_last_change_is_told_once_it_is_settled(client, monkeypatch):
    changed = changes.version(timezone.now()).changed_at
    for waited, is_told in ((timedelta(minutes=59), False), (timedelta(minutes=61), True)):
        monkeypatch.setattr(timezone, "now", lambda moment=changed + waited: moment)
        told = client.get("/sources/").get("Last-Modified")
        assert bool(told) == is_told
    assert datetime.strptime(told, "%a, %d %b %Y %H:%M:%S GMT").replace(tzinfo=changed.tzinfo) == (
        changed.replace(microsecond=0)
    )


PAGE = kept_pages.Page(b"x" * 10_000, (("ETag", "a"),))


def test_what_is_kept_stays_within_its_bytes_headers_and_all():
    pages = kept_pages.Pages(most=5 * len(PAGE.content))
    assert 0 < 2 * (PAGE.size - len(PAGE.content)) < len(PAGE.content)
    keys = [f"{number}" for number in range(8)]
    for key in keys[:7]:
        pages.get("now", key)
        pages.keep("now", key, PAGE)
    pages.get("now", "3")
    pages.keep("now", "7", PAGE)
    assert [key for key in keys if pages.get("now", key)] == ["3", "5", "6", "7"]
    assert pages.size == 4 * PAGE.size


def test_what_is_of_a_version_that_has_passed_is_forgotten_at_once():
    pages, asked = kept_pages.Pages(most=100_000), []
    doubled = kept(most=100)(lambda number: asked.append(number) or number * 2)
    versions = [f"version {number}" for number in range(VERSIONS + 1)]
    for version in versions:
        with keeping(version):
            doubled(1)
            pages.keep(version, "key", PAGE)
    assert [bool(pages.get(version, "key")) for version in versions[1:]] == [True] * VERSIONS
    assert pages.size == VERSIONS * PAGE.size
    for version in versions[1:]:
        with keeping(version):
            assert doubled(1) == 2
    assert asked == [1] * len(versions)
    with keeping(versions[0]):
        assert doubled(1) == 2
    assert asked == [1] * (len(versions) + 1)


def test_what_is_made_while_its_version_passes_is_not_kept():
    pages, asked = kept_pages.Pages(most=100_000), []

    @kept(most=100)
    def made_slowly(number):
        asked.append(number)
        for number in range(VERSIONS):
            pages.get(f"newer {number}", "key")
        return number

    with keeping("old"):
        made_slowly(1)
        pages.keep("old", "key", PAGE)
        assert not pages.size
        made_slowly(1)
    assert asked == [1, 1]


def test_what_is_worked_out_is_kept_for_its_version_alone():
    asked = []

    @kept(most=2)
    def doubled(number):
        asked.append(number)
        return number * 2

    for version in ("one", "one", "two"):
        with keeping(version):
            assert doubled(2) == 4
    assert doubled(2) == 4
    assert asked == [2, 2, 2]


def test_each_of_many_is_worked_out_once_whatever_the_others_are():
    asked = []

    @each_kept(most=3)
    def doubled(numbers):
        asked.append(list(numbers))
        return [number * 2 for number in numbers]

    with keeping("one"):
        assert doubled([1, 2]) == [2, 4]
        assert doubled((3, 2, 1)) == [6, 4, 2]
    with keeping("two"):
        assert doubled([1]) == [2]
    assert doubled([1]) == [2]
    assert asked == [[1, 2], [3], [1], [1]]


def test_a_page_from_another_database_than_its_version_is_not_kept(client):
    with patch.object(page_cache, "router", Mock(**{"db_for_read.side_effect": ["default", "replica"]})):
        page = client.get("/about/")
    assert page.status_code == 200
    assert not page.has_header("ETag")


SHOWN = (
    *("careers", "careers as a plot", "careers as a map", "careers as a table", "careers, much asked"),
    *("occupation", "job title", "comparison", "comparison of five", "comparison of five in a place"),
    *("comparison of places", "companies", "company", "best companies by own weights", "best companies"),
    *("state", "figures", "jobs, much asked"),
)


def test_what_is_kept_in_memory_makes_the_same_pages(client):
    """One after another, so that each finds what those before it left."""
    have_sample_job()
    have_sample_page()
    differing = [
        name for name in SHOWN if client.get(PAGES[name]).content != response_at(PAGES[name]).content
    ]
    assert differing == []
