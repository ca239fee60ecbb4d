"""What editors answered to reports: at the figure and on the page, never with a reader's words."""

from datetime import UTC, datetime

import pytest

from careers.models import ReaderReport
from tests.site.html import parse

pytestmark = pytest.mark.django_db

ANSWERED = [
    "/careers/registered-nurses/",
    "/careers/registered-nurses/pay/",
    "/companies/3m/",
    "/places/texas/",
    "/industries/utilities/",
    "/compare/actors-vs-dancers/",
    "/compare/registered-nurses/in/texas-vs-california/",
]


def test_an_answer_is_read_on_the_page_it_was_asked_for_and_on_no_other(client):
    days = [datetime(2026, 3, 1 + number, tzinfo=UTC) for number in range(len(ANSWERED))]
    asked = {"figure": "growth", "shown": "4%", "message": "Words of a reader", "state": "answered"}
    ReaderReport.objects.bulk_create(
        ReaderReport(
            **asked,
            page=f"{page}{query}",
            answer=f"{kind} {page}",
            is_public=kind == "Public",
            answered_at=day,
        )
        for page, day in zip(ANSWERED, days, strict=True)
        for kind, query in (("Public", "?place=texas"), ("Private", ""))
    )
    for page, day in zip(ANSWERED, days, strict=True):
        told = parse(client.get(page)).with_id("answers-to-readers").parent
        assert told.text == f"Answers to readers Growth rate Public {page} March {day.day}, 2026"
        assert told.links == {"Growth rate": "/figures/#growth"}


def test_the_newest_answers_come_first_and_a_page_shows_five_of_them(client):
    asked = {"figure": "growth", "page": "/places/texas/", "shown": "4%", "message": "m", "state": "answered"}
    ReaderReport.objects.bulk_create(
        ReaderReport(**asked, answer=f"Of March {day}.", is_public=True, answered_at=at)
        for day in (9, 10, 2, 4, 7, 3)
        if (at := datetime(2026, 3, day, tzinfo=UTC))
    )
    shown = parse(client.get("/places/texas/")).with_id("answers-to-readers").parent
    assert [entry.text.split(".")[0] for entry in shown.all("dd")] == [
        f"Of March {day}" for day in (10, 9, 7, 4, 3)
    ]


def test_an_answer_is_read_at_its_figure_and_the_readers_words_never(client):
    asked = {"figure": "annual_mean", "page": "/careers/registered-nurses/", "shown": "$90,010"}
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
