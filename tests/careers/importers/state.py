"""What is in the database, in short: to hold that something changed nothing."""

import hashlib
from contextlib import contextmanager
from functools import cache

from django.apps import apps
from django.db import connection, transaction
from django.db.models import Count, DecimalField, F, IntegerField, Max, Q, Sum
from django.db.models.functions import Length

from careers.models import ImportReceipt, Published, Release, SearchTerm

NUMBERS = (DecimalField, IntegerField)


def fingerprint() -> dict[str, object]:
    """Every table by its rows; facts of the snapshot and the search, too many to read, by their sums."""
    found: dict[str, object] = {"search": _searched()}
    for model in apps.get_app_config("careers").get_models():
        if model is SearchTerm:
            continue
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


def _searched() -> dict[str, object]:
    # SQLite cannot add the keys up: they are too great.
    keys = ("id", "weight", "object_id", "occupation_id")
    numbers = {f"of_{name}": Sum(F(name) % 1_000_003) for name in keys}
    letters = {f"letters_of_{name}": Sum(Length(name)) for name in ("text", "tokens", "title", "path")}
    return SearchTerm.objects.aggregate(**numbers, **letters, rows=Count("pk"))


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
    """Where nothing was written at all, as when a file is refused on sight, there is nothing to compare."""
    mark = _written()
    before = _of_a_fresh_test(_began["module"]) if mark == _began.get("mark") else fingerprint()
    yield
    assert _written() == mark or fingerprint() == before


_began: dict[str, object] = {}


@contextmanager
def a_test_of(module: str):
    """Every test of a module begins with the same rows, so until it writes they need reading only once."""
    _began.update(module=module, mark=_written())
    yield
    _began.clear()


@cache
def _of_a_fresh_test(module: str) -> dict[str, object]:
    return fingerprint()


def _written() -> object:
    """Equal to what it was as long as nothing has been written, be it taken back since."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        return connection.connection.total_changes
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_current_xact_id_if_assigned()::text, sum(n_tup_ins + n_tup_upd + n_tup_del) "
            "FROM pg_stat_xact_user_tables"
        )
        return cursor.fetchone()


def forget(slug: str) -> None:
    """Take what the snapshot has of a source out of the database, for the time of the test."""
    releases = Release.objects.filter(source__slug=slug)
    for model in apps.get_app_config("careers").get_models():
        if issubclass(model, Published):
            # Past the signals by which the search follows edits, as the importers write.
            model.objects.filter(release__in=releases)._raw_delete(connection.alias)
    ImportReceipt.objects.filter(release__in=releases).delete()
    releases.delete()


@contextmanager
def taken_back():
    """What is done to the database in the block is undone at its end, also what a whole module shares."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
