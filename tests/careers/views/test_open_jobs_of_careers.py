"""A career leads to the jobs on offer in it, and counts them."""

import pytest
from django.utils.timezone import localdate

from careers.models import Posting
from tests.careers.advertised import advertise
from tests.site.html import parse

pytestmark = pytest.mark.django_db

OVERVIEW = "/careers/registered-nurses/"


@pytest.fixture(autouse=True)
def _no_jobs():
    Posting.objects.all().delete()


def jobs_link(client, address: str) -> list[str]:
    links = parse(client.get(address)).one("nav", css="subnav").links
    return [text for text, url in links.items() if url == "/jobs/?occupation=registered-nurses"]


@pytest.mark.parametrize("address", [OVERVIEW, f"{OVERVIEW}pay/", f"{OVERVIEW}skills/"])
def test_every_page_of_a_career_counts_its_open_jobs(client, address):
    assert jobs_link(client, address) == []
    advertise()
    assert jobs_link(client, address) == ["1 open job"]


def test_closed_jobs_and_those_of_other_careers_do_not_count(client):
    advertise()
    advertise()
    advertise("actors")
    advertise(closed_on=localdate())
    assert jobs_link(client, OVERVIEW) == ["2 open jobs"]


def test_samples_are_counted_as_samples(client):
    advertise(is_sample=True)
    assert jobs_link(client, OVERVIEW) == ["1 sample job"]
    advertise()
    assert jobs_link(client, OVERVIEW) == ["1 open job, 1 sample job"]


def test_the_count_takes_no_query_of_its_own(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(15) as without:
        client.get(OVERVIEW)
    advertise()
    with django_assert_max_num_queries(15) as counted:
        client.get(OVERVIEW)
    assert len(counted) == len(without)
    assert sum("careers_posting" in query["sql"] for query in counted.captured_queries) == 1
