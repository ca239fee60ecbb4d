"""A load balancer asks `readyz` whether to send readers, `healthz` whether the process lives."""

from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import F
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from careers.models import ImportReceipt

pytestmark = pytest.mark.django_db


def test_a_site_with_its_figures_is_ready_and_tells_how_old_they_are(client):
    week = timezone.now() - timedelta(days=7, hours=1)
    ImportReceipt.objects.update(started_at=week, finished_at=week)
    ImportReceipt.objects.filter(pk=ImportReceipt.objects.first().pk).update(
        finished_at=F("finished_at") + timedelta(days=1)
    )
    with CaptureQueriesContext(connection) as queries:
        answer = client.get("/readyz")
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    told = answer.json()
    assert (told["ready"], told["writes"], told["databases"]) == (True, True, {"default": "up"})
    assert (told["unapplied_migrations"], told["days_since_import"]) == ([], 6)
    assert len(queries) <= 3


def test_a_database_that_waits_for_a_migration_is_not_ready_and_says_for_which(client):
    MigrationRecorder(connection).Migration.objects.filter(app="careers", name="0001_initial").delete()
    answer = client.get("/readyz")
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert answer.json()["unapplied_migrations"] == ["careers.0001_initial"]


def test_a_site_without_figures_is_not_ready(client):
    ImportReceipt.objects.all().delete()
    assert client.get("/readyz").status_code == 503


def test_a_database_that_does_not_answer_is_told_and_the_process_lives(client, monkeypatch):
    def refuse(*args, **kwargs):
        raise OperationalError("password of the portal: hunter2")

    monkeypatch.setattr(MigrationRecorder, "applied_migrations", refuse)
    monkeypatch.setattr(connection, "close", lambda: None)
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"ready": False, "writes": False, "databases": {"default": "away"}}
    assert client.get("/healthz").content == b"ok"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_who_asks_from_within_is_not_sent_to_https(client, settings, path):
    settings.SECURE_SSL_REDIRECT = True
    assert client.get(path).status_code == 200
    assert client.get("/about/").status_code == 301
