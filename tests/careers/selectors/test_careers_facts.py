"""The compact facts of all careers hold what the tables hold, in the nation, in a state and in a city."""

import pytest

from careers.models import Area, Occupation, Projection, SkillRating, WageEstimate
from careers.selectors.careers_facts import elsewhere, facts
from careers.selectors.prices import price_level
from tests.oracles.careers_list import careers, shipped

pytestmark = pytest.mark.django_db

ABILENE, ALASKA = "abilene-tx", "alaska-nonmetropolitan-area"


def as_oracle(career) -> dict:
    """One career in the words of the oracle."""
    return {
        "pk": career.pk,
        "title": career.title,
        "slug": career.slug,
        "group": career.group,
        "pay": career.pay,
        "is_floor": career.pay_is_floor,
        "employment": career.employment,
        "growth": career.growth,
        "openings": career.openings,
        "education": career.education,
        "experience": career.experience,
        "zone": career.zones,
        "interest": career.interests,
        "skill": career.skills,
        "women": career.women,
    }


def by_slug(rows) -> dict:
    return {row["slug"]: plain(row) for row in rows}


def plain(row) -> dict:
    row = dict(row)
    for name in ("zone", "interest", "skill"):
        row[name] = None if row[name] is None else sorted(row[name])
    for name in ("pay", "growth", "women"):
        row[name] = None if row[name] is None else round(float(row[name]), 4)
    return row


@pytest.mark.parametrize("place", ["united-states", "texas", ABILENE, ALASKA])
def test_facts_hold_what_the_tables_hold(place):
    area = None if place == "united-states" else Area.objects.get(slug=place)
    found = by_slug(map(as_oracle, facts(area).careers))
    assert found == by_slug(shipped(place))
    assert len(found) == Occupation.objects.listed().count()


@pytest.mark.parametrize("place", ["texas", ABILENE, ALASKA])
def test_pay_at_national_prices_is_divided_by_the_price_level_there(place):
    area = Area.objects.get(slug=place)
    found = by_slug(map(as_oracle, facts(area, price_level(area)).careers))
    assert found == by_slug(shipped(place, adjusted=True))


def test_the_same_careers_elsewhere_are_those_that_are_asked_for_there():
    texas = Area.objects.get(slug="texas")
    here = facts(Area.objects.get(slug=ABILENE)).careers
    there = elsewhere(here, {texas.code: None, Area.NATION_CODE: None})
    assert there == {texas.code: facts(texas).careers, Area.NATION_CODE: facts().careers}


def test_facts_take_two_queries_and_one_of_a_place(django_assert_num_queries):
    with django_assert_num_queries(2):
        facts()
    with django_assert_num_queries(3):
        facts(Area(pk=1))


def test_top_coded_pay_is_known_as_a_floor():
    wage = WageEstimate.objects.national().get(occupation__soc_code="29-1211", is_current=True)
    gone = dict.fromkeys(("annual_mean", "annual_median", "hourly_mean", "hourly_median"), "top_coded")
    WageEstimate.objects.filter(pk=wage.pk).update(missing={**wage.missing, **gone}, **dict.fromkeys(gone))
    (found,) = [career for career in facts().careers if career.soc_code == "29-1211"]
    assert (found.pay, found.pay_is_floor) == (239_200, True)
    assert sum(career.pay_is_floor for career in facts().careers) == sum(
        row["is_floor"] for row in careers("united-states")
    )


def test_what_is_no_longer_in_force_is_not_a_fact():
    career = Occupation.objects.get(soc_code="29-1141")
    for model in (WageEstimate, Projection, SkillRating):
        model.objects.filter(occupation=career).update(is_current=False)
    (found,) = [one for one in facts().careers if one.pk == career.pk]
    assert (found.pay, found.employment, found.growth, found.education, found.skills) == (None,) * 5
    assert found.women is not None
