"""What a query asks for: groups of words, each with what else it may be called. Pure.

A name answers a query when it holds one alternative of every group: "fixes planes" is (fix or repair
or mechanic) and (plane or aircraft).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from .words import stem, typed

MAX_GROUPS = 10
LONGEST_SYNONYM = 5
MAX_ALTERNATIVES = 8
# How much worse than the best a hit by another alternative is, in the units of `ranking`.
# Of a whole query the editors' order holds, of one word among others what is found together with them.
NEXT_MEANING, NEXT_MEANING_OF_ALL, AS_TYPED = 0.12, 0.6, 0.9


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words of which all must be there, in any order, by their stems; `is_begun`: the last one's start."""

    words: tuple[str, ...]
    cost: float = 0.0
    is_begun: bool = False

    @property
    def tokens(self) -> tuple[str, ...]:
        *whole, last = self.words
        return (*map(stem, whole), last if self.is_begun else stem(last))


@dataclass(frozen=True, slots=True)
class Group:
    """A word or words of the query (`typed`), and what a name may hold for it."""

    typed: str
    alternatives: tuple[Alternative, ...]


Meanings = Mapping[str, list[str]]  # by the key of a synonym


def candidate_keys(found: list[str]) -> list[str]:
    """The keys of synonyms that the words may hold."""
    stems = list(map(stem, found))
    return [
        " ".join(stems[start:end])
        for start in range(len(stems))
        for end in range(start + 1, min(start + LONGEST_SYNONYM, len(stems)) + 1)
    ]


def ask(found: list[str], meanings: Meanings, is_known: Callable[[str], bool], *, begun=False) -> list[Group]:
    """The groups of the words of a query; with `begun`, its last word may go on."""
    stems, groups, start = list(map(stem, found)), [], 0
    while start < len(found) and len(groups) < MAX_GROUPS:
        end, others = _longest(stems, start, meanings)
        if not others and start + 1 < len(found) and is_known(found[start] + found[start + 1]):
            end, others = start + 2, [found[start] + found[start + 1]]
            as_typed = 0.0
        else:
            as_typed = AS_TYPED if others else 0.0
        is_last = end == len(found)
        step = NEXT_MEANING_OF_ALL if is_last and start == 0 else NEXT_MEANING
        own = Alternative(tuple(found[start:end]), as_typed, begun and is_last)
        ways = [
            Alternative(words, step * position)
            for position, other in enumerate(others)
            if (words := tuple(typed(other)))
        ]
        groups.append(Group(" ".join(found[start:end]), (*ways[:MAX_ALTERNATIVES], own)))
        start = end
    return groups


def _longest(stems: list[str], start: int, meanings: Meanings) -> tuple[int, list[str]]:
    for end in range(min(start + LONGEST_SYNONYM, len(stems)), start, -1):
        if others := meanings.get(" ".join(stems[start:end])):
            return end, others
    return start + 1, []
