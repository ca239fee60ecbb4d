from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from careers import snapshot
from careers.feeds import samples
from careers.management.progress import progress_bar
from careers.search import index
from careers.signals import snapshot_loaded


class Command(BaseCommand):
    help = "Load the embedded snapshot, unless this very snapshot is loaded already."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=snapshot.FOLDER)
        parser.add_argument(
            "--without-samples", action="store_true", help="leave the sample postings out this time"
        )

    def handle(self, *, folder, without_samples, **options):
        self.wants_samples = not without_samples
        try:
            if snapshot.is_loaded(folder):
                snapshot_loaded.send(sender=None)
                if index.is_empty():  # loaded by a portal that had no search yet
                    index.fill()
                self.stdout.write("The snapshot is loaded already.")
                self.load_samples()
                return
            with progress_bar("Loading the snapshot", self.stderr) as progress:
                outcome = snapshot.load(folder, progress)
        except snapshot.SnapshotFailure as failure:
            raise CommandError(f"{failure} Nothing was changed.") from failure
        self.stdout.write(
            f"Snapshot: {outcome.created:,} figures created, {outcome.updated:,} updated, "
            f"{outcome.unchanged:,} unchanged."
        )
        self.load_samples()

    def load_samples(self):
        """Once: a site that removed them, or has them, is left as it is."""
        if self.wants_samples and samples.feed() is None:
            call_command("load_samples", stdout=self.stdout)
