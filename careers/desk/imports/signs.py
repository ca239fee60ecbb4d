"""Signs of life of a job at work: how far it is, every few seconds, while its own transaction is open.

On PostgreSQL they go into the job's row, by a connection of their own. On SQLite the import's transaction
keeps every other writer out, so they go into a small file under var/imports; the server reads it there.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

from django.conf import settings
from django.db import connection
from django.utils import timezone

from careers.models import ImportJob

EVERY = 2  # seconds
DEAD_AFTER = timedelta(seconds=60)
AT_WORK = (ImportJob.State.CHECKING, ImportJob.State.LOADING, ImportJob.State.ROLLING)


@dataclass(slots=True)
class Sign:
    """Rows done and in all (0: unknown), as they were told at a moment."""

    done: int
    total: int
    at: datetime | None


@contextmanager
def giving(job: ImportJob) -> Iterator[Callable[[int, int], None]]:
    """Give signs while the block runs; yields what an importer tells its progress to."""
    sign, over = Sign(0, 0, None), Event()

    def advance(done: int, total: int) -> None:
        sign.done, sign.total = done, total

    def beat() -> None:
        try:
            while not over.wait(EVERY):
                sign.at = timezone.now()
                with suppress(Exception):  # a sign that is not given must not end an import
                    _give(job, sign)
        finally:
            connection.close()  # this thread's own

    thread = Thread(target=beat, daemon=True)
    thread.start()
    try:
        yield advance
    finally:
        over.set()
        thread.join()
        _path(job).unlink(missing_ok=True)


def last(job: ImportJob) -> Sign:
    """The newest sign of a job."""
    sign = Sign(job.done_rows, job.total_rows, job.heartbeat)
    with suppress(OSError, ValueError, KeyError):
        told = json.loads(_path(job).read_text(encoding="utf-8"))
        at = datetime.fromisoformat(told["at"])
        if sign.at is None or at > sign.at:
            sign = Sign(told["done"], told["total"], at)
    return sign


def is_dead(job: ImportJob, now: datetime) -> bool:
    """Whether the process that worked on it is gone: it has given no sign for a minute."""
    at = last(job).at
    return job.state in AT_WORK and (at is None or now - at > DEAD_AFTER)


def _give(job: ImportJob, sign: Sign) -> None:
    if connection.vendor == "postgresql":
        ImportJob.objects.filter(pk=job.pk).update(
            done_rows=sign.done, total_rows=sign.total, heartbeat=sign.at
        )
        return
    path = _path(job)
    path.parent.mkdir(parents=True, exist_ok=True)
    told = {"done": sign.done, "total": sign.total, "at": sign.at.isoformat()}
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(told), encoding="utf-8")
    fresh.replace(path)


def _path(job: ImportJob) -> Path:
    return settings.VAR_DIR / "imports" / f"{job.pk}.json"
