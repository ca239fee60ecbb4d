"""What is said of more than two figures: who is ahead, who is about the same, who is not ranked."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers import formatting
from comparisons.engine.ranking import Relation, rank
from comparisons.engine.significance import unlike
from comparisons.engine.verdicts import verdict
from tests.oracles import order_of_several as oracle

from .profiles import cell, gap, pay_cells

steady = settings(deadline=None, derandomize=True, max_examples=150)
NAMES = ["Actors", "Bakers", "Cooks", "Dancers", "Editors"]
ONE_SERIES = {"source_name": "BLS OEWS", "release": "May 2025", "area": "United States"}


def mean(amount, rse=Decimal("1.0"), **fields):
    shown = formatting.at_least_money if fields.get("at_least") else formatting.money
    return cell("annual_mean", amount, shown(amount), rse=rse, **{**ONE_SERIES, **fields})


def top():
    return mean(239_200, None, at_least=True)


@st.composite
def rows(draw):
    """Three to five figures, half the time all of one series and near enough to overlap."""
    count = draw(st.integers(3, 5))
    if draw(st.booleans()):
        return [draw(pay_cells()) for _ in range(count)]
    errors = st.none() | st.decimals(0, 6, places=1)
    return [
        top() if draw(st.integers(0, 9)) == 0 else mean(draw(st.integers(200_000, 250_000)), draw(errors))
        for _ in range(count)
    ]


def facts(cells) -> list[dict]:
    return [
        {
            "mean": own.value,
            "rse": own.rse,
            "at_least": own.at_least,
            "series": (own.source_name, own.release, own.kind, own.area, own.group),
        }
        for own in cells
    ]


@steady
@given(rows())
def test_the_one_ahead_is_ahead_of_each_other_beyond_its_error(cells):
    assert rank(cells).leader == oracle.leader(facts(cells))


@steady
@given(rows())
def test_groups_are_parted_wherever_there_is_a_clear_step(cells):
    assert [set(group.members) for group in rank(cells).groups] == oracle.groups(facts(cells))


@steady
@given(rows())
def test_each_figure_is_ranked_unlike_or_missing_and_none_is_two_of_them(cells):
    found = rank(cells)
    places = [*found.ranked, *(place for place, _ in found.unlike), *found.missing]
    assert sorted(places) == list(range(len(cells)))
    assert all(reason for _, reason in found.unlike)


@steady
@given(rows(), st.randoms(use_true_random=False))
def test_the_order_of_the_address_decides_nothing(cells, lot):
    shuffled = lot.sample(range(len(cells)), len(cells))
    turned = rank([cells[place] for place in shuffled])
    assert [{shuffled[place] for place in group.members} for group in turned.groups] == [
        set(group.members) for group in rank(cells).groups
    ]


@steady
@given(rows())
def test_about_the_same_is_said_only_where_any_two_are(cells):
    known = facts(cells)
    for group in rank(cells).groups:
        pairs = {oracle.ahead(known[a], known[b]) for a in group.members for b in group.members if a != b}
        assert (group.relation in {Relation.EQUAL, Relation.SAME}) == (pairs == {"same"})
        assert (group.relation is Relation.UNPRINTED) == ("unknown" in pairs)


@steady
@given(rows())
def test_the_words_name_the_one_ahead_and_no_other(cells):
    said = verdict(cells, NAMES, formatting.money)
    winner = oracle.leader(facts(cells))
    for place, name in enumerate(NAMES[: len(cells)]):
        assert (f"{name}: " in said and "more than the next" in said.split(f"{name}: ")[1][:60]) == (
            place == winner
        )


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ([mean(90_000), mean(60_000), mean(30_000)], "Actors: $30,000 more than the next, Bakers."),
        (
            [mean(30_000), mean(90_000), mean(30_100)],
            "Bakers: $59,900 more than the next, Cooks. About the same: Cooks; Actors.",
        ),
        ([mean(50_000), mean(50_000), mean(50_000)], "Equal."),
        ([mean(50_000), mean(50_100), mean(50_200)], "About the same: within the sampling error."),
        # Each is within the error of the next, and the first beyond that of the last.
        (
            [mean(50_000), mean(51_000), mean(52_000)],
            "No career is ahead of all others beyond the sampling error.",
        ),
        (
            [top(), top(), mean(50_000)],
            "Not ranked, with pay above what the publisher prints: Actors; Bakers.",
        ),
        ([top(), mean(50_000), mean(40_000)], "Actors: at least $189,200 more than the next, Bakers."),
        (
            [mean(90_000), mean(60_000), mean(99_000, release="May 2019")],
            "Actors: $30,000 more than the next, Bakers. "
            "Not ranked: Cooks (one is of May 2025, the other of May 2019).",
        ),
        (
            [mean(90_000), mean(60_000), mean(99_000, group="all cooks")],
            "Actors: $30,000 more than the next, Bakers. Not ranked: Cooks (one is of a wider group).",
        ),
        (
            [mean(90_000, area="Ohio"), mean(60_000, area="Utah"), mean(99_000, area="Iowa")],
            "Not ranked: one is for Ohio, the other for Utah.",
        ),
        (
            [
                mean(90_000, area="Virgin Islands"),
                mean(60_000, area="South Utah nonmetropolitan area"),
                gap("annual_mean"),
            ],
            "Not ranked: one is for the Virgin Islands, the other for the South Utah nonmetropolitan area.",
        ),
        ([mean(90_000), gap("annual_mean"), gap("annual_mean")], ""),
        ([gap("annual_mean")] * 3, ""),
        (
            [mean(90_000, None), mean(60_000, None), mean(30_000, None)],
            "Actors: $30,000 more than the next, Bakers. Its source publishes no sampling error.",
        ),
        (
            [mean(90_000), mean(60_000, None), gap("annual_mean")],
            "Actors: $30,000 more than the next, Bakers. Not every sampling error is published.",
        ),
    ],
)
def test_a_row_of_three_says(cells, said):
    assert verdict(cells, NAMES, formatting.money) == said


def test_a_group_figure_is_unlike_that_of_the_career_alone_and_like_that_of_the_same_group():
    alone, group, other = mean(1), mean(1, group="all cooks"), mean(1, group="all bakers")
    assert unlike(alone, group) == unlike(group, alone) == "one is of a wider group"
    assert unlike(group, other) == "both are of wider groups"
    assert unlike(group, mean(2, group="all cooks")) == ""
