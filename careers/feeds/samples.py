"""The sample postings that come with the portal: invented, marked as samples, and gone by one command.

careers/data/sample_postings.csv has the columns of the CSV format, and `days_ago` in the place of
`posted_on`: counted from the day on which a site first loads them. They stay open until they are removed.
"""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import Min

from careers.models import Feed, FeedReceipt, Posting

from . import reconcile
from .formats import csv_file
from .records import Document, PostingRecord, Reading

FILE = Path(__file__).resolve().parents[1] / "data/sample_postings.csv"
NAME, SLUG = "Sample postings", "sample-postings"


def feed() -> Feed | None:
    return Feed.objects.filter(slug=SLUG).first()


def load(today: date) -> FeedReceipt:
    """Bring them in, or bring them up to date; a receipt with an error where they were removed."""
    made, _ = Feed.objects.get_or_create(
        slug=SLUG, defaults={"name": NAME, "format": Feed.Format.CSV, "is_sample": True}
    )
    began = made.origins.aggregate(began=Min("first_seen"))["began"] or today
    return reconcile.bring_in(made, [Reading(list(_records(began)))], today, allow_shrink=True)


def remove() -> int:
    """Take all of them out, for good: the feed stays, out of use, so that nothing loads them again."""
    with transaction.atomic():
        Feed.objects.filter(is_sample=True).update(is_in_use=False)
        # Row by row in the search too, which follows what is deleted.
        _, by_model = Posting.objects.filter(is_sample=True).delete()
    return by_model.get(Posting._meta.label, 0)


def _records(began: date) -> Iterator[PostingRecord]:
    content = FILE.read_bytes()
    days_ago = {
        row["external_id"]: int(row["days_ago"]) for row in csv.DictReader(content.decode().splitlines())
    }
    for record in csv_file.read(Document(str(FILE), content)).postings:
        yield replace(record, posted_on=began - timedelta(days=days_ago[record.external_id]))
