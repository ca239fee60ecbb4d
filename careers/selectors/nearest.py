"""Careers, places and industries whose names are near to what someone typed in an address."""

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from operator import itemgetter

from django.db.models import Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from careers.kept import kept
from careers.models import Area, Company, Industry, Occupation

from .addresses import industry_url, place_url

MAX_WORDS = 8
MAX_WORD_LENGTH = 40
PREFIX = 3  # letters from which on the beginning of a word counts as the word
MOST_WEIGHED = 2_000  # companies
CLOSE = 0.75  # difflib's ratio from which on a misspelt word counts
SCORED_WORDS = 4  # of an address that may name anything


@dataclass(frozen=True, slots=True)
class Names:
    """Of a kind of page, found by their words. An address is made of those alone that are shown."""

    named: list[tuple[str, str, int]]  # title, slug, number of words
    by_word: dict[str, list[int]]  # to the places in `named`
    url: Callable[[str], str]


def anything_like(words: str, limit: int = 6) -> list[tuple[str, str, str]]:
    """Title, address and kind of the careers, places and companies nearest to the words; three queries."""
    words = " ".join(_words(words)[:SCORED_WORDS])
    scored = [
        (*near, names.url, kind)
        for kind, names in (
            (_("Career"), _careers()),
            (_("Place"), _places()),
            (_("Company"), _companies(words)),
        )
        for near in sorted(_scored(words, names))[:limit]
    ]
    nearest = sorted(scored, key=itemgetter(0, 1))[:limit]
    return [(title, url(slug), kind) for _score, _length, title, slug, url, kind in nearest]


def careers_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """Titles and addresses of the listed careers nearest to the words, nearest first; one query."""
    return _nearest(words, _careers(), limit)


def places_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The same for places."""
    return _nearest(words, _places(), limit)


def industries_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The same for industries."""
    return _nearest(words, _industries(), limit)


def companies_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """The same for companies, among those with the beginning of one of the words; one query."""
    return _nearest(words, _companies(words), limit)


@kept(1)
def _careers() -> Names:
    listed = Occupation.objects.listed().values_list("title", "slug")
    return _by_word(listed, lambda slug: Occupation(slug=slug).get_absolute_url())


@kept(1)
def _places() -> Names:
    return _by_word(Area.objects.values_list("name", "slug"), lambda slug: place_url(Area(slug=slug)))


@kept(1)
def _industries() -> Names:
    industries = Industry.objects.only("title", "slug")
    named = [(industry.name, industry.slug) for industry in industries]
    return _by_word(named, lambda slug: industry_url(Industry(slug=slug)))


def _companies(words: str) -> Names:
    """All of them may be a hundred thousand, too many to weigh."""
    begun = Q()
    for word in _words(words)[:MAX_WORDS]:
        begun |= Q(slug__contains=slugify(word[:PREFIX]))
    seen = Company.objects.live(timezone.now()).values_list("name", "slug")
    companies = seen.filter(begun)[:MOST_WEIGHED] if begun else []
    return _by_word(companies, lambda slug: Company(slug=slug).get_absolute_url())


def _by_word(found: Iterable[tuple[str, str]], url: Callable[[str], str]) -> Names:
    named, by_word = [], {}
    for title, slug in found:
        own = _words(title)
        for word in own:
            by_word.setdefault(word, []).append(len(named))
        named.append((title, slug, len(own)))
    return Names(named, by_word, url)


def _nearest(words: str, names: Names, limit: int) -> list[tuple[str, str]]:
    nearest = sorted(_scored(words, names))[:limit]
    return [(title, names.url(slug)) for _score, _length, title, slug in nearest]


def _scored(words: str, names: Names) -> Iterator[tuple[float, int, str, str]]:
    """What is near at all, with what it is sorted by: the nearest and, of these, the shortest first."""
    scores: dict[int, float] = {}
    for word in _words(words)[:MAX_WORDS]:
        best: dict[int, float] = {}
        for other, nearness in _nearness(word, names.by_word.keys()).items():
            for place in names.by_word[other]:
                best[place] = max(nearness, best.get(place, 0))
        for place, nearness in best.items():
            scores[place] = scores.get(place, 0) + nearness
    for place, score in scores.items():
        title, slug, length = names.named[place]
        # Of equally near titles the one with the fewest other words.
        yield -score, length, title, slug


def _words(text: str) -> list[str]:
    return [word for word in text[:400].lower().replace("-", " ").replace(",", " ").split() if len(word) > 1]


def _nearness(word: str, vocabulary: Set[str]) -> dict[str, float]:
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
