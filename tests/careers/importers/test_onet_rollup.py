"""The mean of several O*NET occupations, against a second computation in floating point."""

import math
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from careers.importers.onet_rollup import Estimate, mean

values = st.decimals(1, 5, places=2)
errors = st.decimals(0, 30, places=4)
had = st.builds(lambda value, error: Estimate(value, error), values, errors)
missing = st.sampled_from([Estimate(reason="unreliable"), Estimate(reason="not_applicable")])


@given(st.lists(had, min_size=1, max_size=9), st.lists(missing, max_size=3))
def test_a_mean_and_its_error_are_those_of_what_is_there(estimates, lacking):
    rolled = mean([*lacking, *estimates])
    n = len(estimates)
    assert rolled.parts == n
    assert rolled.reason == ""
    assert math.isclose(rolled.value, sum(float(e.value) for e in estimates) / n, abs_tol=0.00501)
    error = math.hypot(*(float(e.error) for e in estimates)) / n
    assert math.isclose(rolled.error, error, abs_tol=0.0000501)
    assert min(e.value for e in estimates) <= rolled.value <= max(e.value for e in estimates)


@given(had)
def test_the_mean_of_one_is_that_one(estimate):
    assert mean([estimate]) == estimate


@given(st.lists(missing, min_size=1, max_size=4))
def test_where_none_is_there_the_reason_says_why(lacking):
    rolled = mean(lacking)
    assert rolled.value is None
    reasons = [estimate.reason for estimate in lacking]
    assert rolled.reason == ("unreliable" if "unreliable" in reasons else "not_applicable")


def test_a_half_is_rounded_up():
    assert mean([Estimate(Decimal("3.00")), Estimate(Decimal("3.01"))]).value == Decimal("3.01")
