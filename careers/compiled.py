"""Queries of the ORM that are put together once and asked again with other values.

To put a query with many joins together takes the ORM ten times as long as the database takes to answer it. A
function that makes a queryset of plain values is called with marks in their place; its SQL is kept, and the
values go where the marks stood.
"""

import copy
from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import wraps
from itertools import count
from threading import Lock

from django.core.exceptions import EmptyResultSet
from django.db import connections, router
from django.db.models import QuerySet
from django.db.models.sql.compiler import SQLCompiler

MOST = 64  # forms of one query, as for one and for several occupations
DAY, NOON = date(8765, 1, 1), datetime(8765, 1, 1, 12, tzinfo=UTC)
LARGE = 1_987_654_000  # what no key of a row is yet, and fits a column


class NotCompiled(Exception):
    """The query is made of more than its values."""


def compiled_once(build: Callable[..., QuerySet], *, around: str = "") -> Callable[..., list]:
    """The results of the queryset that `build` makes of values: numbers, texts, days, moments, and lists.

    With a statement `around` it, which has {sql} in its place, the rows of that.

    The values may not decide what is asked, and a moment has to be one of them: `timezone.now()` within is
    refused.
    """
    forms: OrderedDict[tuple, _Form] = OrderedDict()
    lock = Lock()
    models = []

    @wraps(build)
    def results(*values) -> list:
        values = [tuple(value) if _is_several(value) else value for value in values]
        if any(value == () for value in values):
            return list(build(*values))
        if not models:
            models.append(build(*values).model)
        alias = router.db_for_read(models[0])
        key = (alias, *(len(value) if value.__class__ is tuple else value.__class__ for value in values))
        with lock:
            form = forms.get(key)
        if form is None:
            form = _Form(build, values, alias, around)
            with lock:
                forms[key] = form
                if len(forms) > MOST:
                    forms.popitem(last=False)
        return form.ask(values)

    return results


class _Form:
    """A query with as many values of such kinds, on one database."""

    def __init__(self, build: Callable[..., QuerySet], values: Sequence, alias: str, around: str):
        self.alias, self.around, connection = alias, around, connections[alias]
        one, other = (_put_together(build, _marks(values, turn), alias) for turn in (0, 1))
        self.rows, self.compiler, self.sql, params = one
        if self.sql != other[2]:
            raise NotCompiled(f"{build.__qualname__} asks something else of other values")
        marks = _flat(_marks(values, 0))
        self.params = list(params)
        # Where each value goes: its place, and whether the database is told it in a form of its own.
        self.places = [
            (place, *_found(marks, value, connection, build))
            for place, (value, different) in enumerate(zip(params, other[3], strict=True))
            # What wraps a value for the database may have no equality.
            if value != different and repr(value) != repr(different)
        ]
        if {number for _, number, _ in self.places} != set(range(len(marks))):
            raise NotCompiled(f"{build.__qualname__} leaves a value out")

    def ask(self, values: Sequence) -> list:
        params, given, connection = self.params[:], _flat(values), connections[self.alias]
        for place, number, is_adapted in self.places:
            params[place] = _adapted(given[number], connection) if is_adapted else given[number]
        if self.around:
            with connection.cursor() as cursor:
                cursor.execute(self.around.replace("{sql}", self.sql), params)
                return cursor.fetchall()
        query = _Query(self.rows.query, self.compiler, connection, self.sql, tuple(params))
        rows = QuerySet(self.rows.model, query, self.alias)
        rows._fields = self.rows._fields
        return list(self.rows._iterable_class(rows))


def _put_together(build, marks: Sequence, alias: str) -> tuple[QuerySet, SQLCompiler, str, tuple]:
    rows = build(*marks).using(alias)
    compiler = rows.query.get_compiler(alias)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet as empty:
        raise NotCompiled(f"{build.__qualname__} finds nothing, whatever it is asked") from empty
    return rows, compiler, sql, tuple(params)


class _Query:
    """The query of a queryset, with the SQL that it was put together to."""

    def __init__(self, query, compiler, connection, sql: str, params: tuple):
        self._query = query
        self._compiler = copy.copy(compiler)
        self._compiler.connection, self._compiler.as_sql = connection, lambda: (sql, params)

    def __getattr__(self, name: str):
        return getattr(self._query, name)

    def get_compiler(self, using=None, connection=None, elide_empty=True):
        return self._compiler


def _is_several(value) -> bool:
    return isinstance(value, (list, tuple, set, frozenset))


def _flat(values: Sequence) -> list:
    return [each for value in values for each in (value if value.__class__ is tuple else (value,))]


def _marks(values: Sequence, turn: int) -> list:
    numbers = count(turn, 2)
    return [
        tuple(_mark(each, next(numbers)) for each in value)
        if value.__class__ is tuple
        else _mark(value, next(numbers))
        for value in values
    ]


def _mark(value, number: int):
    """Of the kind of the value, and like nothing that a query is made of."""
    if isinstance(value, datetime):
        return NOON + timedelta(minutes=number)
    if isinstance(value, date):
        return DAY + timedelta(days=number)
    if isinstance(value, str):
        return f"mark-{number}-of-a-value"
    if isinstance(value, int) and not isinstance(value, bool):
        return LARGE + number
    raise NotCompiled(f"{value!r} is no value that a query can be asked with again")


def _found(marks: list, param, connection, build) -> tuple[int, bool]:
    for number, mark in enumerate(marks):
        if type(param) is type(mark) and param == mark:
            return number, False
        if param == _adapted(mark, connection):
            return number, True
    raise NotCompiled(f"{build.__qualname__} is made of {param!r}, which is none of its values")


def _adapted(value, connection):
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    return connection.ops.adapt_datefield_value(value) if isinstance(value, date) else value
