"""Under load, writes and imports nothing fails and nothing is lost; faults cost only what was under way."""

import time

import pytest

from tests import programs
from tests.load import faults, readers, run
from tests.load.editors import Writes
from tests.load.stage import stage
from tests.load.tally import Tally, Times
from tests.load.visitor import Answer

LOADED, DISTURBED, APART = 4, 6, 1.2  # seconds


@pytest.mark.skipif(programs.postgres_bin() is None, reason="no initdb and pg_ctl")
def test_nothing_fails_and_nothing_is_lost_and_faults_cost_only_what_was_under_way(monkeypatch):
    """The short form of `python -m tests.load`, on a machine that does much else."""
    monkeypatch.setattr(faults, "BACK_WITHIN", 30)
    with stage(full=False) as set_up:
        loaded = run.Run(set_up).loaded(LOADED)
        assert loaded.is_good, loaded
        disturbed = run.Run(set_up, first_editor=run.EDITORS + 1).disturbed(DISTURBED, APART)
        assert disturbed.is_good, disturbed
    kinds = set(loaded.tally.times)
    assert {"page", "publish", "read what is live", "feed import", "release done"} <= kinds
    assert "database restarted" in str(disturbed)


def test_a_write_that_is_not_there_is_lost_and_one_that_was_not_acknowledged_may_be_there_or_not():
    writes = Writes("a page")
    writes.tried("one")
    writes.done("one")
    writes.tried("two")
    assert writes.may_be("one")
    assert writes.may_be("two")
    assert not writes.may_be("nothing yet")
    writes.done("two")
    assert not writes.may_be("one")


def test_only_what_began_before_a_fault_or_while_the_database_was_away_is_put_down_to_it():
    tally, now = Tally(), time.monotonic()
    fault = faults.Fault("database restarted", now - 5, now - 4)
    tally.fail("page", "/under-way/", now - 6, "reset")
    tally.fail("page", "/away/", now - 4.5, "answered 503")
    tally.fail("page", "/later/", now - 1, "answered 503")
    left = faults.blame([fault], tally)
    assert [failure.path for failure in left] == ["/later/"]
    assert [failure.path for failure in fault.in_flight] == ["/under-way/"]
    assert [failure.path for failure in fault.while_away] == ["/away/"]


def test_a_page_of_another_title_or_one_that_is_cut_off_is_found():
    def page(body: bytes) -> Answer:
        return Answer(200, {}, body, 0)

    look = readers.Library.look
    assert look(page(b"<html><title>Careers</title></html>\n"), b"Careers") == ""
    assert "another page" in look(page(b"<html><title>Jobs</title></html>"), b"Careers")
    assert "in its middle" in look(page(b"<html><title>Careers</title>"), b"Careers")


def test_times_are_told_to_a_twentieth_without_being_kept():
    times = Times()
    for number in range(1, 1001):
        times.add(number / 1000)
    assert times.within(50) == pytest.approx(0.5, rel=0.06)
    assert times.within(99) == pytest.approx(0.99, rel=0.06)
    assert len(times.steps) < 200
