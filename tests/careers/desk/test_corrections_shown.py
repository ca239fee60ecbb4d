"""Wherever a corrected figure goes into a sentence, a picture, a sum or a ranking, that is told."""

from datetime import date
from decimal import Decimal

import pytest

from careers.corrected import NO_ERROR, Mark, computed, together
from careers.desk import corrections
from careers.models import Area, Industry, Occupation, PriceParity, Projection, SkillRating, WageEstimate
from careers.models.wages import PERCENTILES
from careers.prose import occupation as prose
from careers.ranking.market import Market, Pair, Width
from careers.selectors import careers_facts, industries, pay, prices, profile, ranking_cells
from careers.selectors.pay_by_state import pay_by_state
from comparisons.prose.opening import opening

MARK = Mark("$1", "Misprinted", "Letter", "", date(2026, 6, 1))
WHY = {"reason": "Misprinted.", "evidence": "Letter of the Bureau, June 2026"}
NURSES = "/careers/registered-nurses/"


@pytest.fixture
def nurses():
    return Occupation.objects.get(soc_code="29-1141")


@pytest.fixture
def correct(nurses, admin_user):
    """Correct one value of the one figure in force of nurses that fits."""

    def correct(model, field, value, **where):
        if hasattr(model, "occupation"):
            where["occupation"] = nurses
        row = model.objects.current().select_related("release__source").get(**where)
        corrections.correct(row, field, str(value), **WHY, user=admin_user)
        return model.objects.select_related("release__source").get(pk=row.pk)

    return correct


@pytest.fixture
def correct_pay(correct):
    def correct_pay(field, value, area=Area.NATION_CODE, industry=Industry.ALL_CODE):
        return correct(WageEstimate, field, value, area__code=area, industry__code=industry)

    return correct_pay


def test_a_figure_of_several_says_which_of_them_are_corrected():
    assert together([("Women", None), ("Men", MARK)]).sentence == (
        "Corrected by the editors: the publisher gives $1 for Men."
    )
    assert together([("Women", None)]) is None
    many = computed((f"place {number}", MARK) for number in range(5))
    assert many.sentence == (
        "Computed from corrected figures: the publisher gives $1 for place 0, $1 for place 1, "
        "$1 for place 2 and 2 other figures."
    )
    assert many.reason == "Misprinted."


@pytest.mark.django_db
def test_the_publishers_error_is_not_that_of_a_corrected_mean(correct_pay):
    cell = pay.pay_cell(correct_pay("annual_mean", 104_000), "annual_mean")
    assert (cell.rse, cell.error) == (None, "")
    assert str(NO_ERROR) in cell.note
    wage = correct_pay("wage_rse", "1.5")
    cell = pay.pay_cell(wage, "annual_mean")
    assert (cell.rse, cell.note) == (Decimal("1.5"), "")
    assert pay.pay_cell(wage, "hourly_mean").rse == Decimal("1.5")


@pytest.mark.django_db
def test_sentences_and_the_picture_of_pay_mark_it(nurses, correct, correct_pay):
    correct_pay("annual_mean", 104_000)
    wage = correct_pay("annual_p25", 80_340)
    correct(Projection, "change_percent", "-5.5")
    shown = profile.profiles([nurses])[0]
    told = " ".join(prose.opening(shown))
    assert "earn $104,000 (corrected) a year on average" in told
    assert "fall by 5.5% (corrected) from" in told
    spread = pay.pay_range(wage)
    rows = dict(pay.range_rows(spread))
    assert [name for name, text in rows.items() if "(corrected)" in text] == ["25th percentile", "Mean"]
    assert [note.partition(",")[0] for note in pay.range_notes(spread)] == ["25th percentile", "Mean"]
    assert set(spread.corrected) <= {*PERCENTILES, "mean"}


@pytest.mark.django_db
def test_what_a_comparison_says_of_pay_and_skills_marks_it(nurses, correct, correct_pay):
    correct_pay("annual_mean", 104_000)
    correct(SkillRating, "importance", "4.90", skill__name="Social Perceptiveness")
    other = Occupation.objects.get(slug="dental-hygienists")
    told = " ".join(opening(profile.profiles([other, nurses])))
    assert "Registered Nurses earn $104,000 (corrected) a year on average" in told
    assert "(from corrected figures)" in told.partition("top skills")[2]


@pytest.mark.django_db
def test_pay_at_national_prices_says_that_the_price_level_is_corrected(correct):
    parity = correct(PriceParity, "index", "90.0", area__name="Texas")
    level = prices.price_level(parity.area)
    paid = pay.pay_cell(WageEstimate.objects.current().national().first(), "annual_mean")
    mark = prices.adjusted(paid, level).corrected
    assert mark.sentence.startswith("Computed from corrected figures: the publisher gives ")
    assert mark.sentence.endswith("for price level.")


@pytest.mark.django_db
def test_what_careers_pay_together_in_a_state_is_marked_at_one_query_more(
    nurses, correct_pay, django_assert_num_queries
):
    ids = [nurses.pk, Occupation.objects.get(slug="lawyers").pk]
    texas = Area.objects.get(name="Texas")
    correct_pay("annual_mean", 203_210, texas.code)
    with django_assert_num_queries(3):
        states = {state.name: state for state in pay_by_state(ids)}
    mean = states["Texas"].mean
    assert mean.corrected.published.endswith("as annual mean for Registered Nurses")
    assert mean.as_dict()["corrected"]
    assert mean.as_dict()["published_instead"] == ""
    assert mean.as_dict()["correction_reason"].startswith("Computed from corrected figures: ")
    assert not any(state.mean.corrected for state in states.values() if state.name != "Texas")


@pytest.mark.django_db
def test_a_quotient_says_that_national_employment_is_corrected(admin_user):
    health = Industry.objects.get(code="62--63")
    title = industries.industry(health).unusual.careers[0].career.title
    nation = WageEstimate.objects.current().national().select_related("release__source")
    row = nation.get(occupation__title=title)
    corrections.correct(row, "employment", str(row.employment - 10), **WHY, user=admin_user)
    common = {each.career.title: each.quotient for each in industries.industry(health).unusual.careers}
    assert common[title].corrected.published == f"{row.employment:,} for its people in all industries"
    assert [name for name, quotient in common.items() if quotient.corrected] == [title]


@pytest.mark.django_db
def test_facts_of_the_list_know_what_is_corrected_in_two_queries(
    nurses, correct, correct_pay, django_assert_num_queries
):
    correct_pay("annual_mean", 104_000)
    correct_pay("employment", 3_300_000)
    correct(Projection, "change_percent", "-5.5")
    with django_assert_num_queries(2):
        found = careers_facts.facts()
    marked = {one.title: one.corrected for one in found.careers if one.corrected}
    assert marked == {nurses.title: {"pay", "growth"}}


@pytest.mark.django_db
def test_a_ranking_of_places_says_how_much_of_it_is_corrected(client, nurses, correct_pay):
    texas = Area.objects.get(name="Texas")
    correct_pay("annual_mean", 203_210, texas.code)
    best = profile.profiles([nurses])[0].best_paying["state"]
    assert best.cell.text == "Texas"
    assert best.cell.corrected.sentence.startswith("Computed from corrected figures: ")
    assert "One of them has figures that the editors corrected" in best.floor
    page = client.get(f"{NURSES}pay/").content.decode()
    assert "Registered Nurses earn most in Texas: $203,210 (corrected) a year on average" in page


def test_a_ranking_of_companies_says_how_many_medians_are_corrected():
    pair = Pair(1, 1, Width.STATE, 5, 100, Market.KNOWN, 80, corrected=1)
    assert "The editors corrected 1 median of these." in ranking_cells.basis([pair])
    assert "corrected" not in ranking_cells.basis([Pair(1, 1, Width.STATE, 5, 100, Market.KNOWN, 80)])
