"""The ranking is fair: weights count by proportion, better is never worse, order of entry does not matter."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careers.ranking.composite import rank, score, tenth
from careers.ranking.inputs import BREADTH, EDITORS, INPUTS, PAY, SIZE, Company, between, middle_of, standings
from careers.ranking.market import Market, Mean, Pair, Width, ratio
from careers.ranking.weights import USUAL

ratios = st.fractions(min_value=0, max_value=3, max_denominator=50)
counts = st.integers(min_value=1, max_value=60)
bands = st.none() | st.integers(min_value=0, max_value=4)
assessments = st.none() | st.decimals(min_value=0, max_value=100, places=1)


@st.composite
def fields(draw):
    made = draw(st.lists(st.tuples(ratios, counts, counts, bands, assessments), min_size=1, max_size=8))
    return [Company(key, f"Company {key}", *each) for key, each in enumerate(made)]


weights = st.fixed_dictionaries({name: st.integers(0, 100) for name in INPUTS}).filter(
    lambda values: any(values.values())
)


def places(ranking):
    return [(entry.rank, entry.company.key, entry.score) for entry in ranking.ranked]


@settings(max_examples=60, deadline=None)
@given(fields(), weights, st.integers(min_value=2, max_value=9))
def test_weights_multiplied_by_the_same_number_rank_the_same(companies, values, times):
    multiplied = {name: times * value for name, value in values.items()}
    assert places(rank(companies, values)) == places(rank(companies, multiplied))


@settings(max_examples=60, deadline=None)
@given(fields(), weights, st.randoms(use_true_random=False))
def test_the_order_in_which_companies_are_given_does_not_matter(companies, values, random):
    shuffled = random.sample(companies, len(companies))
    assert places(rank(companies, values)) == places(rank(shuffled, values))


BETTER = {
    "ratio": lambda value: value + Fraction(1, 10),
    "pairs": lambda value: value + 1,
    "offers": lambda value: value + 7,
    "band": lambda value: min(value + 1, 4),
    "assessment": lambda value: min(value + 5, Decimal(100)),
}


@settings(max_examples=60, deadline=None)
@given(fields(), weights, st.sampled_from(list(BETTER)), st.data())
def test_a_company_that_gets_better_in_one_input_never_falls(companies, values, name, data):
    before = data.draw(st.sampled_from(companies))
    assume(getattr(before, name) is not None)
    after = replace(before, **{name: BETTER[name](getattr(before, name))})
    improved = [after if company is before else company for company in companies]
    first, second = (standing(rank(given, values), before.key) for given in (companies, improved))
    assert (first is None) == (second is None)
    if first:
        assert second.rank <= first.rank
        assert second.score >= first.score


def standing(ranking, key):
    return next((entry for entry in ranking.ranked if entry.company.key == key), None)


@settings(max_examples=60, deadline=None)
@given(fields(), weights)
def test_scores_fall_and_equal_ones_share_a_rank(companies, values):
    entries = rank(companies, values).ranked
    for place, entry in enumerate(entries, 1):
        assert 0 <= entry.score <= 100
        assert entry.rank == 1 + sum(other.score > entry.score for other in entries)
        assert entry.rank <= place


@settings(max_examples=60, deadline=None)
@given(fields(), weights)
def test_every_company_is_ranked_or_named_as_without_a_weighed_input(companies, values):
    ranking = rank(companies, values)
    keys = [entry.company.key for entry in ranking.ranked] + [company.key for company in ranking.unscored]
    assert sorted(keys) == sorted(company.key for company in companies)


@settings(max_examples=60, deadline=None)
@given(st.lists(counts, min_size=1, max_size=30))
def test_standings_average_to_the_middle(values):
    found = standings(values)
    assert sum(found[value] for value in values) / Fraction(len(values)) == 50


def company(name, ratio, **extra):
    return Company(hash(name), name, Fraction(ratio), **{"pairs": 1, "offers": 10, **extra})


def test_what_a_company_lacks_leaves_its_weight_to_the_others():
    given = {PAY: Fraction(80), BREADTH: Fraction(40), SIZE: Fraction(40), EDITORS: None}
    assert score(given, {PAY: 50, BREADTH: 25, SIZE: 25, EDITORS: 900}) == 60


def test_a_company_that_lacks_all_that_counts_is_not_ranked():
    ranking = rank(
        [company("A", 1), company("B", 1, assessment=Decimal(70))], {**dict.fromkeys(USUAL, 0), EDITORS: 1}
    )
    assert [entry.company.name for entry in ranking.ranked] == ["B"]
    assert [one.name for one in ranking.unscored] == ["A"]


def test_equals_stand_by_name_and_the_next_rank_is_passed_over():
    ranking = rank([company("b", 1), company("A", 1), company("c", "1/2")], USUAL)
    assert [(entry.rank, entry.company.name) for entry in ranking.ranked] == [(1, "A"), (1, "b"), (3, "c")]


@pytest.mark.parametrize(
    ("ratio", "points"), [("1/4", 0), ("1/2", 0), ("1", 50), ("11/10", 60), ("3/2", 100), ("4", 100)]
)
def test_pay_level_with_the_market_is_worth_half_of_the_points(ratio, points):
    assert between(Fraction(ratio), Fraction(1, 2), Fraction(3, 2)) == points


def test_size_bands_part_the_points_evenly():
    assert [middle_of(band) for band in range(5)] == [10, 30, 50, 70, 90]


def test_a_tenth_rounds_halves_up():
    assert tenth(Fraction("12.25")) == Fraction("12.3")
    assert tenth(Fraction("12.24")) == Fraction("12.2")


@settings(max_examples=200, deadline=None)
@given(fields(), weights)
def test_every_score_is_exact_to_a_tenth_however_near_to_the_middle_of_two(companies, values):
    for entry in rank(companies, values).ranked:
        assert entry.score == score(entry.points, values)


paid = st.lists(
    st.tuples(st.integers(5, 90), st.integers(40, 220), st.integers(60, 180)), min_size=1, max_size=4
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(paid, counts, assessments), min_size=1, max_size=8), weights)
def test_pay_that_is_worked_out_when_needed_ranks_as_exact_pay_does(given, values):
    exact, later = [], []
    for key, (each, offers, assessment) in enumerate(given):
        pairs = [Pair(work, 1, Width.NATION, *one[:2], Market.KNOWN, one[2]) for work, one in enumerate(each)]
        known = {"key": key, "name": f"Company {key}", "pairs": len(pairs), "offers": offers}
        exact.append(Company(ratio=ratio(pairs), assessment=assessment, **known))
        later.append(Company(ratio=Mean(pairs, lambda pairs=pairs: pairs), assessment=assessment, **known))
    ranked, others = (rank(companies, values).ranked for companies in (exact, later))
    assert [(one.rank, one.company.key, one.score, one.points) for one in ranked] == [
        (one.rank, one.company.key, one.score, one.points) for one in others
    ]
