"""A new database takes the short way, one of an earlier release the rest of the long way: to the same tables.

What the databases themselves say of the two, `python -m tests.squashed` compares.
"""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.test.utils import CaptureQueriesContext

from config import analyzed, migrated

SHORT = {"careers": "0001_squashed_0016", "comparisons": "0001_squashed_0003"}


@pytest.mark.parametrize("app", SHORT)
def test_the_short_way_leads_to_the_same_models(app):
    short = MigrationLoader(None)
    long = MigrationLoader(None, replace_migrations=False)
    last = long.disk_migrations[app, SHORT[app]].replaces[-1]
    at_once, one_by_one = short.project_state((app, SHORT[app])), long.project_state(last)

    def own(state):
        return {key: model for key, model in state.models.items() if key[0] == app}

    assert own(at_once) == own(one_by_one)
    for key, model in own(at_once).items():
        assert list(model.fields) == list(one_by_one.models[key].fields), f"the order of columns of {key}"


def test_the_short_way_stands_for_all_that_came_before_it():
    there = MigrationLoader(None).disk_migrations
    for app, name in SHORT.items():
        until = f"{name.rsplit('_', 1)[1]}_~"
        assert there[app, name].replaces == sorted(
            key for key in there if key[0] == app and key[1] < until and "_squashed_" not in key[1]
        )


def _plan_after(monkeypatch, applied: set) -> list[tuple[str, str]]:
    """What `migrate` would do to a database that has had these."""
    had = dict.fromkeys(applied)
    monkeypatch.setattr(MigrationRecorder, "applied_migrations", lambda self: had)
    executor = MigrationExecutor(connection)
    executor.loader.check_consistent_history(connection)
    return [
        (one.app_label, one.name) for one, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())
    ]


def test_a_new_database_takes_the_short_way(monkeypatch):
    plan = _plan_after(monkeypatch, set())
    assert set(SHORT.items()) <= set(plan)
    assert not set(plan) & {key for app, name in SHORT.items() for key in _replaced(app)}


@pytest.mark.parametrize("at", [1, 3, 6, 11, 14, 16])
def test_a_database_of_an_earlier_release_goes_on_where_it_stands(monkeypatch, at):
    careers = _replaced("careers")
    comparisons = _replaced("comparisons")[: 0 if at < 3 else 1 if at < 6 else 2 if at < 11 else 3]
    had = {key for key in migrated.of_this_code() if key[0] not in SHORT} | {*careers[:at], *comparisons}
    plan = _plan_after(monkeypatch, had)
    assert [key for key in plan if key in careers] == careers[at:]
    assert set(plan) == migrated.of_this_code() - had or not comparisons


def test_a_database_that_had_all_one_by_one_has_nothing_left_and_is_told_so(monkeypatch):
    had = set(migrated.of_this_code())
    assert _plan_after(monkeypatch, had) == []
    assert migrated.of(connection) == migrated.of_this_code()


def test_one_that_took_the_short_way_has_had_the_same(db):
    assert migrated.of(connection) == migrated.of_this_code()


def _replaced(app: str) -> list[tuple[str, str]]:
    return list(MigrationLoader(None).disk_migrations[app, SHORT[app]].replaces)


def _queries_after(plan) -> list[str]:
    with CaptureQueriesContext(connection) as asked:
        analyzed.after_migrations(plan=plan, using="default")
    return [each["sql"] for each in asked]


@pytest.mark.django_db
def test_after_a_migration_of_tables_that_are_there_the_database_counts_their_rows_anew():
    there = MigrationLoader(None).disk_migrations
    first, later = there["careers", SHORT["careers"]], there["careers", "0018_room"]
    package = there["otp_totp", "0001_initial"]
    assert _queries_after([(later, False)]) == ["ANALYZE"]
    assert _queries_after([(package, False), (later, False)]) == ["ANALYZE"]
    assert _queries_after([(package, False)]) == []
    assert _queries_after([(first, False), (later, False)]) == []
    assert _queries_after([]) == []
