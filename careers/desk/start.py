"""The desk's first page: what waits, what is stale, what is missing; each for who may see it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.cache import cache
from django.db.models import Max, Q
from django.urls import reverse
from django.utils import timezone

from careers.catalogue import FIGURES
from careers.models import (
    Draft,
    Editorial,
    FeedReceipt,
    ImportJob,
    ImportReceipt,
    Occupation,
    Posting,
    ReaderReport,
    Source,
    Status,
)
from careers.selectors.coverage import MEASURES, coverage

from .checks.base import editorial_models
from .roles import IMPORT, PUBLISH

SHOWN = 5
SURE_ENOUGH = 60  # percent: below it, a posting's match is worth a look
A_YEAR = timedelta(days=365)
A_DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Item:
    text: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A list under a heading; `more` leads to the whole of it, `nothing` is said where it is empty."""

    title: str
    items: tuple[Item, ...]
    nothing: str
    more: str = ""


def page(model, name: str = "changelist", *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def may(user, verb: str, model) -> bool:
    return user.has_perm(f"{model._meta.app_label}.{verb}_{model._meta.model_name}")


def parts(user) -> list[Part]:
    """Everything of the desk, in at most sixteen queries whatever the size of the data."""
    in_review, overdue = _editorial(user)
    return [
        Part("Waiting for me", (*_waiting(user, in_review),), "Nothing waits for you."),
        Part("To be looked at again", (*overdue, *_old_releases(user)), "Nothing is overdue."),
        *_missing(user),
        *_imports(user),
        *_findings(user),
    ]


def _editorial(user) -> tuple[list[Item], list[Item]]:
    """What is in review, and what was to be reviewed by now; a query a model."""
    in_review, overdue, today = [], [], timezone.now().date()
    due = Q(status=Status.PUBLISHED, review_by__lt=today)
    for model in editorial_models():
        if not may(user, "change", model):
            continue
        name = model._meta.verbose_name
        rows = model._default_manager.filter(Q(status=Status.IN_REVIEW) | due).order_by("review_by", "pk")
        for row in rows.select_related(*_named_by(model)).defer(*_long(model))[: 4 * SHOWN]:
            item = Item(_called(row), page(model, "change", row.pk), name)
            if row.status == Status.IN_REVIEW:
                in_review.append(Item(item.text, item.url, f"{name} in review"))
            else:
                overdue.append(Item(item.text, item.url, f"{name}, review was due {row.review_by:%Y-%m-%d}"))
    return in_review, overdue[: 2 * SHOWN]


def _named_by(model) -> list[str]:
    return ["occupation"] if model._meta.model_name == "occupationtext" else []


def _long(model) -> list[str]:
    return ["description"] if model is Posting else []


def _called(row: Editorial) -> str:
    return f"Text of {row.occupation.title}" if _named_by(type(row)) else str(row)


def _waiting(user, in_review: list[Item]) -> Iterator[Item]:
    if user.has_perm(PUBLISH):
        yield from in_review
    if may(user, "view", Draft):
        mine = Q(author=user)
        if user.has_perm(PUBLISH):
            mine |= Q(state=Draft.State.IN_REVIEW)
        for draft in Draft.objects.filter(mine).select_related("content_type")[: 2 * SHOWN]:
            whose = "your draft" if draft.author_id == user.pk else "draft in review"
            about = f"{draft.content_type.name.capitalize()} {draft.object_id}"
            yield Item(draft.note or about, page(Draft, "change", draft.pk), whose)
    if user.has_perm(IMPORT):
        jobs = ImportJob.objects.filter(state=ImportJob.State.CHECKED).defer("findings")[:SHOWN]
        yield from (Item(str(job), page(ImportJob, "change", job.pk), "import to approve") for job in jobs)
    yield from _reported(user)
    yield from _unsure(user)


def _reported(user) -> Iterator[Item]:
    if may(user, "change", ReaderReport):
        reports = ReaderReport.objects.filter(state=ReaderReport.State.NEW)[: SHOWN + 1]
        for report in list(reports)[:SHOWN]:
            label = FIGURES[report.figure].label if report.figure in FIGURES else report.figure
            yield Item(
                f"{label}: {report.message[:80]}", page(ReaderReport, "change", report.pk), "reader’s report"
            )
        if len(reports) > SHOWN:
            yield Item("All new reports", f"{page(ReaderReport)}?state__exact=new")


def _unsure(user) -> Iterator[Item]:
    if may(user, "change", Posting):
        unsure = (
            Posting.objects.open(timezone.localdate())
            .real()
            .filter(is_occupation_chosen=False, match_confidence__lt=SURE_ENOUGH)
        )
        if count := unsure.count():
            noun = "posting is" if count == 1 else "postings are"
            yield Item(f"{count:,} open {noun} matched uncertainly", f"{page(Posting)}?match=0&state=open")


def _old_releases(user) -> Iterator[Item]:
    """Sources whose newest release describes a time more than a year gone."""
    if not may(user, "view", Source):
        return
    old = timezone.now().date() - A_YEAR
    sources = Source.objects.annotate(newest=Max("releases__period_end")).filter(newest__lt=old)
    for source in sources.order_by("newest")[: 2 * SHOWN]:
        yield Item(
            source.short_name,
            page(Source, "change", source.pk),
            f"newest release ends {source.newest:%b %Y}",
        )


def _missing(user) -> Iterator[Part]:
    if not may(user, "view", Occupation):
        return
    models = {measure.key: measure.model for measure in MEASURES}
    worst = sorted(_coverage(), key=lambda line: line.occupations)[: 2 * SHOWN]
    items = tuple(
        Item(line.label, page(models[line.key]), f"{line.occupations:,} of {line.total:,} occupations")
        for line in worst
        if line.occupations < line.total
    )
    yield Part(
        "Missing most", items, "Every figure is there for every occupation.", reverse("careers:figures")
    )


def _coverage():
    """Counted anew after each import, and once a day: it takes a second with everything loaded."""
    key = f"desk-coverage-{ImportReceipt.objects.aggregate(last=Max('pk'))['last']}"
    return cache.get_or_set(key, coverage, A_DAY)


def _imports(user) -> Iterator[Part]:
    items: list[Item] = []
    if may(user, "view", ImportReceipt):
        for receipt in ImportReceipt.objects.select_related("release__source").defer("rejections")[:SHOWN]:
            said = f"{receipt.created:,} new, {receipt.updated:,} changed, {receipt.rejected:,} rejected"
            note = f"{receipt.finished_at:%Y-%m-%d}: {said}"
            items.append(Item(str(receipt.release), page(ImportReceipt, "change", receipt.pk), note))
    if may(user, "view", FeedReceipt):
        for receipt in FeedReceipt.objects.select_related("feed").defer("rejections")[:3]:
            note = f"{receipt.finished_at:%Y-%m-%d}: {receipt.error[:60] or f'{receipt.created:,} new jobs'}"
            items.append(Item(receipt.feed.name, page(FeedReceipt, "change", receipt.pk), note))
    yield Part("Last imports", tuple(items), "Nothing was imported into this database yet.")


def kept_findings() -> Path:
    """Where `manage.py check_content` leaves what it found for the desk to show."""
    return settings.VAR_DIR / "findings.json"


def _findings(user) -> Iterator[Part]:
    if not any(may(user, "change", model) for model in editorial_models()):
        return
    try:
        told = json.loads(kept_findings().read_text(encoding="utf-8"))
        rows = [(str(row["level"]), str(row["message"]), str(row["url"])) for row in told["findings"]]
        title = f"Last findings: {int(told['blocking']):,} blocking, {int(told['warnings']):,} warnings"
    except (OSError, ValueError, KeyError, TypeError):
        yield Part("Last findings", (), "Not checked yet: “manage.py check_content” does it every night.")
        return
    items = tuple(Item(message, url, level) for level, message, url in rows[: 2 * SHOWN])
    yield Part(f"{title} ({str(told.get('at', ''))[:10]})", items, "Nothing was found.")
