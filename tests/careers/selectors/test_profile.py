"""Profiles: every figure of some occupations, in a number of queries that does not grow with them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from careers.models import Occupation
from careers.selectors.profile import profiles

pytestmark = pytest.mark.django_db

# The limit of a comparison is 20, and finding what is compared takes one.
MAX_QUERIES = 15


def queries_for(occupations) -> int:
    with CaptureQueriesContext(connection) as queries:
        found = profiles(occupations)
    assert [profile.slug for profile in found] == [occupation.slug for occupation in occupations]
    return len(queries)


def test_five_take_as_few_queries_as_one():
    five = list(Occupation.objects.detailed().select_related("text").order_by("-soc_code")[:5])
    assert queries_for(five) <= MAX_QUERIES
    # What is related to none of them needs not be counted, so one may take fewer.
    assert queries_for(five[:1]) <= MAX_QUERIES


def test_no_occupation_takes_no_figures():
    assert profiles([]) == []


def test_each_figure_belongs_to_its_own_occupation():
    nurses, actors = (Occupation.objects.get(slug=slug) for slug in ("registered-nurses", "actors"))
    together = {profile.slug: profile.cells for profile in profiles([nurses, actors])}
    for occupation in (nurses, actors):
        (alone,) = profiles([occupation])
        assert together[occupation.slug] == alone.cells


def test_a_job_title_has_only_what_its_source_states():
    title = Occupation.objects.get(slug="patient-service-coordinator")
    (profile,) = profiles([title])
    assert {cell.source_name for cell in profile.cells.values()} == {"Reference page"}
    assert profile.about.titles == ()
    assert profile.skills == ("Patients", "Customer service", "Patient care")
