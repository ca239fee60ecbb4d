"""The desk's first page: what waits, what is stale, what is missing; each for who may see it."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db.models import Case, Max, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers.catalogue import FIGURES
from careers.counts import number_of
from careers.models import (
    Correction,
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
REMEMBERED = 200  # of what somebody saved last
SURE_ENOUGH = 60  # percent: below it, a posting's match is worth a look
A_YEAR = timedelta(days=365)
A_DAY = 86_400  # seconds
Kind = tuple[str, str]  # app and name of a model


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
    """Everything of the desk, in at most seventeen queries whatever the size of the data."""
    waiting, overdue = _editorial(user)
    receipts = list(ImportReceipt.objects.select_related("release__source").defer("rejections")[:SHOWN])
    return [
        Part(_("Waiting for me"), (*waiting, *_waiting(user)), _("Nothing waits for you.")),
        Part(_("To be looked at again"), (*overdue, *_old_releases(user)), _("Nothing is overdue.")),
        *_missing(user, receipts),
        *_imports(user, receipts),
        *_findings(user),
    ]


def _editorial(user) -> tuple[list[Item], list[Item]]:
    """What is written or in review, and what was to be reviewed by now; a query a model."""
    publishes, today = user.has_perm(PUBLISH), timezone.now().date()
    waiting, mine, beside, overdue = [], [], [], []
    drafts, begun = _drafts(user), _written_by(user)
    for model in editorial_models():
        if not may(user, "change", model):
            continue
        kind, name = (model._meta.app_label, model._meta.model_name), model._meta.verbose_name
        own = begun.get(kind, set())
        wanted = Q(pk__in=drafts[kind].keys()) | Q(status=Status.DRAFT, pk__in=own)
        due = Q(status=Status.PUBLISHED, review_by__lt=today)
        rows = model._default_manager.filter(wanted | Q(status=Status.IN_REVIEW) | due)
        first = Case(When(wanted, then=0), default=1)
        rows = rows.select_related(*_named_by(model)).defer(*_long(model))
        for row in rows.order_by(first, "review_by", "pk")[: 4 * SHOWN]:
            text, url = _called(row), page(model, "change", row.pk)
            if draft := drafts[kind].get(row.pk):
                beside.append(Item(f"{text}: {draft.note}" if draft.note else text, url, _draft(draft, user)))
            elif row.status == Status.IN_REVIEW:
                waiting += [Item(text, url, _("{name} in review").format(name=name))] * publishes
            elif row.status == Status.DRAFT:
                mine.append(Item(text, url, _("{name}, your draft").format(name=name)))
            if row.status == Status.PUBLISHED and row.review_by and row.review_by < today:
                overdue.append(
                    Item(
                        text,
                        url,
                        _("{name}, review was due {day:%Y-%m-%d}").format(name=name, day=row.review_by),
                    )
                )
    return [*beside, *waiting, *mine], overdue[: 2 * SHOWN]


def _drafts(user) -> dict[Kind, dict[int, Draft]]:
    """Drafts that are the user's, or wait for the user; by kind and key of what they change."""
    found: dict[Kind, dict[int, Draft]] = defaultdict(dict)
    if may(user, "view", Draft):
        mine = Q(author=user)
        if user.has_perm(PUBLISH):
            mine |= Q(state=Draft.State.IN_REVIEW)
        drafts = Draft.objects.filter(mine).select_related("content_type").defer("content", "base")
        for draft in drafts[: 2 * SHOWN]:
            found[draft.content_type.natural_key()][draft.object_id] = draft
    return found


def _written_by(user) -> dict[Kind, set[str]]:
    """Keys of what the user saved with its form of late, by kind; whether it waits, its row says."""
    logged = LogEntry.objects.filter(user=user, action_flag__in=(ADDITION, CHANGE))
    logged = logged.filter(change_message__startswith="[").order_by("-pk")
    found: dict[Kind, set[str]] = defaultdict(set)
    fields = ("content_type__app_label", "content_type__model", "object_id")
    for *kind, key in logged.values_list(*fields)[:REMEMBERED]:
        found[tuple(kind)].add(key)
    return found


def _draft(draft: Draft, user) -> str:
    if draft.refusal:
        return _("did not go live: {refusal}").format(refusal=draft.refusal)
    if draft.approved_by_id:
        return _("approved, waits for its time")
    return _("your draft") if draft.author_id == user.pk else _("draft in review")


def _named_by(model) -> list[str]:
    return ["occupation"] if model._meta.model_name == "occupationtext" else []


def _long(model) -> list[str]:
    return ["description"] if model is Posting else []


def _called(row: Editorial) -> str:
    return _("Text of {title}").format(title=row.occupation.title) if _named_by(type(row)) else str(row)


def _waiting(user) -> Iterator[Item]:
    if user.has_perm(IMPORT):
        jobs = ImportJob.objects.filter(state=ImportJob.State.CHECKED).defer("findings")[:SHOWN]
        yield from (Item(str(job), page(ImportJob, "change", job.pk), _("import to approve")) for job in jobs)
    yield from _reported(user)
    yield from _counted(user)


def _reported(user) -> Iterator[Item]:
    if may(user, "change", ReaderReport):
        reports = ReaderReport.objects.filter(state=ReaderReport.State.NEW)[: SHOWN + 1]
        for report in list(reports)[:SHOWN]:
            label = FIGURES[report.figure].label if report.figure in FIGURES else report.figure
            yield Item(
                f"{label}: {report.message[:80]}",
                page(ReaderReport, "change", report.pk),
                _("reader’s report"),
            )
        if len(reports) > SHOWN:
            yield Item(_("All new reports"), f"{page(ReaderReport)}?state__exact=new")


def _counted(user) -> Iterator[Item]:
    """What is too many to be listed, in one query."""
    unsure = Posting.objects.open(timezone.localdate()).real()
    unsure = unsure.filter(is_occupation_chosen=False, match_confidence__lt=SURE_ENOUGH)
    conflicts = Correction.objects.in_force().exclude(conflicts_with="")
    one = ContentType.objects.order_by("pk")[:1]
    postings, corrections = one.values_list(number_of(unsure), number_of(conflicts))[0]
    if postings and may(user, "change", Posting):
        said = ngettext(
            "{count:,} open posting is matched uncertainly",
            "{count:,} open postings are matched uncertainly",
            postings,
        )
        yield Item(said.format(count=postings), f"{page(Posting)}?match=0&state=open")
    if corrections and may(user, "change", Correction):
        said = ngettext(
            "{count:,} correction is in conflict with a newer release",
            "{count:,} corrections are in conflict with a newer release",
            corrections,
        )
        yield Item(said.format(count=corrections), f"{page(Correction)}?state=conflict")


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
            _("newest release ends {newest:%b %Y}").format(newest=source.newest),
        )


def _missing(user, receipts) -> Iterator[Part]:
    if not may(user, "view", Occupation):
        return
    models = {measure.key: measure.model for measure in MEASURES}
    worst = sorted(_coverage(receipts), key=lambda line: line.occupations)[: 2 * SHOWN]
    items = tuple(
        Item(
            line.label,
            page(models[line.key]),
            _("{occupations:,} of {total:,} occupations").format(
                occupations=line.occupations, total=line.total
            ),
        )
        for line in worst
        if line.occupations < line.total
    )
    yield Part(
        _("Missing most"), items, _("Every figure is there for every occupation."), reverse("careers:figures")
    )


def _coverage(receipts):
    """Counted anew after each import, and once a day: it takes a second with everything loaded."""
    key = f"desk-coverage-{max((receipt.pk for receipt in receipts), default=0)}"
    return cache.get_or_set(key, coverage, A_DAY)


def _imports(user, receipts) -> Iterator[Part]:
    items: list[Item] = []
    if user.has_perm(IMPORT):
        items.append(Item(_("Hand in a file or an address"), page(ImportJob, "add"), _("a new import")))
    if may(user, "view", ImportReceipt):
        for receipt in receipts:
            said = _("{created:,} new, {updated:,} changed, {rejected:,} rejected").format(
                created=receipt.created, updated=receipt.updated, rejected=receipt.rejected
            )
            note = f"{receipt.finished_at:%Y-%m-%d}: {said}"
            items.append(Item(str(receipt.release), page(ImportReceipt, "change", receipt.pk), note))
    if may(user, "view", FeedReceipt):
        for receipt in FeedReceipt.objects.select_related("feed").defer("rejections")[:3]:
            said = receipt.error[:60] or _("{count:,} new jobs").format(count=receipt.created)
            note = f"{receipt.finished_at:%Y-%m-%d}: {said}"
            items.append(Item(receipt.feed.name, page(FeedReceipt, "change", receipt.pk), note))
    more = page(ImportReceipt) if may(user, "view", ImportReceipt) else ""
    yield Part(_("Last imports"), tuple(items), _("Nothing was imported into this database yet."), more)


def kept_findings() -> Path:
    """Where `manage.py check_content` leaves what it found for the desk to show."""
    return settings.VAR_DIR / "findings.json"


def _findings(user) -> Iterator[Part]:
    if not any(may(user, "change", model) for model in editorial_models()):
        return
    try:
        told = json.loads(kept_findings().read_text(encoding="utf-8"))
        rows = [(str(row["level"]), str(row["message"]), str(row["url"])) for row in told["findings"]]
        title = _("Last findings: {blocking:,} blocking, {warnings:,} warnings").format(
            blocking=int(told["blocking"]), warnings=int(told["warnings"])
        )
    except (OSError, ValueError, KeyError, TypeError):
        yield Part(
            _("Last findings"), (), _("Not checked yet: “manage.py check_content” does it every night.")
        )
        return
    items = tuple(Item(message, url, level) for level, message, url in rows[: 2 * SHOWN])
    yield Part(f"{title} ({str(told.get('at', ''))[:10]})", items, _("Nothing was found."))
