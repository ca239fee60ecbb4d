"""The check that something changed nothing notices what did, however little it reads."""

import pytest
from django.db import transaction
from django.db.models import F

from careers.models import Source, WageEstimate

from .state import nothing_changes

# A module that shares what it takes out is the harder case: its tests begin in a transaction that wrote.
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("without_studies")]


def change_a_figure() -> None:
    figure = WageEstimate.objects.current().national().get(occupation__soc_code="29-1141")
    WageEstimate.objects.filter(pk=figure.pk).update(employment=F("employment") + 1)


def change_and_take_back() -> None:
    with transaction.atomic():
        change_a_figure()
        transaction.set_rollback(True)


def test_a_changed_figure_of_the_snapshot_is_noticed():
    with pytest.raises(AssertionError), nothing_changes():
        change_a_figure()


def test_a_row_too_many_is_noticed_also_where_the_test_itself_wrote_before():
    change_a_figure()
    with nothing_changes():
        change_and_take_back()
    with pytest.raises(AssertionError), nothing_changes():
        Source.objects.create(slug="one-more", name="One more")


def test_what_was_taken_back_or_not_done_at_all_is_no_change():
    with nothing_changes():
        change_and_take_back()
    with nothing_changes():
        WageEstimate.objects.first()
