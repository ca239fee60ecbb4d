"""Careers, places and industries whose names are near to what someone typed in an address."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher, get_close_matches
from operator import itemgetter

from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from careers.models import Area, Company, Industry, Occupation

from .addresses import industry_url, place_url

Named = Iterable[tuple[str, str]]  # title, address

MAX_WORDS = 8
MAX_WORD_LENGTH = 40
PREFIX = 3  # letters from which on the beginning of a word counts as the word
MOST_WEIGHED = 2_000  # companies
CLOSE = 0.75  # difflib's ratio from which on a misspelt word counts
SCORED_WORDS = 4  # of an address that may name anything


def anything_like(words: str, limit: int = 6) -> list[tuple[str, str, str]]:
    """Title, address and kind of the careers, places and companies nearest to the words; three queries."""
    words = " ".join(_words(words)[:SCORED_WORDS])
    scored = [
        (*near, kind)
        for kind, named in (
            (_("Career"), _careers()),
            (_("Place"), _places()),
            (_("Company"), _companies(words)),
        )
        for near in sorted(_scored(words, named))[:limit]
    ]
    return [(title, url, kind) for *_score, title, url, kind in sorted(scored, key=itemgetter(0, 1))[:limit]]


def careers_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """Titles and addresses of the listed careers nearest to the words, nearest first; one query."""
    return _nearest(words, _careers(), limit)


def places_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The same for places."""
    return _nearest(words, _places(), limit)


def industries_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The same for industries."""
    industries = Industry.objects.only("title", "slug")
    return _nearest(words, ((industry.name, industry_url(industry)) for industry in industries), limit)


def companies_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The same for companies, among those with the beginning of one of the words; one query."""
    return _nearest(words, _companies(words), limit)


def _careers() -> Named:
    listed = Occupation.objects.listed().only("title", "slug")
    return ((career.title, career.get_absolute_url()) for career in listed)


def _places() -> Named:
    areas = Area.objects.only("name", "slug")
    return ((area.name, place_url(area)) for area in areas)


def _companies(words: str) -> Named:
    """All of them may be a hundred thousand, too many to weigh."""
    begun = Q()
    for word in _words(words)[:MAX_WORDS]:
        begun |= Q(slug__contains=slugify(word[:PREFIX]))
    seen = Company.objects.live(timezone.now()).only("name", "slug")
    companies = seen.filter(begun)[:MOST_WEIGHED] if begun else []
    return ((company.name, company.get_absolute_url()) for company in companies)


def _nearest(words: str, named: Named, limit: int) -> list[tuple[str, str]]:
    return [(title, url) for *_score, title, url in sorted(_scored(words, named))[:limit]]


def _scored(words: str, named: Named) -> Iterator[tuple[float, int, str, str]]:
    """What is near at all, with what it is sorted by: the nearest and, of these, the shortest first."""
    known = [(title, url, _words(title)) for title, url in named]
    vocabulary = {word for *_named, own in known for word in own}
    asked = [_nearness(word, vocabulary) for word in _words(words)[:MAX_WORDS]]
    for title, url, own in known:
        score = sum(max((near.get(word, 0) for word in own), default=0) for near in asked)
        if score:
            # Of equally near titles the one with the fewest other words.
            yield -score, len(own), title, url


def _words(text: str) -> list[str]:
    return [word for word in text[:400].lower().replace("-", " ").replace(",", " ").split() if len(word) > 1]


def _nearness(word: str, vocabulary: set[str]) -> dict[str, float]:
    """How near each word of the vocabulary is that is near at all: 1 the same, less for a part or a slip."""
    word = word[:MAX_WORD_LENGTH]
    near = {
        other: 0.9 * SequenceMatcher(None, word, other).ratio()
        for other in get_close_matches(word, vocabulary, n=5, cutoff=CLOSE)
    }
    if len(word) >= PREFIX:
        near |= {other: 0.8 for other in vocabulary if other.startswith(word)}
    near |= {other: 1.0 for other in (word, f"{word}s") if other in vocabulary}
    return near
