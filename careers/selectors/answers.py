"""What editors answered to readers' reports, for all to read. Never what a reader wrote."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import BooleanField, F, Func, JSONField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Concat

from careers.kept import is_keeping, kept
from careers.models import ReaderReport

SHOWN = 5  # of a figure, and of a page: the newest


@dataclass(frozen=True, slots=True)
class Answer:
    on: date
    text: str
    figure: str = ""  # key of the catalogue
    page: str = ""  # where it was asked for


class _Json(Func):
    """A function that makes JSON, by its name on SQLite and on PostgreSQL."""

    output_field = JSONField()

    def __init__(self, *parts, sqlite: str, postgresql: str):
        super().__init__(*parts)
        self.names = {"sqlite": sqlite, "postgresql": postgresql}

    def as_sql(self, compiler, connection, **extra):
        return super().as_sql(compiler, connection, function=self.names[connection.vendor], **extra)


class _InBytes(Func):
    """Whether one text comes before another (`<`) or not before it (`>=`), byte by byte in any language.

    By that PostgreSQL has the index of pages; `LIKE` reads it for a text alone that is known beforehand.
    """

    output_field = BooleanField()
    template = "(%(expressions)s)"

    def __init__(self, text, sign: str, other):
        super().__init__(text, other)
        self.sign = sign

    def as_sql(self, compiler, connection, **extra):
        joiner = f" ~{self.sign}~ " if connection.vendor == "postgresql" else f" {self.sign} "
        return super().as_sql(compiler, connection, arg_joiner=joiner, **extra)


def _public() -> QuerySet[ReaderReport]:
    return ReaderReport.objects.filter(
        state=ReaderReport.State.ANSWERED, is_public=True, answered_at__isnull=False
    )


@kept(1)
def by_figure() -> dict[str, list[Answer]]:
    """By key the public answers, the newest first; one query."""
    found: dict[str, list[Answer]] = defaultdict(list)
    for report in _public().order_by("-answered_at", "-pk").only("figure", "answer", "answered_at"):
        if len(found[report.figure]) < SHOWN:
            found[report.figure].append(Answer(report.answered_at.date(), report.answer))
    return dict(found)  # which nobody adds to by looking


def on_page(address: str) -> tuple[Answer, ...]:
    """Those to reports of figures at this address and below it; one query where there are any."""
    if is_keeping() and not _has_any(address):
        return ()
    found = _public().filter(page__startswith=address)
    return tuple(
        Answer(report.answered_at.date(), report.answer, report.figure, report.page)
        for report in found.only("figure", "page", "answer", "answered_at").order_by("-answered_at", "-pk")
    )


def _has_any(address: str) -> bool:
    pages = _pages()
    first = bisect_left(pages, address)
    return first < len(pages) and pages[first].startswith(address)


@kept(1)
def _pages() -> list[str]:
    """The addresses that answers are for."""
    return sorted(_public().order_by().values_list("page", flat=True).distinct())


def first_with_answers(nouns: QuerySet, above: str):
    """The first of the nouns, with the `reader_answers` of its pages; no query more than for itself.

    Its pages stand at `above`, its slug, and below.
    """
    found = with_answers(nouns, above).first()
    return with_told_answers(found) if found else None


def with_answers(nouns: QuerySet, above: str) -> QuerySet:
    """The nouns, each with its `reader_answers` as the database has them: see `with_told_answers`."""
    each = ("answered_at", "pk", "answer", "figure", "page")
    row = _Json(*each, sqlite="JSON_ARRAY", postgresql="JSONB_BUILD_ARRAY")
    gathered = _Json(row, sqlite="JSON_GROUP_ARRAY", postgresql="JSONB_AGG")
    own, after = (Concat(Value(above), OuterRef("slug"), Value(end)) for end in "/0")  # 0 comes next to /
    below = _InBytes(F("page"), ">=", own), _InBytes(F("page"), "<", after)
    rows = _public().order_by().filter(*below).values(rows=gathered)
    return nouns.annotate(reader_answers=Subquery(rows, output_field=JSONField()))


def with_told_answers(noun):
    """The same noun, found with answers, with the answers as pages show them."""
    noun.reader_answers = _told(noun.reader_answers)
    return noun


def _told(rows: list[list] | None) -> tuple[Answer, ...]:
    """The newest first; none is an empty list or nothing, as the database has it."""
    return tuple(
        # A day as either database begins a time in UTC.
        Answer(date.fromisoformat(at[:10]), text, figure, page)
        for at, _, text, figure, page in sorted(rows or (), reverse=True)
    )


def here(answers: Iterable[Answer], address: str) -> list[Answer]:
    """Those that were asked for on the very page, however it was filtered."""
    return [each for each in answers if each.page.partition("?")[0] == address][:SHOWN]
