"""`manage.py bench_desk`: the queries and the time of every page of the admin."""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client

from careers.bench.desk_pages import DeskPage, pages
from careers.bench.reading import untouched
from careers.bench.timing import Timing, timed

MAX_QUERIES, MAX_MILLISECONDS = 20, 500


# A page that did not answer as it should counts as one over the limits.
REFUSED = Timing(MAX_QUERIES + 1, 0, (0,), 0)


class Refused(Exception):
    """A page answered otherwise than it should."""


class Command(BaseCommand):
    help = (
        "Sign in and ask for every list, form, search and page of the admin: how many queries each takes and "
        f"how long. Ends with 1 where one takes more than {MAX_QUERIES} queries or {MAX_MILLISECONDS} ms."
    )

    def add_arguments(self, parser):
        parser.add_argument("--user", help="the superuser to sign in as (default: the first)")
        parser.add_argument(
            "--times", type=int, default=5, help="how often each page is asked for (default 5)"
        )
        parser.add_argument(
            "--of", default="", metavar="TEXT", help="models with that in their name, or desk"
        )
        parser.add_argument(
            "--page", default="", metavar="TEXT", help="pages with that in their name, say save"
        )
        parser.add_argument(
            "--busy",
            action="store_true",
            help="judge by the time worked, not by the clock: for a machine that does other things besides",
        )
        parser.add_argument("--over", action="store_true", help="print those alone that are over a limit")

    def handle(self, *, user, times, of, page, busy, over, **options):
        if times < 1:
            raise CommandError("Ask for each page at least once.")
        self.client, self.is_busy = signed_in(user), busy
        self.stdout.write(f"{'page':72} queries   first ms  median ms     p95 ms    work ms")
        try:
            taken = [
                self.measured(each, times, over)
                for each in pages(self.client.user, of)
                if page.casefold() in each.what.casefold()
            ]
        finally:
            self.client.logout()
        if not taken:
            raise CommandError("No page has that in its name.")
        exceeding = sum(map(self.is_over, taken))
        self.stdout.write(
            f"{len(taken)} pages on {connection.vendor}, {exceeding} over {MAX_QUERIES} queries or "
            f"{MAX_MILLISECONDS} ms; most queries {max(each.queries for each in taken)}, "
            f"slowest median {max(each.median for each in taken):,.0f} ms, "
            f"most work {max(each.work for each in taken):,.0f} ms"
        )
        if exceeding:
            raise SystemExit(1)

    def measured(self, page: DeskPage, times: int, over: bool) -> Timing:
        try:
            taken = timed(self.asking(page), times)
        except Refused as error:
            self.stderr.write(f"{page.of}: {page.what}: {error}")
            return REFUSED
        if self.is_over(taken) or not over:
            times = (taken.first, taken.median, taken.p95, taken.work)
            said = "".join(f"  {time:9,.0f}" for time in times)
            name = f"{page.of}: {page.what}"
            self.stdout.write(f"{name:72} {taken.queries:7}{said}{'  over' if self.is_over(taken) else ''}")
        return taken

    def is_over(self, taken: Timing) -> bool:
        milliseconds = taken.work if self.is_busy else taken.median
        return taken.queries > MAX_QUERIES or milliseconds > MAX_MILLISECONDS

    def asking(self, page: DeskPage):
        if not page.is_saved:
            return lambda: self.answered(page, self.client.get(page.address), 200)
        form = f"{page.address.split('/')[3]}_form"
        sent = untouched(self.client.get(page.address).content.decode(), form)

        def save():
            with transaction.atomic():
                self.answered(page, self.client.post(page.address, sent), 302)
                transaction.set_rollback(True)

        return save

    def answered(self, page: DeskPage, response, status: int) -> None:
        if response.status_code != status:
            raise Refused(f"{page.address} answered {response.status_code}, not {status}.")


def signed_in(name: str | None) -> Client:
    found = get_user_model().objects.filter(is_superuser=True, is_active=True).order_by("pk")
    user = found.filter(username=name).first() if name else found.first()
    if user is None:
        raise CommandError("There is no such superuser: make one with manage.py createsuperuser.")
    client = Client(headers={"host": "localhost"})
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    client.user = user
    return client
