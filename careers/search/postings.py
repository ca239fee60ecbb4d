"""The terms of postings: title, employer and cities of each, one term for all of them.

Their words count for no spelling: feeds misspell too. Descriptions are not searched: they would make most of
the index, and most of their words say nothing of the job.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from django.db import transaction
from django.db.models import Prefetch, Q
from django.utils import timezone

from careers.importers.bulk import insert_rows
from careers.models import Posting, PostingPlace, SearchTerm, Status
from careers.models.search import MAX_KEY

from .scopes import FIRST_POSTING
from .terms import Kind, Term, Tier, name_term
from .words import named, tokens

PLACES = 5  # of a posting that are searched
BATCH = 500
# How primary keys are made: short titles first, then the newest, then any order.
BY_LENGTH, BY_DAY, MOST_DAYS = 10**14, 10**9, 99_999
FIRST_DAY = date(2000, 1, 1).toordinal()


def rows(chosen: Iterable[int] | None = None) -> Iterator[tuple]:
    """Rows of `SearchTerm` for the postings that may be open yet, or for those of them that are chosen."""
    still = Q(valid_through__isnull=True) | Q(valid_through__gte=timezone.localdate())
    found = Posting.objects.filter(still, closed_on__isnull=True, status=Status.PUBLISHED).order_by("pk")
    if chosen is not None:
        found = found.filter(pk__in=list(chosen))
    places = Prefetch("places", queryset=PostingPlace.objects.all()[:PLACES], to_attr="first_places")
    wanted = found.only("title", "company_name", "posted_on").prefetch_related(places)
    for posting in wanted.iterator(chunk_size=BATCH):
        term = _term(posting)
        yield _key(posting, term), *term


def _term(posting: Posting) -> Term:
    where = list(dict.fromkeys(map(str, posting.first_places)))
    known_by = ", ".join([posting.company_name, *where[:1]])
    title = name_term(
        Kind.POSTING, Tier.ALTERNATE, posting.title, posting.title, posting.get_absolute_url(), posting.pk
    )
    text = " ".join([posting.title, posting.company_name, *where])
    words = list(dict.fromkeys(named(text)))
    return title._replace(text=known_by[:MAX_KEY], key=" ".join(words)[:MAX_KEY], tokens=tokens(text, words))


def _key(posting: Posting, term: Term) -> int:
    days = min(max(posting.posted_on.toordinal() - FIRST_DAY, 0), MOST_DAYS)
    return FIRST_POSTING + term.length * BY_LENGTH + (MOST_DAYS - days) * BY_DAY + posting.pk % BY_DAY


def write(made: Iterable[tuple], table: str = SearchTerm._meta.db_table) -> int:
    made, written = iter(made), 0
    # Read before it is written: PostgreSQL answers no query while it takes rows in.
    while some := list(islice(made, BATCH)):
        written += insert_rows(table, ("id", *Term._fields), some, {})
    return written


def refresh(changed: Iterable[int]) -> None:
    """Write anew what these postings are found by; drop it where one is gone or closed.

    For a feed that was brought in, and for what an editor saved: two queries for each few hundred of them.
    """
    keys = sorted(set(changed))
    with transaction.atomic():
        for start in range(0, len(keys), BATCH):
            some = keys[start : start + BATCH]
            SearchTerm.objects.filter(kind=Kind.POSTING, object_id__in=some).delete()
            write(rows(some))
