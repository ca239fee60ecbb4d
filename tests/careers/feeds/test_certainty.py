"""A confidence is honest: about as many in 100 matches are right as it says."""

import pytest

from careers.feeds import certainty
from careers.feeds.matching import load_vocabulary, match
from careers.models import Occupation
from tests.oracles.matching import by_band, everyday

pytestmark = pytest.mark.django_db

ABSURD = [
    "Growth Hacker",  # forest workers
    "Developer Advocate",  # urban planners
    "Technology Evangelist",  # clergy
    "Influencer",  # models
    "Head of Growth",  # soil scientists
    "Head of People",  # probation officers
    "Happiness Engineer",  # civil engineers
    "Uber Driver",  # parts drivers
    "Agile Coach",
    "Hacker",
    "Ambassador",
    "Agent",
    "Analyst",
    "Technician",
    "Runner",
]


@pytest.fixture(scope="module")
def matched(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        vocabulary = load_vocabulary()
        codes = dict(Occupation.objects.listed().values_list("pk", "soc_code"))

    def found(title):
        result = match(title, vocabulary)
        return codes.get(result.occupation_id), result.confidence

    return found, {code for code in codes.values() if code}


@pytest.mark.parametrize("title", ABSURD)
def test_a_word_in_common_is_no_match(title, matched):
    assert matched[0](title) == (None, 0)


def test_of_everyday_titles_that_it_was_not_fitted_to_as_many_are_right_as_it_says(matched):
    found, codes = matched
    bands = by_band(everyday(codes)[1], found)
    assert bands[0].titles < sum(band.titles for band in bands.values()) * 0.3
    for lowest, band in bands.items():
        if lowest:
            assert band.right_titles / band.titles >= lowest / 100


def test_each_of_its_facts_makes_a_match_surer():
    least = {"is_whole": False, "share": 0.1, "own": 0.0, "is_reported": False}
    most = {"is_whole": True, "share": 1.0, "own": 1.0, "is_reported": True}
    for fact, value in most.items():
        assert certainty.of(**least | {fact: value}) > certainty.of(**least)
    assert certainty.of(**least) < certainty.FLOOR < certainty.CLOSE <= certainty.of(**most) < 99
