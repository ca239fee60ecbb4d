"""The ranking of companies against a naive recomputation, and who is left out of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.filters.ranking_search import Asked
from careers.models import EmployerPay
from careers.ranking.inputs import INPUTS
from careers.ranking.market import Reason
from careers.ranking.weights import USUAL
from careers.selectors.best_companies import best_companies, material
from careers.selectors.ranking_example import example
from tests.careers import filers
from tests.oracles import best_companies as oracle

pytestmark = pytest.mark.django_db


def found(**asked):
    return best_companies(Asked(**asked), material())


def names_left_out(best):
    return {each.reason: [one.name for one in each.companies()] for each in best.left_out}


@pytest.mark.parametrize(
    ("weights", "place"), [(USUAL, ""), (dict(zip(INPUTS, (1, 0, 7, 90), strict=True)), "texas")]
)
def test_the_ranking_is_that_of_a_naive_recomputation(weights, place):
    filers.many()
    best = found(weights=weights, place=place)
    ranked, left_out = oracle.ranking(weights, place)
    assert len(ranked) > 5
    assert [
        (best.employers[entry.company.key].slug, entry.rank, entry.score) for entry in best.ranked
    ] == ranked
    reasons = {
        one.slug: each.reason.value
        for each in best.left_out
        for one in each.companies()
        if each.reason is not Reason.NOTHING_WEIGHED
    }
    no_market = {"top_coded": "no market", "unpublished": "no market"}
    assert {slug: no_market.get(reason, reason) for slug, reason in reasons.items()} == left_out


def test_the_ranking_takes_as_many_queries_whatever_is_asked_and_stored():
    for made in range(2):
        if made:
            filers.many(6)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            best = found()
            best.rows(best.ranked)
        assert len(queries) <= 6


def test_only_offers_of_the_place_count_for_it():
    one, filed_in = filers.company("Spark"), filers.release()
    work = filers.WORK[0]
    EmployerPay.objects.bulk_create(
        [
            filers.pay(one, filed_in, work, "united-states", 40, 200_000),
            filers.pay(one, filed_in, work, "texas", 12, 60_000),
            filers.pay(one, filed_in, work, "wyoming", 7, 60_000),
        ]
    )
    inputs = {
        place: {each.name: each.cell.value for each in row.inputs}
        for place in ("", "texas")
        for best in [found(occupation=work, place=place)]
        for row in best.rows(best.ranked)
        if row.name == "Spark"
    }
    assert (inputs[""]["breadth"], inputs[""]["size"]) == (2, 40)
    assert (inputs["texas"]["breadth"], inputs["texas"]["size"]) == (1, 12)
    assert "Spark" in names_left_out(found(occupation=work, place="wyoming"))[Reason.TOO_FEW_IN_ALL]


def test_a_company_whose_industry_nobody_names_is_left_out_of_an_industry_with_its_reason():
    filers.many()
    industry = next(iter(material().offered.labels["industry"]))
    best = found(industry=industry)
    assert best.ranked
    assert {best.employers[entry.company.key].industry.slug for entry in best.ranked} == {industry}
    assert names_left_out(best)[Reason.UNCLASSIFIED]


def test_those_without_an_offer_there_are_named_by_name_whatever_part_is_asked_for():
    filers.many()
    for asked in ({}, {"occupation": filers.WORK[0], "place": "texas"}):
        [none_here] = [each for each in found(**asked).left_out if each.reason is Reason.NONE_HERE]
        names = [one.name for one in none_here.companies()]
        assert names == sorted(names, key=str.casefold)
        assert len(names) == len(none_here.employers) > 3
        assert [one.name for one in none_here.companies(3, 1)] == names[1:3]


def test_pay_without_a_published_market_is_no_ground_for_a_rank():
    one = filers.company("Stage")
    filers.pay(one, filers.release(), filers.UNPUBLISHED, "united-states", 50, 90_000).save()
    assert names_left_out(found(occupation=filers.UNPUBLISHED))[Reason.UNPUBLISHED] == ["Stage"]


def test_an_assessment_is_told_raw_and_one_that_is_missing_says_why():
    filers.many()
    best = found(occupation=filers.WORK[0])
    cells = {each.cell.missing: each for row in best.rows(best.ranked) for each in row.inputs[-1:]}
    assert cells[False].cell.value == cells[False].points.value
    assert "No editor" in cells[True].cell.reason
    assert cells[True].points.missing


def test_the_example_of_the_method_adds_up():
    filers.many()
    known = material()
    worked = example(best_companies(Asked(), known), known)
    ratios = [(each.offers, each.median.value / each.market.value) for each in worked.comparisons]
    mean = sum(offers * float(ratio) for offers, ratio in ratios) / worked.offers
    assert float(worked.company.inputs[0].cell.value) == pytest.approx(mean, abs=0.01)
    total = sum(float(step.input.points.value) * step.input.weight for step in worked.steps)
    assert float(worked.company.score.value) == pytest.approx(total / worked.weights, abs=0.11)


def test_without_filings_there_is_neither_ranking_nor_example():
    EmployerPay.objects.all().delete()
    known = material()
    best = best_companies(Asked(), known)
    assert not best.ranked
    assert example(best, known) is None
