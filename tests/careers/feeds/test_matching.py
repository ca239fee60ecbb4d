"""Titles as employers write them, of our own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.feeds.matching import FLOOR, load_vocabulary, match
from careers.feeds.matching import vocabulary as vocabulary_of
from careers.feeds.titles import read_title
from careers.models import Occupation

pytestmark = pytest.mark.django_db

SURE = [
    ("Registered Nurse (RN) - Med Surg - Nights - $10,000 Sign-On Bonus", "29-1141"),
    ("RN Case Manager", "29-1141"),
    ("RN - ICU", "29-1141"),
    ("Pharmacy Technician (PRN)", "29-2052"),
    ("Nurse Practitioner - Urgent Care", "29-1171"),
    ("Dental Hygienist - Part Time", "29-1292"),
    ("Software Engineer II (Remote)", "15-1252"),
    ("Sr. Software Engineer #R-10442", "15-1252"),
    ("Data Scientist", "15-2051"),
    ("Senior Accountant - Hybrid", "13-2011"),
    ("Bartender", "35-3011"),
    ("Welder (2nd shift)", "51-4121"),
    ("Chief Financial Officer", "11-1011"),
    ("Repsiratory Therapist", "29-1126"),
]
LIKELY = [
    ("Line Cook", "35-2014"),
    ("Project Manager", "13-1082"),
    ("Maintenance Technician", "49-9071"),
    ("Delivery Driver", "53-3033"),
    ("CDL-A Truck Driver - Home Weekly - $1500/week", "53-3032"),
    ("Customer Service Representative - Call Center (Work from Home)", "43-4051"),
    ("Travel Physical Therapist - 13 weeks", "29-1123"),
    ("Attorney - Litigation", "23-1011"),
]
NOTHING = [
    "",
    "   ",
    "\0",
    "Associate II",
    "Join our team!",
    "Now hiring - all shifts",
    "Zzyzx Qwfp",
    "$25/hr",
]

SMALL = vocabulary_of([(1, "Cooks", "", 10), (2, "Nurses", "", None)], [(1, "Line Cook", "LC", "")])


@pytest.fixture(scope="module")
def vocabulary(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), CaptureQueriesContext(connection) as queries:
        loaded = load_vocabulary()
    assert len(queries) <= 2
    return loaded


@pytest.fixture(scope="module")
def codes(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        return dict(Occupation.objects.listed().values_list("pk", "soc_code"))


@pytest.mark.parametrize(("title", "code"), SURE)
def test_a_title_that_leaves_no_doubt_is_matched_surely(title, code, vocabulary, codes):
    found = match(title, vocabulary)
    assert codes[found.occupation_id] == code
    assert found.confidence >= 75
    assert found.matched_title


@pytest.mark.parametrize(("title", "code"), LIKELY)
def test_a_title_that_several_occupations_share_goes_to_the_likeliest_with_less_confidence(
    title, code, vocabulary, codes
):
    found = match(title, vocabulary)
    assert codes[found.occupation_id] == code
    assert FLOOR <= found.confidence <= 90


@pytest.mark.parametrize("title", NOTHING)
def test_a_title_that_says_too_little_is_matched_with_nothing(title, vocabulary):
    assert match(title, vocabulary) == (None, 0, "")


def test_a_job_title_of_the_editors_comes_before_the_official_ones(vocabulary, codes):
    found = match("Patient Service Coordinator - Tacoma, WA", vocabulary)
    assert codes[found.occupation_id] is None
    assert match("Patient Service Coordinator", vocabulary).confidence > 95


def test_level_hours_place_of_work_and_pay_change_nothing(vocabulary):
    plain = match("Medical Assistant", vocabulary)
    for title in (
        "Medical Assistant II",
        "Sr. Medical Assistant",
        "Medical Assistant (Remote)",
        "Medical Assistant - Night Shift",
        "MEDICAL ASSISTANT - $5,000 sign-on bonus",
        "Medical Assistants",
    ):
        assert match(title, vocabulary).occupation_id == plain.occupation_id, title


def test_who_helps_or_leads_is_not_who_does_the_work(vocabulary, codes):
    assert codes[match("Physical Therapist Assistant", vocabulary).occupation_id] == "31-2021"
    assert codes[match("Nursing Director", vocabulary).occupation_id] == "11-9111"


def test_of_two_names_alike_the_first_is_told_in_every_process():
    """In the order of a set, matches would differ from run to run."""
    names = [f"{letter}, Line Cook" for letter in "qwertyuiop"]
    one = vocabulary_of([(1, "Cooks", "", 10)], [(1, f"Cook, Line ({name})", name, "") for name in names])
    assert match("Line Cook", one).matched_title == "Cook, Line"


def test_or_and_it_are_words_of_their_own_only_in_capitals():
    assert "technology" in read_title("IT Support Specialist").wholes[1]
    assert "technology" not in read_title("Do it all cook").wholes[1]
    assert "technology" not in read_title("DO IT ALL COOK").wholes[1]


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_any_text_gives_a_match_or_none(title):
    found = match(title, SMALL)
    assert found.occupation_id is None or FLOOR <= found.confidence <= 100


def test_all_names_are_made_ready_once_and_anew_when_one_of_them_changes():
    before = load_vocabulary()
    assert load_vocabulary() is before
    assert match("Zymurgist", before).occupation_id is None
    brewer = Occupation.objects.listed().first()
    Occupation.objects.filter(pk=brewer.pk).update(plural_title="Zymurgists")
    assert match("Zymurgist", load_vocabulary()).occupation_id == brewer.pk
