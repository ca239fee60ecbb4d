"""A text names another occupation and not its own: pasted into the wrong one, it may be.

A warning. Titles are everyday words ("models", "judges"), and a text may well speak of others; whoever
wrote it sees at once which it is.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from django.utils.translation import gettext as _

from careers.models import AlternateTitle, Occupation

from .base import WARNING, Finding, finding, occupations_of, texts_of, written

WORD = re.compile(r"[a-z]+")
MAX_SHOWN = 3


def stems(text: str) -> tuple[str, ...]:
    """The words, without case and without the s of several."""
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in WORD.findall(text.lower())
    )


def named(text: str, titles: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], str]:
    """The titles that stand in the text; of one within another, the longer."""
    words, found, at = stems(text), {}, 0
    longest = max(map(len, titles), default=0)
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            if (piece := words[at : at + length]) in titles:
                found[piece] = titles[piece]
                at += length - 1
                break
        at += 1
    return found


def own_words(occupations: Iterable[Occupation], others: Iterable[str] = ()) -> set[tuple[str, ...]]:
    """What an occupation goes by: titles, other titles, and the last word of its title's first part."""
    found = {stems(title) for title in others}
    for occupation in occupations:
        found |= {stems(title) for title in (occupation.title, occupation.plural_title) if title}
        if head := stems(occupation.title.partition(",")[0]):
            found |= {head, head[-1:]}
    return found


def faults(text: str, own: set[tuple[str, ...]], titles: dict[tuple[str, ...], str]) -> list[str]:
    """The other occupations that a text names, where it never names its own."""
    # “Nurse practitioners” are no nurses: the longer of two titles counts.
    found = named(text, titles | dict.fromkeys(own, ""))
    return [] if found.keys() & own else sorted(set(found.values()))


def of(row) -> Iterator[Finding]:
    if occupations := occupations_of(row):
        yield from _found(row, occupations, _titles(), _other_titles([each.pk for each in occupations]))


def everywhere() -> Iterator[Finding]:
    rows = [(row, found) for row in written() if (found := occupations_of(row))]
    titles = _titles()
    others = _other_titles([each.pk for _, found in rows for each in found])
    for row, occupations in rows:
        yield from _found(row, occupations, titles, others)


def _found(row, occupations, titles, others) -> Iterator[Finding]:
    own = own_words(occupations, [title for each in occupations for title in others.get(each.pk, ())])
    texts = {name: getattr(row, name) for name in texts_of(type(row))}
    if not faults(" . ".join(texts.values()), own, titles):
        return
    for name, text in texts.items():
        if found := faults(text, own, titles):
            said = ", ".join(found[:MAX_SHOWN])
            yield finding(
                WARNING,
                _("The text names {said}, but never {title} itself.").format(
                    said=said, title=occupations[0].title
                ),
                row,
                name,
            )


def _titles() -> dict[tuple[str, ...], str]:
    rows = Occupation.objects.listed().values_list("title", "plural_title")
    return dict(_stemmed(tuple(rows)))


@lru_cache(maxsize=4)
def _stemmed(rows: tuple[tuple[str, str], ...]) -> tuple:
    return tuple((stems(name), title) for title, plural in rows for name in (title, plural) if name)


def _other_titles(keys: list[int]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    rows = AlternateTitle.objects.current().filter(occupation__in=set(keys))
    for key, title in rows.values_list("occupation_id", "title"):
        found.setdefault(key, []).append(title)
    return found
