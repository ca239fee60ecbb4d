"""The words that names and synonyms have: whether one is among them, and what else was meant."""

from functools import reduce
from itertools import pairwise
from operator import or_

from django.db.models import Q
from django.db.models.functions import Length

from careers.models import SearchWord

from . import spelling
from .words import singular, stem

DOERS = ("er", "or", "ist")
MOST_CORRECTED = 4  # of the words of one query; so many mistakes are no query
# How many names have a word that may be a misspelled one, and how many times as many the right one.
RARE, COMMONER = 8, 5


class Vocabulary:
    """What is known of the words of one query; asks the database once for all of them."""

    def __init__(self, words: list[str]):
        joined = [first + second for first, second in pairwise(words)]
        asked = {*words, *joined}
        self._known = _frequencies(Q(word__in=asked) | Q(stem__in=set(map(stem, asked))))
        self._stems = set(map(stem, self._known))

    def has(self, word: str) -> bool:
        """Whether a name has the word, or another form of it."""
        return word in self._known or singular(word) in self._known or stem(word) in self._stems

    def is_doubtful(self, word: str) -> bool:
        """Whether only its stem is known and it may be misspelled: "enginer" is no doer of "engine"."""
        return word not in self._known and singular(word) not in self._known and word.endswith(DOERS)


def corrected(words: list[str], known: Vocabulary) -> list[str]:
    """The words with those that no name has corrected, split or, where nothing is near, left out."""
    wrong = [word for word in dict.fromkeys(words) if not known.has(word) or known.is_doubtful(word)]
    if not wrong:
        return words
    wrong, left_out = wrong[:MOST_CORRECTED], wrong[MOST_CORRECTED:]
    # Few get the first letter wrong, and words that begin with it are few; one query for all of them.
    alike = (_near(word) & Q(word__startswith=word[0]) for word in wrong)
    nearby = _frequencies(reduce(or_, alike, Q(word__in=spelling.halves_of(wrong))))
    meant = {word: _meant(word, nearby, known) for word in wrong} | {word: [] for word in left_out}
    return [part for word in words for part in meant.get(word, [word])]


def _near(word: str) -> Q:
    shortest, longest = spelling.lengths(word)
    return Q(length__gte=shortest, length__lte=longest, frequency__gt=0)


def _meant(word: str, nearby: dict[str, int], known: Vocabulary) -> list[str]:
    """`nearby` has the words that begin as it does and its halves, among those of other words."""
    shortest, longest = spelling.lengths(word)
    alike = {
        other: frequency
        for other, frequency in nearby.items()
        if frequency and other[0] == word[0] and shortest <= len(other) <= longest
    }
    if found := spelling.nearest(word, alike, within=1):
        return [found]
    if known.has(word):
        return [word]
    found = spelling.parts(word, nearby) or spelling.nearest(word, alike)
    return (found or spelling.nearest(word, _frequencies(_near(word)))).split()


def reconsidered(words: list[str]) -> list[str]:
    """The words with rare ones taken for common ones near them: "school principle" finds nothing."""
    rare = _frequencies(Q(word__in=words, frequency__lte=RARE))
    return [_commoner(word, rare[word]) or word if word in rare else word for word in words]


def _commoner(word: str, frequency: int) -> str:
    shortest, longest = spelling.lengths(word)
    common = Q(length__gte=shortest, length__lte=longest, frequency__gte=COMMONER * (frequency + 1))
    return spelling.nearest(word, _frequencies(common & Q(word__startswith=word[0])))


def _frequencies(condition: Q) -> dict[str, int]:
    words = SearchWord.objects.annotate(length=Length("word")).filter(condition)
    return dict(words.order_by().values_list("word", "frequency"))
