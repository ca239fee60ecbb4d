"""Keeping what can be searched true: rebuilt whole after a load or an import, in parts after an edit."""

from collections import Counter
from collections.abc import Iterable
from functools import reduce
from itertools import groupby
from operator import or_
from time import perf_counter

from django.db import connection, transaction
from django.db.models import F, Q
from django.db.models.functions import Greatest

from careers.importers.bulk import insert_rows
from careers.models import SearchTerm, SearchWord, Synonym

from . import postings, synonyms, terms
from .engine import engine
from .scopes import FIRST_COMPANY
from .terms import Term
from .words import stem, typed, whole_words

# How primary keys are made: people in an occupation by tens, and terms that stand alike.
MOST_PEOPLE, SAME_STANDING = 10**8, 10**6
SYNONYM_FREQUENCY = 20  # what people are known to type is likelier meant than a word of one title
# More than so many things to be found at once: the whole index is made anew, which is faster.
MANY = 100
AT_ONCE = 5_000  # words
TABLE = SearchTerm._meta.db_table
Tier = SearchTerm.Tier
MAKERS = {
    SearchTerm.Kind.OCCUPATION: terms.occupations,
    SearchTerm.Kind.PLACE: terms.places,
    SearchTerm.Kind.INDUSTRY: terms.industries,
    SearchTerm.Kind.MAJOR: terms.majors,
    SearchTerm.Kind.COMPANY: terms.companies,
}


def rebuild() -> tuple[int, float]:
    """Make the whole index anew, in one transaction; how many terms, and how many seconds it took."""
    began = perf_counter()
    with transaction.atomic():
        counted: Counter[str] = Counter()
        stems: dict[str, str] = {}

        def write(table: str) -> None:
            made = list(terms.all_terms())
            _write(made, table)
            postings.write(postings.rows(), table)
            counted.clear()
            counted.update(_count((term.tier, term.tokens) for term in made))
            stems.update((word, stem(word)) for word in counted)

        meanwhile = engine().replace_all(write)
        if len(meanwhile) > MANY:  # another rebuild, say; from here on nobody else writes
            meanwhile = engine().replace_all(write)
        _write_words(counted, stems)
        for kind, pk in meanwhile:
            if kind != SearchTerm.Kind.PAGE:  # which are the program's own
                refresh(kind, pk)
        count = SearchTerm.objects.count()
    return count, perf_counter() - began


def _write_words(counted: Counter[str], stems: dict[str, str]) -> None:
    """Bring the words to these and those of the synonyms; only what differs is written."""
    table = SearchWord._meta.db_table
    engine().hold(table)
    for synonym in Synonym.objects.filter(is_in_use=True):
        counted.update(_synonym_words(synonym))
    wanted = {(word, stems.get(word) or stem(word), frequency) for word, frequency in counted.items()}
    there = set(SearchWord.objects.order_by().values_list("word", "stem", "frequency"))
    gone = [word for word, *_ in there - wanted]
    for start in range(0, len(gone), AT_ONCE):
        SearchWord.objects.filter(word__in=gone[start : start + AT_ONCE]).delete()
    if new := sorted(wanted - there):
        insert_rows(table, ("word", "stem", "frequency"), new, {})
    if len(new) > AT_ONCE:
        with connection.cursor() as cursor:
            cursor.execute(f"ANALYZE {table}")


def fill() -> None:
    """What a load of the snapshot leaves to do: the shipped synonyms, and the whole index."""
    synonyms.load()
    rebuild()


def is_empty() -> bool:
    return not SearchTerm.objects.exists()


def refresh(kind: str, pk: int) -> None:
    """Write anew what leads to one of that kind; drop it where that is gone."""
    if kind == SearchTerm.Kind.POSTING:
        refresh_postings([pk])
        return
    with transaction.atomic():
        old = SearchTerm.objects.filter(kind=kind, object_id=pk)
        before = _count(old.values_list("tier", "tokens"))
        old.delete()
        made = list(MAKERS[kind](pk))
        _write(made, beside=True)
        _recount(before, _count((term.tier, term.tokens) for term in made))


# After a feed is brought in: the keys of the postings that it made, changed or closed.
refresh_postings = postings.refresh


def refresh_synonym(before: Synonym | None, now: Synonym | None) -> None:
    """Count the words of a synonym that was added, changed or deleted: they are spelled right."""
    with transaction.atomic():
        _recount(_synonym_words(before), _synonym_words(now))


def _write(made: list[Term], table: str = TABLE, *, beside: bool = False) -> None:
    """Give each its primary key and write them, into an empty table or `beside` others."""
    made.sort(key=lambda term: (_standing(term), term.path, term.key, term.tokens))
    last = _last_keys(set(map(_standing, made))) if beside else {}
    rows = []
    for standing, alike in groupby(made, key=_standing):
        first = last.get(standing, standing * SAME_STANDING - 1) + 1
        rows += [(first + place, *term) for place, term in enumerate(alike)]
    insert_rows(table, ("id", *Term._fields), rows, {})


def _last_keys(standings: set[int]) -> dict[int, int]:
    """The greatest primary key that is taken in each of these standings; one query."""
    ranges = [
        Q(pk__gte=standing * SAME_STANDING, pk__lt=(standing + 1) * SAME_STANDING) for standing in standings
    ]
    taken = SearchTerm.objects.filter(reduce(or_, ranges, Q(pk__in=[]))).order_by("pk")
    return {pk // SAME_STANDING: pk for pk in taken.values_list("pk", flat=True)}


def _standing(term: Term) -> int:
    """The smaller, the sooner it is read."""
    people = min(term.weight // 10, MOST_PEOPLE - 1)  # publishers round to tens
    first = FIRST_COMPANY // SAME_STANDING if term.kind == SearchTerm.Kind.COMPANY else 0
    return first + (term.tier * 100 + term.length) * MOST_PEOPLE + MOST_PEOPLE - 1 - people


def _count(found: Iterable[tuple[int, str]]) -> Counter[str]:
    """How many names have each word; 0 for a word of texts alone, which is known but never meant."""
    counted: Counter[str] = Counter()
    for tier, tokens in found:
        words = whole_words(tokens)
        if tier == Tier.TEXT:
            for word in words:
                counted.setdefault(word, 0)
        else:
            counted.update(words)
    return counted


def _synonym_words(synonym: Synonym | None) -> Counter[str]:
    if synonym is None or not synonym.is_in_use:
        return Counter()
    return Counter(dict.fromkeys(typed(synonym.term), SYNONYM_FREQUENCY))


def _recount(before: Counter[str], now: Counter[str]) -> None:
    """In the order of the words: two that edit at once wait for each other, and never both."""
    changes = {word: now[word] - before[word] for word in sorted({*before, *now})}
    there = set(SearchWord.objects.filter(word__in=changes).values_list("word", flat=True))
    for word, change in changes.items():
        if change and word in there:
            frequency = Greatest(F("frequency") + change, 0)
            SearchWord.objects.filter(word=word).update(frequency=frequency)
    new = [
        SearchWord(word=word, stem=stem(word), frequency=now[word]) for word in changes if word not in there
    ]
    # Another may have brought the same new word in by now.
    SearchWord.objects.bulk_create(new, ignore_conflicts=True)
    SearchWord.objects.filter(word__in=before.keys() - now.keys(), frequency=0).delete()
