"""What editors answered to readers' reports, for all to read. Never what a reader wrote."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from careers.kept import is_keeping, kept
from careers.models import ReaderReport

SHOWN = 5  # of a figure, and of a page: the newest


@dataclass(frozen=True, slots=True)
class Answer:
    on: date
    text: str
    figure: str = ""  # key of the catalogue
    page: str = ""  # where it was asked for


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
    return found


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
    """The first of the nouns, with the `reader_answers` of its pages, which stand at `above`, its slug, and
    below.
    """
    found = nouns.first()
    if found:
        found.reader_answers = on_page(f"{above}{found.slug}/")
    return found


def here(answers: Iterable[Answer], address: str) -> list[Answer]:
    """Those that were asked for on the very page, however it was filtered."""
    return [each for each in answers if each.page.partition("?")[0] == address][:SHOWN]
