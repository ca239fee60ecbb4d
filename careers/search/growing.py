"""A search index many times as large, to measure on: temporary tables that stand before the real ones."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from careers.models import SearchTerm, SearchWord

from .engine import engine
from .index import SAME_STANDING

MOST = 26


@contextmanager
def grown(times: int) -> Iterator[int]:
    """Within it, this connection searches `times` as many terms and words; how many terms those are.

    Every name leads to so many pages, so that a query finds as many times more, and every word has as many
    like it. All of it is temporary, and rolled back.
    """
    terms, words = SearchTerm._meta.db_table, SearchWord._meta.db_table
    real = "main" if connection.vendor == "sqlite" else "public"
    with transaction.atomic(), connection.cursor() as cursor:
        for table in (terms, words):
            cursor.execute(f"CREATE TEMPORARY TABLE {table} AS SELECT * FROM {real}.{table} WHERE 1 = 0")
        for copy in range(times):
            # A copy stands among the terms of its standing; its words are spelled otherwise.
            place = SAME_STANDING // times * copy
            columns = _columns(SearchTerm, id=f"id + {place:d}", path=f"path || '?{copy:d}'")
            cursor.execute(f"INSERT INTO {terms} SELECT {columns} FROM {real}.{terms} ORDER BY id")
            ending = f"|| '{chr(ord('a') + copy)}q'" if copy else ""
            columns = _columns(SearchWord, word=f"word {ending}", stem=f"stem {ending}")
            cursor.execute(f"INSERT INTO {words} SELECT {columns} FROM {real}.{words}")
        for statement in (
            f"CREATE UNIQUE INDEX grown_terms ON {terms} (id)",
            f"CREATE INDEX grown_titles ON {terms} (id) WHERE tier = 0",
            f"CREATE INDEX grown_words ON {words} (word)",
            f"CREATE INDEX grown_stems ON {words} (stem)",
            *engine().INSTALL_GROWN,
            f"ANALYZE {terms}",
            f"ANALYZE {words}",
        ):
            cursor.execute(statement)
        cursor.execute(f"SELECT COUNT(*) FROM {terms}")
        yield cursor.fetchone()[0]
        transaction.set_rollback(True)


def _columns(model, **changed: str) -> str:
    return ", ".join(changed.get(field.column, field.column) for field in model._meta.concrete_fields)
