"""Weights come from the address; what is not one is told at its input."""

import pytest

from careers.ranking.weights import ALL_ZERO, NOT_A_WEIGHT, USUAL, read


def test_the_usual_weights_sum_to_a_hundred():
    assert sum(USUAL.values()) == 100
    assert read({}).are_usual


def test_what_the_address_leaves_out_has_its_usual_weight():
    assert read({"pay": "100", "editors": "000"}).values == {**USUAL, "pay": 100, "editors": 0}


@pytest.mark.parametrize("text", ["101", "-1", "1.5", "many", "１２", "9" * 5000, "\0", "1e2"])
def test_what_is_no_weight_is_told_and_the_usual_ones_apply(text):
    weights = read({"pay": text, "size": "5"})
    assert weights.errors == {"pay": NOT_A_WEIGHT}
    assert weights.values == USUAL
    assert weights.typed["size"] == "5"


def test_weights_that_are_all_zero_are_told():
    assert read(dict.fromkeys(USUAL, "0")).errors == {"": ALL_ZERO}
