"""The sentences on what a career takes state the figures and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.models import Attainment, EntryEducation
from careers.prose.education import opening
from careers.selectors.cells import Cell
from careers.selectors.colleges import RelatedColleges
from careers.selectors.education import Education
from careers.selectors.related import Related
from careers.selectors.studies import RelatedField, RelatedMajors
from tests.site.html import blemishes

MISSING = Cell(key="related_major", label="Related majors", text="-", missing=True)
NOTHING = Education(
    entry=(),
    degree=None,
    attainment=(),
    answers={},
    majors=RelatedMajors(MISSING),
    colleges=RelatedColleges(MISSING),
    earnings=(),
    related=Related(),
)


def entry(label):
    return Cell(key="entry_education", label="Entry education", text=label, value=label)


def degree(attainment, percent):
    text = f"{attainment.label}, {percent}%"
    return Cell(
        key="common_degree", label="Most common degree", text=text, value=(attainment.value, Decimal(percent))
    )


def field(title):
    return RelatedField("98.17", title, "", "", (), MISSING)


def test_nothing_known_is_nothing_said():
    assert opening("Actors", NOTHING) == []


def test_most_are_more_than_half():
    few = replace(NOTHING, degree=degree(Attainment.BACHELOR, "43"))
    most = replace(NOTHING, degree=degree(Attainment.BACHELOR, "53.3"))
    assert opening("Actors", few) == ["The largest group of Actors, 43%, holds a bachelor's degree."]
    assert opening("Actors", most) == ["Most Actors, 53.3%, hold a bachelor's degree."]


def test_what_is_no_degree_is_not_held():
    shown = replace(NOTHING, degree=degree(Attainment.SOME_COLLEGE, "35"))
    assert opening("Actors", shown) == [
        "The largest group of Actors, 35%, has as its highest education some college, no degree."
    ]


def test_one_field_leads_and_several_lead():
    one = replace(NOTHING, majors=RelatedMajors(MISSING, (field("Drama"),)))
    two = replace(NOTHING, majors=RelatedMajors(MISSING, (field("Drama"), field("Dance"))))
    assert opening("Actors", one) == ["Related field of study that leads here: Drama."]
    assert opening("Actors", two) == ["Related fields of study that lead here: Drama; Dance."]


@pytest.mark.parametrize("label", EntryEducation.labels)
def test_every_class_of_entry_reads_as_a_sentence(label):
    (sentence,) = opening("Actors", replace(NOTHING, entry=(entry(label),)))
    assert sentence.startswith("Entry typically asks for ")
    assert blemishes(sentence) == []


def test_degrees_of_a_wider_group_are_told_of_that_group():
    held = replace(degree(Attainment.BACHELOR, "97.2"), group="a wider group")
    assert opening("Actors", replace(NOTHING, degree=held)) == [
        "Most people in the wider group that Actors are counted in, 97.2%, hold a bachelor's degree."
    ]


@given(attainment=st.sampled_from(Attainment), percent=st.decimals(0, 100, places=1), time=st.booleans())
def test_no_sentence_has_a_blemish_or_another_share(attainment, percent, time):
    span = Cell(key="time_to_become", label="", text="4 years", value=(4, 4), unit="after high school")
    shown = replace(NOTHING, degree=degree(attainment, str(percent)), entry=(span,) if time else ())
    said = " ".join(opening("Actors", shown))
    assert blemishes(said) == []
    assert said.count("%") == 1
    assert ("4 years, counted after high school" in said) is time
