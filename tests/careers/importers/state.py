"""What is in the database, in short: to hold that something changed nothing."""

import hashlib
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import transaction
from django.db.models import Count, DecimalField, IntegerField, Max, Q, Sum

from careers.models import ImportReceipt, Published, Release, Skill

NUMBERS = (DecimalField, IntegerField)


def fingerprint() -> dict[str, object]:
    """Every table by its rows; facts of the snapshot, too many to read each time, by their sums."""
    found: dict[str, object] = {}
    for model in apps.get_app_config("careers").get_models():
        rows = model.objects.order_by("pk")
        if issubclass(model, Published):
            rows = rows.filter(pk__gt=_last_of_the_snapshot(model))
            found[f"all of {model.__name__}"] = _sums(model)
        found[model.__name__] = _digest(rows)
    return found


def _sums(model: type[Published]) -> dict[str, object]:
    numbers = [field.name for field in model._meta.fields if isinstance(field, NUMBERS)]
    return model.objects.aggregate(
        *(Sum(name) for name in numbers), rows=Count("pk"), current=Count("pk", filter=Q(is_current=True))
    )


@cache
def _last_of_the_snapshot(model: type[Published]) -> int:
    """Loaded first, its rows have the lowest keys."""
    rows = model.objects.filter(release__receipts__importer="snapshot")
    return rows.aggregate(last=Max("pk"))["last"] or 0


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


@contextmanager
def without_the_snapshot_s_onet():
    """As `forget`, for all tests of a module at once: there are 195,000 figures to take out."""
    with transaction.atomic():
        forget("onet")
        Skill.objects.filter(ratings=None).delete()
        yield
        transaction.set_rollback(True)
