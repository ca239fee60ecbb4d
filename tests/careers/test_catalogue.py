"""The catalogue says of every figure what it means and what it is not."""

import re

import pytest

from careers.catalogue import FIGURES, REASONS, THEMES
from careers.models import Missing

each_figure = pytest.mark.parametrize("key", FIGURES)


@each_figure
def test_every_figure_has_a_meaning_in_whole_sentences(key):
    meaning = FIGURES[key].meaning
    assert len(meaning.split()) >= 8
    assert re.match(r"[A-Z0-9“]", meaning)
    assert meaning.endswith(".")
    assert "  " not in meaning


@each_figure
def test_what_a_figure_is_confused_with_is_another_figure_and_the_difference_is_told(key):
    for other, difference in FIGURES[key].not_to_confuse:
        assert other in FIGURES
        assert other != key
        assert len(difference.split()) >= 5
        assert difference.endswith(".")


@each_figure
def test_every_figure_has_a_unit_unless_it_is_no_number(key):
    definition = FIGURES[key]
    assert definition.label
    assert definition.unit or definition.kind in {"name", "class", "rating"}


@pytest.mark.parametrize(
    ("key", "other"),
    [
        ("employment", "openings"),
        ("openings", "employment"),
        ("annual_mean", "annual_median"),
        ("annual_median", "annual_mean"),
        ("entry_education", "attainment"),
        ("attainment", "entry_education"),
        ("age", "age_groups"),
        ("common_major", "related_major"),
        ("related_major", "common_major"),
    ],
)
def test_pairs_that_people_take_for_each_other_are_told_apart(key, other):
    assert other in dict(FIGURES[key].not_to_confuse)


@pytest.mark.parametrize(
    "key", ["time_to_become", "gender", "common_degree", "top_skills", "best_paying_state"]
)
def test_what_the_portal_computes_says_how(key):
    assert len(FIGURES[key].computed.split()) >= 10


def test_openings_and_employment_are_told_apart_from_postings():
    assert "posting" in FIGURES["openings"].meaning


def test_no_figure_stands_in_two_themes():
    assert sum(len(figures) for _, figures in THEMES) == len(FIGURES)


def test_every_reason_for_a_missing_figure_is_put_in_words():
    assert set(REASONS) == set(Missing.values)
