"""Pages drawn once for everyone, with the frame of each reader's own request around them."""

from unittest.mock import patch

import pytest
from django.db.models import F
from django.test import Client

from careers import prepared
from careers.models import Occupation
from careers.prepared import PREPARATIONS, Preparation
from careers.views import drawn, overview
from config.preparing import Preparer

pytestmark = pytest.mark.django_db
NURSES = "/careers/registered-nurses/"


@pytest.fixture
def _prepared_for_nurses(settings):
    settings.PAGE_CACHE = True
    Occupation.objects.filter(slug="registered-nurses").update(title=F("title"))  # another version
    made_of_nurses = Preparation(lambda: ["registered-nurses"], overview.drawn_anew)
    with patch.dict(PREPARATIONS, {"overview": made_of_nurses}, clear=True):
        assert sum(Preparer().all()) == 1


@pytest.mark.usefixtures("_prepared_for_nurses")
def test_a_prepared_page_takes_two_queries_and_is_the_page_that_is_made_anew(
    client, settings, django_assert_num_queries
):
    with django_assert_num_queries(2):
        shown = client.get(NURSES)
    settings.PAGE_CACHE = False
    assert shown.content == client.get(NURSES).content


@pytest.mark.usefixtures("_prepared_for_nurses")
def test_what_a_query_changes_is_not_taken_from_what_is_prepared(client):
    with patch.object(prepared, "fetch", return_value={}) as fetch:
        assert b'class="report-figure"' in client.get(f"{NURSES}?report=1").content
        assert b"?from=elsewhere&amp;report=1" in client.get(f"{NURSES}?from=elsewhere").content
    assert "overview" not in [name for name, *_ in fetch.call_args_list]


def test_the_frame_tells_the_host_that_was_asked(settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    one, two = (
        Client(headers={"host": host}).get(NURSES).content.decode() for host in settings.ALLOWED_HOSTS
    )
    assert '<link rel="canonical" href="http://one.example/careers/registered-nurses/">' in one
    assert one != two
    assert one.replace("one.example", "two.example") == two


def test_no_block_of_a_template_is_lost_in_silence():
    with pytest.raises(ValueError, match="site_search"):
        drawn.blocks("careers/home.html", {}, "/")
