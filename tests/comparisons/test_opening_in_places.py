"""What the opening of one career in several places may say, over random places."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from careers.selectors.profile import Profile
from comparisons.prose.in_places import opening_in_places
from tests.oracles import order_of_several as order

from .profiles import cell, gap, in_places
from .test_section_prose import check_reads_cleanly, known_numbers, numbers

steady = settings(deadline=None, derandomize=True, max_examples=100)
IN = {"": "nationwide", "District of Columbia": "in the District of Columbia"}
PLACE = r"(nationwide|in the District of Columbia|in Texas|in Waco, TX|in Guam)"


def at(profile) -> str:
    return IN.get(profile.place, f"in {profile.place}")


def own(profiles, key) -> list[dict]:
    """The figures as the oracle takes them; one that stands in for the place's own counts as missing."""
    facts = []
    for profile in profiles:
        told = profile.cell(key)
        is_own = not told.missing and told.area == (profile.place or "United States")
        series = (told.source_name, told.release)
        facts.append(
            {
                "mean": told.value if is_own else None,
                "rse": told.rse,
                "at_least": told.at_least,
                "series": series,
            }
        )
    return facts


def key_of(profiles) -> str:
    known = [
        sum(fact["mean"] is not None for fact in own(profiles, key)) for key in ("annual_mean", "hourly_mean")
    ]
    return "hourly_mean" if known[0] < 2 and known[1] > known[0] else "annual_mean"


@steady
@given(in_places())
def test_pay_is_said_to_be_most_only_where_it_is(profiles):
    key = key_of(profiles)
    winner = order.leader(own(profiles, key))
    said = " ".join(opening_in_places(profiles))
    names = re.findall(rf"earn (?:the most|more) {PLACE}", said)
    assert names == ([] if winner is None else [at(profiles[winner])]), said
    if winner is not None:
        assert profiles[winner].cell(key).text in said


@steady
@given(in_places())
def test_the_opening_states_no_figure_that_the_table_lacks(profiles):
    known = known_numbers(profiles)
    values = [fact["mean"] for fact in own(profiles, key_of(profiles)) if fact["mean"] is not None]
    for more in values:
        for less in values:
            known |= {f"{abs(more - less):,}", f"{round(100 * abs(more - less) / less)}"}
    for said in opening_in_places(profiles):
        assert numbers(said) <= known, said


@steady
@given(in_places())
def test_the_opening_reads_cleanly_and_tells_of_each_place(profiles):
    told = opening_in_places(profiles)
    for said in told:
        check_reads_cleanly(said)
    for profile in profiles:
        named = (
            (profile.place, " places.") if profile.place else ("nationwide", "the United States", " places.")
        )
        assert any(name in " ".join(told) for name in named), told


@steady
@given(in_places())
def test_a_figure_that_stands_in_is_never_told_as_that_of_the_place(profiles):
    said = " ".join(opening_in_places(profiles)).replace(",000", "000")
    for profile, fact in zip(profiles, own(profiles, "employment"), strict=True):
        number = profile.cell("employment").text.replace(",", "")
        if fact["mean"] is None and not profile.cell("employment").missing:
            assert f"{number} {at(profile)}" not in said.replace(",", "")


def nurses(place: str, mean: int | None, **fields) -> Profile:
    key = {
        "source_name": "BLS OEWS",
        "release": "May 2025",
        "area": place or "United States",
        "rse": Decimal("1.0"),
    }
    pay = gap("annual_mean") if mean is None else cell("annual_mean", mean, f"${mean:,}", **(key | fields))
    return Profile("nurses", "Nurses", "Nurses", "/", "", False, "", {"annual_mean": pay}, place=place)


def worth(profile: Profile, amount: int) -> Profile:
    pay = profile.cell("annual_mean")
    profile.cells["adjusted_pay"] = replace(pay, key="adjusted_pay", value=amount, text=f"${amount:,}")
    return profile


@pytest.mark.parametrize(
    ("places", "said"),
    [
        (
            [nurses("Texas", 80_000), nurses("Ohio", 90_000)],
            ["Nurses earn more in Ohio than in Texas: $90,000 a year on average against $80,000; that is "
             "$10,000, or 12%, more."],
        ),
        (
            [nurses("Texas", 80_000), nurses("Ohio", 80_100)],
            ["Nurses earn $80,100 in Ohio and $80,000 in Texas, a year on average, about the same."],
        ),
        (
            [nurses("Texas", 80_000), nurses("Ohio", 80_000)],
            ["Nurses earn $80,000 a year on average in both places."],
        ),
        (
            [nurses("", 80_000), nurses("Ohio", 90_000), nurses("Guam", 60_000)],
            ["Nurses earn the most in Ohio, $90,000 a year on average: $10,000, or 12%, more than in the "
             "next. After it comes the United States ($80,000); then Guam ($60,000)."],
        ),
        (
            [nurses("Texas", 80_000), nurses("Waco, TX", 80_000, area="Texas", stands_in_for="Waco, TX")],
            ["Nurses earn $80,000 a year on average in Texas.",
             "No yearly average is published for Waco, TX: in Texas it is $80,000, which is not ranked "
             "here."],
        ),
        (
            [nurses("Texas", None), nurses("Ohio", 90_000, area="", stands_in_for="Ohio")],
            ["No yearly average is published for Texas. No yearly average is published for Ohio: of the "
             "$90,000 that is known, the source names no place."],
        ),
        (
            [worth(nurses("Texas", 80_000), 95_000), worth(nurses("Ohio", 90_000), 85_000)],
            ["Nurses earn more in Ohio than in Texas: $90,000 a year on average against $80,000; that is "
             "$10,000, or 12%, more.",
             "In national prices, pay is highest in Texas: $95,000 a year, against $85,000 in Ohio."],
        ),
        (
            [worth(nurses("Texas", 80_000), 85_100), worth(nurses("Ohio", 90_000), 85_000)],
            ["Nurses earn more in Ohio than in Texas: $90,000 a year on average against $80,000; that is "
             "$10,000, or 12%, more.",
             "In national prices, pay is $85,100 a year in Texas and $85,000 in Ohio, about the same."],
        ),
    ],
)  # fmt: skip
def test_the_opening_says(places, said):
    assert opening_in_places(places) == said
