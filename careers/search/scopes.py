"""What a search looks through, and how many of it are read: conditions on the terms."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from careers.models import Company, OccupationText, Posting, SearchTerm

from .engine import engine
from .keys import FIRST_COMPANY, FIRST_POSTING

Kind = SearchTerm.Kind
IN_SUMMARY = "its description"  # what a term is called that is made of the editors' text
READ_OF_MANY = 1000  # of companies, and of postings, where everything is looked through


@dataclass(frozen=True, slots=True)
class Part:
    """Of the terms of a condition so many are read; `each` is asked of one after the other until then."""

    condition: str
    most: int
    each: str = ""


@dataclass(frozen=True, slots=True)
class Scope:
    """`parts` are read each by itself; `condition` is all of them.

    `titles` says the same of terms that are read without the index of their words.
    """

    condition: str
    parts: tuple[Part, ...]
    titles: str
    has_postings: bool


def scope(kind: str, most: int, *, names: bool = False) -> Scope:
    """Of one kind, or of all for a kind that there is not; `most` rows are read of it. `names`: no texts."""
    row, also = engine().ROW, f" AND {'term.tier < 2' if names else _in_sight()}"
    seen, is_open = _seen(), _open()
    # The bounds are those of the indexes of words.
    others = f"{row} < {FIRST_COMPANY:d}"
    company = f"{row} >= {FIRST_COMPANY:d} AND {row} < {FIRST_POSTING:d}"
    posting = f"{row} >= {FIRST_POSTING:d}"
    if kind in Kind.values:
        of_kind = f"term.kind = '{Kind(kind).value}'"
        if kind == Kind.POSTING:
            part, titles = Part(f"{posting}{also}", most, is_open), of_kind
        elif kind == Kind.COMPANY:
            part, titles = Part(f"{company}{also}", most, seen), f"{of_kind} AND {seen}"
        else:
            part, titles = Part(f"{others} AND {of_kind}{also}", most), of_kind
        condition = f"{part.condition} AND {part.each}" if part.each else part.condition
        return Scope(condition, (part,), titles, kind == Kind.POSTING)
    few = min(most, READ_OF_MANY)
    parts = (
        Part(f"{others}{also}", most),
        Part(f"{company}{also}", few, seen),
        Part(f"{posting}{also}", few, is_open),
    )
    condition = f"({others} OR ({company} AND {seen}) OR ({posting} AND {is_open})){also}"
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
