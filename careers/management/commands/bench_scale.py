"""`manage.py bench_scale`: what pages cost with the usual data, and with twenty times as much."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from statistics import median

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from django.test import Client, override_settings

from careers.bench.kinds import KINDS, Kind, kinds
from careers.bench.timing import Timing, each_timed

GOAL = 1.5  # times the usual, at most, that a page with the grown data takes
SLIGHT = 1  # milliseconds: less more is no growth


class Command(BaseCommand):
    help = (
        "Make every kind of page for readers with the data of DATABASE_URL and with those of --grown, and "
        "print the median time of each, with its growth. No page is kept, but what is worked out "
        "once for a version of the data is. Ends with 1 where the median page grows by half or more."
    )

    def add_arguments(self, parser):
        parser.add_argument("--grown", metavar="URL", help="the address of the database with more data")
        parser.add_argument("--times", type=int, default=5, help="how many pages of each kind (default 5)")
        parser.add_argument("--of", default="", metavar="TEXT", help="kinds with that in their name")
        parser.add_argument(
            "--tell",
            action="store_true",
            help="measure this database alone: the kinds that standard input names",
        )

    def handle(self, *, grown, times, of, tell, **options):
        if times < 1:
            raise CommandError("Ask for at least one page of each kind.")
        if tell:
            self.tell(times)
            return
        if not grown:
            raise CommandError("--grown says where the larger database is; bench_fill fills it.")
        named = [name for name in KINDS if of.casefold() in name.casefold()]
        usual, larger = _told_in_turn([os.environ.get("DATABASE_URL", ""), grown], named, times)
        self.stdout.write(f"{os.cpu_count()} cores, {times} pages of each kind, milliseconds")
        self.stdout.write(
            f"{'':34}{'queries':>9}{'work':>9}{'grown':>9}{'times':>7}{'clock':>10}{'grown':>9}{'times':>7}"
            f"{'first':>10}{'grown':>9}"
        )
        for name, before in usual.items():
            self.stdout.write(_line(name, before, larger[name]))
        self.judge(usual, larger)

    def tell(self, times: int) -> None:
        try:
            for taken in measured(map(str.strip, sys.stdin), times):
                self.stdout.write(json.dumps([taken.queries, taken.first, taken.median, taken.work]))
                self.stdout.flush()
        except DatabaseError as fault:
            raise CommandError(f"The database cannot be asked: {fault}") from fault

    def judge(self, usual: dict[str, list], larger: dict[str, list]) -> None:
        grew = [
            name
            for name, (*_, work) in usual.items()
            if larger[name][-1] > GOAL * work and larger[name][-1] - work > SLIGHT
        ]
        growth = {}
        for what, place in (("work", -1), ("clock", -2)):
            before, after = (median(told[place] for told in each.values()) for each in (usual, larger))
            growth[what] = after / before
            self.stdout.write(
                f"median page, {what}: {before:.1f} ms, grown {after:.1f} ms: {after / before:.2f}"
            )
        self.stdout.write(f"{len(grew)} of {len(usual)} kinds work {GOAL:g} times as much: {', '.join(grew)}")
        if growth["work"] >= GOAL:
            raise SystemExit(1)


def measured(named: Iterable[str], times: int) -> Iterator[Timing]:
    """The timing of each kind, page after page in this process."""
    with unkept():
        client = Client(headers={"host": "localhost"})
        known = {kind.name: kind for kind in kinds(times + 1)}
        for name in named:
            yield timing(client, known[name])


def timing(client: Client, kind: Kind) -> Timing:
    return each_timed(partial(asked, client, address) for address in kind.addresses)


def asked(client: Client, address: str) -> None:
    response = client.get(address)
    # A page that came in a stream costs nothing before it is read.
    size = sum(map(len, response.streaming_content)) if response.streaming else len(response.content)
    if response.status_code != 200 or not size:
        raise CommandError(f"{address} answers {response.status_code}.")


@contextmanager
def unkept():
    """No page is kept, but what pages are made of, as in production."""
    alone = {"PAGE_CACHE": True, "PAGE_CACHE_MB": 0, "LIMITS": dict.fromkeys(settings.LIMITS, sys.maxsize)}
    with override_settings(**alone):
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                # What other processes do for this one would be counted nowhere.
                cursor.execute("SET max_parallel_workers_per_gather = 0")
                cursor.execute("SET jit = off")  # as with pooled connections
        yield


def _told_in_turn(urls: Sequence[str], named: Sequence[str], times: int) -> list[dict[str, list]]:
    """By name of the kind what each database takes: of one kind after the other, in all of them.

    A machine that others use as well is slow for minutes; of a kind that is slow for all of them alike.
    """
    command = [sys.executable, "manage.py", "bench_scale", "--tell", f"--times={times}"]
    told = [{} for _ in urls]
    with ExitStack() as running:
        tellers = [
            running.enter_context(
                subprocess.Popen(  # noqa: S603 - a command of its own
                    command,
                    cwd=settings.BASE_DIR,
                    env={**os.environ, **({"DATABASE_URL": url} if url else {})},
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                    bufsize=0,  # nothing is left to be sent to one that has ended
                )
            )
            for url in urls
        ]
        for name in named:
            for teller, of_one in zip(tellers, told, strict=True):
                of_one[name] = _asked(teller, name)
    return told


def _asked(teller: subprocess.Popen, name: str) -> list:
    try:
        teller.stdin.write(f"{name}\n")
        teller.stdin.flush()
    except BrokenPipeError:
        pass  # it has told why
    if not (line := teller.stdout.readline()):
        raise CommandError(f"“{name}” could not be measured in one of the databases; see above.")
    return json.loads(line)


def _line(name: str, before: list, after: list) -> str:
    queries, first, clock, work = before
    more_queries, more_first, more_clock, more_work = after
    asked = f"{queries}" if queries == more_queries else f"{queries}–{more_queries}"
    return (
        f"{name:34}{asked:>9}{work:9.1f}{more_work:9.1f}{more_work / work:7.2f}"
        f"{clock:10.1f}{more_clock:9.1f}{more_clock / clock:7.2f}{first:10.0f}{more_first:9.0f}"
    )
