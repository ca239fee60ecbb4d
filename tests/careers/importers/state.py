"""What is in the database, in short: to hold that something changed nothing."""

import hashlib
from contextlib import contextmanager

from django.apps import apps
from django.db.models import Count, Max, Q, Sum

from careers.models import Release, WageEstimate


def fingerprint() -> dict[str, object]:
    """Every table by its rows; the pay of the snapshot, too much to read each time, by its sums."""
    found: dict[str, object] = {
        model.__name__: _digest(model.objects.order_by("pk"))
        for model in apps.get_app_config("careers").get_models()
        if model is not WageEstimate
    }
    snapshot = Release.objects.get(source__slug="oews", label="May 2025")
    found["pay beside the snapshot's"] = _digest(
        WageEstimate.objects.exclude(release_id=snapshot.pk).order_by("pk")
    )
    found["pay"] = WageEstimate.objects.aggregate(
        Count("pk"),
        Max("pk"),
        Sum("employment"),
        Sum("annual_mean"),
        current=Count("pk", filter=Q(is_current=True)),
    )
    return found


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
