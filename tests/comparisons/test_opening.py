"""What the opening of a comparison may say, over random pairs of profiles."""

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings

from careers.selectors.profile import Profile
from comparisons.engine.compare import compare
from comparisons.engine.significance import is_noise
from comparisons.prose.opening import opening, pay
from tests.oracles.pay_ahead import ahead

from .profiles import cell, gap, profiles

PAIRS = {"first": profiles("Actor"), "second": profiles("Welder")}
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def facts(profile) -> dict:
    pay_cell = profile.cell("annual_mean")
    return {
        "mean": pay_cell.value,
        "rse": pay_cell.rse,
        "at_least": pay_cell.at_least,
        "series": (pay_cell.source_name, pay_cell.release, pay_cell.kind, pay_cell.area),
    }


def numbers_of(profile) -> set[str]:
    return {number for own in profile.cells.values() for number in NUMBER.findall(own.text)}


def earner(name: str, mean: int, **fields):
    """A profile that has a yearly mean and nothing else."""
    known = {"source_name": "BLS OEWS", "release": "May 2025", "area": "United States", **fields}
    own = cell("annual_mean", mean, known.pop("text", f"${mean:,}"), **known)
    return Profile(name.lower(), name, name, "/", "", False, "", {"annual_mean": own})


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**PAIRS)
def test_the_one_said_to_earn_more_is_the_one_who_does(first, second):
    sentence = pay(first, second)
    verdict = ahead(facts(first), facts(second))
    if verdict in {"first", "second"}:
        winner, loser = (first, second) if verdict == "first" else (second, first)
        assert sentence.startswith(f"{winner.plural} earn {winner.cell('annual_mean').text} a year")
        assert f"more than the {loser.cell('annual_mean').text} of {loser.plural}" in sentence
    else:
        assert " more than the " not in sentence
    assert ("cannot be said" in sentence) == (verdict == "unknown")
    assert ("Both earn" in sentence or "cannot be told" in sentence) == (verdict == "same")


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**PAIRS)
def test_the_opening_states_no_figure_that_the_table_lacks(first, second):
    known = numbers_of(first) | numbers_of(second)
    known |= {number for source in ("May 2025", "May 2024") for number in NUMBER.findall(source)}
    a, b = first.cell("annual_mean").value, second.cell("annual_mean").value
    if a and b:
        known |= {f"{abs(a - b):,}", str(round(100 * abs(a - b) / min(a, b)))}
    for sentence in opening([first, second]):
        assert {number.strip(",") for number in NUMBER.findall(sentence)} <= known, sentence


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**PAIRS)
def test_the_opening_reads_cleanly(first, second):
    sentences = opening([first, second])
    assert len(sentences) <= 4
    for sentence in sentences:
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert not re.search(
            r"None|nan|  |\.\.| [.,;]|[{}]|\ba [AEIO]|\ban [BCDFGW]|(\b\w+ \w+\b) \1\b", sentence
        )


@settings(deadline=None, derandomize=True, max_examples=200)
@given(**PAIRS)
def test_the_table_and_the_opening_agree(first, second):
    (section, *_) = compare([first, second])
    row = section.rows[0]
    verdict = ahead(facts(first), facts(second))
    assert row.verdict.startswith("Not ranked") == (verdict == "unknown")
    assert row.verdict.startswith(("Equal", "About the same")) == (verdict == "same")
    assert row.verdict.startswith(f"{first.plural}: ") == (verdict == "first")
    assert row.verdict.startswith(f"{second.plural}: ") == (verdict == "second")


def test_a_difference_within_the_error_is_about_the_same():
    first, second = (
        earner("Actors", 50_000, rse=Decimal("2.0")),
        earner("Welders", 52_000, rse=Decimal("2.0")),
    )
    assert "Both earn about the same on average: $50,000" in pay(first, second)


def test_a_wide_difference_within_the_error_is_not_called_the_same():
    first, second = (
        earner("Actors", 50_000, rse=Decimal("20")),
        earner("Welders", 70_000, rse=Decimal("20")),
    )
    assert (
        "Pay is $50,000 a year on average among Actors and $70,000 among Welders; which is more cannot be "
        "told, because the difference is within the sampling error."
    ) in pay(first, second)


def test_a_difference_beyond_the_error_is_said_with_its_amount():
    first, second = (
        earner("Actors", 50_000, rse=Decimal("0.5")),
        earner("Welders", 55_000, rse=Decimal("0.5")),
    )
    assert (
        pay(first, second)
        == "Welders earn $55,000 a year on average: $5,000, or 10%, more than the $50,000 of Actors."
    )


def test_top_coded_pay_reads_at_least():
    top = earner("Surgeons", 239_200, at_least=True, text="at least $239,200")
    assert pay(top, earner("Welders", 55_000)) == (
        "Surgeons earn at least $239,200 a year on average: "
        "at least $184,200, or 335%, more than the $55,000 of Welders."
    )
    assert "cannot be said" in pay(top, earner("Pilots", 300_000))


def test_unlike_figures_are_not_ranked():
    old = earner("Welders", 55_000, release="May 2020")
    assert "cannot be said, because one is of May 2025, the other of May 2020" in pay(
        earner("Actors", 1), old
    )
    median = earner("Welders", 55_000, kind="median")
    assert "because one is a mean, the other a median" in pay(earner("Actors", 1), median)


def test_pay_that_one_lacks_is_not_made_up():
    known, unknown = earner("Welders", 55_000), earner("Actors", 1)
    unknown.cells["annual_mean"] = gap("annual_mean")
    assert pay(unknown, known) == (
        "Welders earn $55,000 a year on average; no yearly average is published for Actors."
    )
    assert pay(unknown, unknown) == ""


def test_noise_is_a_difference_of_at_most_1_645_standard_errors():
    # Standard errors 300 and 400 make 500 for the difference; 1.645 times that is 822.50.
    assert is_noise(30_000, 1.0, 30_822, 400 / 30_822 * 100)
    assert not is_noise(30_000, 1.0, 30_823, 400 / 30_823 * 100)


def schooled(name: str, entry: str, time: str, value=(4, 4)):
    """A profile whose time to become one is computed from its entry education."""
    cells = {
        "entry_education": cell("entry_education", entry, entry),
        "time_to_become": cell("time_to_become", value, time, unit="after high school"),
    }
    return Profile(name.lower(), name, name, "/", "", False, "", cells)


@pytest.mark.parametrize(
    ("first", "second", "sentence"),
    [
        (
            schooled("Actors", "Bachelor's degree", "4 years"),
            schooled("Welders", "Associate's degree", "2 years"),
            "Entry typically asks for a bachelor's degree among Actors (4 years after high school) and for "
            "an associate's degree among Welders (2 years after high school).",
        ),
        (
            schooled("Actors", "Bachelor's degree", "4 years"),
            schooled("Welders", "Bachelor's degree", "4 years"),
            "Both typically ask for a bachelor's degree at entry; with experience and training both take 4 "
            "years after high school.",
        ),
        (
            schooled("Actors", "Bachelor's degree", "4 years"),
            schooled("Welders", "Bachelor's degree", "4 to 9 years"),
            "Both typically ask for a bachelor's degree at entry; with experience and training, Actors take "
            "4 years after high school and Welders 4 to 9 years.",
        ),
        (
            schooled("Actors", "Some college, no degree", "no set time", (0, None)),
            schooled("Welders", "Bachelor's degree", "4 years"),
            "Entry typically asks for some college, but no degree, among Actors and for a bachelor's degree "
            "among Welders (4 years after high school).",
        ),
    ],
)
def test_a_computed_time_stands_with_the_schooling(first, second, sentence):
    assert opening([first, second]) == [sentence]


def test_a_stated_time_beside_a_computed_one_keeps_the_two_apart():
    stated = Profile("c", "Clerk", "Clerks", "/", "", True, "", {
        "time_to_become": cell("time_to_become", (2, 4), "2 to 4 years")})  # fmt: skip
    (sentence,) = opening([stated, schooled("Actors", "Bachelor's degree", "4 years")])
    assert sentence == (
        "It usually takes 2 to 4 years to become a Clerk; Actors take 4 years after high school."
    )
