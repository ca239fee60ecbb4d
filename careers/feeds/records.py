"""What passes between the formats of feeds and the database: plain values, nothing cleaned yet."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol


class Unreadable(Exception):
    """The document is not of the format. Says what is wrong with it and the remedy."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a feed, as it was fetched or opened."""

    location: str  # the address or path that it has
    content: bytes


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place as a feed states it; `state` may be a postal abbreviation or a name."""

    city: str = ""
    state: str = ""
    country: str = "US"


@dataclass(frozen=True, slots=True)
class PostingRecord:
    """A posting as a feed states it. A value that the feed does not give is '', None or empty."""

    external_id: str
    title: str
    description: str  # HTML, not yet sanitised
    apply_url: str
    posted_on: date | None
    company_name: str = ""
    places: tuple[PlaceRecord, ...] = ()
    is_remote: bool = False
    remote_in: str = ""  # where a remote worker may live, as the feed words it
    pay_min: Decimal | None = None
    pay_max: Decimal | None = None
    pay_unit: str = ""  # of `Posting.Unit`
    currency: str = ""
    employment_types: tuple[str, ...] = ()  # of `Posting.EmploymentType`
    is_direct_apply: bool = False
    identifier: str = ""
    url: str = ""
    valid_through: date | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """An item of a feed that cannot be a posting: which, and why."""

    item: str  # its key, or where it stands: “item 12”, “line 7”
    reason: str
    is_there: bool = True  # though it cannot be used; False where its page is gone


@dataclass(slots=True)
class Reading:
    """What reading a document gave: postings, rejected items, and further documents to read."""

    postings: list[PostingRecord] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    follow: list[str] = field(default_factory=list)  # addresses, for a sitemap of pages


class Format(Protocol):
    """A module of `careers.feeds.formats`."""

    def read(self, document: Document) -> Reading:
        """All items of the document. `Unreadable` where it is not of the format at all."""
