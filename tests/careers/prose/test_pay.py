"""What the page of a career's pay by place says first: no more than its tables hold."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from careers.prose.pay import opening
from careers.selectors.local_pay import LocalPay
from tests.comparisons.profiles import cell

MISSING = cell("annual_mean", None, "-", missing=True)


def paid(name: str, amount: int, key: str = "annual_mean", **said) -> LocalPay:
    mean = cell(key, amount, f"${amount:,}", **said)
    return LocalPay(name, "State", mean, MISSING, MISSING, MISSING, is_rankable=True, slug=name.lower())


STATES = [paid("Texas", 60_000), paid("Virgin Islands", 40_000), paid("Ohio", 50_000)]


def test_it_goes_from_the_worst_to_the_best_paid_place():
    local = [paid("Reno, NV", 90_000), paid("Ohio nonmetropolitan area", 30_000)]
    assert opening("Welders", STATES, local) == [
        "Among the states that can be ranked, Welders earn from $40,000 a year on average in the "
        "Virgin Islands to $60,000 in Texas.",
        "Among the local areas, they earn from $30,000 a year on average in the Ohio nonmetropolitan area "
        "to $90,000 in Reno, NV.",
    ]


def test_what_cannot_be_ranked_is_at_neither_end():
    outside = [replace(paid("Guam", 1), is_rankable=False), replace(paid("Iowa", 1), mean=MISSING)]
    assert opening("Welders", [*STATES, *outside], []) == opening("Welders", STATES, [])


def test_pay_above_what_is_printed_is_counted_and_not_ranked():
    open_ended = paid("Utah", 239_200, at_least=True)
    assert opening("Surgeons", [*STATES, open_ended], [])[0].endswith(
        "to $60,000 in Texas; in 1 more, pay is above what is printed."
    )


def test_one_place_or_unlike_units_say_nothing():
    assert opening("Welders", STATES[:1], []) == []
    assert opening("Welders", [*STATES, paid("Utah", 30, "hourly_mean")], []) == []
    assert opening("Welders", [], []) == []


@given(st.lists(st.integers(1, 300_000), min_size=2, max_size=9))
def test_the_ends_are_those_of_the_table(amounts):
    (sentence,) = opening("Welders", [paid(f"S{n}", amount) for n, amount in enumerate(amounts)], [])
    assert f"${min(amounts):,} a year" in sentence
    assert f"${max(amounts):,}" in sentence
    assert ("from" in sentence) == (min(amounts) != max(amounts))
