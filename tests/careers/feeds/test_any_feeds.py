"""Whatever two feeds say, and in whatever order they are read, it all adds up in the end."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from careers.feeds.records import PlaceRecord
from careers.models import Posting, PostingOrigin
from tests.careers.feeds.bringing import everything, feed, outcome, read
from tests.careers.feeds.records import TODAY, TOMORROW, record

pytestmark = pytest.mark.usefixtures("two_titles")

TACOMA, OREGON = PlaceRecord("Tacoma", "WA"), (PlaceRecord("", "OR"), PlaceRecord("Bend", "OR"))
STATED = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Medical assistant", "Registered nurse", "Novel work", ""]),
        "posted_on": st.sampled_from([None, TODAY]),
        "valid_through": st.sampled_from([None, TODAY, TOMORROW]),
        "places": st.sampled_from([(TACOMA,), OREGON]),
    }
)
FEED = st.dictionaries(st.sampled_from("abcd"), STATED, max_size=4)


class TestAnyFeeds(TestCase):
    @settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.sampled_from(["One", "Other"]), FEED), min_size=1, max_size=4))
    def test_after_any_readings_the_same_again_changes_nothing_and_all_adds_up(self, readings):
        boards = {name: feed(name) for name in ("One", "Other")}
        latest = {}
        for name, items in readings:
            latest[name] = [record(key, **stated) for key, stated in items.items()]
            read(boards[name], *latest[name], allow_shrink=True)
        for name, records in latest.items():  # who speaks for a shared posting may have changed
            read(boards[name], *records, allow_shrink=True)
        before = everything()
        for name, records in latest.items():
            receipt = read(boards[name], *records, allow_shrink=True)
            assert set(outcome(receipt)) <= {"unchanged", "rejected"}
        assert everything() == before
        for posting in Posting.objects.prefetch_related("origins"):
            origins = posting.origins.all()
            assert origins
            assert len({origin.feed_id for origin in origins}) == len(origins)
            assert (posting.closed_on is None) == any(origin.closed_on is None for origin in origins)
        usable = {
            (name, each.external_id) for name, records in latest.items() for each in records if each.title
        }
        still = set(PostingOrigin.objects.filter(closed_on=None).values_list("feed__name", "external_id"))
        assert usable <= still
