"""The sentences that open an occupation's page: whole, and saying only what its figures say."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers import formatting
from careers.catalogue import FIGURES
from careers.models import EntryEducation
from careers.preparation import AFTER_HIGH_SCHOOL
from careers.prose.occupation import article, entry_phrase, opening
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
PERIODS = ["percent, 2024 to 2034", "percent, years not stated by the source"]


def cell(key, value, text, **fields) -> Cell:
    definition = FIGURES[key]
    given_fields = {"unit": definition.unit, "kind": definition.kind, **fields}
    return Cell(key=key, label=definition.label, value=value, text=text, **given_fields)


def profile(cells: dict[str, Cell], plural="Welders") -> Profile:
    return Profile("welders", plural, plural, "/careers/welders/", "51-4121", False, "", cells)


def money(key):
    amounts = st.integers(1, 900_000) if key.startswith("annual") else st.decimals(1, 400, places=2)
    show = formatting.money if key.startswith("annual") else formatting.money_cents
    return st.builds(
        lambda amount, top: cell(
            key, amount, f"at least {show(amount)}" if top else show(amount), at_least=top
        ),
        amounts,
        st.booleans(),
    )


KNOWN = {
    "annual_mean": money("annual_mean"),
    "annual_median": money("annual_median"),
    "hourly_mean": money("hourly_mean"),
    "employment": st.builds(
        lambda people, area: cell("employment", people, formatting.count(people), area=area),
        st.integers(10, 9_000_000),
        st.sampled_from(["United States", ""]),
    ),
    "growth": st.builds(
        lambda change, unit: cell("growth", change, formatting.percent(change), unit=unit),
        st.decimals(-99, 300, places=1),
        st.sampled_from(PERIODS),
    ),
    "openings": st.builds(
        lambda number: cell("openings", number, formatting.count(number)), st.integers(0, 900_000)
    ),
    "time_to_become": st.builds(
        lambda low, more, unit: cell(
            "time_to_become", (low, low + more), formatting.years(low, low + more), unit=unit
        ),
        st.integers(1, 9),
        st.integers(0, 4),
        st.sampled_from(["years", AFTER_HIGH_SCHOOL]),
    ),
    "entry_education": st.sampled_from(EntryEducation.labels).map(
        lambda label: cell("entry_education", label, label)
    ),
}
profiles = st.fixed_dictionaries({}, optional=KNOWN).map(profile)
steady = settings(deadline=None, derandomize=True, max_examples=300)


@steady
@given(profiles)
def test_each_sentence_is_whole(found):
    sentences = opening(found)
    assert len(sentences) <= 4
    for sentence in sentences:
        assert re.match(r"[A-Z0-9]", sentence)
        assert sentence.endswith(".")
        assert not re.search(r"None|nan|  |\.\.|[{}]| [.,;]|--", sentence)


@steady
@given(profiles)
def test_no_sentence_states_a_number_that_no_figure_has(found):
    known = {number for own in found.cells.values() for number in NUMBER.findall(f"{own.text} {own.unit}")}
    for sentence in opening(found):
        assert {number.rstrip(",") for number in NUMBER.findall(sentence)} <= known, sentence


@steady
@given(profiles)
def test_a_figure_that_is_there_is_told_and_one_that_is_not_is_not_talked_of(found):
    text = " ".join(opening(found))
    assert ("a year on average" in text) == found.has("annual_mean")
    assert ("an hour on average" in text) == (found.has("hourly_mean") and not found.has("annual_mean"))
    assert ("projected to" in text) == found.has("growth")
    stated = found.has("time_to_become") and found.cell("time_to_become").unit == "years"
    assert ("It usually takes" in text) == stated
    assert ("Entry typically" in text) == (found.has("entry_education") and not stated)
    assert ("after high school" in text) == (
        found.has("entry_education") and found.has("time_to_become") and not stated
    )
    if not found.cells:
        assert text == ""


@steady
@given(profiles)
def test_a_median_is_never_called_an_average(found):
    assume(found.has("annual_median") and found.has("annual_mean"))
    mean, median = found.cell("annual_mean"), found.cell("annual_median")
    assume(mean.value != median.value)
    assert f"{median.text} a year on average" not in opening(found)[0]


@steady
@given(st.decimals(-99, 300, places=1), st.sampled_from(PERIODS))
def test_growth_and_decline_go_the_right_way(change, unit):
    growth = cell("growth", change, formatting.percent(change), unit=unit)
    (sentence,) = opening(profile({"growth": growth}))
    verb = "grow by" if change > 0 else "fall by" if change < 0 else "stay the same"
    assert f"projected to {verb}" in sentence
    assert "-" not in sentence
    assert ("2024 to 2034" in sentence) == ("2024" in unit)


def test_a_career_without_yearly_pay_says_that_only_hourly_pay_is_published():
    (sentence,) = opening(profile({"hourly_mean": cell("hourly_mean", Decimal("58.29"), "$58.29")}, "Actors"))
    assert sentence == "Actors earn $58.29 an hour on average; yearly pay is not published for them."


def test_pay_above_the_top_code_is_at_least_that():
    top = cell("annual_mean", 239_200, "at least $239,200", at_least=True)
    median = replace(top, key="annual_median")
    assert opening(profile({"annual_mean": top, "annual_median": median}, "Surgeons")) == [
        "Surgeons earn at least $239,200 a year on average."
    ]
    exact = cell("annual_mean", 300_000, "$300,000")
    assert opening(profile({"annual_mean": exact, "annual_median": median}, "Surgeons")) == [
        "Surgeons earn $300,000 a year on average, and half of them earn at least $239,200."
    ]


@pytest.mark.parametrize(
    ("entry", "phrase"),
    [
        (EntryEducation.NONE, "no formal educational credential"),
        (EntryEducation.HIGH_SCHOOL, "a high school diploma or equivalent"),
        (EntryEducation.SOME_COLLEGE, "some college, but no degree"),
        (EntryEducation.POSTSECONDARY, "a postsecondary nondegree award"),
        (EntryEducation.ASSOCIATE, "an associate's degree"),
        (EntryEducation.BACHELOR, "a bachelor's degree"),
        (EntryEducation.MASTER, "a master's degree"),
        (EntryEducation.DOCTORAL, "a doctoral or professional degree"),
    ],
)
def test_each_class_of_entry_education_stands_well_in_a_sentence(entry, phrase):
    assert entry_phrase(entry.label) == phrase
    required = cell("entry_education", entry.label, entry.label)
    assert opening(profile({"entry_education": required})) == [f"Entry typically asks for {phrase}."]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Engineer", "an"),
        ("Welder", "a"),
        ("Umpire", "an"),
        ("Underwriter", "an"),
        ("University Lecturer", "a"),
        ("HR Manager", "an"),
    ],
)
def test_the_article_fits_the_sound_of_a_title(title, word):
    assert article(title) == word


def computed(value, text):
    return cell("time_to_become", value, text, unit=AFTER_HIGH_SCHOOL)


@pytest.mark.parametrize(
    ("training", "sentence"),
    [
        ("None", "Entry typically asks for a bachelor's degree, which takes 4 years after high school."),
        (
            "Internship/residency",
            "Entry typically asks for a bachelor's degree; with the experience and training it takes, that "
            "is 4 years after high school.",
        ),
    ],
)
def test_a_computed_time_stands_with_the_schooling_it_is_computed_from(training, sentence):
    cells = {
        "entry_education": cell("entry_education", "Bachelor's degree", "Bachelor's degree"),
        "job_training": cell("job_training", training, training),
        "time_to_become": computed((4, 4), "4 years"),
    }
    assert opening(profile(cells)) == [sentence]


def test_where_entry_asks_for_nothing_no_time_is_told():
    cells = {
        "entry_education": cell("entry_education", EntryEducation.NONE.label, EntryEducation.NONE.label),
        "time_to_become": computed((0, 0), "no set time"),
    }
    assert opening(profile(cells)) == ["Entry typically asks for no formal educational credential."]
