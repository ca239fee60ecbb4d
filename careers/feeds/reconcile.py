"""What a feed says now, brought together with what is known: nothing lost, nothing twice.

An item is known by its key in its feed (`PostingOrigin`). A new one that has the title, employer and places
of an open posting from another feed is that very posting; two such items of one feed are two jobs. A posting
says what its first origin that is still open says; the others only keep it open. Where an item is gone, its
origin is closed, and the posting with its last origin. An item that is there but can no longer be used
leaves the posting as it was.

An occupation that an editor chose, and the company as long as its name stays, are the editor's; everything
else is rewritten when the feed changes it, and left alone when the feed does not.
"""

import json
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from datetime import date, datetime
from functools import partial
from hashlib import sha256

from django.db import DataError, IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from careers import employers
from careers.models import Feed, FeedReceipt, Posting, PostingOrigin
from careers.search import index

from .cleaning import MAX_KEY, CleanPosting, cleaned, kept_key, one_line
from .posting_rows import Rows, fingerprint
from .records import Reading, Rejected
from .resolving import Resolved

MAX_LISTED_REJECTIONS = 1000
MIN_SHARE = 0.5  # of the open postings; a feed that has fewer looks cut off


class Implausible(Exception):
    """The reading cannot be the whole feed. Says why, and the remedy."""


def bring_in(
    feed: Feed, readings: Iterable[Reading], today: date, *, allow_shrink: bool = False
) -> FeedReceipt:
    """Bring in all that a feed says, in one transaction. A receipt with an error has changed nothing."""
    started_at = timezone.now()
    if not feed.is_in_use:
        return failed(feed, "The feed is not in use. Put it in use in the admin first.", started_at)
    readings = list(readings)
    try:
        with transaction.atomic():
            # All of them: two feeds read at once would bring in the same job twice.
            list(Feed.objects.select_for_update().order_by("pk").values_list("pk", flat=True))
            reconciliation = _Reconciliation(feed, today)
            receipt = reconciliation.run(readings, allow_shrink)
            receipt.started_at, receipt.finished_at = started_at, timezone.now()
            receipt.save()
            if changed := reconciliation.rows.changed():
                # Robust: what was brought in stands, and a search that finds it late says so in the log.
                transaction.on_commit(partial(index.refresh_postings, changed), robust=True)
    except Implausible as fault:
        return failed(feed, str(fault), started_at)
    except (DataError, IntegrityError) as error:
        said = str(error).partition("\n")[0]
        return failed(feed, f"The database refused it ({said}).", started_at)
    return receipt


def failed(feed: Feed, reason: str, started_at: datetime) -> FeedReceipt:
    """The receipt of a reading that came to nothing."""
    return FeedReceipt.objects.create(
        feed=feed, started_at=started_at, finished_at=timezone.now(), error=one_line(reason)
    )


def _keys_there(readings: list[Reading]) -> Iterator[str]:
    """Of all items in the feed, those too that cannot be used."""
    for reading in readings:
        yield from (record.external_id for record in reading.postings)
        yield from (each.item for each in reading.rejected if each.is_there)


class _Reconciliation:
    """One reading of one feed, within its transaction."""

    def __init__(self, feed: Feed, today: date):
        self.feed, self.today = feed, today
        self.receipt = FeedReceipt(feed=feed)
        self.known = {
            origin.external_id: origin
            for origin in feed.origins.select_related("posting").defer("posting__description")
        }
        self.others: dict[int, list[PostingOrigin]] = defaultdict(list)  # of other feeds, by posting
        shared = PostingOrigin.objects.filter(posting__origins__feed=feed).exclude(feed=feed)
        for origin in shared.distinct().order_by("first_seen", "pk"):
            self.others[origin.posting_id].append(origin)

    def run(self, readings: list[Reading], allow_shrink: bool) -> FeedReceipt:
        taken, rejected = self._cleaned(readings)
        if not allow_shrink:
            self._check(taken, rejected)
        self.receipt.rejected = len(rejected)
        self.receipt.rejections = [
            {"item": one_line(each.item)[:MAX_KEY], "reason": one_line(each.reason)}
            for each in rejected[:MAX_LISTED_REJECTIONS]
        ]
        news = {
            key: posting
            for key, posting in taken.items()
            if key not in self.known or self._has_changed(self.known[key], posting)
        }
        self.receipt.unchanged = len(taken) - len(news)
        self.rows = Rows(self.feed, self.today, Resolved(self.feed, news.values()))
        self.alike = self._alike({fingerprint(posting) for posting in news.values()})
        for key, posting in news.items():
            self._take(self.known.get(key), posting)
        self._close({kept_key(key) for key in _keys_there(readings)})
        self.rows.write()
        return self.receipt

    def _cleaned(self, readings: list[Reading]) -> tuple[dict[str, CleanPosting], list[Rejected]]:
        """The usable items by their keys, and the others."""
        taken: dict[str, CleanPosting] = {}
        rejected = [each for reading in readings for each in reading.rejected]
        for record in (record for reading in readings for record in reading.postings):
            posting = cleaned(record, self.today)
            if isinstance(posting, Rejected):
                rejected.append(posting)
                continue
            if not posting.company_name and self.feed.company:
                posting = replace(posting, company_name=self.feed.company.name)
            if posting.external_id in taken:
                rejected.append(Rejected(posting.external_id, "The feed has an item of that key already."))
            elif not employers.key(posting.company_name):
                rejected.append(Rejected(posting.external_id, "It names no employer, nor does its feed."))
            else:
                taken[posting.external_id] = posting
        return taken, rejected

    def _check(self, taken: dict[str, CleanPosting], rejected: list[Rejected]) -> None:
        if rejected and not taken:
            raise Implausible(
                f"None of its {len(rejected):,} items can be used; the first: "
                f"{rejected[0].item}, {rejected[0].reason}"
            )
        before = sum(
            origin.closed_on is None and origin.posting.is_open(self.today) for origin in self.known.values()
        )
        if len(taken) < MIN_SHARE * before:
            raise Implausible(
                f"The feed has {len(taken):,} postings where {before:,} are open: it looks cut off. "
                "If that is right, read it again with --allow-shrink."
            )

    def _has_changed(self, origin: PostingOrigin, posting: CleanPosting) -> bool:
        return origin.closed_on is not None or origin.checksum != self._checksum(posting)

    def _checksum(self, posting: CleanPosting) -> str:
        said = json.dumps([asdict(posting), self.feed.company_id], default=str, sort_keys=True)
        return sha256(said.encode()).hexdigest()

    def _alike(self, fingerprints: set[str]) -> dict[str, deque[Posting]]:
        """Postings from elsewhere that one can still apply for, by what tells jobs apart."""
        found: dict[str, deque[Posting]] = defaultdict(deque)
        in_time = Q(valid_through__isnull=True) | Q(valid_through__gte=self.today)
        postings = Posting.objects.filter(
            in_time, fingerprint__in=fingerprints, closed_on__isnull=True, is_sample=self.feed.is_sample
        )
        for posting in postings.exclude(origins__feed=self.feed).order_by("pk"):
            found[posting.fingerprint].append(posting)
        return found

    def _take(self, origin: PostingOrigin | None, posting: CleanPosting) -> None:
        """An item that is new, has changed, or has come back."""
        checksum = self._checksum(posting)
        if origin is None:
            origin = PostingOrigin(feed=self.feed, external_id=posting.external_id, first_seen=self.today)
            self._give_posting(origin, posting)
        elif self._leads(origin):
            if origin.closed_on is not None:
                origin.posting.closed_on = None
            if fingerprint(posting) != origin.posting.fingerprint:
                self._ask_again(origin)
            self.rows.rewrite(origin, posting)
            self.receipt.updated += 1
        elif fingerprint(posting) == origin.posting.fingerprint:
            self.receipt.merged += 1
        else:  # what it says is another job by now
            self._give_posting(origin, posting)
        origin.url, origin.checksum, origin.closed_on = posting.url, checksum, None
        self.rows.keep(origin)

    def _ask_again(self, origin: PostingOrigin) -> None:
        """The others of its posting show at their next reading whether they still speak of the same job."""
        for other in self.others[origin.posting_id]:
            if other.closed_on is None:
                other.checksum = ""
                self.rows.keep(other)

    def _leads(self, origin: PostingOrigin) -> bool:
        """Whether its posting says what it says: no other open origin was there before it."""
        before = (other for other in self.others[origin.posting_id] if other.closed_on is None)
        return all((origin.first_seen, origin.pk) < (other.first_seen, other.pk) for other in before)

    def _give_posting(self, origin: PostingOrigin, posting: CleanPosting) -> None:
        """The posting from elsewhere that is the same job, or a new one."""
        if alike := self.alike[fingerprint(posting)]:
            origin.posting = alike.popleft()
            self.receipt.merged += 1
        else:
            origin.posting = self.rows.new(origin, posting)
            self.receipt.created += 1

    def _close(self, there: set[str]) -> None:
        for key, origin in self.known.items():
            if key in there or origin.closed_on is not None:
                continue
            was_leading = self._leads(origin)
            origin.closed_on = self.today
            self.rows.keep(origin)
            self.receipt.closed += 1
            still_open = [other for other in self.others[origin.posting_id] if other.closed_on is None]
            if not still_open:
                origin.posting.closed_on = origin.posting.closed_on or self.today
                self.rows.closed.append(origin.posting)
            elif was_leading:
                # The next in line speaks from its next reading on.
                still_open[0].checksum = ""
                self.rows.keep(still_open[0])
