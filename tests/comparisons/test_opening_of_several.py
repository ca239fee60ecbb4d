"""What the opening of a comparison of three to five may say, over random careers."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.selectors.profile import Profile
from comparisons.prose.opening import opening
from comparisons.prose.several import pay
from tests.oracles import order_of_several as oracle

from .profiles import cell, gap, profiles
from .test_opening import earner, facts, numbers_of, schooled

NAMES = ["Actor", "Baker", "Cook", "Dancer", "Editor"]
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
steady = settings(deadline=None, derandomize=True, max_examples=150)


@st.composite
def several(draw) -> list[Profile]:
    return [draw(profiles(name)) for name in NAMES[: draw(st.integers(3, 5))]]


def known_facts(compared) -> list[dict]:
    return [{**facts(profile), "series": (*facts(profile)["series"], "")} for profile in compared]


@steady
@given(several())
def test_only_the_one_ahead_of_all_others_is_said_to_earn_the_most(compared):
    said = " ".join(pay(compared))
    winner = oracle.leader(known_facts(compared))
    names = re.findall(r"(\w+) earn the most", said)
    assert names == ([] if winner is None else [compared[winner].plural])
    if winner is not None:
        assert f"earn the most on average, {compared[winner].cell('annual_mean').text} a year" in said


@steady
@given(several())
def test_the_order_told_is_that_of_the_groups(compared):
    said = " ".join(pay(compared)).split(" Not ranked with them")[0]
    groups = oracle.groups(known_facts(compared))
    if len(groups) < 2:
        assert "After them" not in said
        return
    later = said.split("After them come ")[1].split("; then ")
    assert len(later) == len(groups) - 1
    for group, text in zip(groups[1:], later, strict=True):
        told = {place for place, profile in enumerate(compared) if f"{profile.plural} ($" in text}
        told |= {place for place, profile in enumerate(compared) if f"{profile.plural} (at least" in text}
        assert told == group


@steady
@given(several())
def test_each_of_the_compared_is_named_in_the_sentences_on_pay(compared):
    said = " ".join(pay(compared))
    if said and not said.startswith("All "):
        assert all(profile.plural in said for profile in compared)


@steady
@given(several())
def test_the_opening_states_no_figure_that_the_table_lacks(compared):
    known = {number for profile in compared for number in numbers_of(profile)}
    known |= {"2025", "2024"}
    means = [profile.cell("annual_mean").value for profile in compared]
    means = [mean for mean in means if mean]
    for more in means:
        for less in means:
            known |= {f"{abs(more - less):,}", str(round(100 * abs(more - less) / less))}
    for sentence in opening(compared):
        assert {number.strip(",") for number in NUMBER.findall(sentence)} <= known, sentence


@steady
@given(several())
def test_the_opening_reads_cleanly(compared):
    for sentence in opening(compared):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not re.search(
            r"None|nan|  |\.\.| [.,;]|,,|;;|[{}]|\ba [AEIO]|\ban [BCDFGW]|(\b\w+ \w+\b) \1\b|\bBoth\b",
            sentence,
        ), sentence


def sure(name, mean, **fields):
    return earner(name, mean, rse=Decimal("1.0"), **fields)


def without_pay(name):
    profile = earner(name, 1)
    profile.cells["annual_mean"] = gap("annual_mean")
    return profile


@pytest.mark.parametrize(
    ("compared", "said"),
    [
        (
            [sure("Actors", 50_000), sure("Bakers", 90_000), sure("Cooks", 50_100)],
            "Bakers earn the most on average, $90,000 a year: $39,900, or 80%, more than the next. "
            "After them come Cooks ($50,100) and Actors ($50,000), about the same.",
        ),
        (
            [sure("Actors", 90_000), sure("Bakers", 90_100), sure("Cooks", 50_100)],
            "The highest average yearly pay is that of Bakers ($90,100) and Actors ($90,000), about the "
            "same. After them come Cooks ($50,100).",
        ),
        (
            [sure("Actors", 90_000), sure("Bakers", 90_000), sure("Cooks", 90_000)],
            "All three earn $90,000 a year on average.",
        ),
        (
            [sure("Actors", 90_000), sure("Bakers", 90_100), sure("Cooks", 90_200)],
            "Average yearly pay is $90,200 among Cooks, $90,100 among Bakers and $90,000 among Actors, about "
            "the same.",
        ),
        (
            [sure("Actors", 90_000), without_pay("Bakers"), without_pay("Cooks")],
            "Actors earn $90,000 a year on average; no yearly average is published for Bakers and Cooks.",
        ),
        (
            [
                sure("Actors", 90_000),
                sure("Bakers", 50_000),
                sure("Cooks", 70_000, release="May 2019"),
                without_pay("Dancers"),
            ],
            "Actors earn the most on average, $90,000 a year: $40,000, or 80%, more than the next. "
            "After them come Bakers ($50,000). Not ranked with them: $70,000 among Cooks, because one is of "
            "May 2025, the other of May 2019. No yearly average is published for Dancers.",
        ),
        (
            [earner("Actors", 1, area="Ohio"), earner("Bakers", 2, area="Utah"), without_pay("Cooks")],
            "Average yearly pay is $1 among Actors and $2 among Bakers; which is more cannot be said, "
            "because one is for Ohio, the other for Utah. No yearly average is published for Cooks.",
        ),
        ([without_pay("Actors"), without_pay("Bakers"), without_pay("Cooks")], ""),
    ],
)  # fmt: skip
def test_the_sentences_on_pay_say(compared, said):
    assert " ".join(pay(compared)) == said


def test_careers_with_the_same_schooling_are_told_together():
    actors = schooled("Actors", "Bachelor's degree", "4 years")
    bakers = schooled("Bakers", "Associate's degree", "2 years")
    cooks = schooled("Cooks", "Bachelor's degree", "4 years")
    assert opening([actors, bakers, cooks]) == [
        "Entry typically asks for a bachelor's degree among Actors and Cooks (4 years after high "
        "school), and "
        "for an associate's degree among Bakers (2 years after high school)."
    ]
    assert opening([actors, cooks, schooled("Dancers", "Bachelor's degree", "4 years")]) == [
        "All three typically ask for a bachelor's degree at entry; with experience and training, they take 4 "
        "years after high school."
    ]


def test_the_same_schooling_with_other_times_is_named_once():
    actors = schooled("Actors", "Bachelor's degree", "4 years")
    bakers = schooled("Bakers", "Bachelor's degree", "4 to 9 years")
    cooks = schooled("Cooks", "Bachelor's degree", "no set time", (0, None))
    cooks.cells["entry_education"] = gap("entry_education")
    assert opening([actors, bakers, cooks]) == [
        "Entry typically asks for a bachelor's degree among Actors (4 years after high school) and Bakers "
        "(4 to 9 years after high school); no entry requirement is published for Cooks."
    ]


def test_a_stated_time_is_told_beside_the_computed_ones():
    stated = Profile("c", "Clerk", "Clerks", "/", "", True, "", {
        "time_to_become": cell("time_to_become", (2, 4), "2 to 4 years")})  # fmt: skip
    actors = schooled("Actors", "Bachelor's degree", "4 years")
    editors = schooled("Editors", "Bachelor's degree", "4 years")
    assert opening([stated, actors, editors])[0] == (
        "It usually takes 2 to 4 years to become a Clerk; Actors and Editors take 4 years after high school."
    )


def skilled(name, *skills):
    return Profile(name, name, name, "/", "", False, "", {}, skills=skills)


@pytest.mark.parametrize(
    ("compared", "said"),
    [
        (
            [skilled("Actors", "Welding"), skilled("Bakers", "Welding"), skilled("Cooks", "Welding")],
            ["The top skills of all three are welding."],
        ),
        (
            [skilled("Actors", "Speaking"), skilled("Bakers"), skilled("Cooks", "Welding", "Mathematics")],
            ["The top skills are speaking among Actors; welding and mathematics among Cooks."],
        ),
        (
            [skilled(name, skill, "Welding") for name, skill in zip(
                ("Actors", "Bakers", "Cooks", "Dancers"), ("Speaking", "Writing", "Speaking", "Speaking"),
                strict=True,
            )],
            ["The first of the top skills is speaking among Actors, Cooks and Dancers, and writing among "
             "Bakers."],
        ),
        ([skilled("Actors", "Speaking"), skilled("Bakers"), skilled("Cooks")], []),
    ],
)  # fmt: skip
def test_the_sentence_on_skills_says(compared, said):
    assert opening(compared) == said


def test_names_that_hold_commas_are_parted_by_semicolons():
    people = [
        Profile(name, name, name, "/", "", False, "", {"employment": cell("employment", 9, "9")})
        for name in ("Loggers", "Cutters, Trimmers, and Sewers", "Bakers")
    ]
    assert opening(people) == [
        "9 people work as Loggers; 9 as Cutters, Trimmers, and Sewers; and 9 as Bakers."
    ]
