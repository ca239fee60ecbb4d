"""The worker makes what is prepared (`careers.prepared`) for the present state of data and code."""

import time
from collections.abc import Iterator
from datetime import timedelta

from django.db import OperationalError
from django.utils import timezone

from careers import changes, prepared
from careers.kept import keeping

from .page_cache import state_of

# Editors save several things in a row, and an import many: it begins once they have paused.
QUIET = timedelta(seconds=10)
LOOK = 5  # seconds between two looks at whether anything changed


class Preparer:
    """Makes some at a time, so that whoever runs it can do other things in between."""

    def __init__(self):
        self.state, self.work, self.looked = None, iter(()), -LOOK

    def some(self, *, patient: bool = True) -> int:
        """How many were made; 0 where all is done, or while things change (if it is patient)."""
        if self.work is None and time.monotonic() - self.looked < LOOK:
            return 0
        self.looked = time.monotonic()
        version, state = present()
        if patient and version.changed_at and timezone.now() - version.changed_at < QUIET:
            return 0
        if state != self.state:
            self.state, self.work = state, prepared.prepare(state, lambda: present()[1] == state)
        if self.work is None:
            return 0
        try:
            with keeping(state):
                made = next(self.work, 0)
        except OperationalError:
            self.state = None  # once more from where it was, when the database is back
            raise
        if not made:
            self.work = None
        return made

    def all(self) -> Iterator[int]:
        while made := self.some(patient=False):
            yield made


def present() -> tuple[changes.Version, tuple]:
    now = timezone.now()
    version = changes.version(now)
    return version, state_of(version, now)
