"""A job through its states. One process alone takes each step: the update that takes it is conditional."""

import json
import logging
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import importers
from careers.feeds.fetching import FetchFailure
from careers.importers import base
from careers.models import FeedReceipt, ImportJob, ImportReceipt, Release, Source
from careers.search import index

from . import feeds, moves, rollback, signs, uploads

logger = logging.getLogger(__name__)

State = ImportJob.State
# What a worker takes, and as what.
TAKEN = {State.WAITING: State.CHECKING, State.APPROVED: State.LOADING, State.TO_ROLL: State.ROLLING}
BACK, FORWARD = "roll-back", "roll-forward"  # in the place of an importer
INDEXED_WITHIN = timedelta(minutes=2)
MAX_SHOWN_REJECTIONS = 100
PROCESS_DIED = gettext_lazy(
    "The process that worked on it ended. Its transaction ended with it: nothing was changed."
)


class Refused(Exception):
    """The step cannot be taken. Says why."""


class _Undone(Exception):
    """Ends a dry run."""


EXPECTED = (base.ImportFailure, FetchFailure, uploads.Unkeepable, Refused, rollback.Refused)


def take(now: datetime) -> ImportJob | None:
    """The oldest job that waits, taken by this process; none where there is none.

    One conditional update on both databases: of several workers, one changes the row.
    """
    for job in ImportJob.objects.filter(state__in=TAKEN).order_by("asked_at", "pk"):
        if _step(job, TAKEN[job.state], heartbeat=now, done_rows=0, total_rows=0, error=""):
            return job
    return None


def work_on(job: ImportJob) -> None:
    """Check, load or roll what was taken, and write what came of it."""
    at_work, back = job.state, next(state for state, taken in TAKEN.items() if taken == job.state)
    try:
        with signs.giving(job) as progress:
            _fetch(job, progress)
            if at_work == State.CHECKING:
                findings = check(job, progress)
                _step(job, State.CHECKED, findings=findings)
            elif at_work == State.ROLLING:
                roll(job)
            else:
                load(job, progress)
    except (KeyboardInterrupt, SystemExit):
        job.state = at_work  # as the transaction that was taken back left it
        _step(job, back)  # the next worker takes it up again
        raise
    except Exception as failure:
        job.state = at_work
        if isinstance(failure, EXPECTED):
            _fail(job, str(failure))
        else:
            logger.exception("Import job %s failed", job.pk)
            _fail(job, _("The portal itself failed; its log says how. Nothing was changed."))


def check(job: ImportJob, progress: base.Progress) -> dict:
    """Import it in a transaction that is taken back, and say what would change.

    On SQLite that transaction keeps every other writer waiting as long as it lasts.
    """
    if feeds.is_feed(job.importer):
        return _check_feed(job)
    importer = importers.find(job.importer)()
    slug = importer.source.slug
    try:
        with transaction.atomic():
            remembered = moves.remember(slug)
            receipt = base.run(importer, Path(job.path), progress=progress)
            found = moves.since(remembered, slug, settings.IMPORT_MOVED_PERCENT)
            findings = _findings(receipt, found)
            raise _Undone
    except _Undone:
        return findings


def load(job: ImportJob, progress: base.Progress) -> None:
    """Import it; that it is loaded is written in the same transaction."""
    if feeds.is_feed(job.importer):
        _load_feed(job)
        return
    importer = importers.find(job.importer)()
    try:
        with transaction.atomic():
            # Two imports of a source, one after the other; corrections may go on pointing at it meanwhile.
            held = Source.objects.select_for_update(no_key=True)
            list(held.filter(slug=importer.source.slug).values_list("pk"))
            receipt = base.run(importer, Path(job.path), progress=progress)
            _loaded(job, receipt.checksum, receipt=receipt, is_indexed=False)
    except DatabaseError as error:  # at the end of the transaction
        raise Refused(_said(error)) from error
    _is_indexed(job)
    uploads.forget(job.path)


def roll(job: ImportJob) -> None:
    """Roll its release; what came of it is written in the same transaction."""
    try:
        with transaction.atomic():
            rolled = rollback.roll(job.release, job.asked_by, is_back=job.importer == BACK)
            findings = {"said": rolled.said, "warnings": rolled.warnings}
            _finish(job, State.ROLLED, findings=findings, is_indexed=False)
    except DatabaseError as error:
        raise Refused(_said(error)) from error
    _is_indexed(job)


def index_the_rest(now: datetime) -> bool:
    """Make the search index anew where the process that imported ended before it did; whether it was so."""
    late = ImportJob.objects.filter(is_indexed=False, finished_at__lt=now - INDEXED_WITHIN)
    if keys := list(late.values_list("pk", flat=True)):
        index.rebuild()
        late.filter(pk__in=keys).update(is_indexed=True)
    return bool(keys)


def _is_indexed(job: ImportJob) -> None:
    """What was to be done on commit is done."""
    ImportJob.objects.filter(pk=job.pk).update(is_indexed=True)


def _check_feed(job: ImportJob) -> dict:
    try:
        with transaction.atomic():
            findings = feeds.findings(job, *feeds.bring_in(job, is_checked=False))
            raise _Undone
    except _Undone:
        return findings


def _load_feed(job: ImportJob) -> None:
    try:
        with transaction.atomic():
            receipt, _ = feeds.bring_in(job, is_checked=True)
            findings = feeds.findings(job, receipt, job.findings.get("warnings", []))
            _loaded(job, findings["checksum"], findings=findings, feed=receipt.feed)
    except DatabaseError as error:
        raise Refused(_said(error)) from error
    uploads.forget(job.path)


def _loaded(job: ImportJob, checksum: str, **changes) -> None:
    if checksum != job.findings.get("checksum"):
        raise Refused(_("The file is not the one that was checked. Nothing was changed."))
    _finish(job, State.DONE, **changes)


def _finish(job: ImportJob, state: str, **changes) -> None:
    if not _step(job, state, finished_at=timezone.now(), **changes):
        raise Refused(_("Somebody ended the job while it was at work. Nothing was changed."))


def _said(error: DatabaseError) -> str:
    return _("The database refused it ({error}). Nothing was changed.").format(
        error=str(error).partition(chr(10))[0]
    )


def stamp(job: ImportJob) -> str:
    """Of what its dry run found: another where a new one finds something else."""
    return sha256(json.dumps(job.findings, sort_keys=True).encode()).hexdigest()[:32]


def ask_to_roll(release: Release, user) -> ImportJob:
    """Have a release rolled back, or forward again where it was rolled back, as soon as a worker takes it."""
    if why := rollback.refusal(release):
        raise Refused(why)
    way = BACK if release.rolled_back is None else FORWARD
    try:
        with transaction.atomic():
            return ImportJob.objects.create(
                importer=way,
                release=release,
                file_name=str(release)[:255],
                state=State.TO_ROLL,
                asked_by=user,
            )
    except IntegrityError as error:
        raise Refused(_("It is being rolled already.")) from error


def approve(job: ImportJob, user, seen: str = "") -> None:
    """Have it loaded; `seen` is the `stamp` of the dry run that the user looked at, where that is known."""
    if seen and seen != stamp(job):
        raise Refused(_("It was checked anew since you looked. Look at what it would change now."))
    if settings.DESK_TWO_PERSON_RULE and job.asked_by_id == user.pk:
        raise Refused(_("Somebody else must approve what you asked for: the rule of two persons is on."))
    if job.state == State.CHECKED and _is_overtaken(job):
        raise Refused(_("The same was imported from another file since this was checked. Check it again."))
    if job.state != State.CHECKED or not _step(job, State.APPROVED, approved_by=user):
        raise Refused(_("Only what is checked and waits for approval can be approved. Look again."))


def again(job: ImportJob) -> None:
    """Check once more what failed, or what was checked a while ago."""
    if job.release_id:
        raise Refused(_("Ask for it again on the page of its release."))
    if job.path and not Path(job.path).is_file():
        raise Refused(_("Its file is gone. Hand it in again."))
    if job.state not in {State.FAILED, State.CHECKED} or not _step(job, State.WAITING, error="", findings={}):
        raise Refused(_("Only what failed, or is checked, can be checked again."))


def discard(job: ImportJob) -> None:
    """Forget a job and its file; what is loaded stays loaded."""
    at_rest = {State.WAITING, State.CHECKED, State.FAILED, State.TO_ROLL}
    if not ImportJob.objects.filter(pk=job.pk, state__in=at_rest).delete()[0]:
        raise Refused(_("It is being worked on, or is loaded. Look again."))
    uploads.forget(job.path)


def tell_the_dead(now: datetime) -> int:
    """Fail the jobs whose process gave no sign for a minute; how many."""
    at_work = ImportJob.objects.filter(state__in=signs.AT_WORK)
    dead = [job for job in at_work if signs.is_dead(job, now)]
    return sum(_fail(job, PROCESS_DIED) for job in dead)


def _is_overtaken(job: ImportJob) -> bool:
    """Whether its dry run compared it with figures, or jobs, that another import has changed since."""
    if job.heartbeat is None:
        return False
    if feeds.is_feed(job.importer):
        later = FeedReceipt.objects.filter(feed=job.feed_id, error="")
    else:
        later = ImportReceipt.objects.filter(importer=job.importer)
    return later.filter(finished_at__gt=job.heartbeat).exists()


def _fetch(job: ImportJob, progress: base.Progress) -> None:
    """The file from its address, once: what is loaded is what was checked."""
    if feeds.is_feed(job.importer):
        if not job.path or not (Path(job.path).parent / feeds.GATHERED).is_file():
            job.path = str(feeds.gather(job, progress))
            ImportJob.objects.filter(pk=job.pk).update(path=job.path)
    elif job.url and not job.path:
        path = uploads.fetch(job.url)
        job.path, job.file_name = str(path), path.name
        ImportJob.objects.filter(pk=job.pk).update(path=job.path, file_name=job.file_name)


def _findings(receipt: ImportReceipt, found: moves.Moves) -> dict:
    return {
        "release": str(receipt.release),
        "checksum": receipt.checksum,
        "created": receipt.created,
        "updated": receipt.updated,
        "unchanged": receipt.unchanged,
        "retired": receipt.retired,
        "rejected": receipt.rejected,
        "rejections": receipt.rejections[:MAX_SHOWN_REJECTIONS],
        "warnings": receipt.warnings,
        "percent": settings.IMPORT_MOVED_PERCENT,
        "moved": found.count,
        "worst": found.worst,
    }


def _fail(job: ImportJob, error: str) -> bool:
    return _step(job, State.FAILED, error=error, finished_at=timezone.now())


def _step(job: ImportJob, state: str, **changes) -> bool:
    """From the state that it was seen in to another; False where somebody else changed it first."""
    taken = ImportJob.objects.filter(pk=job.pk, state=job.state).update(state=state, **changes) == 1
    if taken:
        for name, value in {"state": state, **changes}.items():
            setattr(job, name, value)
    return taken
