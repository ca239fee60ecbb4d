"""What is said of a move, over random pairs of profiles and in single cases."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comparisons.engine.move import Standing, pay_change, schooling, steps
from comparisons.prose import move as prose
from comparisons.prose import move_way

from .profiles import ENTRIES, cell, gap, profiles
from .ratings import rating, ratings
from .test_opening import earner

EXPERIENCE = ["None", "Less than 5 years", "5 years or more"]
TRAINING = ["None", "Short-term on-the-job training", "Apprenticeship", "Internship/residency"]
BLEMISH = re.compile(
    r"None|nan|Decimal|  |\.\.| [.,;]|[{}]|\ba [AEIOaeio]|\ban [bcdfgwBCDFGW]"
    r"|(\b\w+ \w+\b) \1\b|\b1 (?!is\b)\w+s\b"
)


@st.composite
def movers(draw, name: str):
    """A profile with all that a move speaks of, each part missing at times."""
    profile = draw(profiles(name))
    for key, classes in (("work_experience", EXPERIENCE), ("job_training", TRAINING)):
        if draw(st.booleans()):
            text = draw(st.sampled_from(classes))
            profile.cells[key] = cell(key, text, text)
    if "time_to_become" in profile.cells and draw(st.booleans()):
        profile.cells["time_to_become"] = replace(profile.cells["time_to_become"], unit="after high school")
    if draw(st.booleans()):
        rate = draw(st.decimals(8, 90, places=2))
        profile.cells["hourly_mean"] = cell("hourly_mean", rate, f"${rate}", rse=Decimal(1))
    return replace(profile, rated={"skill": draw(ratings())})


def opening(first, second) -> list[str]:
    step = schooling(first.cell("entry_education"), second.cell("entry_education"), ENTRIES)
    lists = steps(first.rated["skill"], second.rated["skill"])
    return prose.opening(first, second, step, pay_change(first, second), lists)


PAIRS = {"first": movers("Actor"), "second": movers("Welder")}


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**PAIRS)
def test_the_opening_reads_cleanly(first, second):
    sentences = opening(first, second)
    assert 2 <= len(sentences) <= 5
    for sentence in sentences:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not BLEMISH.search(sentence), sentence


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**PAIRS)
def test_schooling_is_more_or_less_only_where_the_classes_say_so(first, second):
    a, b = (profile.cell("entry_education") for profile in (first, second))
    said = opening(first, second)[0]
    if a.missing or b.missing:
        assert "is not published" in said
        return
    step = ENTRIES.index(b.text) - ENTRIES.index(a.text)
    assert ("asks for more schooling among Welders than among Actors" in said) == (step > 0)
    assert ("asks for less schooling among Welders than among Actors" in said) == (step < 0)
    assert ("no more schooling" in said) == (step == 0)


@settings(deadline=None, derandomize=True, max_examples=150)
@given(**PAIRS)
def test_the_counts_are_those_of_the_lists(first, second):
    lists = steps(first.rated["skill"], second.rated["skill"])
    said = prose.to_learn(second, lists)
    if not lists:
        assert said == ""
        return
    count = {where: len(lists.get(where, ())) for where in Standing}
    assert re.search(rf"\b{count[Standing.SHARED] or 'none'} (is|are) shared", said)
    assert f"{count[Standing.LEAVE] or 'none'} can be left behind" in said
    assert said.startswith(f"{count[Standing.LEARN]} skill" if count[Standing.LEARN] else "No skill")
    for step in lists.get(Standing.LEARN, ())[:3]:
        assert step.name.lower() in said.lower()


def pay_of(first, second) -> str:
    return prose.pay(first, second, pay_change(first, second))


def test_a_change_of_pay_is_told_with_its_error():
    old = earner("Actors", 30_000, rse=Decimal(1))
    new = earner("Welders", 40_000, rse=Decimal(1))
    assert pay_of(old, new) == (
        "Pay rises from $30,000 a year on average to $40,000: $10,000 more, give or take $822 of sampling "
        "error."
    )
    assert pay_of(new, old).endswith("$10,000 less, give or take $822 of sampling error.")
    assert prose.range_of(pay_change(old, new)) == "$9,178 to $10,822 more"
    assert prose.range_of(pay_change(new, old)) == "$9,178 to $10,822 less"


def test_a_change_within_the_error_is_about_the_same():
    old, new = earner("Actors", 50_000, rse=Decimal(2)), earner("Welders", 50_500, rse=Decimal(2))
    assert pay_of(old, new).startswith("Pay stays about the same, from $50,000 a year on average to $50,500")
    assert " less to " in prose.range_of(pay_change(old, new))
    assert pay_of(old, old) == "Pay stays the same: $50,000 a year on average."


def test_top_coded_pay_is_a_change_of_at_least_that_much():
    top = earner("Surgeons", 239_200, at_least=True, text="at least $239,200")
    old = earner("Welders", 55_000, rse=Decimal(1))
    assert pay_of(old, top) == (
        "Pay rises from $55,000 a year on average to at least $239,200: at least $184,200 more."
    )
    assert pay_of(top, old).endswith(": at least $184,200 less.")


def test_pay_that_is_unlike_or_missing_says_why():
    old = earner("Actors", 30_000)
    assert pay_of(old, earner("Welders", 40_000, release="May 2020")) == (
        "Pay goes from $30,000 a year on average to $40,000; by how much it changes cannot be told, because "
        "one is of May 2025, the other of May 2020."
    )
    unpaid = earner("Welders", 1)
    unpaid.cells["annual_mean"] = gap("annual_mean")
    assert pay_of(old, unpaid) == ("The change in pay is not known: no yearly mean is published for Welders.")
    old.cells["annual_mean"] = gap("annual_mean")
    assert pay_of(old, unpaid).endswith("no yearly mean is published for Actors or Welders.")


@pytest.mark.parametrize(
    ("experience", "training", "said"),
    [
        ("None", "None", "neither experience in a related occupation nor training on the job."),
        ("None", "Apprenticeship", "no experience in a related occupation, but an apprenticeship."),
        ("5 years or more", "None",
         "5 years or more of experience in a related occupation, but no training on the job."),
        ("Less than 5 years", "Internship/residency",
         "less than 5 years of experience in a related occupation and an internship or residency."),
    ],
)  # fmt: skip
def test_what_newcomers_need_is_told_with_no_word_of_the_source_left_bare(experience, training, said):
    second = earner("Welders", 1)
    second.cells["work_experience"] = cell("work_experience", experience, experience)
    second.cells["job_training"] = cell("job_training", training, training)
    assert f"New Welders need {said}" in prose.opening(
        earner("Actors", 1), second, None, pay_change(second, second), {}
    )


def test_one_thing_to_learn_is_one():
    lists = steps([rating("Speaking", "4", "2")], [rating("Speaking", "4", "4")])
    assert prose.to_learn(earner("Welders", 1), lists) == (
        "1 skill or field of knowledge is to be learnt or deepened: speaking. "
        "Of the others none is shared and none can be left behind."
    )


def test_names_without_ratings_are_told_apart():
    a, b = earner("Actors", 1), earner("Welders", 1)
    assert prose.named_lists(a, b, ["Patients", "Data entry"], ["Welding"], []) == [
        "Named for both: Patients and Data entry.",
        "Named for Welders only: Welding.",
    ]
    assert prose.named_lists(a, b, [], ["Welding"], ["Acting"])[0] == "No skill is named for both."


@pytest.mark.parametrize("number", [0, 1, 4])
@pytest.mark.parametrize("both", [True, False])
def test_what_is_said_of_the_way_agrees_in_number(number, both):
    a, b = earner("Actors", 1), earner("Welders", 1)
    (said,) = move_way.way(a, b, "", number, are_of_both=both)
    assert not BLEMISH.search(said)
    assert ("These" in said or "these" in said) == (number > 1)
    assert move_way.way(a, b, "Closely related", number, are_of_both=both)[0] == (
        "O*NET lists Welders as “closely related” to Actors."
    )
