"""Job feeds among the imports: gathered once, so that what is brought in is what was checked."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.feeds import fetching, formats, naming, reading, reconcile
from careers.feeds.records import Document
from careers.importers.base import ImportFailure
from careers.models import Feed, FeedReceipt, ImportJob

from . import uploads

PREFIX = "feed-"  # before the format, where an import of figures has its importer
GATHERED = "gathered.json"
MAX_NAME = Feed._meta.get_field("name").max_length
SHRINKS = " If that is right"  # what the command says of it from here on
UNWARNED = gettext_lazy("It did not when it was checked: check it again.")


def names() -> list[tuple[str, str]]:
    return [
        (PREFIX + value, _("Job feed: {label}").format(label=label)) for value, label in Feed.Format.choices
    ]


def is_feed(importer: str) -> bool:
    return importer.startswith(PREFIX)


def format_of(importer: str) -> str:
    return importer.removeprefix(PREFIX)


def gather(job: ImportJob, progress: Callable[[int, int], None]) -> Path:
    """Fetch all that the feed leads to, and keep it beside what was handed in; the list of it."""
    kept = Path(job.path) if job.path else uploads.keep(GATHERED, [b"{}"])
    listed, held, size = kept.parent / GATHERED, {}, 0

    def fetch(address: str, headers=None) -> Document:
        nonlocal size
        try:
            document = fetching.fetch(address, headers=headers)
        except fetching.FetchFailure as failure:
            if failure.is_gone:
                held[address] = None
            raise
        size += len(document.content)
        if size > settings.IMPORT_MAX_BYTES:
            raise uploads.Unkeepable(
                _("What the feed leads to has more than {most:,} bytes.").format(
                    most=settings.IMPORT_MAX_BYTES
                )
            )
        held[address] = f"{len(held)}.document"
        (kept.parent / held[address]).write_bytes(document.content)
        progress(len(held), 0)
        return document

    try:
        _readings(job.importer, job.url or str(kept), fetch)
    except BaseException:
        if not job.path:
            uploads.forget(str(kept))
        raise
    listed.write_text(json.dumps(held), encoding="utf-8")
    return kept


def checksum(job: ImportJob) -> str:
    """Of all that was gathered."""
    digest = sha256()
    for path in sorted(Path(job.path).parent.iterdir()):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def bring_in(job: ImportJob, *, is_checked: bool) -> tuple[FeedReceipt, list[str]]:
    """Bring in what was gathered; call it in a transaction, which ends where this fails.

    A feed that lacks most of what is open may be cut off. At the check that is a warning, and who approves it
    has read the warning; where it comes to lack them only after the check, nobody has.
    """
    feed = job.feed or _feed(job)
    readings = _readings(job.importer, job.url or job.path, _replaying(job))
    today, warnings = timezone.localdate(), []
    is_warned = is_checked and bool(job.findings.get("warnings"))
    receipt = reconcile.bring_in(feed, readings, today, allow_shrink=is_warned)
    if SHRINKS in receipt.error:
        if is_checked:
            raise ImportFailure(f"{receipt.error.partition(SHRINKS)[0]} {UNWARNED}", file=str(feed))
        warnings.append(
            _("{error} Approve it only if that is right.").format(error=receipt.error.partition(SHRINKS)[0])
        )
        receipt = reconcile.bring_in(feed, readings, today, allow_shrink=True)
    if receipt.error:
        raise ImportFailure(receipt.error, file=str(feed))
    if job.url and feed.location != job.url:
        feed.location = job.url
        feed.save(update_fields=["location"])
    return receipt, warnings


def findings(job: ImportJob, receipt: FeedReceipt, warnings: list[str]) -> dict:
    counts = ("created", "updated", "unchanged", "merged", "closed", "rejected")
    return {
        "release": str(receipt.feed),
        "checksum": checksum(job),
        **{name: getattr(receipt, name) for name in counts},
        "rejections": [{"line": each["item"], "reason": each["reason"]} for each in receipt.rejections[:100]],
        "warnings": warnings,
    }


def _readings(importer: str, location: str, fetch) -> list:
    try:
        return reading.read(formats.find(format_of(importer)), location, fetch)
    except reading.ReadFailure as failure:
        raise ImportFailure(str(failure)) from failure


def _replaying(job: ImportJob):
    folder = Path(job.path).parent
    held = json.loads((folder / GATHERED).read_text(encoding="utf-8"))

    def fetch(address: str, headers=None) -> Document:
        if held.get(address) is None:
            raise fetching.FetchFailure(address, _("it was not there."), is_gone=True)
        return Document(address, (folder / held[address]).read_bytes())

    return fetch


def _feed(job: ImportJob) -> Feed:
    form = format_of(job.importer)
    name = naming.default_name(form, job.url or job.file_name)[:MAX_NAME]
    feed = Feed.objects.filter(name=name, format=form).first()
    return feed or Feed.objects.create(name=name, slug=naming.free_slug(name), format=form)
