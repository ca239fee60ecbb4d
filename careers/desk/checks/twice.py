"""A college or a skill that is there twice under one name.

A warning: colleges have branches of the same name with numbers of their own, and O*NET knows mathematics as
a skill and as knowledge (which is not told). Where an editor added one, it splits what belongs together.
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from django.utils.translation import gettext as _

from careers.models import College, Skill

from .base import WARNING, Finding, finding

NO_WORD = re.compile(r"[^a-z0-9]+")


def plain(name: str) -> str:
    """The name without case, punctuation, “the” and “and”."""
    words = NO_WORD.sub(" ", name.lower().replace("&", " and ").replace("'", "").replace("’", "")).split()
    return " ".join(word for word in words if word not in {"the", "and"})


def doubles(named: Iterable[tuple[Hashable, Hashable]]) -> list[list]:
    """Keys of what has one name, by name; from pairs of name and key."""
    found = defaultdict(list)
    for name, key in named:
        found[name].append(key)
    return [keys for keys in found.values() if len(keys) > 1]


def of(row) -> Iterator[Finding]:
    if isinstance(row, College | Skill):
        for rows in _doubles(type(row)):
            if row.pk in {each.pk for each in rows}:
                yield _said(row, rows)


def everywhere() -> Iterator[Finding]:
    for model in (College, Skill):
        for rows in _doubles(model):
            yield _said(rows[-1], rows)


def _doubles(model) -> list[list]:
    rows = model.objects.select_related("state") if model is College else model.objects.all()
    return doubles(
        ((plain(row.name), row.state_id if model is College else row.kind), row)
        for row in rows.order_by("pk")
    )


def _said(row, rows) -> Finding:
    what, place = (
        (_("College"), _(" in {state}").format(state=row.state.name))
        if isinstance(row, College) and row.state
        else ("", "")
    )
    what = what or type(row)._meta.verbose_name.capitalize()
    return finding(
        WARNING,
        _("{what} “{name}”{place} is there {count} times.").format(
            what=what, name=row.name, place=place, count=len(rows)
        ),
        row,
        "name",
    )
