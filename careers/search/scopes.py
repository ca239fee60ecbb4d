"""What a search looks through, and how many of it are read: conditions on the terms."""

from dataclasses import dataclass

from django.db.models.expressions import RawSQL
from django.utils import timezone

from careers.models import Posting, SearchTerm

from .engine import engine

Kind = SearchTerm.Kind
# Where the terms of companies begin, and of postings: of either there may be many more than of the rest.
FIRST_COMPANY, FIRST_POSTING = 3 * 10**16, 5 * 10**16
READ_OF_MANY = 1000  # of companies, and of postings, where everything is looked through


@dataclass(frozen=True, slots=True)
class Scope:
    """`parts` are read each by itself, with the most rows that are read of it; `condition` is all of them.

    `titles` says the same of terms that are read without the index of their words.
    """

    condition: str
    parts: tuple[tuple[str, int], ...]
    titles: str


def scope(kind: str, most: int, *, names: bool = False) -> Scope:
    """Of one kind, or of all for a kind that there is not; `most` rows are read of it. `names`: no texts."""
    row, also = engine().ROW, " AND term.tier < 2" if names else ""
    posted = f"{row} >= {FIRST_POSTING:d} AND {_open()}{also}"
    if kind in Kind.values:
        of_kind = f"term.kind = '{Kind(kind).value}'"
        condition = posted if kind == Kind.POSTING else f"{of_kind}{also}"
        return Scope(condition, ((condition, most),), of_kind)
    few = min(most, READ_OF_MANY)
    parts = (
        (f"{row} < {FIRST_COMPANY:d}{also}", most),
        (f"{row} >= {FIRST_COMPANY:d} AND {row} < {FIRST_POSTING:d}{also}", few),
        (posted, few),
    )
    return Scope(f"({row} < {FIRST_POSTING:d} OR {_open()}){also}", parts, "TRUE")


def _open() -> str:
    """That the posting of a term can be applied for today, and is no sample."""
    of_term = RawSQL("term.object_id", ())
    found = Posting.objects.open(timezone.localdate()).real().filter(pk=of_term).order_by().values("pk")
    statement, days = found.query.sql_with_params()
    return f"EXISTS ({statement})" % tuple(f"'{day}'" for day in days)
