"""What pages really ask a PostgreSQL database, and by which indexes it answers."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import DatabaseError, connection, transaction

LARGE = 5000  # rows; a table of fewer is as well read as looked up
SLOWEST = 20_000  # milliseconds until an explanation is given up
# Where lists of values are as long as the data, or a number is another one, the statement is the same.
VALUES = re.compile(r"(%s|\d+)(?:,\s*(?:%s|\d+))+")
NUMBERS = re.compile(r"\b\d+\b")
COLUMNS = re.compile(r"^SELECT .*? FROM (?=careers_|comparisons_|\()", re.DOTALL)
MOST_SHOWN = 180  # letters of a statement


@dataclass(slots=True)
class Asked:
    """A statement with the pages that ask it, once with its parameters."""

    sql: str
    parameters: object
    pages: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Scan:
    table: str
    rows: int  # that the table has
    milliseconds: float  # of the whole statement
    pages: tuple[str, ...]
    sql: str


@dataclass(slots=True)
class Index:
    name: str
    table: str
    kind: str  # what it holds: "primary key", "unique", "reference", or nothing but an index
    size: str
    definition: str
    pages: set[str] = field(default_factory=set)
    slowest: float = 0
    query: str = ""  # the quickest statement that reads by it, shortened
    quickest: float = float("inf")
    by: str = ""  # what it is asked there


class Statements:
    """All that is asked within `watching`, each statement once."""

    def __init__(self):
        self.asked: dict[str, Asked] = {}

    @contextmanager
    def watching(self, page: str) -> Iterator[None]:
        def note(execute, sql, parameters, many, context):
            text = str(sql)
            if text.lstrip().upper().startswith(("SELECT", "WITH")) and not many:
                shape = NUMBERS.sub("n", VALUES.sub(r"\1", text))
                self.asked.setdefault(shape, Asked(text, parameters)).pages.add(page)
            return execute(sql, parameters, many, context)

        with connection.execute_wrapper(note):
            yield


def explained(statements: Iterable[Asked], say: Callable[[str], object]) -> tuple[list[Index], list[Scan]]:
    """The indexes with the pages that they serve, and the large tables that are read whole."""
    known, sizes, scans = indexes(), _rows(), []
    for asked in statements:
        found = plan(asked)
        if found is None:
            say(f"Not explained: {asked.sql[:100]}")
            continue
        took = found["Execution Time"]
        for node in _nodes(found["Plan"]):
            if (index := known.get(node.get("Index Name", ""))) and node["Actual Loops"]:
                index.pages |= asked.pages
                index.slowest = max(index.slowest, took)
                if took < index.quickest:
                    index.quickest, index.query = took, shortened(asked.sql)
                    index.by = node.get("Index Cond", "")
            table = node.get("Relation Name", "")
            if (
                node["Node Type"].endswith("Seq Scan")
                and sizes.get(table, 0) >= LARGE
                and node["Actual Loops"]
            ):
                scans.append(Scan(table, sizes[table], took, tuple(sorted(asked.pages)), asked.sql))
    return list(known.values()), scans


def shortened(sql: str) -> str:
    """Where it reads, by what and in which order; not all the columns."""
    text = COLUMNS.sub("SELECT … FROM ", " ".join(sql.replace('"', "").split()), count=1)
    if len(text) <= MOST_SHOWN:
        return text
    where = text.find(" WHERE ")
    begun, ended = text[: MOST_SHOWN // 3], text[-MOST_SHOWN // 3 :]
    return (
        f"{begun}… {text[where + 1 : where + MOST_SHOWN // 3]}… {ended}" if where > 0 else f"{begun}… {ended}"
    )


def plan(asked: Asked) -> dict | None:
    """None where it takes too long, or cannot be explained."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {SLOWEST:d}")
        try:
            with transaction.atomic():
                cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {asked.sql}", asked.parameters)
                (found,) = cursor.fetchone()
        except DatabaseError:
            return None
    return (json.loads(found) if isinstance(found, str) else found)[0]


def _nodes(node: dict) -> Iterator[dict]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


def indexes() -> dict[str, Index]:
    """All indexes of the portal's own tables, by name."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT i.relname, t.relname,
                CASE WHEN x.indisprimary THEN 'primary key' WHEN x.indisunique THEN 'unique'
                    WHEN EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = t.oid AND c.contype = 'f'
                        AND x.indnatts = 1 AND c.conkey[1] = x.indkey[0]) THEN 'reference'
                    ELSE '' END,
                pg_size_pretty(pg_relation_size(i.oid)), pg_get_indexdef(i.oid)
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
            JOIN pg_namespace n ON n.oid = t.relnamespace
            WHERE n.nspname = 'public' AND t.relname ~ '^(careers|comparisons)_'
            ORDER BY t.relname, i.relname
            """
        )
        return {row[0]: Index(*row) for row in cursor.fetchall()}


def _rows() -> dict[str, int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, reltuples::bigint FROM pg_class WHERE relkind = 'r'")
        return dict(cursor.fetchall())
