"""Searching figures by the names of what they are about.

Joining the wage table to its occupations and areas and matching text row by row would read it
whole. Names are few: they are matched first, and the figures are then found by key.
"""

from django.db.models import Model, Q

MAX_WORDS = 6


def matching(model: type[Model], searched: dict[str, tuple[str, ...]], text: str) -> Q:
    """A condition: each word of `text` stands in one of the searched names of the row.

    `searched` names foreign keys of `model` (two at most) and the text fields of what they point
    at: `{"occupation": ("title", "soc_code"), "area": ("name",)}` finds "nurses texas".
    """
    words = text.casefold().split()
    # A single letter stands in nearly every name: it would cost a look at every row and say nothing.
    words = [word for word in words if len(word) > 1][:MAX_WORDS] or words[:1]
    everything = (1 << len(words)) - 1
    first, second = [*searched, None][:2]
    heads = _by_words(model, first, searched[first], words)
    tails = _by_words(model, second, searched[second], words) if second else {}

    def having(groups, needed):
        return [key for found, keys in groups.items() if found & needed == needed for key in keys]

    # What one name holds alone; then, for each part that the first name holds, the second the rest.
    found = Q(**{f"{first}__in": having(heads, everything)})
    if tails:
        found |= Q(**{f"{second}__in": having(tails, everything)})
        for part in heads:
            rest = everything & ~part
            if part and rest and (others := having(tails, rest)):
                found |= Q(**{f"{first}__in": heads[part], f"{second}__in": others})
    return found


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
