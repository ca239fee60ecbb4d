"""What is in the database, in short: to hold that something changed nothing."""

import hashlib
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db.models import Count, Max, Q, Sum

from careers.models import ImportReceipt, Published, Release, WageEstimate


def fingerprint() -> dict[str, object]:
    """Every table by its rows; the pay of the snapshot, too much to read each time, by its sums."""
    found: dict[str, object] = {
        model.__name__: _digest(model.objects.order_by("pk"))
        for model in apps.get_app_config("careers").get_models()
        if model is not WageEstimate
    }
    found["pay beside the snapshot's"] = _digest(
        WageEstimate.objects.filter(pk__gt=_last_of_the_snapshot()).order_by("pk")
    )
    found["pay"] = WageEstimate.objects.aggregate(
        Count("pk"), Sum("annual_mean"), current=Count("pk", filter=Q(is_current=True))
    )
    return found


@cache
def _last_of_the_snapshot() -> int:
    """Loaded first, its rows have the lowest keys."""
    releases = Q(release__source__slug="oews", release__label="May 2025")
    return WageEstimate.objects.filter(releases).aggregate(last=Max("pk"))["last"]


def _digest(rows) -> str:
    digest = hashlib.sha256()
    for row in rows.values_list():
        digest.update(repr(row).encode())
    return digest.hexdigest()


@contextmanager
def nothing_changes():
    before = fingerprint()
    yield
    assert fingerprint() == before


def forget(slug: str) -> None:
    """Take what the snapshot has of a source out of the database, for the time of the test."""
    releases = Release.objects.filter(source__slug=slug)
    for model in apps.get_app_config("careers").get_models():
        if issubclass(model, Published):
            model.objects.filter(release__in=releases).delete()
    ImportReceipt.objects.filter(release__in=releases).delete()
    releases.delete()
