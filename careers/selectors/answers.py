"""What editors answered to readers' reports, for all to read. Never what a reader wrote."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from careers.models import ReaderReport

OF_A_FIGURE = 5  # the newest


@dataclass(frozen=True, slots=True)
class Answer:
    on: date
    text: str


def by_figure() -> dict[str, list[Answer]]:
    """By key the public answers, the newest first; one query."""
    found: dict[str, list[Answer]] = defaultdict(list)
    public = ReaderReport.objects.filter(state=ReaderReport.State.ANSWERED, is_public=True)
    for report in public.order_by("-answered_at", "-pk").only("figure", "answer", "answered_at"):
        if report.answered_at and len(found[report.figure]) < OF_A_FIGURE:
            found[report.figure].append(Answer(report.answered_at.date(), report.answer))
    return found
