"""A feed of many documents is read whole, or not at all; `manage.py import_postings` says what came of it."""

import io

import pytest
from django.core.management import CommandError, call_command

from careers.feeds import reading
from careers.feeds.fetching import FetchFailure
from careers.feeds.records import Document, Reading, Rejected, Unreadable
from careers.models import Company, Feed, FeedReceipt, Posting
from tests.careers.feeds.records import record

pytestmark = pytest.mark.usefixtures("two_titles")

SITE = "https://feed.example/"


class Pages:
    """A format whose documents are the keys of postings, and addresses of further ones."""

    def read(self, document):
        words = document.content.decode().split()
        if "broken" in words:
            raise Unreadable("It is broken.")
        follow = [word for word in words if word.startswith("https:")]
        return Reading([record(word) for word in words if word not in follow], follow=follow)


def fetching(**documents: str):
    """A site of these documents; asked for another it answers 404, for “down” with a failure."""

    def fetch(address, headers=None):
        name = address.removeprefix(SITE) or "home"
        if name not in documents:
            raise FetchFailure(address, "the server answers.", is_gone=name != "down")
        return Document(address, documents[name].encode())

    return fetch


def keys(readings: list[Reading]) -> list[str]:
    return [each.external_id for found in readings for each in found.postings]


def test_documents_that_the_first_leads_to_are_read_each_once():
    site = fetching(home=f"1 {SITE}a {SITE}b {SITE}a", a=f"2 {SITE}b {SITE}", b="3")
    assert keys(reading.read(Pages(), SITE, site)) == ["1", "2", "3"]


def test_a_page_that_is_gone_or_no_posting_any_more_is_rejected_and_the_rest_read():
    readings = reading.read(Pages(), SITE, fetching(home=f"1 {SITE}gone {SITE}b {SITE}c", b="broken", c="2"))
    assert keys(readings) == ["1", "2"]
    assert [each for found in readings for each in found.rejected] == [
        Rejected(f"{SITE}gone", "The page is gone.", is_there=False),
        Rejected(f"{SITE}b", "It is broken.", is_there=False),
    ]


@pytest.mark.parametrize("home", [f"1 {SITE}down", "broken"])
def test_a_page_that_cannot_be_had_fails_the_whole(home):
    with pytest.raises(reading.ReadFailure):
        reading.read(Pages(), SITE, fetching(home=home))


def test_a_format_says_what_its_documents_are_asked_for_with():
    class Keyed(Pages):
        def headers(self, address):
            return {"Authorization-Key": f"for {address}"}

    def fetch(address, headers=None):
        assert headers == {"Authorization-Key": f"for {address}"}
        return Document(address, b"1")

    assert keys(reading.read(Keyed(), SITE, fetch)) == ["1"]


def test_a_feed_without_end_is_given_up():
    def endless(address, headers=None):
        return Document(address, f"{address}x {address}y".encode())

    with pytest.raises(reading.ReadFailure, match="more than 2,000 documents"):
        reading.read(Pages(), SITE, endless)


HEADINGS = "external_id,title,description,apply_url,company,places\n"
LINE = '{},Medical assistant,Greet.,https://jobs.example/{},Harbour Clinic,"Tacoma, WA"\n'


@pytest.fixture
def jobs(tmp_path):
    path = tmp_path / "jobs.csv"
    path.write_text(HEADINGS + LINE.format(1, 1) + LINE.format(2, "../\x1b") + "3,x\n")
    return path


def say(*arguments) -> str:
    out = io.StringIO()
    # With the checks that a shell has made before it.
    call_command("import_postings", *map(str, arguments), stdout=out, skip_checks=False)
    return out.getvalue()


@pytest.mark.django_db
def test_the_command_prints_the_receipt_and_a_second_run_changes_nothing(jobs):
    said = say("csv", jobs)
    assert said.startswith(
        "CSV file: jobs.csv: 1 created, 0 updated, 0 unchanged, 0 merged, 0 closed, 2 rejected"
    )
    assert "  rejected 2: Its link to apply is no http:// or https:// address.\n" in said
    assert "  rejected line 4: It has 2 columns where the headings are 6.\n" in said
    assert "0 created, 0 updated, 1 unchanged" in say("csv", jobs)
    feed = Feed.objects.get()
    assert (feed.slug, feed.format, feed.location) == ("csv-file-jobscsv", "csv", str(jobs))


@pytest.mark.django_db
def test_a_feed_may_have_a_name_and_a_company(jobs):
    Company.objects.create(name="Elsewhere Care", slug="elsewhere-care")
    say("csv", jobs, "--feed", "Harbour", "--company", "elsewhere-care")
    assert Feed.objects.get().company.slug == "elsewhere-care"
    assert Posting.objects.get().origins.get().feed.name == "Harbour"


@pytest.mark.django_db
def test_a_failure_is_named_kept_as_a_receipt_and_changes_nothing(jobs, tmp_path):
    say("csv", jobs)
    jobs.unlink()
    with pytest.raises(CommandError, match=r"cannot be opened \(No such file.*Nothing was changed"):
        say("csv", jobs)
    assert "cannot be opened" in FeedReceipt.objects.latest("pk").error
    assert Posting.objects.filter(closed_on=None).count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("location", ["https://[", f"https://feed.example/{'a' * 500}"])
def test_what_cannot_be_an_address_is_said_before_a_feed_is_made(location):
    with pytest.raises(CommandError, match="address"):
        say("usajobs", location, "--feed", "Federal")
    assert not Feed.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--company", "nobody"], "No company has the address 'nobody'"),
     (["--feed", "Taken"], "is of the format ashby"), (["--feed", "x" * 121], "too long for a name")],
)  # fmt: skip
def test_what_does_not_fit_is_said_before_anything_is_read(jobs, arguments, said):
    Feed.objects.create(name="Taken", slug="taken", format=Feed.Format.ASHBY)
    with pytest.raises(CommandError, match=said):
        say("csv", jobs, *arguments)
    assert not Posting.objects.exists()


@pytest.mark.django_db
def test_this_machine_is_no_feed():
    with pytest.raises(CommandError, match="not on the public internet"):
        say("csv", "http://127.0.0.1:9/jobs.csv")
    with pytest.raises(CommandError, match="only http:// and https://"):
        say("csv", "file:///etc/passwd")
