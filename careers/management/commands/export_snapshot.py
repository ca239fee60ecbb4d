from pathlib import Path

from django.core.management.base import BaseCommand

from careers import snapshot
from careers.management.progress import progress_bar


class Command(BaseCommand):
    help = "Write the embedded snapshot (careers/data/snapshot) from the figures in force in the database."

    def add_arguments(self, parser):
        parser.add_argument("--folder", type=Path, default=snapshot.FOLDER)

    def handle(self, *, folder, **options):
        with progress_bar("Writing the snapshot", self.stderr) as progress:
            manifest = snapshot.export(folder, progress)
        size = sum(file.stat().st_size for file in folder.iterdir())
        rows = sum(table["rows"] for table in manifest["tables"])
        self.stdout.write(f"{rows:,} rows, {size / 1e6:.2f} MB in {folder}")
