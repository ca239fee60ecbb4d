from django.core.management.base import BaseCommand

from careers.selectors.coverage import coverage


class Command(BaseCommand):
    help = "Print how many of the detailed occupations have each figure."

    def handle(self, **options):
        lines = coverage()
        width = max(len(line.label) for line in lines)
        for line in lines:
            share = 100 * line.occupations / line.total if line.total else 0
            self.stdout.write(
                f"{line.label:<{width}}  {line.occupations:>4,} of {line.total:,}  {share:5.1f}%"
            )
