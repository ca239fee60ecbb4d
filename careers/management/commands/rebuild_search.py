from django.core.management.base import BaseCommand

from careers.search import index


class Command(BaseCommand):
    help = "Write the search index anew from what is in the database; loads and imports do so themselves."

    def handle(self, **options):
        terms, seconds = index.rebuild()
        self.stdout.write(f"{terms:,} names and texts can be searched, indexed in {seconds:.1f} s.")
