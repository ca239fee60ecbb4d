"""The version of the data: another one as soon as anything is written that readers may see.

What is sent to the database is watched, so that nothing that writes has to remember it: the admin, an import,
a feed, a query for many rows at once. The version changes in the transaction that writes, and so at the very
moment when others see what was written; where there is none, the write gets one.

Who reads the version before the rows never keeps old rows under a new version.
"""

import re
import secrets
from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.apps import apps
from django.db import connections, router, transaction
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate
from django.utils import timezone

from careers.models import Change, Editorial, Status

TABLE = Change._meta.db_table
MOST_ROWS = 200  # then they are added up
STAMPS = 2**40
WRITE = re.compile(
    r"\s*(?:INSERT\s+(?:OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE(?:\s+OR\s+\w+)?|DELETE\s+FROM|MERGE\s+INTO"
    r"|TRUNCATE(?:\s+TABLE)?|COPY|WITH\b.*?\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM))\s+(?:ONLY\s+)?"
    r'(?:"?\w+"?\.)?"?(\w+)',
    re.IGNORECASE | re.DOTALL,
)
# Accounts and sessions, the admin's own notes, drafts, the versions that editors alone see, what is made of
# all the rest ahead, and what is put beside a table to see what differs.
UNSEEN = re.compile(
    r"(django|auth|axes|otp|staged)_|careers_(change|draft|importjob|prepared)|(careers|comparisons)_historical",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Version:
    """Equal where nothing that readers see has changed in between."""

    stamp: int
    # When the last of what is published for a time came or went: nothing is written then.
    moment: datetime | None
    changed_at: datetime | None


def watch() -> None:
    """From now on. Called once, when the applications are ready."""
    connection_created.connect(_watch_connection, dispatch_uid="careers.changes")
    pre_migrate.connect(_before_migrations, dispatch_uid="careers.changes")
    post_migrate.connect(_after_migrations, dispatch_uid="careers.changes")


def version(now: datetime) -> Version:
    """As the database says: one query, and another where that changed or a time has come."""
    alias = router.db_for_read(Change)
    with connections[alias].cursor() as cursor:
        cursor.execute(f"SELECT COALESCE(SUM(stamp), 0), MAX(at) FROM {TABLE}")  # noqa: S608 - a name of its own
        stamp, changed_at = cursor.fetchone()
    if isinstance(changed_at, str):
        changed_at = datetime.fromisoformat(changed_at)
    if changed_at and timezone.is_naive(changed_at):
        changed_at = timezone.make_aware(changed_at, timezone.get_default_timezone())
    return Version(int(stamp), _times.last(int(stamp), now, alias), changed_at)


class _Times:
    """When what is published appears and goes: looked up once for a version."""

    def __init__(self):
        self.known: tuple[int, list[datetime]] | None = None

    def last(self, stamp: int, now: datetime, alias: str) -> datetime | None:
        known = self.known
        if known is None or known[0] != stamp:
            self.known = known = (stamp, _published_for_a_time(alias))
        passed = bisect_right(known[1], now)
        return known[1][passed - 1] if passed else None


_times = _Times()


def _published_for_a_time(alias: str) -> list[datetime]:
    asked = [
        model._base_manager.using(alias)
        .filter(status=Status.PUBLISHED, **{f"{name}__isnull": False})
        .order_by()
        .values_list(name)
        for model in apps.get_models()
        if issubclass(model, Editorial)
        for name in ("publish_at", "unpublish_at")
    ]
    return sorted(moment for (moment,) in asked[0].union(*asked[1:]))


# --- Watching -----------------------------------------------------------------------------------

_migrating = False


def _watch_connection(connection, **kwargs) -> None:
    if _watched not in connection.execute_wrappers:
        connection.execute_wrappers.append(_watched)


def _watched(execute, sql, parameters, many, context):
    if _migrating or not _is_seen(sql):
        return execute(sql, parameters, many, context)
    connection = context["connection"]
    if connection.in_atomic_block:
        _note(connection)
        return execute(sql, parameters, many, context)
    if connection.vendor == "sqlite" and "RETURNING" in sql:
        # Its rows are still to be read, which bars a commit; until then SQLite keeps both in one transaction.
        done = execute(sql, parameters, many, context)
        _add_row(connection)
        return done
    with transaction.atomic(using=connection.alias):
        _note(connection)
        return execute(sql, parameters, many, context)


def copied(connection, table: str) -> None:
    """To be told, inside its transaction, by what writes a table otherwise than by a query."""
    if _watched in connection.execute_wrappers and not _migrating and not UNSEEN.match(table.strip('"')):
        _note(connection)


def _is_seen(sql) -> bool:
    # What psycopg puts together is no text, and may be anything.
    written = WRITE.match(sql) if isinstance(sql, str) else None
    return not UNSEEN.match(written[1]) if written else not isinstance(sql, str)


def _note(connection) -> None:
    """Once in a transaction; once more where the first is undone by going back to a savepoint.

    Django forgets what it is to do on commit in the very cases in which the row is gone too.
    """
    if any(then is noted for _, then, *_ in connection.run_on_commit):
        return
    row = _add_row(connection)
    transaction.on_commit(noted, using=connection.alias)
    if row.pk % MOST_ROWS == 0:
        transaction.on_commit(partial(add_up, connection.alias), using=connection.alias, robust=True)


def _add_row(connection) -> Change:
    return Change.objects.using(connection.alias).create(stamp=secrets.randbelow(STAMPS) + 1)


def noted() -> None:
    """Nothing is left to do: that it waits for the commit says that the transaction has its row."""


def add_up(alias: str = "default") -> None:
    """Make one row of many; the version stays. What another transaction is at work on is left to it."""
    with transaction.atomic(using=alias):
        can_skip = connections[alias].features.has_select_for_update_skip_locked
        changes = Change.objects.using(alias)
        rows = list(changes.select_for_update(skip_locked=can_skip))
        if len(rows) > 1:
            changes.filter(pk__in=[row.pk for row in rows]).delete()
            changes.create(stamp=sum(row.stamp for row in rows), at=max(row.at for row in rows))


# --- Migrations: the table may not be there yet --------------------------------------------------


def _before_migrations(**kwargs) -> None:
    global _migrating
    _migrating = True


def _after_migrations(sender, using, **kwargs) -> None:
    """A migration may have written anything."""
    global _migrating
    connection = connections[using]
    if sender.label == Change._meta.app_label and TABLE in connection.introspection.table_names():
        with transaction.atomic(using=using):
            _note(connection)
    _migrating = False
