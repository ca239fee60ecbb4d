"""`manage.py bench_search`: how long search, suggestions and the counts of filters take."""

import csv
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles
from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from careers.filters import facets
from careers.filters.asked import Asked
from careers.models import SearchTerm
from careers.search import find
from careers.search.growing import MOST, grown
from careers.selectors.careers_facts import facts

QUERIES = settings.BASE_DIR / "tests" / "careers" / "search" / "queries.csv"


class Command(BaseCommand):
    help = "Print how long search, suggestions and filter counts take: the median and the 95th percentile."

    def add_arguments(self, parser):
        parser.add_argument("--times", type=int, default=3, help="how often each query is asked (default 3)")
        parser.add_argument(
            "--grow",
            type=int,
            default=1,
            metavar="TIMES",
            help=f"on a temporary index so many times as large (2–{MOST}); your data stays as it is",
        )
        parser.add_argument(
            "--queries",
            type=Path,
            default=QUERIES,
            help="a CSV file with a column “query”",
        )

    def handle(self, *, times, grow, queries, **options):
        if times < 1 or not 1 <= grow <= MOST:
            raise CommandError(f"Ask each query at least once, and grow at most {MOST} times.")
        asked = read(queries)
        with ExitStack() as stack:
            size = stack.enter_context(grown(grow)) if grow > 1 else SearchTerm.objects.count()
            if not size:
                raise CommandError("Nothing can be searched yet: run manage.py load_snapshot.")
            self.stdout.write(f"{len(asked)} queries, {times} times each, over {size:,} names and texts")
            begun = [query[:length] for query in asked for length in range(1, len(query) + 1)]
            careers = facts(None, None).careers * grow
            self.show("search", find.search, asked * times)
            self.show("suggestions, letter by letter", find.suggest, begun * times)
            self.show("search for the list of careers", find.occupations, asked * times)
            self.show("counts of filters", lambda query: count(careers, query), asked)

    def show(self, what: str, function: Callable[[str], object], arguments: list[str]) -> None:
        took = sorted(timed(function, argument) for argument in arguments)
        p50, p95 = (quantiles(took, n=100, method="inclusive")[at - 1] for at in (50, 95))
        self.stdout.write(
            f"{what:32} p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   longest {took[-1]:7.1f} ms   ({len(took):,})"
        )


def read(path: Path) -> list[str]:
    try:
        queries = [row["query"] for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())]
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise CommandError(f"{path} cannot be read: a CSV file with a column “query” is needed.") from error
    if len(queries) < 2:
        raise CommandError(f"{path} has fewer than two queries.")
    return queries


def count(careers, query: str) -> None:
    """What a page of the list does for its filters, once it has the facts and the careers found."""
    facets.counts(careers, Asked(q=query), find.occupations(query).ids)


def timed(function: Callable[[str], object], argument: str) -> float:
    began = perf_counter()
    function(argument)
    return (perf_counter() - began) * 1000
