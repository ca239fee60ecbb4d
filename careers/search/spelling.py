"""What a word that no name has may have been meant to be. Pure."""

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_CORRECTED, SHORTEST_PART = 4, 3
# A part of a joined word is common, or "carpinter" would be car and pinter.
PART_FREQUENCY = 3
LIMIT = 40


def furthest(word: str) -> int:
    """How many letters may be wrong, missing, too many or swapped."""
    return 1 if len(word) < 6 else 2 if len(word) < 10 else 3


def lengths(word: str) -> tuple[int, int]:
    """Of words that may be meant."""
    return len(word) - furthest(word), len(word) + furthest(word)


def nearest(word: str, vocabulary: Mapping[str, int], *, within: int | None = None) -> str:
    """The likeliest of the words (with how often each is used) that are near enough, '' where none is."""
    if len(word) < SHORTEST_CORRECTED:
        return ""
    cutoff = furthest(word) if within is None else within
    near = process.extract(word, vocabulary.keys(), scorer=OSA.distance, score_cutoff=cutoff, limit=LIMIT)
    return min(near, key=lambda found: _badness(word, found[0], found[1], vocabulary), default=("",))[0]


def _badness(word: str, other: str, distance: int, vocabulary: Mapping[str, int]) -> tuple:
    # People get the first letter right, and the last one more often than not.
    wrong_ends = (word[0] != other[0]) + (word[-1] != other[-1]) * 0.5
    common = min(vocabulary[other], 100) ** 0.25
    return distance + wrong_ends - common * 0.25, other


def parts(word: str, known: Mapping[str, int]) -> str:
    """Two known words that were written as one, '' where there are none such."""
    halves = [(word[:at], word[at:]) for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)]
    usual = [
        (min(known[first], known[second]), first, second)
        for first, second in halves
        if known.get(first, 0) >= PART_FREQUENCY and known.get(second, 0) >= PART_FREQUENCY
    ]
    return " ".join(max(usual)[1:]) if usual else ""


def halves_of(words: Iterable[str]) -> set[str]:
    """Every word that may be a part of one of these."""
    return {
        half
        for word in words
        for at in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        for half in (word[:at], word[at:])
    }
