"""`manage.py bench_plans`: which indexes pages need, and what PostgreSQL reads whole."""

from collections import defaultdict
from itertools import chain

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.test import Client

from careers.bench import plans
from careers.bench.desk_pages import pages
from careers.bench.kinds import kinds

from .bench_desk import signed_in
from .bench_scale import unkept

DOCUMENT = settings.BASE_DIR / "docs" / "indexes.md"
BEGIN = "<!-- manage.py bench_plans writes what follows -->"
SHOWN = 3  # pages that are named of those that an index serves


class Command(BaseCommand):
    help = (
        "Ask for every kind of page and for the lists of the desk, have PostgreSQL explain each statement "
        "that they send, and write which index serves what, and which large tables are read whole, into "
        "docs/indexes.md. On a database with the full data."
    )

    def add_arguments(self, parser):
        parser.add_argument("--times", type=int, default=2, help="how many pages of each kind (default 2)")
        parser.add_argument("--of", default="", metavar="TEXT", help="kinds of pages with that in their name")
        parser.add_argument("--without-desk", action="store_true", help="readers' pages alone")
        parser.add_argument("--print", action="store_true", help="print it, and leave the document")

    def handle(self, *, times, of, without_desk, **options):
        if connection.vendor != "postgresql":
            raise CommandError("Plans are those of PostgreSQL: set DATABASE_URL to a PostgreSQL database.")
        statements = plans.Statements()
        self.readers(statements, times, of)
        if not without_desk:
            self.desk(statements)
        asked = statements.asked.values()
        indexes, scans = plans.explained(asked, self.stderr.write)
        text = "\n".join(chain(_indexes(indexes), _scans(scans, len(asked))))
        if options["print"]:
            self.stdout.write(text)
            return
        before = DOCUMENT.read_text(encoding="utf-8").partition(BEGIN)[0]
        DOCUMENT.write_text(f"{before}{BEGIN}\n\n{text}\n", encoding="utf-8")
        self.stdout.write(f"{len(asked)} statements explained, {DOCUMENT.name} written")

    def readers(self, statements: plans.Statements, times: int, of: str) -> None:
        client = Client(headers={"host": "localhost"})
        with unkept():
            for kind in kinds(times, of):
                with statements.watching(kind.name):
                    for address in kind.addresses:
                        client.get(address)

    def desk(self, statements: plans.Statements) -> None:
        client = signed_in(None)
        try:
            for page in pages(client.user):
                with statements.watching(f"desk: {page.of.split('.')[-1]}"), transaction.atomic():
                    if not page.is_saved:
                        client.get(page.address)
        finally:
            client.logout()


def _indexes(indexes: list[plans.Index]):
    yield f"## Indexes ({len(indexes)})\n"
    yield "“Slowest” is that statement that reads by it, in milliseconds, all else it does included; the"
    yield "query is the quickest, with what it asks of the index.\n"
    yield "| table | index | holds | size | slowest | read by | a query, and what it asks of the index |"
    yield "|---|---|---|--:|--:|---|---|"
    for index in indexes:
        if index.pages:
            query = f"`{_cell(index.query)}`" + (f": `{_cell(index.by)}`" if index.by else ", in its order")
            yield (
                f"| {index.table} | `{index.name}` | {index.kind or _columns(index)} | {index.size} "
                f"| {index.slowest:.1f} | {_pages(index.pages)} | {query} |"
            )
    unread = defaultdict(list)
    for index in indexes:
        if not index.pages:
            unread[index.kind or _reason(index)].append(f"`{index.name}`")
    yield "\nRead by no page, and kept for what they hold:\n"
    for kind, names in unread.items():
        yield f"- {kind} ({len(names)}): {', '.join(names)}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _reason(index: plans.Index) -> str:
    if "_pattern_ops" in index.definition:
        return "comes with a unique text, for what begins so"
    return "of versions, which the desk looks back in" if "historical" in index.table else "see “Why” above"


def _columns(index: plans.Index) -> str:
    return _cell(index.definition.partition(" USING ")[2])


def _scans(scans: list[plans.Scan], number: int):
    yield f"\n## Read whole\n\nOf {number} statements, on tables of {plans.LARGE:,} rows and more.\n"
    yield "| table | rows | statements | slowest | asked by |"
    yield "|---|--:|--:|--:|---|"
    by_table = defaultdict(list)
    for scan in scans:
        by_table[scan.table].append(scan)
    for table, those in sorted(
        by_table.items(), key=lambda item: -max(each.milliseconds for each in item[1])
    ):
        slowest = max(each.milliseconds for each in those)
        asked = set(chain.from_iterable(each.pages for each in those))
        yield f"| {table} | {those[0].rows:,} | {len(those)} | {slowest:.1f} | {_pages(asked)} |"


def _pages(names: set[str]) -> str:
    shown = sorted(names)
    more = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    return ", ".join(shown[:SHOWN]) + more
