"""The list of jobs: the rows of a page, and counts of what else could be asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import Case, Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from careers.filters.jobs_asked import COUNTED
from careers.models import Posting, PostingPlace, SearchTerm
from careers.search.words import stem, typed

from .posting import without_hidden_company

PLACES_SHOWN = 3
NEWEST_FIRST = ("-posted_on", "-pk")
Conditions = Mapping[str, Q]  # by the name of a filter


@dataclass(frozen=True, slots=True)
class JobRow:
    """A posting with the names of its first places, of so many."""

    posting: Posting
    places: tuple[str, ...]
    places_total: int


@dataclass(frozen=True, slots=True)
class Counts:
    """`choices`: for each choice, by filter, what is found with it under all other filters.

    `unpaid` state no pay and fit otherwise; `samples` are among what is found. `is_all`: none were left
    uncounted.
    """

    choices: Mapping[str, Mapping[str, int]]
    unpaid: int
    samples: int
    is_all: bool


def count(found: QuerySet[Posting]) -> int:
    """How many there are; `COUNTED` + 1 where there are more."""
    return found.order_by()[: COUNTED + 1].count()


def counts(
    postings: QuerySet[Posting], conditions: Conditions, facets: Mapping[str, Mapping[str, Q]], no_pay: Q
) -> Counts:
    """All of them in one query: each condition is a column of the newest, and a count adds up products."""
    counted = {name: one for name, one in conditions.items() if name in ("pay_min", *facets)}
    base = postings.filter(*(one for name, one in conditions.items() if name not in counted))
    choices = [(name, choice, one) for name, ones in facets.items() for choice, one in ones.items()]
    flags = [*counted.values(), *(one for _, _, one in choices), no_pay, Q(is_sample=True)]
    columns = [f"f{number}" for number in range(len(flags))]
    held = {column: Case(When(one, then=1), default=0) for column, one in zip(columns, flags, strict=True)}
    newest = base.order_by(*NEWEST_FIRST).values("pk").annotate(**held)[: COUNTED + 1]
    set_ = dict(zip(counted, columns, strict=False))
    *of_choices, unpaid, sample = columns[len(counted) :]

    def those(column: str, but: str = "") -> str:
        kept = [own for name, own in set_.items() if name != but]
        return f"COALESCE(SUM({' * '.join([*kept, column])}), 0)"

    wanted = ["COUNT(*)", those(unpaid, but="pay_min"), those(sample)]
    wanted += [those(column, but=name) for column, (name, *_) in zip(of_choices, choices, strict=True)]
    total, unpaid_there, samples, *numbers = _counted(newest, wanted)
    found: dict[str, dict[str, int]] = {name: {} for name in facets}
    for (name, choice, _), number in zip(choices, numbers, strict=True):
        found[name][choice] = number
    return Counts(found, unpaid_there, samples, total <= COUNTED)


def _counted(found: QuerySet, wanted: Sequence[str]) -> list[int]:
    """What is added up of a list; 0 each of one that cannot have any."""
    try:
        sql, values = found.query.sql_with_params()
    except EmptyResultSet:
        return [0] * len(wanted)
    with connections[router.db_for_read(Posting)].cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(wanted)} FROM ({sql}) AS list", values)  # noqa: S608 - a statement of the ORM
        return list(map(int, cursor.fetchone()))


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


def newest(found: QuerySet[Posting]) -> QuerySet[Posting]:
    return found.order_by(*NEWEST_FIRST)


def best_paid(found: QuerySet[Posting]) -> QuerySet[Posting]:
    """By the highest stated pay in a year; those that state none last."""
    top = Coalesce("yearly_max", "yearly_min")
    return found.order_by(top.desc(nulls_last=True), *NEWEST_FIRST)


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
    keys = list(found.values_list("pk", flat=True))
    order = [] if asked_for is None else [Case(When(pk__in=asked_for.values("pk"), then=0), default=1)]
    first = PostingPlace.objects.order_by(*order, "position", "pk")[:PLACES_SHOWN]
    counted = PostingPlace.objects.filter(posting=OuterRef("pk")).order_by().values("posting")
    postings = (
        Posting.objects.filter(pk__in=keys)
        .select_related("company", "remote_area")
        .defer("description", "company__summary")
        .prefetch_related(Prefetch("places", queryset=first, to_attr="first_places"))
        .annotate(places_total=Subquery(counted.annotate(total=Count("pk")).values("total")))
    )
    by_key = {posting.pk: posting for posting in postings}
    return tuple(
        JobRow(
            without_hidden_company(posting), tuple(map(str, posting.first_places)), posting.places_total or 0
        )
        for posting in map(by_key.get, keys)
        if posting  # and not gone since
    )
