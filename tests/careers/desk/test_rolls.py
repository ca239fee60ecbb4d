"""A release is rolled by the worker, and the page of the release says how far that is."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from careers.desk.imports import jobs, rollback, signs
from careers.models import ImportJob, Occupation, SearchTerm

from .test_rollback import bring_in, in_force, page, press, publisher  # noqa: F401

pytestmark = pytest.mark.django_db
State = ImportJob.State


@pytest.fixture
def ask(client, publisher):  # noqa: F811
    def ask(release) -> str:
        """The button alone: no worker has taken it yet."""
        answer = client.post(reverse("admin:careers_release_roll", args=[release.pk]), follow=True)
        return answer.content.decode()

    return ask


@pytest.fixture
def newer(bring_in):  # noqa: F811
    bring_in("May 2031")
    return bring_in("May 2032")


def test_the_button_answers_at_once_and_readers_see_the_former_figures_until_the_worker_is_done(
    client, ask, newer
):
    before = in_force()
    shown = ask(newer)
    assert "Waiting to be rolled." in shown
    assert "manage.py work" in shown
    assert 'value="Roll' not in shown
    assert in_force() == before
    job = ImportJob.objects.get(release=newer)
    assert jobs.take(timezone.now()) == job
    assert "Being rolled." in page(client, newer)
    assert in_force() == before
    job.refresh_from_db()
    jobs.work_on(job)
    shown = page(client, newer)
    assert "42 figures went out of force, 42 came into force again." in shown
    assert 'value="Roll forward again"' in shown
    assert {label for _, label, _ in in_force()} == {"May 2031"}
    listed = client.get(reverse("admin:careers_importjob_changelist")).content.decode()
    assert "roll-back: " in listed


def test_the_page_asks_how_far_it_is_and_shows_itself_anew_when_it_has_come_on(client, ask, newer):
    shown = ask(newer)
    job = ImportJob.objects.get(release=newer)
    address = reverse("admin:careers_importjob_progress", args=[job.pk])
    assert f'data-hx-get="{address}?state=to_roll"' in shown
    assert "Waiting to be rolled" in client.get(f"{address}?state=to_roll").content.decode()
    call_command("work", once=True)
    assert client.get(f"{address}?state=to_roll").headers["HX-Refresh"] == "true"


def test_who_presses_twice_asks_for_it_once(ask, newer):
    ask(newer)
    assert "It is being rolled already." in ask(newer)
    assert ImportJob.objects.filter(release=newer).count() == 1


def test_what_fails_is_said_on_the_page_changes_nothing_and_can_be_asked_for_again(
    client, ask, newer, monkeypatch
):
    before = in_force()
    monkeypatch.setattr(rollback.renames, "back", lambda release: 1 / 0)
    ask(newer)
    call_command("work", once=True)
    shown = page(client, newer)
    assert "Failed; nothing was changed." in shown
    assert "The portal itself failed; its log says how." in shown
    assert 'value="Roll back"' in shown
    assert in_force() == before
    job = ImportJob.objects.get(release=newer)
    again = reverse("admin:careers_importjob_step", args=[job.pk, "again"])
    assert "on the page of its release" in client.post(again, follow=True).content.decode()
    monkeypatch.undo()
    ask(newer)
    call_command("work", once=True)
    assert "42 came into force again." in page(client, newer)


def test_a_worker_that_is_stopped_half_way_leaves_it_to_the_next(client, ask, newer, monkeypatch):
    before = in_force()
    ask(newer)

    def stopped(release):
        raise KeyboardInterrupt

    monkeypatch.setattr(rollback.renames, "back", stopped)
    call_command("work", once=True)
    assert in_force() == before
    assert "Waiting to be rolled." in page(client, newer)
    monkeypatch.undo()
    call_command("work", once=True)
    assert {label for _, label, _ in in_force()} == {"May 2031"}


def test_of_a_worker_that_was_killed_half_way_the_page_says_so_and_nothing_was_changed(client, ask, newer):
    before = in_force()
    ask(newer)
    jobs.take(timezone.now() - signs.DEAD_AFTER - timedelta(seconds=1))
    assert "gives no sign any more" in page(client, newer)
    jobs.tell_the_dead(timezone.now())
    shown = page(client, newer)
    assert str(jobs.PROCESS_DIED) in shown
    assert 'value="Roll back"' in shown
    assert in_force() == before


def test_a_search_that_was_not_made_anew_because_the_worker_was_killed_is_made_by_the_next(ask, newer):
    ask(newer)
    call_command("work", once=True)
    job = ImportJob.objects.get(release=newer)
    assert job.is_indexed
    Occupation.objects.filter(soc_code="19-2011").update(title="Gloamers")
    ImportJob.objects.filter(pk=job.pk).update(
        is_indexed=False, finished_at=timezone.now() - jobs.INDEXED_WITHIN
    )
    call_command("work", once=True)
    assert SearchTerm.objects.filter(title="Gloamers").exists()
    job.refresh_from_db()
    assert job.is_indexed


def test_what_was_rolled_the_other_way_meanwhile_is_not_rolled_twice(client, ask, newer):
    ask(newer)
    job = ImportJob.objects.get(release=newer)
    rollback.roll(newer, job.asked_by, is_back=True)
    before = in_force()
    call_command("work", once=True)
    assert "Somebody rolled it already since." in page(client, newer)
    assert in_force() == before


def test_what_waits_to_be_rolled_can_be_discarded(client, ask, newer):
    ask(newer)
    job = ImportJob.objects.get(release=newer)
    client.post(reverse("admin:careers_importjob_step", args=[job.pk, "discard"]))
    call_command("work", once=True)
    assert {label for _, label, _ in in_force()} == {"May 2032"}
