"""What an import holds is not waited for until it is over: whoever waits holds a thread that readers need."""

from unittest.mock import patch

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection

from careers.desk import patience
from careers.models import Page

pytestmark = pytest.mark.django_db


class Held(Exception):
    sqlstate = "55P03"


@patience.at_once
def write(cause):
    Page.objects.create(title="Method", slug="method")
    raise OperationalError("could not") from cause


def test_what_is_held_is_refused_in_words_and_nothing_is_changed():
    with pytest.raises(ValidationError, match="try again in a few minutes"):
        write(Held())
    assert not Page.objects.filter(slug="method").exists()


def test_another_fault_of_the_database_stays_what_it_is():
    with pytest.raises(OperationalError, match="could not"):
        write(None)


@pytest.mark.parametrize("can", [True, False])
def test_rows_are_taken_at_once_where_the_database_can(can):
    with patch.object(connection.features, "has_select_for_update_nowait", can):
        assert patience.taken(Page.objects.all()).query.select_for_update_nowait == can
