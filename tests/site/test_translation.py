"""Everything that readers are told is marked for translation, and in plain words."""

import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

import pytest
from django.utils.translation import gettext, ngettext

from careers.models import Page, Posting, PostingPlace
from tests.site.addresses import EMBEDS, FORMS, NOT_FOUND, PAGES
from tests.site.html import parse
from tests.site.reading_level import grade
from tests.site.wide_letters import in_words, texts, unmarked, values, wide_letters, words

# Programmers read that in English.
FOR_PROGRAMS = "interface for programs"
ADDRESSES = {kind: its for kind, its in PAGES.items() if kind != FOR_PROGRAMS} | FORMS | NOT_FOUND | EMBEDS
# A text that was cut short may end within a value of the database.
CUT = re.compile(r"[^⟦⟧]*…")
# What tests add to the snapshot after its values were read.
SAMPLES = {
    Page: ("title", "body"),
    Posting: ("title", "company_name", "description", "origins__feed__name"),
    PostingPlace: ("city",),
}
HARDEST = 8  # years of school
ENOUGH = 10  # sentences on a page to judge it by


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ADDRESSES)
def test_a_page_says_nothing_that_is_not_marked_or_hard_to_read(client, kind):
    values()
    asked = set(words(unquote_plus(re.sub(r"[-/_]", " ", ADDRESSES[kind]))).split())
    for model, names in SAMPLES.items():
        asked |= {word for row in model.objects.values_list(*names) for word in words(" ".join(row)).split()}
    with wide_letters():
        told = list(texts(parse(client.get(ADDRESSES[kind]))))
        assert {text for text in told if set(unmarked(CUT.sub("", text))) - asked} == set()
    sentences = set(_sentences(told))
    assert len(sentences) < ENOUGH or grade(sentences) <= HARDEST, sorted(sentences, key=len)


def _sentences(told: list[str]) -> Iterator[str]:
    """The sentences of a page, each name of the database in them a single short word."""
    for text in told:
        yield from (
            part for part in re.split(r"(?<=[.!?])\s+", in_words(text)) if part[-1:] in {".", "!", "?"}
        )


def test_a_word_that_is_not_marked_shows_even_within_a_sentence_that_is():
    with wide_letters():
        more = gettext("more than {what}")
        assert unmarked(more.format(what="nothing whatever")) == ["nothing", "whatever"]
        assert unmarked(ngettext("one", "{number} of them", 3).format(number=3)) == []


def test_long_words_and_sentences_are_harder_to_read():
    # By hand: 6 words, 1 sentence, 6 beats; 5 words, 1 sentence, 20 beats.
    assert grade(["The cat sat on the mat."]) == pytest.approx(0.39 * 6 + 11.8 * 6 / 6 - 15.59)
    assert grade(["Educational administrators institutionalise bureaucratic communication."]) > 30
    assert grade(["Cats sit. Dogs run."]) < grade(["Cats sit and dogs run."])
