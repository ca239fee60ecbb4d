"""`manage.py bench_pages`: requests a second of pages, beside those of a view that does nothing."""

import os
import random
from collections.abc import Sequence
from itertools import cycle, repeat

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from careers.bench.serving import Ask, NotServed, Served, Speed, served
from careers.filters.asked import Asked
from careers.models import Occupation, Prepared
from careers.selectors.examples import SEPARATOR
from careers.views.careers_search import address

BARE = "/healthz"  # a view without a database, behind the same middleware
# Fewer pages than are asked for: when one comes round again it is long forgotten.
FORGETFUL = {"PAGE_CACHE_MB": "1"}
FEWEST = 24  # careers
SEED, ASKED = 9, 5_000
SLICE = 0.5  # seconds
ORDERS = ("title", "pay", "-pay", "growth", "-growth", "employment", "-openings")
# What is asked of each, in percent of the requests of the bare view.
GOALS = {"comparison": 15, "occupation": 20, "filtered list": 15, "not changed": 80, "kept page": 80}
NOT_PREPARED, OF_NEW = "not prepared", "of careers new to the process"


class Command(BaseCommand):
    help = (
        "Serve the portal with gunicorn as in production and print how many requests a second it answers, "
        "and what a request works, beside a bare view served in the same way. Run collectstatic first. "
        "Takes away what the worker has prepared, and prepares it again."
    )

    def add_arguments(self, parser):
        parser.add_argument("--seconds", type=float, default=4, help="how long each is asked for (default 4)")

    def handle(self, *, seconds, **options):
        careers = Occupation.objects.detailed().order_by("pk")
        slugs = list(careers.values_list("slug", flat=True))
        if len(slugs) <= FEWEST:
            raise CommandError("There are too few careers: run manage.py load_snapshot.")
        self.stdout.write(f"{os.cpu_count()} cores, each asked for {seconds:g} s")
        self.stdout.write(f"{'':36}{'requests a second':>28}{'work, ms':>27}")
        self.stdout.write(f"{'':36}{'bare':>10}{'page':>10}{'':8}{'bare':>10}{'page':>9}{'':8}   goal")
        try:
            self.kept(slugs, seconds)
            Prepared.objects.all().delete()
            self.cold(slugs, seconds, NOT_PREPARED)
            call_command("prepare", stdout=self.stdout)
            self.cold(slugs, seconds)
        except NotServed as fault:
            raise CommandError(str(fault)) from fault

    def kept(self, slugs: list[str], seconds: float) -> None:
        one = compared(slugs[:2])
        with served() as portal:
            portal.warm([Ask(BARE), Ask(one)])
            tag = portal.ask(Ask(one)).tag
            self.show("not changed", portal, [Ask(one, tag)], seconds, status=304)
            self.show("kept page", portal, [Ask(one)], seconds)

    def cold(self, slugs: list[str], seconds: float, how: str = "") -> None:
        """Pages that no reader has asked for, made anew each time, of all careers in no order.

        A career is new to a process until the first comparison with it in this version of the data.
        """
        for what, addresses in cold_pages(slugs).items():
            if how and what == "filtered list":
                continue  # there, no career is looked for alone
            asked = [Ask(path) for path in addresses]
            with served(**FORGETFUL) as portal:
                portal.warm([Ask(BARE), asked[0]])
                if what == "comparison" and not how:
                    self.show(f"{what} {OF_NEW}", portal, asked, seconds)
                    portal.warm([Ask(compared(pair)) for pair in zip(slugs[::2], slugs[1::2], strict=False)])
                    asked.reverse()
                self.show(" ".join(filter(None, [what, how])), portal, asked, seconds)

    def show(self, what: str, portal: Served, asked: list[Ask], seconds: float, status: int = 200) -> None:
        bare, page = in_turn(portal, asked, seconds, status)
        per_second, work = page.per_second / bare.per_second, bare.work / page.work
        goal = f"{GOALS[what]:4} %" if what in GOALS else ""
        self.stdout.write(
            f"{what:36}{bare.per_second:10,.0f}{page.per_second:10,.0f}{per_second:8.1%}"
            f"{bare.work:10.2f}{page.work:9.2f}{work:8.1%}   {goal}".rstrip()
        )


def in_turn(portal: Served, asked: Sequence[Ask], seconds: float, status: int = 200) -> tuple[Speed, Speed]:
    """The bare view and these pages, half a second of either after the other, each for so many seconds.

    A machine that others use as well is slow for minutes: for both alike.
    """
    turns, bare, pages = cycle(asked), [], []
    for _ in range(max(round(seconds / SLICE), 1)):
        bare.append(portal.speed(repeat(Ask(BARE)), SLICE))
        pages.append(portal.speed(turns, SLICE, status))
    return Speed.of(bare), Speed.of(pages)


def cold_pages(slugs: Sequence[str]) -> dict[str, list[str]]:
    """Addresses by kind, in an order that is the same in each run; no comparison or list twice."""
    lot = random.Random(SEED)  # noqa: S311 - which pages are asked for is no secret
    occupations = [reverse("careers:occupation", args=[slug]) for slug in slugs]
    lot.shuffle(occupations)
    return {
        "comparison": _distinct(lambda: compared(lot.sample(slugs, 2))),
        "occupation": occupations,
        "filtered list": _distinct(lambda: filtered(lot)),
    }


def _distinct(draw) -> list[str]:
    return list(dict.fromkeys(draw() for _ in range(ASKED)))


def compared(slugs: Sequence[str]) -> str:
    """The address of a comparison. It is not asked for by name: careers knows nothing of comparisons."""
    return f"/compare/{SEPARATOR.join(slugs)}/"


def filtered(lot: random.Random) -> str:
    """A list of careers with one to three filters, in one of the orders, on its first page."""
    choices = {
        "growth": lot.choice(["0", "3", "5"]),
        "education": lot.choice(["high_school", "associate", "bachelor"]),
        "zone": lot.choice("2345"),
        "women": lot.choice(["0-25", "25-50", "50-75"]),
        "experience": "none",
    }
    chosen = {name: (choices[name],) for name in lot.sample(list(choices), lot.randint(0, 2))}
    asked = Asked(pay_min=lot.randrange(20_000, 100_000, 100), chosen=chosen, sort=lot.choice(ORDERS))
    return address(asked)
