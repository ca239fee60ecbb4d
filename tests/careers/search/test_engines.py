"""Both databases find the same: what this one answers, a SQLite of its own answers too."""

import sqlite3

import pytest
from django.db import connection

from careers.models import Company, OccupationText, Posting, SearchTerm
from careers.search import find, scopes, sqlite
from careers.search.engine import engine

from .test_queries import QUERIES

pytestmark = pytest.mark.django_db
COLUMNS = (
    "id",
    "kind",
    "tier",
    "is_reported",
    "text",
    "key",
    "tokens",
    "title",
    "path",
    "weight",
    "object_id",
    "occupation_id",
)


@pytest.fixture
def beside():
    """The terms in a SQLite of their own."""
    other = sqlite3.connect(":memory:")
    other.execute(f"CREATE TABLE {sqlite.TERMS} (id INTEGER PRIMARY KEY, {', '.join(COLUMNS[1:])})")
    for statement in sqlite.INSTALL:
        other.execute(statement)
    marks = ", ".join("?" * len(COLUMNS))
    rows = SearchTerm.objects.order_by("pk").values_list(*COLUMNS).iterator()
    other.executemany(f"INSERT INTO {sqlite.TERMS} ({', '.join(COLUMNS)}) VALUES ({marks})", rows)
    for model in (Posting, Company, OccupationText):
        names = [field.column for field in model._meta.concrete_fields]
        other.execute(f"CREATE TABLE {model._meta.db_table} ({', '.join(names)})")
    for model in (Company, OccupationText):
        seen = model.objects.values_list("pk", "status").iterator()
        other.executemany(f"INSERT INTO {model._meta.db_table} (id, status) VALUES (?, ?)", seen)
    texts = OccupationText.objects.values_list("occupation_id", "pk")
    other.executemany(f"UPDATE {OccupationText._meta.db_table} SET occupation_id = ? WHERE id = ?", texts)
    other.execute(f"CREATE INDEX seen ON {Company._meta.db_table} (id)")
    yield other
    other.close()


def test_both_engines_answer_every_query_alike(beside, monkeypatch):
    here = [(find.search(row["query"]), find.occupations(row["query"])) for row in QUERIES]
    begun = [row["query"][:length] for row in QUERIES for length in (1, 2, 4, 7)]
    suggested = [find.suggest(query) for query in begun]

    def fetched(statement, parameters):
        if sqlite.TABLE in statement:
            return beside.execute(statement.replace("%s", "?"), parameters).fetchall()
        with connection.cursor() as cursor:
            cursor.execute(statement, parameters)
            return cursor.fetchall()

    monkeypatch.setattr(find, "_fetched", fetched)
    for module in (find, scopes):
        monkeypatch.setattr(module, "engine", lambda: sqlite)
    assert [(find.search(row["query"]), find.occupations(row["query"])) for row in QUERIES] == here
    assert [find.suggest(query) for query in begun] == suggested


def test_the_engine_is_that_of_the_database():
    assert engine().__name__ == f"careers.search.{connection.vendor.removesuffix('ql')}"


@pytest.mark.parametrize("kind", ["company", "posting", ""])
def test_what_is_asked_of_each_finds_the_first_that_it_would_find_among_all(kind):
    for part in scopes.scope(kind, 40).parts:
        if part.each:
            groups = find.ask(["data"], {}, find._nothing)
            both = f"{part.condition} AND {part.each}"
            one_by_one = find._rows(*engine().statement(find.COLUMNS, groups, part.condition, 40, part.each))
            assert one_by_one == find._rows(*engine().statement(find.COLUMNS, groups, both, 40))
