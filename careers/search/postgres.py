"""Search on PostgreSQL: a GIN index over the tokens of `SearchTerm` as a tsvector."""

from django.db import connection

from .asking import Group

TERMS = "careers_searchterm"
INDEX = f"{TERMS}_tokens"
ROW = "term.id"
# The tokens are words and stems already: no parser, stop words or stemmer of PostgreSQL's.
VECTOR = "array_to_tsvector(string_to_array(tokens, ' '))"
INSTALL = [f"CREATE INDEX {INDEX} ON {TERMS} USING gin (({VECTOR})) WITH (fastupdate = off)"]
UNINSTALL = [f"DROP INDEX {INDEX}"]
INSTALL_GROWN = INSTALL  # over a temporary table of that name, which stands before the real one


def statement(columns: str, groups: list[Group], condition: str, limit: int) -> tuple[str, list[str]]:
    """SQL for the first terms that hold one alternative of each group, and its parameters."""
    # "+ 0" keeps the planner from walking the primary key and making a vector of each row on the way,
    # which takes 40–110 ms where the index takes 5–15.
    return (
        f"SELECT {columns} FROM {TERMS} AS term WHERE {VECTOR} @@ %s::tsquery AND {condition} "
        f"ORDER BY term.id + 0 LIMIT {limit:d}"
    ), [expression(groups)]


def objects(groups: list[Group], condition: str) -> tuple[str, list[str]]:
    """SQL for the keys of what all such terms lead to, and its parameters."""
    return (f"SELECT term.object_id FROM {TERMS} AS term WHERE {VECTOR} @@ %s::tsquery AND {condition}"), [
        expression(groups)
    ]


def expression(groups: list[Group]) -> str:
    return " & ".join(f"({' | '.join(map(_alternative, group.alternatives))})" for group in groups)


def _alternative(alternative) -> str:
    # Tokens are letters and digits, so that a quoted one is a lexeme and nothing else.
    *whole, last = (f"'{token}'" for token in alternative.tokens)
    return f"({' & '.join([*whole, last + (':*' if alternative.is_begun else '')])})"


def replace_all(write) -> None:
    """Empty the terms and have `write` fill them; the index is made anew, which is faster."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {INDEX}")
        # Not TRUNCATE: whoever searches meanwhile goes on with the old terms.
        cursor.execute(f"DELETE FROM {TERMS}")
        write()
        for statement in INSTALL:
            cursor.execute(statement)
        cursor.execute(f"ANALYZE {TERMS}")
