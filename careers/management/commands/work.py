"""`manage.py work`: what is left for later: imports, one at a time, what appears at a set time, and pages.

Any number of them may run. `manage.py start` runs one beside the server; it ends when the server does.
"""

import os
import signal
import time
from contextlib import suppress

from django.core.management.base import BaseCommand
from django.db import OperationalError, connection
from django.utils import timezone

from careers.desk import publishing
from careers.desk.imports import jobs
from config import observe
from config.preparing import Preparer

PAUSE = 1  # seconds between two looks at an empty queue
MINUTE = 60  # seconds between two looks at what is to appear, and what an ended process left to do


class Command(BaseCommand):
    help = (
        "Check and load the imports that were asked for in the admin, roll releases back and forward, put "
        "live between them what was approved for a set time, and prepare pages when nothing changes, until "
        "it is stopped."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="end when nothing waits any more")
        parser.add_argument("--beside", type=int, metavar="PID", help="end when this parent process has")

    def handle(self, *, once=False, beside=None, **options):
        observe.start()
        # A stop by the service manager ends a job as Ctrl-C does: taken back, and waiting again.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        preparer = Preparer()
        published = -MINUTE  # on a clock that only goes forward
        with suppress(KeyboardInterrupt):
            while beside is None or os.getppid() == beside:
                if (now := time.monotonic()) - published >= MINUTE:
                    published = now
                    self.publish()
                    self.index()
                if self.do_one():
                    continue
                if once:
                    return
                if self.prepare(preparer):
                    continue
                time.sleep(PAUSE)

    def do_one(self) -> bool:
        try:
            jobs.tell_the_dead(timezone.now())
            job = jobs.take(timezone.now())
            if job is None:
                return False
            self.stdout.write(f"{job.get_state_display()}: {job}")
            jobs.work_on(job)
            self.stdout.write(f"{job.get_state_display()}: {job}")
        except OperationalError as error:  # the database is away, or another import keeps it
            self._away(error)
            return False
        return True

    def publish(self) -> None:
        try:
            done, refused = publishing.due(timezone.now())
        except OperationalError as error:
            self._away(error)
            return
        for draft, reason in refused:
            self.stderr.write(f"{draft}: not published. {reason}")
        if done:
            self.stdout.write(f"{done} published.")

    def index(self) -> None:
        try:
            if jobs.index_the_rest(timezone.now()):
                self.stdout.write("The search index was made anew.")
        except OperationalError as error:
            self._away(error)

    def prepare(self, preparer: Preparer) -> bool:
        try:
            return bool(preparer.some())
        except OperationalError as error:
            self._away(error)
            return False

    def _away(self, error: OperationalError) -> None:
        self.stderr.write(f"The database does not answer: {str(error).partition(chr(10))[0]}")
        connection.close()
