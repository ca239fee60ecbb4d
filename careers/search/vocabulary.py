"""The words that names and synonyms have: whether one is among them, and what else was meant."""

from itertools import pairwise

from django.db.models import Q
from django.db.models.functions import Length

from careers.models import SearchWord

from . import spelling
from .words import singular, stem

DOERS = ("er", "or", "ist")


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
    wrong = [word for word in words if not known.has(word) or known.is_doubtful(word)]
    if not wrong:
        return words
    parts = _frequencies(Q(word__in=spelling.halves_of(wrong)))
    meant = []
    for word in words:
        meant += [word] if word not in wrong else _meant(word, parts, known)
    return meant


def _meant(word: str, parts: dict[str, int], known: Vocabulary) -> list[str]:
    shortest, longest = spelling.lengths(word)
    near = _frequencies(Q(length__gte=shortest, length__lte=longest))
    if found := spelling.nearest(word, near, within=1):
        return [found]
    if known.has(word):
        return [word]
    return (spelling.parts(word, parts) or spelling.nearest(word, near)).split()


def _frequencies(condition: Q) -> dict[str, int]:
    words = SearchWord.objects.annotate(length=Length("word")).filter(condition)
    return dict(words.order_by().values_list("word", "frequency"))
