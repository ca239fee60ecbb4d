"""Keeping what can be searched true: rebuilt whole after a load or an import, in parts after an edit."""

from collections import Counter
from collections.abc import Iterable
from time import perf_counter

from django.db import connection, transaction
from django.db.models import F

from careers.importers.bulk import insert_rows
from careers.models import SearchTerm, SearchWord, Synonym

from . import synonyms, terms
from .engine import engine
from .terms import Term
from .words import stem, typed, whole_words

SYNONYM_FREQUENCY = 20  # what people are known to type is likelier meant than a word of one title
MAKERS = {
    SearchTerm.Kind.OCCUPATION: terms.occupations,
    SearchTerm.Kind.PLACE: terms.places,
    SearchTerm.Kind.INDUSTRY: terms.industries,
    SearchTerm.Kind.MAJOR: terms.majors,
}


def rebuild() -> tuple[int, float]:
    """Write the whole index anew, in one transaction; how many terms, and how many seconds it took."""
    began = perf_counter()
    with transaction.atomic():
        made = list(terms.all_terms())
        engine().replace_all(lambda: _insert(SearchTerm, Term._fields, made))
        counted = _count(term.tokens for term in made)
        for synonym in Synonym.objects.filter(is_in_use=True):
            counted.update(_synonym_words(synonym))
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {SearchWord._meta.db_table}")
            rows = ((word, stem(word), frequency) for word, frequency in sorted(counted.items()))
            _insert(SearchWord, ("word", "stem", "frequency"), rows)
            cursor.execute(f"ANALYZE {SearchWord._meta.db_table}")
    return len(made), perf_counter() - began


def fill() -> None:
    """What a load of the snapshot leaves to do: the shipped synonyms, and the whole index."""
    synonyms.load()
    rebuild()


def is_empty() -> bool:
    return not SearchTerm.objects.exists()


def refresh(kind: str, pk: int) -> None:
    """Write anew what leads to one occupation, place, industry or field; drop it where that is gone."""
    with transaction.atomic():
        old = SearchTerm.objects.filter(kind=kind, object_id=pk)
        before = _count(old.values_list("tokens", flat=True))
        old.delete()
        made = list(MAKERS[kind](pk))
        _insert(SearchTerm, Term._fields, made)
        _recount(before, _count(term.tokens for term in made))


def refresh_synonym(before: Synonym | None, now: Synonym | None) -> None:
    """Count the words of a synonym that was added, changed or deleted: they are spelled right."""
    with transaction.atomic():
        _recount(_synonym_words(before), _synonym_words(now))


def _count(tokens: Iterable[str]) -> Counter[str]:
    """How many names and texts have each word."""
    counted: Counter[str] = Counter()
    for held in tokens:
        counted.update(whole_words(held))
    return counted


def _synonym_words(synonym: Synonym | None) -> Counter[str]:
    if synonym is None or not synonym.is_in_use:
        return Counter()
    return Counter(dict.fromkeys(typed(synonym.term), SYNONYM_FREQUENCY))


def _recount(before: Counter[str], now: Counter[str]) -> None:
    now.subtract(before)
    changes = {word: change for word, change in now.items() if change}
    there = set(SearchWord.objects.filter(word__in=changes).values_list("word", flat=True))
    for word in there:
        SearchWord.objects.filter(word=word).update(frequency=F("frequency") + changes[word])
    new = [SearchWord(word=word, stem=stem(word), frequency=changes[word]) for word in changes.keys() - there]
    SearchWord.objects.bulk_create(new)
    SearchWord.objects.filter(word__in=there, frequency=0).delete()


def _insert(model, columns: tuple[str, ...], rows: Iterable[tuple]) -> None:
    insert_rows(model._meta.db_table, columns, rows, {})
