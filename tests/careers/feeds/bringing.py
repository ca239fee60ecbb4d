"""Readings of feeds, and what they did."""

from careers.feeds.reconcile import bring_in
from careers.feeds.records import Reading
from careers.models import Feed, FeedReceipt, Posting, PostingOrigin, PostingPlace
from tests.careers.feeds.records import TODAY


def feed(name="Board", **fields) -> Feed:
    return Feed.objects.create(name=name, slug=name.lower(), format=Feed.Format.CSV, **fields)


def read(board: Feed, *records, today=TODAY, rejected=(), **kwargs) -> FeedReceipt:
    return bring_in(board, [Reading(list(records), list(rejected))], today, **kwargs)


def outcome(receipt: FeedReceipt) -> dict[str, int]:
    """What a reading did, without what it did not do."""
    assert receipt.error == ""
    names = ("created", "updated", "unchanged", "merged", "closed", "rejected")
    return {name: count for name in names if (count := getattr(receipt, name))}


def everything() -> list:
    """All rows that postings are made of, as they are."""
    return [list(model.objects.order_by("pk").values()) for model in (Posting, PostingPlace, PostingOrigin)]
