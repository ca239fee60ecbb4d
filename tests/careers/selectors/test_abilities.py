"""The top skills: the rated ones of highest importance, else those that a source names."""

from decimal import Decimal

from careers.models import Skill
from careers.selectors.abilities import skill_cells, top_knowledge

from .figures import rating

RATED = [
    rating("Writing", Decimal("3.50"), Decimal("4.00")),
    rating("Speaking", Decimal("4.10"), Decimal("4.00")),
    rating("Monitoring", Decimal("4.10"), Decimal("4.50")),
    rating("Science", Decimal("2.00"), Decimal("6.00")),
]
NAMED = [
    rating("Patient care", None, kind=Skill.Kind.NAMED, rank=2),
    rating("Patients", None, kind=Skill.Kind.NAMED, rank=1),
]
KNOWN = [
    rating("Psychology", Decimal("4.00"), kind=Skill.Kind.KNOWLEDGE),
    rating("Biology", Decimal("4.90"), kind=Skill.Kind.KNOWLEDGE),
    rating("Geography", None, kind=Skill.Kind.KNOWLEDGE),
]


def test_the_top_three_are_those_of_highest_importance_and_the_level_decides_ties():
    cell = skill_cells([*RATED, *KNOWN])["top_skills"]
    assert cell.text == "Monitoring, Speaking, Writing"
    assert cell.value == ("Monitoring", "Speaking", "Writing")


def test_a_skill_that_is_only_named_does_not_come_before_a_rated_one():
    assert skill_cells([*NAMED, *RATED])["top_skills"].value[0] == "Monitoring"


def test_without_rated_skills_the_named_ones_stand_in_their_order():
    assert skill_cells(NAMED)["top_skills"].text == "Patients, Patient care"


def test_skills_whose_ratings_cannot_be_relied_on_say_so():
    cell = skill_cells([rating("Writing", None)])["top_skills"]
    assert (cell.text, cell.reason_code) == ("-", "unreliable")


def test_knowledge_alone_is_no_skill():
    assert skill_cells(KNOWN) == {}


def test_the_top_fields_of_knowledge_leave_out_what_is_not_known():
    assert top_knowledge([*RATED, *KNOWN]) == ("Biology", "Psychology")


def test_skills_say_of_how_many_occupations_they_are_the_mean():
    (cell,) = skill_cells([rating("Writing", Decimal(4), parts=6)]).values()
    assert "The mean of 6 O*NET occupations" in cell.note
