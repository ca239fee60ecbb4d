"""What an import holds is not waited for until it is over: whoever waits holds a thread that readers need."""

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection

from careers.desk import patience
from careers.models import Page

pytestmark = pytest.mark.django_db
HOLD = "SELECT {how}(26)"


@pytest.fixture
def other(db):
    """Another connection to the same database."""
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time, whatever it writes")
    other = connection.copy()
    yield other
    other.close()


def asked(connection, question):
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]


def test_what_is_held_is_refused_in_words_and_nothing_is_changed(other, monkeypatch):
    monkeypatch.setattr(patience, "SECONDS", 0.05)

    @patience.at_once
    def write():
        Page.objects.create(title="Method", slug="method")
        asked(connection, HOLD.format(how="pg_advisory_xact_lock"))
        return "done"

    asked(other, HOLD.format(how="pg_advisory_lock"))
    with pytest.raises(ValidationError, match="try again in a few minutes"):
        write()
    assert not Page.objects.filter(slug="method").exists()
    asked(other, HOLD.format(how="pg_advisory_unlock"))
    assert write() == "done"
    assert asked(connection, "SHOW lock_timeout") == "0"


def test_another_fault_of_the_database_stays_what_it_is():
    @patience.at_once
    def write():
        raise OperationalError("the disk is full")

    with pytest.raises(OperationalError, match="disk"):
        write()
