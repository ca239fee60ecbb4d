"""All documents of a feed, from a file or the internet, as its format reads them; then brought in.

A page that leads to further ones (pages of an answer, a sitemap) is followed. Where one of these is gone, or
is no posting any more, it is a rejected item; where one cannot be had for another reason, the whole reading
fails: what is on it must not pass for vanished.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.utils import timezone

from careers.models import Feed, FeedReceipt

from . import fetching, formats, reconcile
from .records import Document, Format, Reading, Rejected, Unreadable

MAX_DOCUMENTS = 2000
MAX_FILE = 200_000_000  # bytes
Fetch = Callable[..., Document]


class ReadFailure(Exception):
    """The feed cannot be read. Says where, and why."""


def import_feed(
    feed: Feed, location: str, today: date, *, allow_shrink: bool = False, fetch: Fetch = fetching.fetch
) -> FeedReceipt:
    """Read a feed and bring it in; the receipt carries the error where either fails."""
    started_at = timezone.now()
    try:
        readings = read(formats.find(feed.format), location, fetch)
    except ReadFailure as failure:
        return reconcile.failed(feed, str(failure), started_at)
    receipt = reconcile.bring_in(feed, readings, today, allow_shrink=allow_shrink)
    if not receipt.error and feed.location != location:
        feed.location = location
        feed.save(update_fields=["location"])
    return receipt


def read(form: Format, location: str, fetch: Fetch = fetching.fetch) -> list[Reading]:
    """What all documents of the feed hold, the first and those that it leads to."""
    readings: list[Reading] = []
    seen = {location: None}
    for number, address in enumerate(waiting := [location]):
        try:
            reading = form.read(_document(form, address, fetch))
        except fetching.FetchFailure as failure:
            if number == 0 or not failure.is_gone:
                raise ReadFailure(str(failure)) from failure
            reading = Reading(rejected=[Rejected(address, "The page is gone.", is_there=False)])
        except Unreadable as failure:
            if number == 0:
                raise ReadFailure(f"{location}: {failure}") from failure
            reading = Reading(rejected=[Rejected(address, str(failure), is_there=False)])
        readings.append(reading)
        further = [each for each in dict.fromkeys(reading.follow) if each not in seen]
        waiting += further
        seen.update(dict.fromkeys(further))
        if len(seen) > MAX_DOCUMENTS:
            raise ReadFailure(
                f"{location} leads to more than {MAX_DOCUMENTS:,} documents. Ask for less at once."
            )
    return readings


def is_address(location: str) -> bool:
    return "://" in location


def _document(form: Format, location: str, fetch: Fetch) -> Document:
    if is_address(location):
        headers = form.headers(location) if hasattr(form, "headers") else None
        return fetch(location, headers=headers)
    path = Path(location)
    try:
        if path.stat().st_size > MAX_FILE:
            raise ReadFailure(f"{location} has more than {MAX_FILE:,} bytes.")
        return Document(location, path.read_bytes())
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        raise ReadFailure(f"{location} cannot be opened ({said}).") from error
