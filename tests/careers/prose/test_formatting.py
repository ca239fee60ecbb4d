"""Figures become text in one place: nothing is lost, added or rounded away."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careers import formatting

steady = settings(deadline=None, derandomize=True, max_examples=200)


def back(text: str) -> Decimal:
    return Decimal(text.strip("$%").replace("$", "").replace(",", ""))


@steady
@given(st.integers(-9_999_999, 9_999_999))
def test_whole_dollars_and_counts_read_back_as_they_were(number):
    assert back(formatting.count(number)) == number
    text = formatting.money(number)
    assert text.removeprefix("-").startswith("$")
    assert back(text) == number


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("$104,000", "($104,000)"),
        ("$104,000 (corrected)", "($104,000, corrected)"),
        ("$104,000 (corrected) (in Ohio)", "($104,000, corrected, in Ohio)"),
    ],
)
def test_within_parentheses_there_are_no_others(text, said):
    assert formatting.enclosed(text) == said


@steady
@given(st.decimals(0, 10_000, places=2))
def test_hourly_pay_keeps_its_cents(amount):
    text = formatting.money_cents(amount)
    assert back(text) == amount
    assert text[-3] == "."


@steady
@given(st.decimals(-1000, 100_000, places=3))
def test_a_number_loses_nothing_but_idle_zeros(number):
    text = formatting.trim(number)
    assert back(text) == number
    assert "." not in text or text[-1] not in "0."
    assert formatting.percent(number) == f"{text}%"


@steady
@given(st.decimals(0, 100, places=1))
def test_shares_that_stand_together_have_one_decimal_each(share):
    text = formatting.tenths(share)
    assert back(text) == share
    assert text[-3] == "."


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (formatting.money(34_754), "$34,754"),
        (formatting.money(-1_910), "-$1,910"),
        (formatting.money_cents(Decimal("16.7")), "$16.70"),
        (formatting.at_least_money(239_200), "at least $239,200"),
        (formatting.money_range(27_000, 43_000), "$27,000 to $43,000"),
        (formatting.count(100_708), "100,708"),
        (formatting.percent(Decimal("43.0")), "43%"),
        (formatting.percent(Decimal("-4.0")), "-4%"),
        (formatting.percent(0), "0%"),
        (formatting.percent(100), "100%"),
        (formatting.tenths(Decimal("9.0")), "9.0%"),
        (formatting.trim(Decimal("40.0")), "40"),
        (formatting.trim(1_500), "1,500"),
        (formatting.years(2, 4), "2 to 4 years"),
        (formatting.years(Decimal("1.0"), Decimal("2.0")), "1 to 2 years"),
        (formatting.years(1), "1 year"),
        (formatting.years(1, 1), "1 year"),
        (formatting.years(Decimal("0.5")), "0.5 years"),
        (formatting.listing([]), ""),
        (formatting.listing(["one"]), "one"),
        (formatting.listing(["one", "two"]), "one and two"),
        (formatting.listing(["one", "two", "three"]), "one, two and three"),
        (formatting.lower_first("Customer service"), "customer service"),
        (formatting.lower_first(""), ""),
    ],
)
def test_a_figure_reads_as_the_pages_show_it(made, text):
    assert made == text


@pytest.mark.parametrize("name", ["SQL", "CPR", "MRI scans"])
def test_an_abbreviation_keeps_its_capitals_within_a_sentence(name):
    assert formatting.lower_first(name) == name


def test_a_count_in_hundreds_is_never_read_as_none():
    assert formatting.hundreds(0) == "fewer than 50"
    assert formatting.hundreds(2300) == "2,300"
