"""Careers whose names are near to what someone typed in an address."""

from difflib import SequenceMatcher, get_close_matches

from careers.models import Occupation

MAX_WORDS = 8
MAX_WORD_LENGTH = 40
PREFIX = 3  # letters from which on the beginning of a word counts as the word
CLOSE = 0.75  # difflib's ratio from which on a misspelt word counts


def careers_like(words: str, limit: int = 5) -> list[tuple[str, str]]:
    """Titles and addresses of the listed careers nearest to the words, nearest first; one query."""
    careers = {
        occupation: _words(occupation.title)
        for occupation in Occupation.objects.listed().only("title", "slug")
    }
    vocabulary = set().union(*careers.values())
    asked = [_nearness(word, vocabulary) for word in _words(words)[:MAX_WORDS]]
    scored = []
    for occupation, own in careers.items():
        score = sum(max((near.get(word, 0) for word in own), default=0) for near in asked)
        if score:
            # Of equally near titles the one with the fewest other words.
            scored.append((-score, len(own), occupation.title, occupation.get_absolute_url()))
    return [(title, url) for *_, title, url in sorted(scored)[:limit]]


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
