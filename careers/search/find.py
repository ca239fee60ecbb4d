"""The one door to search: whole results, suggestions as one types, and the occupations for a filter."""

from collections.abc import Sequence
from itertools import combinations

from django.db import connection

from careers.models import SearchTerm, Synonym

from .asking import Group as Asked
from .asking import ask, candidate_keys
from .engine import engine
from .ranking import Ranked, Row, ranked
from .results import Found, Group, Hit, Results
from .vocabulary import Vocabulary, corrected
from .words import typed

__all__ = ["Found", "Group", "Hit", "Results", "occupations", "search", "suggest"]

Kind = SearchTerm.Kind
SHOWN = {Kind.OCCUPATION: 30}
SHOWN_OF_OTHERS = 8
SUGGESTED = 8
# Rows that are read and ranked, the best tiers and the shortest names first.
READ, READ_FOR_SUGGESTIONS = 3000, 300
MAX_NARROWINGS = 12
SHORTEST_BEGUN = 3
COLUMNS = ", ".join(Row._fields)


def search(query: str, *, exact: bool = False, kind: str = "") -> Results:
    """What the query finds, grouped by kind, careers first; `exact` searches it as typed.

    With a `kind`, all hits of that kind and the number of the others.
    """
    found, meant = _found(query, exact)
    groups = []
    for each in Kind:
        of_kind = [entry for entry in found if entry.row.kind == each]
        if of_kind:
            shown = (len(of_kind) if each == kind else 0) if kind else SHOWN.get(each, SHOWN_OF_OTHERS)
            groups.append(Group(each.value, each.label, tuple(map(_hit, of_kind[:shown])), len(of_kind)))
    return Results(query, meant, tuple(groups))


def suggest(query: str, limit: int = SUGGESTED, *, kind: str = "") -> tuple[Hit, ...]:
    """The first hits, of any kind or of one, while one types: the last word may be only begun."""
    words = typed(query)
    if not words:
        return ()
    begun = not query[-1:].isspace()
    # A letter or two begin half of all names: then only titles that have such a word.
    short = begun and len(words[-1]) < SHORTEST_BEGUN
    of_kind = f" AND kind = '{Kind(kind).value}'" if kind else ""
    condition = ("tier = 0" if short else "tier < 2") + of_kind
    groups = ask(words, _meanings(words), _nothing, begun=begun)
    found = _rank(groups, condition, READ_FOR_SUGGESTIONS)
    if not found and not short:
        groups, _ = _understood(words)
        found = _rank(groups, condition, READ_FOR_SUGGESTIONS)
    return tuple(map(_hit, found[:limit]))


def occupations(query: str, *, exact: bool = False) -> Found:
    """The listed occupations that the query finds, in rank order."""
    found, meant = _found(query, exact, f"kind = '{Kind.OCCUPATION.value}'")
    return Found(tuple(entry.row.occupation_id for entry in found), meant)


def _found(query: str, exact: bool, condition: str = "") -> tuple[list[Ranked], str]:
    words = typed(query)
    if not words:
        return [], ""
    if exact:
        return _rank(ask(words, _meanings(words), _nothing), condition), ""
    groups, meant = _understood(words)
    found = _rank(groups, condition)
    if not found and len(groups) > 1:
        found, meant = _narrowed(groups, condition)
    return found, "" if meant == " ".join(words) else meant


def _understood(words: list[str]) -> tuple[list[Asked], str]:
    """The groups that are asked for once every word is one that is known; and those words."""
    known = Vocabulary(words)
    meant = corrected(words, known)
    if meant != words:
        known = Vocabulary(meant)
    return ask(meant, _meanings(meant), known.has), " ".join(meant)


def _narrowed(groups: list[Asked], condition: str) -> tuple[list[Ranked], str]:
    """What the most of the words find together; of several as many, those that find the best."""
    for size in range(len(groups) - 1, 0, -1):
        tries = list(combinations(groups, size))[:MAX_NARROWINGS]
        found = [
            (ranks[0].cost, place, ranks)
            for place, kept in enumerate(tries)
            if (ranks := _rank(kept, condition))
        ]
        if found:
            _, place, ranks = min(found, key=lambda entry: entry[:2])
            return ranks, " ".join(group.typed for group in tries[place])
    return [], " ".join(group.typed for group in groups)


def _rank(groups: Sequence[Asked], condition: str = "", limit: int = READ) -> list[Ranked]:
    if not groups:
        return []
    holds, parameters = engine().condition(groups)
    holds = f"{holds} AND {condition}" if condition else holds
    statement = (
        f"SELECT {COLUMNS} FROM {SearchTerm._meta.db_table} WHERE {holds} "
        f"ORDER BY tier, length, weight DESC, path, id LIMIT {limit:d}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        return ranked(map(Row._make, cursor.fetchall()), groups)


def _meanings(words: list[str]) -> dict[str, list[str]]:
    found = Synonym.objects.filter(is_in_use=True, key__in=candidate_keys(words))
    return {synonym.key: synonym.meanings for synonym in found}


def _nothing(word: str) -> bool:
    return False


def _hit(entry: Ranked) -> Hit:
    row = entry.row
    return Hit(row.kind, row.title, row.path, row.text if row.tier else "", row.occupation_id)
