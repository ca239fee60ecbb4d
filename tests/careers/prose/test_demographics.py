"""The sentences on who does the work state the figures and nothing else."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from careers.prose.demographics import opening
from careers.selectors.cells import Cell
from careers.selectors.demographics import Demographics
from careers.selectors.related import Related
from tests.site.html import blemishes

AGE = Cell(key="age", label="Median age", text="41.5", value=Decimal("41.5"), kind="median")
NOBODY = Demographics(age=None, whole={}, shares={}, related=Related())


def share(key, label, percent):
    return Cell(key=key, label=label, text=f"{percent:.1f}%", value=percent)


def of(**parts):
    return replace(NOBODY, shares=parts)


def test_a_median_is_read_as_half():
    assert opening("Actors", replace(NOBODY, age=AGE)) == [
        "Half of all Actors are older than 41.5 years, half are younger."
    ]


def test_a_mean_is_read_as_an_average():
    mean = replace(AGE, kind="mean", text="40")
    assert opening("Actors", replace(NOBODY, age=mean)) == ["Actors are 40 years old on average."]


def test_the_larger_share_comes_first():
    people = of(gender=(share("gender", "Male", 13.4), share("gender", "Female", 86.6)))
    assert opening("Clerks", people) == ["86.6% of them are women, 13.4% men."]


def test_equal_shares_are_called_equal():
    people = of(gender=(share("gender", "Men", 50.0), share("gender", "Women", 50.0)))
    assert opening("Clerks", people) == ["Women and men are equal in number among them."]


def test_women_alone_are_said_alone():
    assert opening("Clerks", of(gender=(share("gender", "Women", 12.0),))) == ["12.0% of them are women."]


def test_two_age_groups_of_the_same_size_are_not_ranked():
    groups = (share("age_groups", "25 to 34 years", 30.0), share("age_groups", "35 to 44 years", 30.0))
    assert opening("Clerks", of(age_groups=groups)) == []


def test_figures_of_a_wider_group_are_told_of_that_group():
    dentists = {"group": "Dentists"}
    people = replace(
        of(
            gender=(
                share("gender", "Men", 60.5),
                share("gender", "Women", 39.5),
            ),
            age_groups=(replace(share("age_groups", "45 to 54 years", 25.6), **dentists),),
        ),
        age=replace(AGE, **dentists),
    )
    assert opening("Prosthodontists", people) == [
        "Half of all people in the wider group “Dentists” are older than 41.5 years, half are younger.",
        "The largest age group, 25.6%, is that of 45 to 54 years.",
        "60.5% of Prosthodontists are men, 39.5% women.",
    ]


def test_nothing_known_is_nothing_said():
    assert opening("Actors", NOBODY) == []


shares = st.decimals(0, 100, places=1)


@given(women=shares, ages=st.lists(shares, max_size=5), years=st.decimals(16, 80, places=1))
def test_no_sentence_states_what_the_figures_do_not(women, ages, years):
    people = Demographics(
        age=replace(AGE, value=years, text=str(years)),
        whole={},
        shares={
            "gender": (share("gender", "Men", 100 - women), share("gender", "Women", women)),
            "age_groups": tuple(
                share("age_groups", f"group {number}", age) for number, age in enumerate(ages)
            ),
        },
        related=Related(),
    )
    said = " ".join(opening("Actors", people))
    assert blemishes(said) == []
    known = {people.age.text, *(cell.text for cells in people.shares.values() for cell in cells)}
    for word in said.replace(",", "").split():
        if word[0].isdigit() and word.endswith("%"):
            assert word in known
    assert said.count("%") <= 3
