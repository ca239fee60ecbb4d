"""Pay against the market: the narrowest area that can be compared, each offer once, and who is left out."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.ranking.market import Market, Pair, Reason, Width, comparable, narrowest, ratio, why_not

METRO, STATE, NATION = Width.METRO, Width.STATE, Width.NATION


def pair(width=METRO, occupation=1, offers=5, median=100, market=100):
    known = market if isinstance(market, int) else None
    return Pair(occupation, 1, width, offers, median, Market.KNOWN if known else market, known)


def test_metropolitan_areas_stand_before_the_state_and_nation_that_hold_them():
    pairs = [pair(NATION), pair(STATE), pair(METRO), pair(METRO), pair(STATE, occupation=2)]
    assert [(one.occupation, one.width) for one in narrowest(pairs)] == [(1, METRO), (1, METRO), (2, STATE)]


def test_where_the_narrow_market_is_not_published_the_wider_one_of_the_same_offers_counts():
    pairs = [pair(METRO, market=Market.UNPUBLISHED), pair(STATE, market=80)]
    assert [one.width for one in comparable(pairs)] == [STATE]


def test_ratios_count_by_their_offers():
    assert ratio([pair(offers=30, median=110), pair(offers=10, median=90)]) == Fraction(105, 100)


@pytest.mark.parametrize(
    ("offers", "pairs", "reason"),
    [
        (0, [], Reason.NONE_HERE),
        (40, [], Reason.TOO_FEW_OF_A_KIND),
        (9, [pair()], Reason.TOO_FEW_IN_ALL),
        (10, [pair()], None),
        (10, [pair(market=Market.TOP_CODED), pair(market=Market.UNPUBLISHED)], Reason.TOP_CODED),
        (10, [pair(market=Market.UNPUBLISHED)], Reason.UNPUBLISHED),
        (10, [pair(market=Market.TOP_CODED), pair(STATE)], None),
    ],
)
def test_a_company_without_enough_to_go_by_is_left_out_with_its_reason(offers, pairs, reason):
    assert why_not(offers, pairs) is reason


pairs = st.lists(
    st.builds(
        pair,
        st.sampled_from(Width),
        occupation=st.integers(1, 3),
        offers=st.integers(5, 40),
        market=st.integers(20, 200) | st.sampled_from([Market.TOP_CODED, Market.UNPUBLISHED]),
    )
)


@settings(max_examples=60, deadline=None)
@given(pairs, st.integers(1, 100))
def test_whoever_is_ranked_has_a_market_to_be_compared_with(found, offers):
    if why_not(offers, found) is None:
        assert offers >= 10
        counted = comparable(found)
        lowest, highest = (each(one.ratio for one in counted) for each in (min, max))
        assert lowest <= ratio(counted) <= highest
        assert len({(one.occupation, one.width) for one in counted}) == len(
            {one.occupation for one in counted}
        )
