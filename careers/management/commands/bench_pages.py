"""`manage.py bench_pages`: requests a second of pages, beside those of a view that does nothing."""

import os
from collections.abc import Sequence
from itertools import combinations

from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from careers.bench.serving import Ask, NotServed, Served, Speed, served
from careers.models import Occupation
from careers.selectors.examples import SEPARATOR

BARE = "/healthz"  # a view without a database, behind the same middleware
# More pages than a megabyte holds: when one comes round again it is long forgotten.
FORGETFUL = {"PAGE_CACHE_MB": "1"}
KNOWN = 24  # careers, for pairs that no reader asked for yet of careers that some did
# What is asked of each, in percent of the requests of the bare view.
GOALS = {"comparison": 15, "occupation": 20, "filtered list": 15, "not changed": 80, "kept page": 80}


class Command(BaseCommand):
    help = (
        "Serve the portal with gunicorn as in production and print how many requests a second it answers, "
        "and what a request works, beside a bare view served in the same way. Run collectstatic first."
    )

    def add_arguments(self, parser):
        parser.add_argument("--seconds", type=float, default=4, help="how long each is asked for (default 4)")

    def handle(self, *, seconds, **options):
        careers = Occupation.objects.detailed().order_by("pk")
        slugs = list(careers.values_list("slug", flat=True))
        if len(slugs) <= KNOWN:
            raise CommandError("There are too few careers: run manage.py load_snapshot.")
        self.stdout.write(f"{os.cpu_count()} cores, each asked for {seconds:g} s")
        self.stdout.write(f"{'':44}requests/s   of bare   work ms   of bare   goal")
        try:
            self.measure(slugs, seconds)
        except NotServed as fault:
            raise CommandError(str(fault)) from fault

    def measure(self, slugs: list[str], seconds: float) -> None:
        one = compared(slugs[:2])
        with served() as portal:
            portal.warm([Ask(BARE), Ask(one)])
            self.bare = portal.speed([Ask(BARE)], seconds)
            self.show("bare view", self.bare)
            tag = portal.ask(Ask(one)).tag
            self.show("not changed", portal.speed([Ask(one, tag)], seconds, status=304))
            self.show("kept page", portal.speed([Ask(one)], seconds))
        with served(**FORGETFUL) as portal:
            pairs = [compared(pair) for pair in combinations(slugs[:KNOWN], 2)]
            self.cold(portal, "comparison", pairs, seconds, warm=KNOWN)
            apart = [compared(pair) for pair in zip(slugs[::2], slugs[1::2], strict=False)]
            self.cold(portal, "comparison, its careers not seen either", apart, seconds)
            pages = [reverse("careers:occupation", args=[slug]) for slug in slugs]
            self.cold(portal, "occupation", pages, seconds)
            lists = [
                f"{reverse('careers:list')}?pay_min={least}000&sort={sort}"
                for least in range(30, 120)
                for sort in ("pay", "-growth", "title")
            ]
            self.cold(portal, "filtered list", lists, seconds, warm=2)

    def cold(self, portal: Served, what: str, paths: Sequence[str], seconds: float, *, warm: int = 0) -> None:
        """Pages that are made anew each time; the first few may be asked for before."""
        portal.warm([Ask(path) for path in paths[: warm or 1]])
        self.show(what, portal.speed([Ask(path) for path in paths], seconds))

    def show(self, what: str, speed: Speed) -> None:
        share, work = speed.per_second / self.bare.per_second, self.bare.work / speed.work
        goal = f"{GOALS[what]:4} %" if what in GOALS else ""
        self.stdout.write(
            f"{what:44}{speed.per_second:10,.0f}{share:9.0%}{speed.work:11.2f}{work:9.0%}   {goal}".rstrip()
        )


def compared(slugs: Sequence[str]) -> str:
    """The address of a comparison. It is not asked for by name: careers knows nothing of comparisons."""
    return f"/compare/{SEPARATOR.join(slugs)}/"
