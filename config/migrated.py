"""Which migrations this code has, and which of them a database has had.

One that stands for several others is left out as long as those are there too: a database that had them one by
one has the same tables.
"""

from functools import cache

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

Names = frozenset[tuple[str, str]]  # of app and migration


def of_this_code() -> Names:
    return _on_disk() - _together()


def of(connection: BaseDatabaseWrapper) -> Names:
    return frozenset(MigrationRecorder(connection).applied_migrations()) - _together()


def told(names: Names) -> list[str]:
    return sorted(".".join(each) for each in names)


@cache
def _on_disk() -> Names:
    return frozenset(MigrationLoader(None).disk_migrations)


@cache
def _together() -> Names:
    there = MigrationLoader(None).disk_migrations
    return frozenset(
        key for key, one in there.items() if one.replaces and all(other in there for other in one.replaces)
    )
