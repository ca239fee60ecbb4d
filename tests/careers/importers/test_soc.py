"""Which occupation of the pay survey stands for a SOC code."""

import pytest

from careers.importers.soc import FORMER_CODES, covered, covering, holds
from careers.models import Occupation

KNOWN = {"11-1011", "11-2032", "11-2033", "29-2010", "21-1018"}


@pytest.mark.parametrize(
    ("code", "own"),
    [
        ("11-1011", "11-1011"),  # itself
        ("29-2012", "29-2010"),  # published as a broad occupation
        ("21-1014", "21-1018"),  # published under a code of the survey's own
        ("55-1011", None),  # military
    ],
)
def test_a_detailed_code_has_one_occupation_that_stands_for_it(code, own):
    assert covering(code, KNOWN) == own


def test_a_group_covers_its_occupations_and_an_occupation_itself():
    assert covered("11-2030", KNOWN) == {"11-2032", "11-2033"}
    assert covered("29-2011", KNOWN) == {"29-2010"}
    assert covered("99-9999", KNOWN) == set()


@pytest.mark.parametrize(
    ("group", "code", "is_above"),
    [
        ("00-0000", "41-2031", True),
        ("41-0000", "41-2031", True),
        ("41-2000", "41-2031", True),
        ("41-2020", "41-2031", False),
        ("15-1200", "15-1252", True),
    ],
)
def test_a_group_stands_above_the_codes_it_begins(group, code, is_above):
    assert holds(group, code) is is_above


@pytest.mark.django_db
def test_no_occupation_of_the_snapshot_hangs_under_a_group_that_is_not_its_own():
    pairs = Occupation.objects.detailed().values_list("soc_code", "parent__soc_code")
    astray = [(code, parent) for code, parent in pairs if not holds(parent, code)]
    assert astray == []


@pytest.mark.django_db
def test_a_code_of_2010_means_nothing_else_now_and_the_one_it_went_into_is_known():
    known = set(Occupation.objects.detailed().values_list("soc_code", flat=True))
    assert {code for code in FORMER_CODES if covering(code, known)} == set()
    assert {code for code in FORMER_CODES.values() if not covering(code, known)} == set()
