"""Stated pay among the published percentiles of real places, and what it is compared by."""

import random
from decimal import Decimal

import pytest

from careers.models import Occupation, WageEstimate
from careers.selectors.stated_pay import StatedPay, local_pay

pytestmark = pytest.mark.django_db

DRAWN = 40


def paid(low, high, unit: str, currency: str = "USD") -> StatedPay:
    return StatedPay(*(None if end is None else Decimal(end) for end in (low, high)), unit, currency)


def in_area(slug: str, area: str, stated: StatedPay | None):
    occupation = Occupation.objects.get(slug=slug)
    wage = WageEstimate.objects.select_related("area__state").filter(area__name=area)[0]
    (local,) = local_pay(occupation.pk, [wage.area], stated)
    return local


def test_each_published_percentile_lies_where_it_is_published():
    published = WageEstimate.objects.current().filter(
        industry__code="000000", area__kind="metro", hourly_median__isnull=False
    )
    keys = random.Random(20261125).sample(list(published.values_list("pk", flat=True)[:50_000]), DRAWN)
    for wage in published.filter(pk__in=keys).select_related("area__state"):
        for percent, name in ((10, "p10"), (25, "p25"), (50, "median"), (75, "p75"), (90, "p90")):
            amount = getattr(wage, f"hourly_{name}")
            if amount is None:
                continue
            (local,) = local_pay(wage.occupation_id, [wage.area], StatedPay(amount, amount, "hour", "USD"))
            low, high = local.standing.value
            assert low <= percent <= high
            assert local.standing.area == wage.area.name


@pytest.mark.parametrize(
    ("slug", "unit", "per", "compared"),
    [
        ("registered-nurses", "hour", "hour", ""),
        ("registered-nurses", "year", "year", ""),
        ("registered-nurses", "day", "year", "Compared as $26,000 a year, at 260 days."),
        ("registered-nurses", "biweek", "year", "Compared as $2,600 a year, at 26 pay periods."),
        ("actors", "year", "hour", "Compared as $0.05 an hour, at 2,080 hours a year."),
        ("actors", "week", "hour", "Compared as $2.50 an hour, at 52 weeks and 2,080 hours a year."),
        ("airline-pilots-copilots-and-flight-engineers", "hour", "year",
         "Compared as $208,000 a year, at 2,080 hours."),
    ],
)  # fmt: skip
def test_pay_is_compared_by_the_unit_that_is_published_and_says_how(slug, unit, per, compared):
    local = in_area(slug, "United States", paid(100, 100, unit))
    assert local.spread.per == per
    assert local.standing.note == compared


def test_pay_above_the_top_code_is_not_placed():
    local = in_area("surgeons-all-other", "United States", paid(900_000, None, "year"))
    assert local.standing.text.startswith("above ")
    assert local.standing.value[1] == 100


def test_pay_in_national_prices_is_divided_by_the_price_level():
    local = in_area("registered-nurses", "Seattle-Tacoma-Bellevue, WA", paid(50, 60, "hour"))
    worth = local.at_national_prices
    assert worth.source_name.startswith("BEA")
    low, high = worth.value
    assert low < 50 < high < 60
    assert worth.unit == "US dollars an hour, in national prices"
    nation = in_area("registered-nurses", "United States", paid(50, 60, "hour"))
    assert nation.at_national_prices is None


def test_nothing_is_said_of_an_occupation_without_figures():
    job_title = Occupation.objects.get(slug="patient-service-coordinator")
    assert local_pay(job_title.pk, [], paid(20, 20, "hour")) == ()
