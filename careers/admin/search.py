"""Searching figures by the names of what they are about.

Joining the wage table to its occupations and areas and matching text row by row would read it
whole. Names are few: they are matched first, and the figures are then found by key.
"""

from functools import reduce
from operator import and_, or_

from django.db.models import Model, Q

MAX_WORDS = 6


def matching(
    model: type[Model], searched: dict[str, tuple[str, ...]], text: str, texts: tuple[str, ...] = ()
) -> Q:
    """A condition: each word of `text` stands in one of the searched names or texts of the row.

    `searched` names foreign keys of `model` (two at most) and the text fields of what they point
    at: `{"occupation": ("title", "soc_code"), "area": ("name",)}` finds "nurses texas". `texts` are
    fields of the row itself, in place of the second foreign key.
    """
    words = text.casefold().split()
    # A single letter stands in nearly every name: it would cost a look at every row and say nothing.
    words = [word for word in words if len(word) > 1][:MAX_WORDS] or words[:1]
    everything = (1 << len(words)) - 1
    first, second = [*searched, None, None][:2]
    heads = _by_words(model, first, searched[first], words) if first else {}
    tails = _by_words(model, second, searched[second], words) if second else {}

    def rest_holds(needed: int) -> Q | None:
        """The second name, or the row's own texts, hold the needed words; nothing where none can."""
        if texts:
            return _texts_hold(texts, [word for bit, word in enumerate(words) if needed >> bit & 1])
        keys = [key for found, keys in tails.items() if found & needed == needed for key in keys]
        return Q(**{f"{second}__in": keys}) if keys else None

    # What one name holds alone; then, for each part that the first name holds, the rest elsewhere.
    found = rest_holds(everything) or Q(pk__in=[])
    for part, keys in heads.items():
        held = Q(**{f"{first}__in": keys})
        if part == everything:
            found |= held
        elif others := rest_holds(everything & ~part):
            found |= held & others
    return found


def _texts_hold(texts: tuple[str, ...], words: list[str]) -> Q:
    """Each word stands in one of the texts."""
    return reduce(
        and_, (reduce(or_, (Q(**{f"{text}__icontains": word}) for text in texts)) for word in words)
    )


def _by_words(model, name, fields, words) -> dict[int, list[int]]:
    """Keys of the rows by the words they hold, as bits."""
    related = model._meta.get_field(name).remote_field.model
    groups: dict[int, list[int]] = {}
    for key, *texts in related._default_manager.order_by().values_list("pk", *fields):
        text = " ".join(text for text in texts if text).casefold()
        found = sum(1 << position for position, word in enumerate(words) if word in text)
        if found:
            groups.setdefault(found, []).append(key)
    return groups
