from django.core.management.base import BaseCommand

from careers.feeds import samples


class Command(BaseCommand):
    help = "Take the sample postings out of this site, for good."

    def handle(self, **options):
        self.stdout.write(f"{samples.remove()} sample postings removed.")
