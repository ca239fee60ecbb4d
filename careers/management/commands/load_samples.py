from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from careers.feeds import samples


class Command(BaseCommand):
    help = "Load the sample postings, unless they were removed from this site."

    def handle(self, **options):
        feed = samples.feed()
        if feed and not feed.is_in_use:
            self.stdout.write(
                "The sample postings were removed from this site. To have them again, "
                f"put the feed “{feed}” in use in the admin first."
            )
            return
        receipt = samples.load(timezone.localdate())
        if receipt.error:
            raise CommandError(f"Sample postings: {receipt.error}")
        self.stdout.write(
            f"Sample postings: {receipt.created} created, {receipt.updated} updated, "
            f"{receipt.unchanged} unchanged. manage.py remove_samples takes them out."
        )
