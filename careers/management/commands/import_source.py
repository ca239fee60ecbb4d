from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from careers import importers
from careers.importers import base
from careers.management.progress import progress_bar


class Command(BaseCommand):
    help = "Import a publisher's file or folder, as it is published, and print the receipt."

    def add_arguments(self, parser):
        parser.add_argument("source", choices=importers.names(), help="which source it comes from")
        parser.add_argument("path", type=Path, help="the file, folder, .gz or .zip")
        parser.add_argument(
            "--release", default="", help="refuse any other release than this, say 'May 2025'"
        )

    def handle(self, *, source, path, release, **options):
        importer = importers.find(source)()
        try:
            with progress_bar(f"Importing {source}", self.stderr) as progress:
                receipt = base.run(importer, path, progress=progress, expect_release=release)
        except base.ImportFailure as failure:
            raise CommandError(f"{failure} Nothing was changed.") from failure
        seconds = (receipt.finished_at - receipt.started_at).total_seconds()
        self.stdout.write(
            f"{receipt.release}: {receipt.created:,} created, {receipt.updated:,} updated, "
            f"{receipt.unchanged:,} unchanged, {receipt.retired:,} retired, {receipt.rejected:,} rejected "
            f"in {seconds:.1f} s\n"
            f"  file {receipt.file_name}, SHA-256 {receipt.checksum}"
        )
        for warning in receipt.warnings:
            self.stdout.write(f"  note: {warning}")
        for rejection in receipt.rejections[:20]:
            self.stdout.write(f"  rejected line {rejection['line']}: {rejection['reason']}")
        if receipt.rejected > 20:
            self.stdout.write(f"  … and {receipt.rejected - 20:,} more, in the receipt in the admin")
