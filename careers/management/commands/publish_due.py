from django.core.management.base import BaseCommand
from django.utils import timezone

from careers.desk import publishing


class Command(BaseCommand):
    help = (
        "Puts the approved drafts live whose time has come. Run it every minute by cron or a timer; running "
        "it twice, also at once, does no harm. What is published for the first time, and what goes from the "
        "site, needs no run: readers see it by the clock."
    )

    def handle(self, *args, **options):
        done, refused = publishing.due(timezone.now())
        for draft, reason in refused:
            self.stderr.write(f"{draft}: not published. {reason}")
        if done or refused:
            self.stdout.write(f"{done} published, {len(refused)} refused.")
