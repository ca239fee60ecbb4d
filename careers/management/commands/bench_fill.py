"""`manage.py bench_fill`: companies and postings by the thousand, to measure on."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from careers.bench import filling, removing
from careers.search import index

MOST = 40  # times 830 occupations have room among the SOC codes that are free


class Command(BaseCommand):
    help = (
        "Write invented companies, postings and desk work into a database, to measure on; or take them out."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--into",
            required=True,
            metavar="NAME",
            help="the name of the database it goes into, so that it never is another one by mistake",
        )
        parser.add_argument("--companies", type=int, default=5000, help="how many companies (default 5000)")
        parser.add_argument("--postings", type=int, default=50_000, help="how many postings (default 50000)")
        parser.add_argument(
            "--occupations",
            type=int,
            default=1,
            metavar="TIMES",
            help=f"each detailed occupation so many times, with copies of its figures (1–{MOST}; default 1)",
        )
        parser.add_argument("--remove", action="store_true", help="take out all that was invented")

    def handle(self, *, into, companies, postings, occupations, remove, **options):
        name = str(connection.settings_dict["NAME"])
        if into != name:
            raise CommandError(
                f"This is the database “{name}”, and readers would see what is invented. "
                f"To have it there all the same: --into {name}"
            )
        if companies < 1 or postings < 0 or not 1 <= occupations <= MOST:
            raise CommandError(
                f"At least one company, no less than no posting, occupations 1 to {MOST} times."
            )
        if remove:
            removing.remove()
            self.stdout.write("Nothing invented is left.")
        else:
            filling.fill(companies, postings, self.stdout.write, occupations)
        terms, seconds = index.rebuild()
        self.stdout.write(f"{terms:,} terms to search, written in {seconds:,.0f} s")
        with connection.cursor() as cursor:
            # As PostgreSQL does by itself before long; until then an index alone answers nothing.
            cursor.execute("VACUUM (ANALYZE)" if connection.vendor == "postgresql" else "ANALYZE")
