"""A feed is read again and again: nothing is lost, nothing is there twice, and no editor is overruled."""

from decimal import Decimal

import pytest

from careers.feeds.posting_rows import Rows
from careers.feeds.records import PlaceRecord, Rejected
from careers.models import (
    Company,
    CompanyName,
    Occupation,
    Posting,
    PostingPlace,
)
from careers.search import index
from tests.careers.feeds.bringing import everything, feed, outcome, read
from tests.careers.feeds.records import TODAY, TOMORROW, record

pytestmark = pytest.mark.usefixtures("two_titles")


@pytest.mark.django_db
def test_a_posting_comes_in_with_its_place_and_occupation():
    assert outcome(read(feed(), record())) == {"created": 1}
    posting = Posting.objects.get()
    assert (posting.title, posting.company_name, posting.is_sample) == (
        "Medical assistant",
        "Harbour Clinic",
        False,
    )
    assert (posting.occupation.soc_code, posting.match_confidence) == ("31-9092", 99)
    assert (posting.pay_min, posting.yearly_max) == (Decimal("21.50"), 58_240)
    assert posting.places.get().area.name.startswith("Seattle-Tacoma")
    assert posting.is_open(TODAY)


@pytest.mark.django_db
def test_a_second_reading_changes_nothing():
    board = feed()
    records = [
        record("1"),
        record("2", title="Registered nurse", posted_on=None),
        record("3", title="Novel work"),
    ]
    read(board, *records)
    before = everything()
    assert outcome(read(board, *records, today=TOMORROW)) == {"unchanged": 3}
    assert everything() == before


@pytest.mark.django_db
def test_a_changed_posting_is_updated_and_keeps_its_address():
    board = feed()
    read(board, record("1"), record("2"))
    first = Posting.objects.earliest("pk")
    changed = record("1", title="Registered nurse", places=(PlaceRecord("Portland", "OR"),), pay_max=None)
    assert outcome(read(board, changed, record("2"), today=TOMORROW)) == {"updated": 1, "unchanged": 1}
    posting = Posting.objects.get(pk=first.pk)
    assert (posting.title, posting.occupation.soc_code, posting.pay_max) == (
        "Registered nurse",
        "29-1141",
        None,
    )
    assert [place.city for place in posting.places.all()] == ["Portland"]
    assert posting.changed_at > first.changed_at


@pytest.mark.django_db
def test_a_key_that_one_feed_uses_for_another_job_leaves_the_job_of_the_other_feed():
    board, other = feed(), feed("Other")
    read(board, record("1"))
    assert outcome(read(other, record("x"))) == {"merged": 1}
    assert outcome(read(board, record("1", title="Registered nurse"), today=TOMORROW)) == {"updated": 1}
    assert outcome(read(other, record("x"), today=TOMORROW)) == {"created": 1}
    titles = Posting.objects.filter(closed_on=None).values_list("title", flat=True)
    assert sorted(titles) == ["Medical assistant", "Registered nurse"]
    assert outcome(read(other, record("x"), today=TOMORROW)) == {"unchanged": 1}


@pytest.mark.django_db
def test_an_occupation_that_an_editor_chose_stays():
    board = feed()
    read(board, record())
    chosen = Occupation.objects.get(soc_code="29-1141")
    Posting.objects.update(
        occupation=chosen, is_occupation_chosen=True, match_confidence=None, matched_title=""
    )
    assert outcome(read(board, record(pay_max=Decimal(30)))) == {"updated": 1}
    posting = Posting.objects.get()
    assert (posting.occupation, posting.match_confidence, posting.pay_max) == (chosen, None, Decimal(30))


@pytest.mark.django_db
def test_a_vanished_posting_is_closed_and_opens_again_when_it_comes_back():
    board = feed()
    read(board, record("1"), record("2"))
    assert outcome(read(board, record("1"), today=TOMORROW)) == {"unchanged": 1, "closed": 1}
    assert [posting.closed_on for posting in Posting.objects.order_by("pk")] == [None, TOMORROW]
    assert outcome(read(board, record("1"), today=TOMORROW)) == {"unchanged": 1}
    assert outcome(read(board, record("1"), record("2"), today=TOMORROW)) == {"updated": 1, "unchanged": 1}
    assert Posting.objects.open(TOMORROW).count() == 2


@pytest.mark.django_db
def test_the_same_job_from_two_feeds_is_one_posting_that_closes_with_the_last():
    one, other = feed("One"), feed("Other")
    read(one, record("1"))
    again = record(
        "x", title="MEDICAL  ASSISTANT", company_name="The Harbour Clinic, Inc.", pay_max=Decimal(99)
    )
    assert outcome(read(other, again)) == {"merged": 1}
    posting = Posting.objects.get()
    assert posting.origins.count() == 2
    assert posting.pay_max == Decimal(28), "it says what the first says"
    assert outcome(read(other, again)) == {"unchanged": 1}

    assert outcome(read(one, today=TOMORROW, allow_shrink=True)) == {"closed": 1}
    posting.refresh_from_db()
    assert posting.closed_on is None
    assert outcome(read(other, again)) == {"updated": 1}, "the other speaks now"
    posting.refresh_from_db()
    assert posting.pay_max == Decimal(99)
    read(other, today=TOMORROW, allow_shrink=True)
    posting.refresh_from_db()
    assert posting.closed_on == TOMORROW


@pytest.mark.django_db
def test_an_item_that_becomes_another_job_leaves_the_posting_that_it_shared():
    one, other = feed("One"), feed("Other")
    read(one, record("1"))
    read(other, record("x"))
    assert outcome(read(other, record("x", title="Registered nurse"))) == {"created": 1}
    assert [posting.origins.count() for posting in Posting.objects.order_by("pk")] == [1, 1]


@pytest.mark.django_db
def test_two_alike_items_of_one_feed_are_two_jobs_in_two_feeds_too():
    one, other = feed("One"), feed("Other")
    assert outcome(read(one, record("1"), record("2"))) == {"created": 2}
    assert outcome(read(other, record("x"), record("y"), record("z"))) == {"merged": 2, "created": 1}
    assert Posting.objects.count() == 3


@pytest.mark.django_db
def test_a_sample_is_marked_and_never_becomes_one_with_a_real_posting():
    read(feed("Samples", is_sample=True), record("1"))
    read(feed("Real"), record("1"))
    assert sorted(Posting.objects.values_list("is_sample", flat=True)) == [False, True]


@pytest.mark.django_db
@pytest.mark.parametrize("records", [[], [record("1")]])
def test_a_feed_that_reads_as_cut_off_keeps_what_was_there_unless_one_insists(records):
    board = feed()
    read(board, record("1"), record("2"), record("3"))
    before = everything()
    receipt = read(board, *records, today=TOMORROW)
    assert "are open: it looks cut off" in receipt.error
    assert (receipt.pk is not None, receipt.closed, everything()) == (True, 0, before)
    assert outcome(read(board, *records, allow_shrink=True))["closed"] == 3 - len(records)


@pytest.mark.django_db
def test_postings_that_ended_on_their_day_may_leave_a_feed_in_any_number():
    board = feed()
    read(board, *(record(str(number), valid_through=TODAY) for number in range(4)))
    assert outcome(read(board, record("new"), today=TOMORROW)) == {"created": 1, "closed": 4}


@pytest.mark.django_db
def test_what_cannot_be_used_is_listed_with_its_reason_and_closes_nothing():
    board = feed()
    read(board, record("1"), record("2"))
    bad = record("2", apply_url="javascript:x")
    receipt = read(board, record("1"), bad, record("1"), record("4", company_name=""),
                   rejected=[Rejected("line\0 7", "It is empty.\ud800")])  # fmt: skip
    assert outcome(receipt) == {"unchanged": 1, "rejected": 4}
    reasons = {each["item"]: each["reason"] for each in receipt.rejections}
    assert "link to apply" in reasons["2"]
    assert reasons["line 7"] == "It is empty."
    assert reasons["1"] == "The feed has an item of that key already."
    assert reasons["4"] == "It names no employer, nor does its feed."
    assert Posting.objects.filter(closed_on__isnull=True).count() == 2


@pytest.mark.django_db
def test_an_item_with_a_long_key_that_cannot_be_used_stays_open_and_one_whose_page_is_gone_does_not():
    board, long, gone = feed(), f"https://jobs.example/{'a' * 200}", "https://jobs.example/7"
    read(board, record(long), record(gone), record("1"), record("2"))
    rejected = [
        Rejected(long, "It is no number."), Rejected(gone, "The page is gone.", is_there=False)
    ]  # fmt: skip
    assert outcome(read(board, record("1"), record("2"), rejected=rejected)) == {
        "unchanged": 2, "closed": 1, "rejected": 2,
    }  # fmt: skip
    unusable = record(long, title="")
    assert outcome(read(board, record("1"), record("2"), unusable)) == {"unchanged": 2, "rejected": 1}


@pytest.mark.django_db
def test_the_search_is_told_of_what_is_new_changed_or_closed(django_capture_on_commit_callbacks, monkeypatch):
    told = []
    monkeypatch.setattr(index, "refresh_postings", lambda keys: told.append(sorted(keys)))
    board = feed()
    with django_capture_on_commit_callbacks(execute=True):
        read(board, record("1"), record("2"), record("3"))
    first, second, third = Posting.objects.order_by("pk").values_list("pk", flat=True)
    assert told == [[first, second, third]]
    with django_capture_on_commit_callbacks(execute=True):
        read(board, record("1"), record("2", title="Registered nurse"))
    assert told[-1] == [second, third]
    told.clear()
    with django_capture_on_commit_callbacks(execute=True):
        read(board, record("1"), record("2", title="Registered nurse"))
    assert told == []


@pytest.mark.django_db
def test_a_feed_of_nothing_usable_has_failed():
    receipt = read(feed(), record(title=""))
    assert receipt.error.startswith("None of its 1 items can be used; the first: 1, It has no title.")


@pytest.mark.django_db
def test_a_feed_that_is_not_in_use_brings_nothing():
    assert "not in use" in read(feed(is_in_use=False), record()).error
    assert not Posting.objects.exists()


@pytest.mark.django_db
def test_what_the_database_refuses_is_a_failed_reading(monkeypatch):
    monkeypatch.setattr(
        Rows, "_places", lambda self, row, posting: [PostingPlace(posting=row), PostingPlace(posting=row)]
    )
    receipt = read(feed(), record())
    assert receipt.error.startswith("The database refused it")
    assert not Posting.objects.exists()


@pytest.mark.django_db
def test_a_company_is_known_by_its_names_and_else_by_its_feed():
    known = Company.objects.create(name="Harbour Clinic of Tacoma", slug="harbour-clinic-of-tacoma")
    CompanyName.objects.create(company=known, name="Harbour Clinic LLC", kind="legal", key="harbour clinic")
    whose = Company.objects.create(name="Elsewhere Care", slug="elsewhere-care")
    board = feed(company=whose)
    read(board, record("1"), record("2", company_name=""), record("3", company_name="Elsewhere Care"),
         record("4", company_name="Harbour Clinic, Inc."))  # fmt: skip
    assert [posting.company for posting in Posting.objects.order_by("pk")] == [known, whose, whose, known]
    assert Posting.objects.get(origins__external_id="2").company_name == "Elsewhere Care"


@pytest.mark.django_db
def test_how_many_queries_it_takes_does_not_depend_on_how_many_postings(django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        read(feed(), *(record(str(number), title=f"Work {number}") for number in range(60)))
