from django.core.management.base import BaseCommand

from careers.feeds.rematching import rematch


class Command(BaseCommand):
    help = (
        "Match postings to occupations anew by their titles, but where an editor chose. Imports that bring "
        "names of occupations do so themselves; after an update of the portal it takes over better rules."
    )

    def handle(self, **options):
        changed = rematch()
        self.stdout.write(f"{changed:,} posting{'' if changed == 1 else 's'} matched otherwise than before.")
