"""Search on PostgreSQL: GIN indexes over the tokens of `SearchTerm` as a tsvector."""

from collections.abc import Sequence

from django.db import connection

from .asking import Group
from .keys import FIRST_COMPANY, FIRST_POSTING

TERMS = "careers_searchterm"
# Temporary tables: the terms as they shall be, which rows there were, and which of them stay.
STAGED, SEEN, KEPT = "staged_terms", "seen_terms", "kept_terms"
MANY_ROWS = 10_000
# No column alone: bounds on that would have PostgreSQL walk the keys of most terms beside the index of words.
ROW = "(term.id + 0)"
# The tokens are words and stems already: no parser, stop words or stemmer of PostgreSQL's.
VECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"
# One for each part that is read by itself: of a common word it has no rows of the others.
INDEXES = {
    f"{TERMS}_tokens_of_names": f"(id + 0) < {FIRST_COMPANY}",
    f"{TERMS}_tokens_of_companies": f"(id + 0) >= {FIRST_COMPANY} AND (id + 0) < {FIRST_POSTING}",
    f"{TERMS}_tokens_of_postings": f"(id + 0) >= {FIRST_POSTING}",
}
_ON = f"ON {TERMS} USING gin (({VECTOR})) WITH (fastupdate = off)"
INSTALL = [f"CREATE INDEX IF NOT EXISTS {name} {_ON} WHERE {part}" for name, part in INDEXES.items()]
UNINSTALL = [f"DROP INDEX {name}" for name in INDEXES]
INSTALL_GROWN = INSTALL  # over a temporary table of that name, which stands before the real one


def statement(
    columns: str, groups: list[Group], condition: str, limit: int, each: str = ""
) -> tuple[str, list[str]]:
    """SQL for the first terms that hold one alternative of each group, and its parameters.

    `each` is asked of them in their order: of a common word far more are found than are read.
    """
    if each:
        return (
            f"SELECT {columns} FROM (SELECT term.id, term.id + 0 AS place FROM {TERMS} AS term "
            f"WHERE {VECTOR} @@ %s::tsquery AND {condition} ORDER BY place OFFSET 0) AS found "
            f"JOIN {TERMS} AS term ON term.id = found.id WHERE {each} ORDER BY found.place LIMIT {limit:d}"
        ), [expression(groups)]
    # "+ 0" keeps the planner from walking the primary key and making a vector of each row on the way,
    # which takes 40–110 ms where the index takes 5–15.
    return (
        f"SELECT {columns} FROM {TERMS} AS term WHERE {VECTOR} @@ %s::tsquery AND {condition} "
        f"ORDER BY term.id + 0 LIMIT {limit:d}"
    ), [expression(groups)]


def objects(groups: list[Group], condition: str) -> tuple[str, list[str]]:
    """SQL for the keys of what all such terms lead to, and its parameters."""
    # An array, of which the planner expects few: else it reads all postings, as soon as it is asked for those
    # of a place as well, whose keys it would count as read once more for each that is looked up.
    return (
        f"SELECT unnest(ARRAY(SELECT term.object_id FROM {TERMS} AS term "
        f"WHERE {VECTOR} @@ %s::tsquery AND {condition}))"
    ), [expression(groups)]


def in_turn(groups: list[Group], condition: str, stems: Sequence[str]) -> tuple[str, list[str]]:
    """SQL for such terms and what they lead to: whether a stem is not in the title, and the term's key.

    Sorted by these, so that what else is asked of them can be asked of one after the other.
    """
    in_title = " AND ".join(["UPPER(term.title) LIKE UPPER(%s)"] * len(stems)) or "1 = 1"
    return (
        f"SELECT term.object_id, term.id, CASE WHEN {in_title} THEN 0 ELSE 1 END AS is_elsewhere "
        f"FROM {TERMS} AS term WHERE {VECTOR} @@ %s::tsquery AND {condition} "
        "ORDER BY is_elsewhere, term.id OFFSET 0"
    ), [*(f"%{stem}%" for stem in stems), expression(groups)]


def expression(groups: list[Group]) -> str:
    return " & ".join(f"({' | '.join(map(_alternative, group.alternatives))})" for group in groups)


def _alternative(alternative) -> str:
    # Tokens are letters and digits, so that a quoted one is a lexeme and nothing else.
    *whole, last = (f"'{token}'" for token in alternative.tokens)
    return f"({' & '.join([*whole, last + (':*' if alternative.is_begun else '')])})"


def hold(table: str) -> None:
    """Until the transaction ends nobody else writes there; whoever reads goes on."""
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {table} IN SHARE ROW EXCLUSIVE MODE")


def replace_all(write) -> list[tuple[str, int]]:
    """Have `write` fill a table as the terms shall be, and bring them there; what else changed meanwhile.

    Only what differs is written, and the index stays: whoever searches goes on with the old terms until the
    transaction ends. Whoever writes terms waits from when the new ones are made until then.
    """
    with connection.cursor() as cursor:
        # Whatever is written to a row, even the same once more, gives it another xmin.
        cursor.execute(
            f"CREATE TEMPORARY TABLE {SEEN} AS SELECT id, kind, object_id, xmin::text AS written FROM {TERMS}"
        )
        cursor.execute(f"CREATE TEMPORARY TABLE {STAGED} (LIKE {TERMS})")
        write(STAGED)
        cursor.execute(f"CREATE UNIQUE INDEX staged_terms_key ON {STAGED} (id)")
        cursor.execute(f"ANALYZE {STAGED}")
        hold(TERMS)
        cursor.execute(
            f"SELECT kind, object_id FROM {SEEN} AS seen WHERE NOT EXISTS "
            f"(SELECT 1 FROM {TERMS} AS term WHERE term.id = seen.id AND term.xmin::text = seen.written) "
            f"UNION SELECT kind, object_id FROM {TERMS} AS term WHERE NOT EXISTS "
            f"(SELECT 1 FROM {SEEN} AS seen WHERE term.id = seen.id AND term.xmin::text = seen.written)"
        )
        meanwhile = cursor.fetchall()
        _write_differences(cursor)
        cursor.execute(f"DROP TABLE {SEEN}, {STAGED}")
    return meanwhile


def _write_differences(cursor) -> None:
    cursor.execute(
        f"CREATE TEMPORARY TABLE {KEPT} AS SELECT term.id FROM {TERMS} AS term JOIN {STAGED} AS staged "
        "ON staged.id = term.id WHERE (term.*) IS NOT DISTINCT FROM (staged.*)"
    )
    cursor.execute(
        f"SELECT (SELECT COUNT(*) FROM {TERMS}), (SELECT COUNT(*) FROM {STAGED}), COUNT(*) FROM {KEPT}"
    )
    there, wanted, kept = cursor.fetchone()
    others = f"WHERE NOT EXISTS (SELECT 1 FROM {KEPT} AS kept WHERE kept.id ="
    if there > kept:
        cursor.execute(f"DELETE FROM {TERMS} AS term {others} term.id)")
    if wanted > kept:
        if not there:  # so that nobody finds anything yet: to make the index after the rows is faster
            for each in UNINSTALL:
                cursor.execute(each)
        cursor.execute(
            f"INSERT INTO {TERMS} SELECT * FROM {STAGED} AS staged {others} staged.id) ORDER BY id"
        )
        if not there:
            for each in INSTALL:
                cursor.execute(each)
    if wanted - kept > MANY_ROWS:  # of which the planner should know before the next search
        cursor.execute(f"ANALYZE {TERMS}")
    cursor.execute(f"DROP TABLE {KEPT}")
