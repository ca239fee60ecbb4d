"""By which rule filed names are one employer's: what it joins, what it must not, and that it is stable."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careers.employers import MAX_LENGTH, key, may_be_several

ONE_EMPLOYER = [
    ("Harbor Clinic, LLC", "HARBOR CLINIC L.L.C."),
    ("Harbor Clinic, LLC", "harbor  clinic l l c"),
    ("The Harbor Clinic Corporation", "Harbor Clinic Corp."),
    ("Smith & Jones Therapy", "Smith and Jones Therapy, Inc."),
    ("Núñez Dental Partners, P.A.", "Nunez Dental Partners PA"),
    ("St. Luke’s Clinic", "St Luke's Clinic"),
    ("Harbor Clinic, Inc. d/b/a Tideway Health", "Harbor Clinic"),
    ("Harbor Clinic (dba Tideway Health)", "Harbor Clinic"),
    ("Harbor Staffing, Limited Liability Company", "Harbor Staffing LLC"),
    ("Ana Ruiz, MD, a Professional Corporation", "Ana Ruiz MD, P.C."),
    ("Trans-Pacific Rehab", "Trans Pacific Rehab"),
    ("Children's Hospital Corporation", "The Children’s Hospital Corp."),
]
TWO_EMPLOYERS = [
    ("Harbor Clinic of Texas", "Harbor Clinic"),
    ("Harbor Clinic West", "Harbor Clinic East"),
    ("Harbor Dental 5 LLC", "Harbor Dental 7 LLC"),
    ("Harbor Health Group", "Harbor Health"),
    ("Harbor Holdings Inc", "Harbor Inc"),
    ("A Kind Vet (Minnesota), P.A.", "A Kind Vet (New Jersey), P.C."),
    ("Harbor Health Care", "Harbor Healthcare"),
    ("Smith & Co.", "Smith"),
    ("Children's Hospital Corporation", "Children's Hospital"),
    ("The General Hospital Corporation", "General Hospital, Inc."),
    ("Nephrology Associates, P.A.", "Nephrology Associates, Inc."),
    ("Company Store Inc", "Store Inc"),
]


@pytest.mark.parametrize(("one", "other"), ONE_EMPLOYER)
def test_spellings_of_one_employer_share_a_key(one, other):
    assert key(one) == key(other) != ""


@pytest.mark.parametrize(("one", "other"), TWO_EMPLOYERS)
def test_what_may_be_two_employers_is_kept_apart(one, other):
    assert key(one) != key(other)


PARTS = "Harbor the The Inc. LLC L.L.C. P A p. c. Co & and a medical Corporation dba d/b/a"
WORDS = st.lists(st.sampled_from(PARTS.split()), max_size=8).map(" ".join)


@given(st.text(max_size=60) | WORDS)
@example("İ")  # grows when it loses its case
@example("the the inc")
def test_the_key_of_a_key_is_that_key(name):
    assert key(key(name)) == key(name)


@given(WORDS)
def test_case_and_blanks_tell_no_employer_from_another(name):
    assert key(name.upper()) == key(f"  {name.replace(' ', '   ')} ") == key(name)


@given(st.text(max_size=400))
def test_a_key_fits_and_holds_no_control_character(name):
    assert len(key(name)) <= MAX_LENGTH
    assert "\0" not in key(name)


@given(WORDS.filter(lambda name: any(letter.isalnum() for letter in name)))
def test_a_name_with_letters_keeps_a_key(name):
    assert key(name)


def test_a_name_of_signs_alone_has_no_key():
    assert key(" – ... !") == ""


@pytest.mark.parametrize(
    ("filed", "several"),
    [
        ({"Harbor Clinic, Inc.": {"IA": 3}, "Harbor Clinic": {"IA": 1, "NE": 1}}, False),
        ({"Harbor Clinic, Inc.": {"IA": 3}, "Harbor Clinic": {"TX": 1}}, True),
        # A third spelling can lead from one to the other.
        ({"Harbor Vet": {"TX": 1}, "Harbor Vet PC": {"IA": 3}, "Harbor Vet Co": {"IA": 1, "TX": 1}}, False),
        # Capitals are no other spelling: a chain files for many states under one name.
        ({"HARBOR CLINIC INC": {"TX": 1}, "Harbor Clinic, Inc.": {"IA": 3}}, False),
        # A hospital is one house; a few offers across the border are still its own.
        ({"Mercy Medical Center": {"IA": 2, "OR": 2}}, True),
        ({"Mercy Medical Center": {"IA": 19, "IL": 1}}, False),
    ],
)  # fmt: skip
def test_one_name_filed_far_apart_may_be_several_employers(filed, several):
    assert may_be_several(filed) is several
