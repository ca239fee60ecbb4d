"""`manage.py prepare`: make ahead what pages are made from, as the worker does by itself."""

import time

from django.core.management.base import BaseCommand

from careers.models import Prepared
from config.preparing import Preparer


class Command(BaseCommand):
    help = (
        "Make ahead what pages are made from, for the present version of the data. The worker (manage.py "
        "work) does so by itself when nothing has changed for some seconds; this waits for nothing."
    )

    def handle(self, **options):
        began, worked = time.monotonic(), time.process_time()
        made = sum(Preparer().all())
        kept = Prepared.objects.count()
        self.stdout.write(
            f"{made} made ({kept} there) in {time.monotonic() - began:.1f} s, "
            f"{time.process_time() - worked:.1f} s of them at work."
        )
