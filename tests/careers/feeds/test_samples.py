"""A fresh site has jobs to show, which say that they are samples and go by one command."""

import io
from datetime import timedelta
from functools import cache

import pytest
from django.core.management import call_command

from careers.feeds import matching, reconcile, samples
from careers.feeds.reconcile import bring_in
from careers.feeds.records import Reading
from careers.models import Feed, FeedReceipt, Occupation, Posting, PostingOrigin, PostingPlace
from tests.careers.feeds.records import TODAY, record

_vocabulary = cache(matching.load_vocabulary)


@pytest.fixture(autouse=True)
def _one_vocabulary(monkeypatch):
    """The snapshot's occupations are the same for every test: their words are read once."""
    monkeypatch.setattr(matching, "load_vocabulary", _vocabulary)


def say(command: str) -> str:
    out = io.StringIO()
    call_command(command, stdout=out)
    return out.getvalue()


@pytest.fixture
def loaded(db) -> FeedReceipt:
    receipt = samples.load(TODAY)
    assert (receipt.error, receipt.rejections) == ("", [])
    return receipt


def test_a_few_dozen_samples_are_open_and_each_says_what_it_is(loaded):
    found = list(Posting.objects.open(TODAY).prefetch_related("places"))
    assert 30 <= len(found) == loaded.created <= 48
    assert all(posting.is_sample and posting.valid_through is None for posting in found)
    assert all("This is a sample posting: " in posting.description for posting in found)
    assert all(posting.company_name.startswith("Sample ") and posting.company is None for posting in found)
    assert not Posting.objects.real().exists()


def test_they_show_what_postings_can_be(loaded):
    postings = Posting.objects.all()
    assert set(postings.values_list("pay_unit", flat=True)) == {"", *Posting.Unit.values}
    assert postings.filter(is_remote=True, remote_area__kind="nation").exists()
    assert postings.filter(is_remote=True, remote_area__kind="state").exists()
    named = {
        kind for types in postings.values_list("employment_types", flat=True) for kind in types.split(",")
    }
    assert named == set(Posting.EmploymentType.values) - {"OTHER"}
    assert not PostingPlace.objects.filter(area=None).exists()
    assert PostingPlace.objects.values("state").distinct().count() >= 25
    assert postings.filter(posted_on__lt=TODAY - timedelta(days=14)).exists()


def test_nearly_all_are_matched_to_an_occupation_and_some_show_what_is_said_where_none_fits(loaded):
    unmatched = Posting.objects.filter(occupation=None).values_list("title", flat=True)
    assert set(unmatched) == {"Data Analyst", "Museum Intern"}
    assert Occupation.objects.filter(postings__isnull=False).distinct().count() >= 30


def test_loading_again_on_a_later_day_changes_nothing(loaded):
    before = list(Posting.objects.order_by("pk").values())
    again = samples.load(TODAY + timedelta(days=40))
    assert (again.unchanged, again.updated, again.created) == (loaded.created, 0, 0)
    assert list(Posting.objects.order_by("pk").values()) == before


def test_they_are_removed_for_good_and_nothing_else_is(loaded):
    bring_in(Feed.objects.create(name="Board", slug="board", format="csv"), [Reading([record()])], TODAY)
    assert say("remove_samples") == f"{loaded.created} sample postings removed.\n"
    assert [posting.title for posting in Posting.objects.all()] == ["Medical assistant"]
    assert PostingOrigin.objects.count() == 1
    assert "were removed from this site" in say("load_samples")
    assert Posting.objects.count() == 1


def test_a_fresh_site_has_them_from_its_start(db, monkeypatch):
    assert "created" in say("load_samples")
    monkeypatch.setattr(reconcile, "bring_in", lambda *args, **kwargs: pytest.fail("they were read again"))
    say("load_snapshot")


def test_a_site_that_has_none_gets_them_with_the_snapshot(db):
    Posting.objects.all().delete()
    Feed.objects.filter(is_sample=True).delete()
    say("load_snapshot")
    assert Posting.objects.filter(is_sample=True).count() >= 30
    say("remove_samples")
    say("load_snapshot")
    assert not Posting.objects.exists()
