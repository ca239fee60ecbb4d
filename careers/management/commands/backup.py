from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config import backups


class Command(BaseCommand):
    help = "Write the whole database, as it stands now, into one new file that `restore` reads."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="a new file, say portal-2026-11-26.backup")

    def handle(self, *, file: Path, **options):
        try:
            rows = backups.backup(file)
        except (backups.Unusable, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{rows:,} rows, {file.stat().st_size / 1e6:.1f} MB in {file}")
