"""Search on SQLite: an FTS5 table over the tokens of `SearchTerm`, kept true by triggers."""

from collections.abc import Sequence

from django.db import connection

from .asking import Group

TABLE, TERMS = "careers_searchtokens", "careers_searchterm"
ROW = f"{TABLE}.rowid"  # the primary key of a term, as the index has it

# The tokens are words and stems already: no stemmer of FTS5's, and no positions (`detail=none`).
CREATE_TABLE = (
    f"CREATE VIRTUAL TABLE {TABLE} USING fts5(tokens, content='{TERMS}', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0', prefix='3 4', detail=none, columnsize=0)"
)
_ADD = f"INSERT INTO {TABLE}(rowid, tokens) VALUES (new.id, new.tokens);"
_DROP = f"INSERT INTO {TABLE}({TABLE}, rowid, tokens) VALUES ('delete', old.id, old.tokens);"
TRIGGERS = {
    f"{TERMS}_added": f"AFTER INSERT ON {TERMS} BEGIN {_ADD} END",
    f"{TERMS}_dropped": f"AFTER DELETE ON {TERMS} BEGIN {_DROP} END",
    f"{TERMS}_changed": f"AFTER UPDATE OF tokens ON {TERMS} BEGIN {_DROP} {_ADD} END",
}
INSTALL = [CREATE_TABLE, *(f"CREATE TRIGGER {name} {body}" for name, body in TRIGGERS.items())]
UNINSTALL = [*(f"DROP TRIGGER {name}" for name in TRIGGERS), f"DROP TABLE {TABLE}"]
# The same over a temporary table of that name, which stands before the real one.
INSTALL_GROWN = [
    CREATE_TABLE.replace(TABLE, f"temp.{TABLE}"),
    f"INSERT INTO temp.{TABLE}({TABLE}) VALUES ('rebuild')",
]


def statement(
    columns: str, groups: list[Group], condition: str, limit: int, each: str = ""
) -> tuple[str, list[str]]:
    """SQL for the first terms that hold one alternative of each group, and its parameters."""
    # Read in the order of the index's own row ids, it stops at the limit and sorts nothing.
    return (
        f"SELECT {columns} FROM {TABLE} CROSS JOIN {TERMS} AS term ON term.id = {TABLE}.rowid "
        f"WHERE {TABLE} MATCH %s AND {condition}{each and ' AND '}{each} "
        f"ORDER BY {TABLE}.rowid LIMIT {limit:d}"
    ), [expression(groups)]


def objects(groups: list[Group], condition: str) -> tuple[str, list[str]]:
    """SQL for the keys of what all such terms lead to, and its parameters."""
    return (
        f"SELECT term.object_id FROM {TABLE} CROSS JOIN {TERMS} AS term ON term.id = {ROW} "
        f"WHERE {TABLE} MATCH %s AND {condition}"
    ), [expression(groups)]


def in_turn(groups: list[Group], condition: str, stems: Sequence[str]) -> tuple[str, list[str]]:
    """SQL for such terms and what they lead to: whether a stem is not in the title, and the term's key."""
    in_title = " AND ".join(["term.title LIKE %s"] * len(stems)) or "1 = 1"
    return (
        f"SELECT term.object_id, term.id, CASE WHEN {in_title} THEN 0 ELSE 1 END AS is_elsewhere "
        f"FROM {TABLE} CROSS JOIN {TERMS} AS term ON term.id = {ROW} WHERE {TABLE} MATCH %s AND {condition}"
    ), [*(f"%{stem}%" for stem in stems), expression(groups)]


def expression(groups: list[Group]) -> str:
    return " AND ".join(f"({' OR '.join(map(_alternative, group.alternatives))})" for group in groups)


def _alternative(alternative) -> str:
    # Tokens are letters and digits, so that a quoted one is a string of FTS5's and nothing else.
    *whole, last = (f'"{token}"' for token in alternative.tokens)
    return f"({' AND '.join([*whole, last + ('*' if alternative.is_begun else '')])})"


def hold(table: str) -> None:
    """A transaction that writes is alone with its database already."""


def replace_all(write) -> list[tuple[str, int]]:
    """Empty the terms and have `write` fill them, without touching the index row by row.

    Whoever searches goes on with the old terms until the transaction ends; nothing else changes meanwhile.
    """
    with connection.cursor() as cursor:
        for name in TRIGGERS:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        cursor.execute(f"DELETE FROM {TERMS}")
        write(TERMS)
        cursor.execute(f"INSERT INTO {TABLE}({TABLE}) VALUES ('rebuild')")
        for name, body in TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER {name} {body}")
        cursor.execute(f"ANALYZE {TERMS}")
    return []
