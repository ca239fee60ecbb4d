"""What people type and what titles say become the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.search.words import MAX_WORD, MAX_WORDS, STEMS, named, stem, tokens, typed, whole_words, words


@pytest.mark.parametrize(
    "forms",
    [
        "nurse nurses nursing Nursed",
        "driver drivers drive drives driving",
        "baker bakers bake bakes baking",
        "therapist therapists therapy",
        "secretary secretaries",
        "programmer programming programs",
        "fixes fix fixing",
        "child children",
        "bus buses",
        "manager managers managing management",
    ],
)
def test_forms_of_a_word_share_a_stem(forms):
    assert len({stem(form.casefold()) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("officer", "office"), ("care", "car"), ("engineer", "engine"), ("police", "policy"), ("water", "wait")],
)
def test_other_words_keep_other_stems(one, other):
    assert stem(one) != stem(other)


def test_case_accents_punctuation_and_dots_do_not_matter():
    assert words("Maître d’Hôtel") == ["maitre", "dhotel"]
    assert words("R.N., Nurse's-Aide") == ["rn", "nurses", "aide"]
    assert words("C++/C# developer & tester") == ["cplusplus", "csharp", "developer", "and", "tester"]


def test_words_around_what_is_meant_are_left_out_unless_there_are_no_others():
    assert typed("someone who works with animals") == ["animals"]
    assert typed("I want to be a nurse") == ["nurse"]
    assert typed("social work") == ["social", "work"]
    assert typed("who?") == ["who"]


def test_a_title_is_not_found_by_what_it_excepts():
    title = "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive"
    assert named(title) == ["secretaries", "and", "administrative", "assistants"]


def test_hyphened_words_are_held_joined_as_well():
    assert "xray" in whole_words(tokens("X-Ray Technician"))


@given(st.text())
def test_any_text_becomes_few_short_plain_words(text):
    for found in (typed(text), words(text)):
        assert all(0 < len(word) <= MAX_WORD and word.isalnum() for word in found)
    assert len(typed(text)) <= MAX_WORDS
    assert tokens(text).split().count(STEMS) == 1
