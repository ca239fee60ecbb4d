from django.core.management.base import BaseCommand
from django.utils import timezone

from careers.desk import publishing


class Command(BaseCommand):
    help = (
        "Puts live what was approved and whose time has come: changes, and what readers see for the first "
        "time. Each is checked once more; what is barred waits at the desk. Run it every minute by cron or "
        "a timer; twice at once does no harm. What goes from the site needs no run."
    )

    def handle(self, *args, **options):
        done, refused = publishing.due(timezone.now())
        for draft, reason in refused:
            self.stderr.write(f"{draft}: not published. {reason}")
        if done or refused:
            self.stdout.write(f"{done} published, {len(refused)} refused.")
