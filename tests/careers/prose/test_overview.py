"""What a page says of work that nobody has written on: whole sentences that hold no more than the facts."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.catalogue import FIGURES
from careers.models import EntryEducation, JobTraining, WorkExperience
from careers.prose import overview, sections
from careers.prose.gaps import EXPECTED, gaps
from careers.selectors.about import About, Part
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

steady = settings(deadline=None, derandomize=True, max_examples=300)
SLIPS = re.compile(r"\bNone\b|\bnan\b|  |\.\.|[{}]| [.,;]|\(\)|\ba [aeio]|\ban [bcdfgpt]")


def cell(key, text, value=None, **fields) -> Cell:
    return Cell(key=key, label=FIGURES[key].label, value=value or text, text=text, **fields)


def profile(title="Welders", soc_code="51-4121", cells=(), about=None, job_title=False, **names) -> Profile:
    known = {own.key: own for own in cells}
    return Profile(
        "welders", title, title, "/", soc_code, job_title, "", known, about=about or About(), **names
    )


NAMES = st.sampled_from(
    [
        "Staff Nurse",
        "Law and Government",
        "RN (Registered Nurse)",
        "English Language",
        "Writing",
        "Comic",
        "C",
    ]
)
some = st.lists(NAMES, max_size=6, unique=True).map(tuple)
abouts = st.builds(
    About,
    titles=some,
    technology=some,
    parts=st.lists(
        st.builds(Part, st.sampled_from(["51-4121.00", "51-4121.01", "51-4122.00"]), NAMES, st.just("")),
        max_size=4,
        unique_by=lambda part: part.title,
    ).map(tuple),
)
profiles = st.builds(
    lambda title, code, cells, about, skills, knowledge: profile(
        title, code, cells, about, skills=skills, knowledge=knowledge
    ),
    st.sampled_from(["Welders", "Managers, All Other", "Comics", "Writing"]),
    st.sampled_from(["51-4121", "51-4120", ""]),
    st.tuples(
        *(
            st.none() | st.sampled_from(labels).map(lambda label, key=key: cell(key, label))
            for key, labels in (
                ("entry_education", EntryEducation.labels),
                ("work_experience", WorkExperience.labels),
                ("job_training", JobTraining.labels),
            )
        )
    ).map(lambda cells: [own for own in cells if own]),
    abouts,
    some.map(lambda names: names[:3]),
    some.map(lambda names: names[:3]),
)


@steady
@given(profiles)
def test_each_sentence_is_whole_and_nothing_slips_in(found):
    for sentence in (*overview.what_they_do(found), *overview.scope(found), *gaps(found)):
        assert re.match(r"[A-Z]", sentence)
        assert sentence.endswith(".")
        assert not SLIPS.search(sentence), sentence


@steady
@given(profiles)
def test_what_is_not_known_is_not_talked_of(found):
    text = " ".join(overview.what_they_do(found))
    assert ("skill" in text) == bool(found.skills)
    assert ("knowledge" in text) == bool(found.knowledge)
    assert ("Technology" in text) == bool(found.about.technology)
    assert ("itle" in text) == bool(overview.other_names(found))
    needs = [found.cell(key) for key in ("work_experience", "job_training")]
    assert ("newcomer" in text) == any(not own.missing and own.value != "None" for own in needs)


@steady
@given(profiles)
def test_no_number_is_told_that_the_facts_do_not_hold(found):
    facts = " ".join(str(own.text) for own in found.cells.values())
    for sentence in overview.what_they_do(found):
        assert set(re.findall(r"\d+", sentence)) <= set(re.findall(r"\d+", facts)), sentence


def test_a_career_of_which_nothing_is_known_is_told_nothing_of():
    assert overview.what_they_do(profile()) == []
    assert overview.scope(profile()) == []


def test_everything_that_is_known_is_told():
    cells = [
        cell("entry_education", "Bachelor's degree"),
        cell("work_experience", "Less than 5 years"),
        cell("job_training", "Internship/residency"),
    ]
    about = About(titles=("Pipe Welder", "Ship Welder"), technology=("Computer aided design CAD software",))
    names = {"skills": ("Active Listening", "Speaking"), "knowledge": ("English Language",)}
    assert overview.what_they_do(profile(cells=cells, about=about, **names)) == [
        "Job titles of this work include Pipe Welder and Ship Welder.",
        "The skills that matter most are active listening and speaking.",
        "The field of knowledge that matters most is English language.",
        "Technology in use includes Computer aided design CAD software.",
        "Beyond schooling, a newcomer typically needs less than 5 years of experience in a related "
        "occupation and an internship or residency.",
    ]


@pytest.mark.parametrize(
    ("names", "row"),
    [
        ([], ""),
        (["Law"], "Law"),
        (["Law", "Art"], "Law and Art"),
        (["Law", "Art", "War"], "Law, Art and War"),
        (["Law and Government", "Art"], "Law and Government; and Art"),
        (["Law", "Art", "Sales, Retail"], "Law; Art; and Sales, Retail"),
    ],
)
def test_names_that_hold_an_and_or_a_comma_are_kept_apart(names, row):
    assert overview.series(names) == row


def test_a_title_of_its_own_is_no_other_name():
    found = profile("Actors", about=About(titles=("Actor", "Comic", "Actors")))
    assert overview.other_names(found) == ["Comic"]


def test_a_residual_occupation_says_that_it_holds_different_work():
    for title in ("Managers, All Other", "Dentists, All Other Specialists"):
        assert "different kinds of work" in overview.scope(profile(title))[0]


def test_a_code_for_several_occupations_says_so():
    assert "under the code 29-2010" in overview.scope(profile(soc_code="29-2010"))[0]
    parts = (Part("21-1011.00", "Abuse Counselors", ""), Part("21-1014.00", "Health Counselors", ""))
    combined, described = overview.scope(profile(soc_code="21-1018", about=About(parts=parts)))
    assert "under the code 21-1018" in combined
    assert "2 occupations in it: Abuse Counselors and Health Counselors" in described


def test_an_occupation_of_one_onet_occupation_needs_no_explanation():
    about = About(parts=(Part("51-4121.00", "Welders", ""),))
    assert overview.scope(profile(about=about)) == []


def test_figures_that_no_source_has_are_named_once():
    (rated, rest) = gaps(profile("Managers, All Other"))
    assert rated.endswith("of its top skills, years of experience or job zone.")
    assert "number of jobs" in rest
    assert "job zone" not in rest


def test_a_career_with_every_figure_has_no_gaps():
    assert gaps(profile(cells=[cell(key, "4") for key in EXPECTED])) == []


def test_a_gap_with_a_reason_of_its_source_is_no_gap_here():
    cells = [cell(key, "4") for key in EXPECTED if key != "age"]
    withheld = Cell(key="age", label="Median age", text="-", missing=True, reason="Withheld.")
    assert gaps(profile(cells=[*cells, withheld])) == []
    assert gaps(profile(cells=cells)) == ["No source loaded here gives its average age."]


def test_a_job_title_says_why_public_statistics_do_not_know_it():
    (sentence,) = gaps(profile("Front Desk Clerk", "", job_title=True))
    assert "official occupations, not job titles" in sentence
    assert "major" not in sentence


@steady
@given(profiles, st.sampled_from(["pay", "skills", "education", "demographics", "outlook", "other"]))
def test_the_way_to_a_page_says_a_whole_sentence_or_nothing(found, page):
    text = sections.summary(page, found)
    assert text == "" or (text.endswith(".") and not SLIPS.search(text)), text


def test_the_way_to_the_people_calls_a_median_a_median():
    cells = [cell("age", "42.3"), cell("gender", "Men 12.6%, Women 87.4%")]
    cells[0] = Cell(key="age", label="Median age", text="42.3", value=42.3)
    assert sections.summary("demographics", profile(cells=cells)) == (
        "Median age: 42.3 years. Men 12.6%, Women 87.4%."
    )
