"""A word that no name has is taken for the likeliest word that one has."""

import pytest

from careers.search import spelling

KNOWN = {"nurse": 400, "nursery": 30, "registered": 60, "electrician": 90, "electrical": 200, "truck": 150,
         "driver": 300, "car": 40, "plumber": 30, "plume": 1, "carpenter": 50, "pinter": 1}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nurze", "nurse"),
        ("registerd", "registered"),
        ("electrican", "electrician"),
        ("plumer", "plumber"),
        ("carpinter", "carpenter"),
        ("kernal", ""),
        ("rn", ""),
    ],
)
def test_the_nearest_common_word_is_meant(typed, meant):
    assert spelling.nearest(typed, KNOWN) == meant


def test_of_two_words_as_near_the_commoner_is_meant():
    assert spelling.nearest("tracker", {"trucker": 50, "cracker": 1}) == "trucker"


def test_two_common_words_written_as_one_come_apart():
    assert spelling.parts("truckdriver", KNOWN) == "truck driver"
    assert spelling.parts("carpinter", KNOWN) == ""


def test_the_halves_that_are_looked_up_are_those_that_may_be_words():
    assert spelling.halves_of(["truckdr"]) == {"tru", "ckdr", "truc", "kdr"}
