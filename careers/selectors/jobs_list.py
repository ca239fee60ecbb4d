"""The list of jobs: the rows of a page, and counts of what else could be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache, reduce
from operator import and_

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Case, Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import RowNumber

from careers.compiled import compiled_once
from careers.filters import jobs_conditions
from careers.filters.jobs_asked import COUNTED, MATCH, PAY
from careers.filters.jobs_conditions import NO_PAY, Condition
from careers.kept import each_kept
from careers.models import Posting, PostingPlace, SearchTerm
from careers.models.postings import TOP_PAY
from careers.search.find import Postings, best_postings
from careers.search.words import stem, typed

from .posting import without_hidden_company

PLACES_SHOWN = 3
NEWEST_FIRST = ("-posted_on", "-pk")
AT_ONCE = 25  # rows of a page, which are read by one form of a query
KINDS = 256  # of lists, whose queries are kept
FACETS = jobs_conditions.facets(jobs_conditions.days(date.max))
CHOICES = [(name, choice) for name, ones in FACETS.items() for choice in ones]
Kind = tuple[tuple[str, Condition], ...]  # by the name of a filter


@dataclass(frozen=True, slots=True)
class JobRow:
    """A posting with the names of its first places, of so many."""

    posting: Posting
    places: tuple[str, ...]
    places_total: int
    drawn: dict = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the postings that are open, on a day and at a moment."""

    conditions: Mapping[str, Condition]
    today: date
    now: datetime

    @property
    def kind(self) -> Kind:
        return tuple(self.conditions.items())

    @property
    def values(self) -> tuple:
        own = (value for one in self.conditions.values() for value in one.values)
        return (self.today, self.now, *own)

    @property
    def finds_nothing(self) -> bool:
        """Words that find none: no query is to be put together."""
        return any(one.kind is None for one in self.conditions.values())


@dataclass(frozen=True, slots=True)
class Counts:
    """`choices`: for each choice, by filter, what is found with it under all other filters.

    `unpaid` state no pay and fit otherwise; `samples` are among the `found`. `is_all`: none were left
    uncounted.
    """

    choices: Mapping[str, Mapping[str, int]]
    unpaid: int
    samples: int
    found: int
    is_all: bool


def count(found: QuerySet[Posting]) -> int:
    """How many there are; `COUNTED` + 1 where there are more."""
    # The newest: in no order, PostgreSQL reads the long rows.
    return newest(found)[: COUNTED + 1].count()


def counts(asked: Asked) -> Counts:
    """All of them in one query: each condition is a column of the newest, and a count adds up products."""
    if asked.finds_nothing:
        numbers = [0] * (4 + len(CHOICES))
    else:
        ((*numbers,),) = _counting(asked.kind)(jobs_conditions.days(asked.today), *asked.values)
    total, samples, unpaid, every, *of_choices = map(int, numbers)
    found: dict[str, dict[str, int]] = {}
    for (name, choice), number in zip(CHOICES, of_choices, strict=True):
        found.setdefault(name, {})[choice] = number
    return Counts(found, unpaid, samples, every, total <= COUNTED)


@lru_cache(KINDS)
def _counting(kind: Kind):
    """One row: all, samples, those without pay, what is found, and the number of each choice."""
    counted = [name for name, _ in kind if name == "pay_min" or name in FACETS]
    columns = [f"f{number}" for number in range(len(counted) + len(CHOICES) + 2)]
    set_ = dict(zip(counted, columns, strict=False))
    *of_choices, unpaid, sample = columns[len(counted) :]

    def those(*column: str, but: str = "") -> str:
        kept = [own for name, own in set_.items() if name != but]
        return f"COALESCE(SUM({' * '.join([*kept, *column]) or '1'}), 0)"

    wanted = ["COUNT(*)", those(sample), those(unpaid, but="pay_min"), those()]
    wanted += [those(column, but=name) for column, (name, _) in zip(of_choices, CHOICES, strict=True)]

    def newest_with_columns(days, today, now, *values) -> QuerySet:
        conditions = _made(kind, values)
        base = Posting.objects.open(today, now)
        base = base.filter(*(one for name, one in conditions.items() if name not in set_))
        choices = [one for ones in jobs_conditions.facets(days).values() for one in ones.values()]
        flags = [*(conditions[name] for name in set_), *choices, NO_PAY, Q(is_sample=True)]
        held = {name: Case(When(one, then=1), default=0) for name, one in zip(columns, flags, strict=True)}
        return newest(base).values("pk").annotate(**held)[: COUNTED + 1]

    return compiled_once(
        newest_with_columns,
        around=f"SELECT {', '.join(wanted)} FROM ({{sql}}) AS list",  # noqa: S608 - names of columns
    )


def page(asked: Asked, order: str, start: int, end: int) -> list[int]:
    """The keys of a part of a list by date or by pay."""
    return [] if asked.finds_nothing else _paging(asked.kind, order, start, end)(*asked.values)


def best_page(asked: Asked, found: Postings, words: str, start: int, end: int) -> list[int]:
    """The keys of a part of a list by `best_match`, where it is of no place."""
    if asked.finds_nothing:
        return []
    # To ask for a place takes a look at all postings there, for which this is the wrong way round.
    others = [one.make(*one.values) for name, one in asked.conditions.items() if name != "q"]
    among = Posting.objects.open(asked.today, asked.now).filter(*others)
    return best_postings(found, list(map(stem, typed(words))), among, start, end)


@lru_cache(KINDS)
def _paging(kind: Kind, order: str, start: int, end: int):
    def keys(today, now, *values) -> QuerySet:
        found = Posting.objects.open(today, now).filter(*_made(kind, values).values())
        return in_order(found, order).values_list("pk", flat=True)[start:end]

    return compiled_once(keys)


def _made(kind: Kind, values: Sequence) -> dict[str, Q]:
    """The conditions of that kind, of other values."""
    made, at = {}, 0
    for name, one in kind:
        made[name] = one.make(*values[at : (at := at + len(one.values))])
    return made


def counts_of(lists: Sequence[QuerySet[Posting]]) -> list[int]:
    """How many each list has, `COUNTED` + 1 for more, in one query."""
    parts = [_first(found) for found in lists]
    columns = ", ".join(f"(SELECT COUNT(*) FROM ({sql}) AS list_{n})" for n, (sql, _) in enumerate(parts))  # noqa: S608 - statements of the ORM
    with connections[router.db_for_read(Posting)].cursor() as cursor:
        cursor.execute(f"SELECT {columns}", [value for _, values in parts for value in values])
        return list(cursor.fetchone())


def _first(found: QuerySet[Posting]) -> tuple[str, tuple]:
    try:
        return found.order_by().values("pk")[: COUNTED + 1].query.sql_with_params()
    except EmptyResultSet:
        return "SELECT NULL WHERE 1 = 0", ()


def in_order(found: QuerySet[Posting], order: str, words: str = "") -> QuerySet[Posting]:
    if order == PAY:
        return best_paid(found)
    return best_match(found, words) if order == MATCH else newest(found)


def newest(found: QuerySet[Posting]) -> QuerySet[Posting]:
    return found.order_by(*NEWEST_FIRST)


def best_paid(found: QuerySet[Posting]) -> QuerySet[Posting]:
    """By the highest stated pay in a year; those that state none last."""
    return found.order_by(TOP_PAY.desc(), *NEWEST_FIRST)


def best_match(found: QuerySet[Posting], words: str) -> QuerySet[Posting]:
    """Those with all the words in their title first; then short titles, then the newest."""
    in_title = reduce(and_, (Q(title__icontains=stem(word)) for word in typed(words)), Q())
    term = SearchTerm.objects.filter(kind=SearchTerm.Kind.POSTING, object_id=OuterRef("pk"))
    is_elsewhere = Case(When(in_title, then=Value(0)), default=Value(1)) if in_title else Value(0)
    standing = Subquery(term.order_by("pk").values("pk")[:1])
    return found.order_by(is_elsewhere, standing, *NEWEST_FIRST)


def rows(found: QuerySet[Posting], asked_for: QuerySet[PostingPlace] | None = None) -> tuple[JobRow, ...]:
    """The rows of a slice of a list, of the places those first that are asked for; three queries."""
    # What is sorted are keys alone: long texts would be carried along.
    return rows_at(list(found.values_list("pk", flat=True)), asked_for)


def rows_at(keys: Sequence[int], asked_for: QuerySet[PostingPlace] | None = None) -> tuple[JobRow, ...]:
    """The same of so many postings, in their order; two queries."""
    order = []
    if asked_for is not None:
        order = [Case(When(pk__in=asked_for.filter(posting__in=keys).values("pk"), then=0), default=1)]
    first = PostingPlace.objects.order_by(*order, "position", "pk")[:PLACES_SHOWN]
    postings = _with_their_places_counted(keys).prefetch_related(
        Prefetch("places", queryset=first, to_attr="first_places")
    )
    by_key = {posting.pk: posting for posting in postings}
    return tuple(
        JobRow(
            without_hidden_company(posting), tuple(map(str, posting.first_places)), posting.places_total or 0
        )
        for posting in map(by_key.get, keys)
        if posting  # and not gone since
    )


def _with_their_places_counted(keys: Sequence[int]) -> QuerySet[Posting]:
    counted = PostingPlace.objects.filter(posting=OuterRef("pk")).order_by().values("posting")
    return (
        Posting.objects.filter(pk__in=keys)
        .select_related("company", "remote_area")
        .defer("description", "company__summary")
        .annotate(places_total=Subquery(counted.annotate(total=Count("pk")).values("total")))
    )


def rows_of(keys: Sequence[int]) -> tuple[JobRow, ...]:
    """The rows of at most `AT_ONCE` postings, in their order; two queries for those not read before."""
    return tuple(row for row in _rows(keys) if row)


@each_kept(500)
def _rows(keys: Sequence[int]) -> list[JobRow | None]:
    """One of each key, None for one that is gone."""
    # As many each time: then the queries are the same.
    part = [*keys, *keys[-1:] * (AT_ONCE - len(keys))]
    places: dict[int, list[str]] = {}
    for place in _first_places(part):
        places.setdefault(place.posting_id, []).append(str(place))
    found = {
        posting.pk: JobRow(
            without_hidden_company(posting), tuple(places.get(posting.pk, ())), posting.places_total or 0
        )
        for posting in _postings(part)
    }
    return [found.get(key) for key in keys]


@compiled_once
def _postings(keys: Sequence[int]) -> QuerySet[Posting]:
    return _with_their_places_counted(keys)


@compiled_once
def _first_places(keys: Sequence[int]) -> QuerySet[PostingPlace]:
    order = "position", "pk"
    turn = Window(RowNumber(), partition_by=[F("posting")], order_by=order)
    places = PostingPlace.objects.filter(posting__in=keys).alias(turn=turn)
    return places.filter(turn__lte=PLACES_SHOWN).order_by("posting", *order)
