"""What a search looks through, and how many of it are read: conditions on the terms."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from careers.models import Company, OccupationText, Posting, SearchTerm

from .engine import engine

Kind = SearchTerm.Kind
IN_SUMMARY = "its description"  # what a term is called that is made of the editors' text
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
    has_postings: bool


def scope(kind: str, most: int, *, names: bool = False) -> Scope:
    """Of one kind, or of all for a kind that there is not; `most` rows are read of it. `names`: no texts."""
    row, also = engine().ROW, f" AND {'term.tier < 2' if names else _in_sight()}"
    seen, is_open = _seen(), _open()
    posted = f"{row} >= {FIRST_POSTING:d} AND {is_open}{also}"
    if kind in Kind.values:
        of_kind = f"term.kind = '{Kind(kind).value}'"
        if kind == Kind.COMPANY:
            of_kind += f" AND {seen}"
        condition = posted if kind == Kind.POSTING else f"{of_kind}{also}"
        return Scope(condition, ((condition, most),), of_kind, kind == Kind.POSTING)
    few, key = min(most, READ_OF_MANY), engine().KEY
    company = f"{key} >= {FIRST_COMPANY:d} AND {key} < {FIRST_POSTING:d} AND {seen}"
    parts = ((f"{row} < {FIRST_COMPANY:d}{also}", most), (f"{company}{also}", few), (posted, few))
    condition = f"({row} < {FIRST_COMPANY:d} OR ({company}) OR {is_open}){also}"
    return Scope(condition, parts, f"(term.kind <> '{Kind.COMPANY.value}' OR {seen})", has_postings=True)


def _open() -> str:
    """That the posting of a term can be applied for today, and is no sample."""
    return _exists(Posting.objects.open(timezone.localdate()).real(), "pk")


def _seen() -> str:
    """That readers see the company of a term now: the index has those too whose time is to come or over."""
    return _exists(Company.objects.live(timezone.now()), "pk")


def _in_sight() -> str:
    """That a term is no editors' text, or one that readers see now."""
    texts = _exists(OccupationText.objects.live(timezone.now()), "occupation")
    return f"(term.tier < 2 OR term.text <> '{IN_SUMMARY}' OR {texts})"


def _exists(found: QuerySet, field: str) -> str:
    """That one of these is what a term leads to; the field names that."""
    of_term = RawSQL("term.object_id", ())
    statement, values = found.filter(**{field: of_term}).order_by().values("pk").query.sql_with_params()
    return f"EXISTS ({statement})" % tuple(f"'{value}'" for value in values)
