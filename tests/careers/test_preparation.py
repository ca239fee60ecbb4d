"""How long it takes to become something, by the written rule, and what the scales of O*NET ask."""

import itertools
from decimal import Decimal

import pytest

from careers.models import EntryEducation, JobTraining, PreparationShare, WorkExperience
from careers.preparation import EXPERIENCE, STUDY, TRAINING, time_to_become
from careers.preparation_scales import SCALES, answer

ALL = list(itertools.product(EntryEducation.values, WorkExperience.values, JobTraining.values))


def test_the_rule_knows_every_class_of_the_projections():
    assert set(STUDY) == set(EntryEducation.values)
    assert set(EXPERIENCE) == set(WorkExperience.values)
    assert set(TRAINING) == set(JobTraining.values)


@pytest.mark.parametrize(
    ("education", "experience", "training", "text"),
    [
        ("bachelor", "none", "none", "4 years"),
        ("associate", "none", "none", "2 years"),
        ("master", "none", "none", "5 to 6 years"),
        ("doctoral_professional", "none", "none", "at least 7 years"),
        ("doctoral_professional", "none", "internship_residency", "at least 7 years"),
        ("high_school", "none", "short_term", "up to 1 month"),
        ("none", "none", "moderate_term", "1 month to 1 year"),
        ("high_school", "none", "long_term", "at least 1 year"),
        ("high_school", "none", "apprenticeship", "3 to 5 years"),
        ("bachelor", "under_5_years", "none", "4 to 9 years"),
        ("bachelor", "from_5_years", "none", "at least 9 years"),
        ("bachelor", "none", "moderate_term", "4 to 5 years"),
        ("associate", "none", "short_term", "2 years"),
        ("postsecondary_award", "none", "none", "up to 2 years"),
        ("high_school", "under_5_years", "moderate_term", "1 month to 6 years"),
        ("none", "none", "none", "no set time"),
        ("none", "none", "internship_residency", "no set time"),
    ],
)
def test_schooling_experience_and_training_add_up(education, experience, training, text):
    assert time_to_become(education, experience, training).text == text


@pytest.mark.parametrize("classes", ALL)
def test_a_longer_part_never_makes_the_way_shorter(classes):
    time = time_to_become(*classes)
    low, high = time.years
    assert low >= 0
    assert high is None or high >= low
    least = time_to_become("none", classes[1], classes[2]).years
    assert low >= least[0]


@pytest.mark.parametrize("classes", ALL)
def test_a_part_without_an_end_leaves_the_whole_without_one(classes):
    endless = classes[0] == "doctoral_professional" or classes[1] == "from_5_years"
    endless = endless or classes[2] in {"long_term", "internship_residency"}
    time = time_to_become(*classes)
    assert (time.high is None) == endless
    assert not (endless and " to " in time.text)


@pytest.mark.parametrize("classes", ALL)
def test_what_was_added_up_is_told_part_by_part(classes):
    parts = time_to_become(*classes).parts
    assert ("of study" in parts) == (STUDY[classes[0]] != (0, 0))
    assert ("related occupation" in parts) == (classes[1] != "none")
    assert ("internship or residency" in parts) == (classes[2] == "internship_residency")
    assert "None" not in parts
    assert "  " not in parts


def test_years_are_numbers_and_an_open_end_is_none():
    assert time_to_become("bachelor", "under_5_years", "none").years == (Decimal(4), Decimal(9))
    assert time_to_become("bachelor", "from_5_years", "none").years == (Decimal(9), None)
    assert time_to_become("none", "none", "short_term").years == (Decimal(0), Decimal("0.08"))


def test_each_answer_of_each_scale_has_words_of_its_own():
    assert set(SCALES) == set(PreparationShare.Scale.values)
    lengths = {scale: len(answers) for scale, answers in SCALES.items()}
    assert lengths == {"education": 12, "experience": 11, "on_site": 9, "on_the_job": 9}
    for answers in SCALES.values():
        assert list(answers) == list(range(1, len(answers) + 1))
        assert len(set(answers.values())) == len(answers)


def test_the_same_length_of_time_reads_the_same_on_every_scale():
    for category in range(2, 8):
        words = {answer(scale, category) for scale in ("experience", "on_site", "on_the_job")}
        assert len(words) == 1
    assert answer("experience", 7) == "Over 2 up to 4 years"


def test_an_answer_that_a_later_release_adds_is_named_by_its_number():
    assert answer("experience", 12) == "Answer 12"
