"""The one door to search: whole results, suggestions as one types, and the occupations for a filter."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from django.db import connections, router
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from careers.kept import kept
from careers.models import SearchTerm, Synonym

from .asking import Group as Asked
from .asking import ask, candidate_keys
from .engine import engine
from .ranking import Ranked, Row, ranked
from .results import Found, Group, Hit, Results
from .scopes import FIRST_POSTING, Scope, scope
from .vocabulary import Vocabulary, corrected, reconsidered
from .words import typed

__all__ = [
    "Found",
    "Group",
    "Hit",
    "Results",
    "best_postings",
    "occupations",
    "postings",
    "search",
    "suggest",
]

Kind = SearchTerm.Kind
SHOWN = {Kind.OCCUPATION: 30}
SHOWN_OF_OTHERS = 8
SUGGESTED = 8
# Of many companies and postings with like names, so few among suggestions of all kinds.
SUGGESTED_OF_MANY = {Kind.COMPANY: 3, Kind.POSTING: 2}
# Rows that are read and ranked, the best tiers and the shortest names first.
READ, READ_FOR_SUGGESTIONS = 3000, 300
# Where not all words are found together: of how many some are left out, and how often that is tried.
MOST_NARROWED, MAX_NARROWINGS, READ_TO_NARROW = 6, 14, 100
SHORTEST_BEGUN = 3
COLUMNS = ", ".join(f"term.{name}" for name in Row._fields)


def search(query: str, *, exact: bool = False, kind: str = "") -> Results:
    """What the query finds, grouped by kind, careers first; `exact` searches it as typed.

    With a `kind`, that one alone, with all of its hits.
    """
    found, meant = _found(query, exact, scope(kind, READ))
    by_kind: dict[str, list[Ranked]] = {}
    for entry in found:
        by_kind.setdefault(entry.row.kind, []).append(entry)
    groups = []
    for one in Kind:
        if entries := by_kind.get(one.value, []):
            shown = entries if kind else entries[: SHOWN.get(one, SHOWN_OF_OTHERS)]
            groups.append(Group(one.value, one.label, tuple(map(_hit, shown)), len(entries)))
    return Results(query, meant, tuple(groups))


def suggest(query: str, limit: int = SUGGESTED, *, kind: str = "") -> tuple[Hit, ...]:
    """The first hits of any kind, or of one, while one types: the last word may be only begun."""
    words = typed(query)
    if not words:
        return ()
    begun = not query[-1:].isspace()
    names = scope(kind, READ_FOR_SUGGESTIONS, names=True)
    found = _begun(words, begun, names)
    if not found:
        meant = corrected(words[:-1], Vocabulary(words[:-1])) + words[-1:]
        found = _begun(meant, begun, names) if meant != words else []
    if not found:
        groups, _ = _understood(words)
        found = _rank(groups, names)
    if not kind:
        found = _of_many_a_few(found)
    return tuple(map(_hit, found[:limit]))


def _of_many_a_few(found: list[Ranked]) -> list[Ranked]:
    """The same with all but a few of such kinds behind the rest."""
    counted, first, later = Counter(), [], []
    for entry in found:
        kind = entry.row.kind
        counted[kind] += 1
        (first if counted[kind] <= SUGGESTED_OF_MANY.get(kind, len(found)) else later).append(entry)
    return first + later


def occupations(query: str, *, exact: bool = False) -> Found:
    """The listed occupations that the query finds, in rank order."""
    return _occupations(query, exact)


@kept(100)
def _occupations(query: str, exact: bool) -> Found:
    """Kept for a version: each page, order, filter and view of a list of careers asks for the same."""
    found, meant = _found(query, exact, scope(Kind.OCCUPATION, READ))
    return Found(tuple(entry.row.occupation_id for entry in found), meant)


class Postings(RawSQL):
    """The keys of all postings that words find, for `pk__in`."""

    groups: Sequence[Asked] = ()


def postings(query: str) -> Postings | tuple:
    """The keys of all postings that the words find as they are typed, for `pk__in`: closed ones, samples too.

    One query now, for what the words mean; none of the postings are read.
    """
    words = typed(query)
    groups = ask(words, _meanings(words), _nothing) if words else []
    if not groups:
        return ()
    statement, values = engine().objects(groups, f"{engine().ROW} >= {FIRST_POSTING:d}")
    found = Postings(statement, values)
    found.groups = groups
    return found


def best_postings(found: Postings, stems: Sequence[str], among: QuerySet, start: int, end: int) -> list[int]:
    """The keys of a part of those postings that are `among` some: with all the stems in their title first,
    then in the order of their terms. What is asked of a posting is looked up as far as that part goes.
    """
    within, values = engine().in_turn(found.groups, f"{engine().ROW} >= {FIRST_POSTING:d}", stems)
    there = among.filter(pk=RawSQL("found.object_id", ())).order_by().values("pk")
    asked, others = there.query.sql_with_params()
    statement = (
        f"SELECT found.object_id FROM ({within}) AS found WHERE EXISTS ({asked}) "
        f"ORDER BY found.is_elsewhere, found.id LIMIT {end - start:d} OFFSET {start:d}"
    )
    return [key for (key,) in _fetched(statement, [*values, *others])]


def _begun(words: list[str], begun: bool, names: Scope) -> list[Ranked]:
    groups = ask(words, _meanings(words), _nothing, begun=begun)
    if not begun or len(words[-1]) >= SHORTEST_BEGUN:
        return _rank(groups, names)
    # A letter or two begin half of all words: what is found by the other words is sifted for them, and
    # without another word, the titles.
    if len(groups) == 1 and len(groups[0].alternatives) == 1:
        rows = _rows(*_titles_with(words[-1], names))
    elif len(groups) == 1:
        rows = _rows(*_statement(groups, names))
    else:
        rows = _rows(*engine().statement(COLUMNS, groups[:-1], names.condition, READ))
        rows = [row for row in rows if f" {words[-1]}" in f" {row.key}"]
    return ranked(rows, groups)


def _titles_with(beginning: str, names: Scope) -> tuple[str, list[str]]:
    return (
        f"SELECT {COLUMNS} FROM {SearchTerm._meta.db_table} AS term WHERE tier = 0 "
        f"AND {names.titles} AND (key LIKE %s OR key LIKE %s) ORDER BY term.id LIMIT {READ_FOR_SUGGESTIONS:d}"
    ), [f"{beginning}%", f"% {beginning}%"]


def _found(query: str, exact: bool, within: Scope) -> tuple[list[Ranked], str]:
    words = typed(query)
    if not words:
        return [], ""
    if exact:
        return _rank(ask(words, _meanings(words), _nothing), within), ""
    groups, meant = _understood(words)
    if meant != " ".join(words) and within.has_postings and (found := _as_jobs_say(words, within)):
        return found, ""
    found = _rank(groups, within)
    if not found and (again := reconsidered(meant.split())) != meant.split():
        groups, meant = _understood(again)
        found = _rank(groups, within)
    if not found and len(groups) > 1:
        found, meant = _narrowed(groups, within)
    return found, "" if meant == " ".join(words) else meant


def _as_jobs_say(words: list[str], within: Scope) -> list[Ranked]:
    """What is found as typed, where open jobs have these very words: employers and towns that only they name
    are in no vocabulary, and would be taken for misspelled.
    """
    found = _rank(ask(words, _meanings(words), _nothing), within)
    keys = (entry.row.key.split() for entry in found if entry.row.kind == Kind.POSTING)
    return found if any(set(words) <= set(key) for key in keys) else []


def _understood(words: list[str]) -> tuple[list[Asked], str]:
    """The groups that are asked for once every word is one that is known; and those words."""
    known = Vocabulary(words)
    meant = corrected(words, known)
    if meant != words:
        known = Vocabulary(meant)
    return ask(meant, _meanings(meant), known.has), " ".join(meant)


def _narrowed(groups: list[Asked], within: Scope) -> tuple[list[Ranked], str]:
    """What the most of the words find together; of several as many, those that find the best."""
    groups = groups[:MOST_NARROWED]
    left = MAX_NARROWINGS
    for size in range(len(groups) - 1, 0, -1):
        tries = list(combinations(groups, size))[: left if size > 1 else None]
        left -= len(tries)
        each = zip(tries, _rows_of_each(tries, within), strict=True)
        found = [(ranked(rows, kept)[0].cost, kept) for kept, rows in each if rows]
        if found:
            _, kept = min(found, key=lambda entry: entry[0])
            return _rank(kept, within), " ".join(group.typed for group in kept)
    return [], " ".join(group.typed for group in groups)


def _rows_of_each(tries: list[tuple[Asked, ...]], within: Scope) -> list[list[Row]]:
    """The first rows that each of several searches finds, in one query."""
    found: list[list[Row]] = [[] for _ in tries]
    if not tries:
        return found
    parts = [engine().statement(COLUMNS, kept, within.condition, READ_TO_NARROW) for kept in tries]
    statement = " UNION ALL ".join(
        f"SELECT {number}, each_{number}.* FROM ({sql}) AS each_{number}"
        for number, (sql, _) in enumerate(parts)
    )
    for number, *row in _fetched(statement, [value for _, values in parts for value in values]):
        found[number].append(Row._make(row))
    return found


def _rank(groups: Sequence[Asked], within: Scope) -> list[Ranked]:
    return ranked(_rows(*_statement(groups, within)), groups) if groups else []


def _statement(groups: Sequence[Asked], within: Scope) -> tuple[str, list[str]]:
    """SQL for the first terms of each part of the scope, and its parameters."""
    parts = [
        engine().statement(COLUMNS, groups, part.condition, part.most, part.each) for part in within.parts
    ]
    if len(parts) == 1:
        return parts[0]
    statement = " UNION ALL ".join(
        f"SELECT * FROM ({sql}) AS part_{number}" for number, (sql, _) in enumerate(parts)
    )
    return statement, [value for _, values in parts for value in values]


def _rows(statement: str, parameters: list[str]) -> list[Row]:
    return list(map(Row._make, _fetched(statement, parameters)))


def _fetched(statement: str, parameters: list[str]) -> list[tuple]:
    with connections[router.db_for_read(SearchTerm)].cursor() as cursor:
        cursor.execute(statement, parameters)
        return cursor.fetchall()


def _meanings(words: list[str]) -> dict[str, list[str]]:
    found = Synonym.objects.filter(is_in_use=True, key__in=candidate_keys(words))
    return {synonym.key: synonym.meanings for synonym in found}


def _nothing(word: str) -> bool:
    return False


def _hit(entry: Ranked) -> Hit:
    row = entry.row
    return Hit(row.kind, row.title, row.path, row.text if row.tier else "", row.occupation_id)
