"""A job feed handed in at the desk: gathered once, checked, approved, brought in; or nothing is changed."""

from pathlib import Path

import pytest
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from careers.desk.imports import jobs, uploads
from careers.desk.roles import PUBLISHER
from careers.feeds import fetching
from careers.feeds.records import Document
from careers.models import Feed, FeedReceipt, ImportJob, Posting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_own_place")]

State = ImportJob.State
ADD = "admin:careers_importjob_add"
TITLES = "external_id,title,description,apply_url,company,places,posted_on\n"


def sheet(*keys: str) -> str:
    line = '{0},Keeper {0},Keep it lit.,https://pharos.example/{0},Pharos,"Tacoma, WA",2026-01-02\n'
    return TITLES + "".join(line.format(key) for key in keys)


@pytest.fixture
def _own_place(settings, tmp_path, client, monkeypatch):
    settings.VAR_DIR = tmp_path / "var"
    monkeypatch.setattr("careers.feeds.matching.load_vocabulary", dict)
    monkeypatch.setattr("careers.feeds.matching.match", lambda *args: matching_nothing())
    user = User.objects.create_user("publisher", is_staff=True)
    user.groups.add(Group.objects.get(name=PUBLISHER))
    client.force_login(user)


def matching_nothing():
    from careers.feeds import matching

    return matching.NOTHING


@pytest.fixture
def hand_in(client):
    def hand_in(text: str = "", name: str = "jobs.csv", **given) -> ImportJob:
        given = {"importer": "feed-csv", "url": "", "feed": "", **given}
        if text:
            given["file"] = SimpleUploadedFile(name, text.encode())
        answer = client.post(reverse(ADD), given)
        assert answer.status_code == 302, answer.context["errors"]
        call_command("work", once=True)
        return ImportJob.objects.first()

    return hand_in


@pytest.fixture
def approve(client):
    def approve(job: ImportJob) -> ImportJob:
        client.post(reverse("admin:careers_importjob_step", args=[job.pk, "approve"]))
        call_command("work", once=True)
        job.refresh_from_db()
        return job

    return approve


@pytest.fixture
def site(monkeypatch):
    """A site of documents that can change; what it was asked for is listed."""
    documents, asked = {}, []

    def fetch(address, *, headers=None, **options):
        asked.append(address)
        if address not in documents:
            raise fetching.FetchFailure(address, "the server answers 404.", is_gone=True)
        return Document(address, documents[address].encode())

    monkeypatch.setattr(fetching, "fetch", fetch)
    return documents, asked


def open_keys() -> set[str]:
    return set(Posting.objects.filter(closed_on=None).values_list("title", flat=True))


def test_a_file_is_checked_and_brought_in_and_read_again_closes_what_is_gone(client, hand_in, approve):
    job = hand_in(sheet("1", "2", "3") + "4,,,,,,\n")
    assert (job.state, job.error) == (State.CHECKED, "")
    page = client.get(reverse("admin:careers_importjob_change", args=[job.pk])).content.decode()
    assert "3 created" in page
    assert "1 rejected" in page
    assert not Posting.objects.exists()
    assert not Feed.objects.exists()

    assert approve(job).state == State.DONE
    assert open_keys() == {"Keeper 1", "Keeper 2", "Keeper 3"}
    feed = Feed.objects.get()
    assert (feed.name, feed.location, job.feed) == ("CSV file: jobs.csv", "", feed)
    assert FeedReceipt.objects.get().created == 3
    assert list(uploads.folder().iterdir()) == []

    approve(hand_in(sheet("1", "2"), "other.csv", feed=feed.pk))
    assert open_keys() == {"Keeper 1", "Keeper 2"}
    assert Feed.objects.count() == 1


def test_a_feed_that_looks_cut_off_is_a_warning_to_who_approves_it(client, hand_in, approve):
    approve(hand_in(sheet("1", "2", "3")))
    job = hand_in(sheet("1"))
    page = client.get(reverse("admin:careers_importjob_change", args=[job.pk])).content.decode()
    assert "it looks cut off. Approve it only if that is right." in page
    assert len(open_keys()) == 3
    approve(job)
    assert open_keys() == {"Keeper 1"}


def test_a_feed_that_comes_to_look_cut_off_after_its_check_is_not_brought_in(hand_in, approve):
    approve(hand_in(sheet("1")))
    feed = Feed.objects.get()
    more, fewer = (hand_in(sheet(*keys), feed=feed.pk) for keys in ("12345", "12"))
    for job in (more, fewer):
        jobs.approve(job, None)
    call_command("work", once=True)
    more.refresh_from_db()
    fewer.refresh_from_db()
    assert (more.state, fewer.state, len(open_keys())) == (State.DONE, State.FAILED, 5)
    assert "check it again" in fewer.error


def test_an_address_is_fetched_once_and_what_was_checked_is_brought_in(site, hand_in, approve):
    documents, asked = site
    home, page = "https://pharos.example/jobs.xml", "https://pharos.example/1"
    documents[home] = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
        f"<url><loc>{page}</loc></url><url><loc>{page}gone</loc></url></urlset>"
    )
    documents[page] = (
        '<script type="application/ld+json">{"@type": "JobPosting", "title": "Keeper", "description": '
        '"Keep it lit.", "datePosted": "2026-01-02", "hiringOrganization": {"name": "Pharos"}, '
        '"jobLocation": {"address": {"addressLocality": "Tacoma", "addressRegion": "WA", '
        '"addressCountry": "US"}}}</script>'
    )
    job = hand_in(importer="feed-json_ld", url=home)
    assert (job.state, job.error) == (State.CHECKED, "")
    assert (job.findings["created"], job.findings["rejected"]) == (1, 1)
    documents.clear()
    assert approve(job).state == State.DONE
    assert asked == [home, page, f"{page}gone"]
    assert open_keys() == {"Keeper"}
    assert Feed.objects.get().location == home


def test_what_changed_on_the_disk_after_the_check_is_not_brought_in(hand_in, approve):
    job = hand_in(sheet("1"))
    with Path(job.path).open("a") as file:
        file.write(sheet("2").removeprefix(TITLES))
    job = approve(job)
    assert (job.state, Posting.objects.count()) == (State.FAILED, 0)
    assert "not the one that was checked" in job.error


@pytest.mark.parametrize(
    ("text", "given", "said"),
    [
        ("no table", {}, "external_id"),
        (sheet(), {"importer": "feed-greenhouse"}, "jobs.csv"),
        ("", {"url": "http://127.0.0.1/jobs.csv"}, "not on the public internet"),
        (TITLES + "4,,,,,,\n", {}, "None of its 1 items can be used"),
    ],
)
def test_what_cannot_be_read_fails_with_its_reason(hand_in, text, given, said):
    job = hand_in(text, **given)
    assert job.state == State.FAILED
    assert said in job.error
    assert not Feed.objects.exists()
    assert not FeedReceipt.objects.exists()


def test_a_feed_of_another_kind_and_figures_of_a_feed_are_refused_in_the_form(client):
    feed = Feed.objects.create(name="Board", slug="board", format="lever")
    for importer, said in (
        ("feed-csv", "It is of another kind: Lever"),
        ("oews", "This importer reads no job feed"),
    ):
        file = SimpleUploadedFile("a.csv", b"a")
        given = {"importer": importer, "feed": feed.pk, "url": "", "file": file}
        assert said in client.post(reverse(ADD), given).content.decode()
    assert not uploads.folder().exists()
