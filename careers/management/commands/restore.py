from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from config import backups


class Command(BaseCommand):
    help = "Fill the empty database that DATABASE_URL names from a file of `backup`, and compare every row."
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options):
        try:
            rows = backups.restore(file)
        except backups.Unusable as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{rows:,} rows restored from {file}, each compared.")
