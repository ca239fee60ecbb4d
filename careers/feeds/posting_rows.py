"""The rows that a reading of a feed makes of its postings, gathered and then written in few queries."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import date
from hashlib import sha256

from django.utils import timezone

from careers import employers
from careers.importers import objects
from careers.models import Feed, Posting, PostingOrigin, PostingPlace

from .cleaning import CleanPosting
from .resolving import Resolved

# What a posting and its row call alike.
ALIKE = [
    field.name
    for field in fields(CleanPosting)
    if field.name not in {"external_id", "url", "places", "remote_area", "posted_on"}
]
RESOLVED = ["company", "occupation", "match_confidence", "matched_title", "remote_area", "posted_on"]
WRITTEN = [*ALIKE, *RESOLVED, "fingerprint", "closed_on", "changed_at"]


def fingerprint(posting: CleanPosting) -> str:
    return fingerprint_of(posting.title, posting.company_name, posting.places, posting.is_remote)


def fingerprint_of(title: str, company_name: str, places: Iterable, is_remote: bool) -> str:
    """The same for one job in two feeds: title and employer without case and punctuation, and the places."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.casefold()).split()
    where = sorted((place.country, place.state, place.city.casefold()) for place in places)
    said = (words, employers.key(company_name), where, is_remote)
    return sha256(repr(said).encode()).hexdigest()


class Rows:
    """Rows to write."""

    def __init__(self, feed: Feed, today: date, resolved: Resolved):
        self.feed, self.today, self.resolved = feed, today, resolved
        self.created: list[tuple[Posting, CleanPosting]] = []
        self.rewritten: list[tuple[Posting, CleanPosting]] = []
        self.closed: list[Posting] = []
        self.origins: dict[int, PostingOrigin] = {}  # by identity: a new one has no key yet

    def new(self, origin: PostingOrigin, posting: CleanPosting) -> Posting:
        row = Posting(is_sample=self.feed.is_sample)
        self._fill(row, origin, posting)
        self.created.append((row, posting))
        return row

    def rewrite(self, origin: PostingOrigin, posting: CleanPosting) -> None:
        self._fill(origin.posting, origin, posting)
        self.rewritten.append((origin.posting, posting))

    def keep(self, origin: PostingOrigin) -> None:
        self.origins[id(origin)] = origin

    def changed(self) -> list[int]:
        """Keys of the postings that are new, rewritten or closed, once they are written."""
        return [row.pk for row in (*(row for row, _ in (*self.created, *self.rewritten)), *self.closed)]

    def write(self) -> None:
        objects.create(row for row, _ in self.created)
        now = timezone.now()
        for row in (*(row for row, _ in self.rewritten), *self.closed):
            row.changed_at = now
        objects.update((row for row, _ in self.rewritten), WRITTEN)
        objects.update(self.closed, ["closed_on", "changed_at"])
        PostingPlace.objects.filter(posting__in=[row for row, _ in self.rewritten]).delete()
        places = [place for pair in (*self.created, *self.rewritten) for place in self._places(*pair)]
        objects.create(places)
        origins = list(self.origins.values())
        objects.create(each for each in origins if each.pk is None)
        known = [each for each in origins if each.pk is not None]
        objects.update(known, ["posting", "url", "checksum", "closed_on"])

    def _fill(self, row: Posting, origin: PostingOrigin, posting: CleanPosting) -> None:
        """All that the feed decides; of a posting that is there, not what an editor did."""
        if row.pk is None or row.company_name != posting.company_name or row.company_id is None:
            row.company_id = self.resolved.company(posting.company_name)
        for name in ALIKE:
            setattr(row, name, getattr(posting, name))
        if not row.is_occupation_chosen:
            match = self.resolved.occupation(posting.title)
            row.occupation_id, row.matched_title = match.occupation_id, match.matched_title
            row.match_confidence = match.confidence if match.occupation_id else None
        row.remote_area_id = self.resolved.area(posting.remote_area)
        row.posted_on = posting.posted_on or min(origin.first_seen, posting.valid_through or date.max)
        row.fingerprint = fingerprint(posting)

    def _places(self, row: Posting, posting: CleanPosting) -> list[PostingPlace]:
        return [
            PostingPlace(
                posting=row,
                position=position,
                city=place.city,
                state=place.state,
                country=place.country,
                area_id=self.resolved.area(place.area),
            )
            for position, place in enumerate(posting.places)
        ]
