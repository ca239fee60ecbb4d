"""When the names of occupations change, so do matches by title; what an editor chose does not."""

import io

import pytest
from django.core.management import call_command

from careers.feeds import matching
from careers.models import Posting
from tests.careers.feeds.bringing import everything, feed, read
from tests.careers.feeds.records import record

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("two_titles")]


def rematch() -> str:
    out = io.StringIO()
    call_command("rematch_postings", stdout=out)
    return out.getvalue()


def test_a_posting_whose_text_stays_is_matched_by_the_new_names(monkeypatch):
    read(feed(), record("1", title="Novel work"), record("2"))
    monkeypatch.setattr(matching, "load_vocabulary", lambda: {"Novel work": "29-1141"})
    assert rematch() == "2 postings matched otherwise than before.\n"
    novel, lost = Posting.objects.order_by("pk")
    assert (novel.occupation.soc_code, novel.match_confidence, novel.matched_title) == (
        "29-1141",
        99,
        "Novel work",
    )
    assert (lost.occupation, lost.match_confidence, lost.matched_title) == (None, None, "")


def test_a_second_run_changes_nothing():
    read(feed(), record("1"), record("2", title="Novel work"))
    before = everything()
    assert rematch() == "0 postings matched otherwise than before.\n"
    assert everything() == before


def test_what_an_editor_chose_stays(monkeypatch):
    read(feed(), record("1", title="Novel work"))
    Posting.objects.update(is_occupation_chosen=True)
    monkeypatch.setattr(matching, "load_vocabulary", lambda: {"Novel work": "29-1141"})
    assert rematch().startswith("0 ")
    assert Posting.objects.get().occupation is None


def test_without_postings_no_names_are_read(monkeypatch):
    monkeypatch.setattr(matching, "load_vocabulary", lambda: pytest.fail("the names were read"))
    Posting.objects.all().delete()
    assert rematch().startswith("0 ")
