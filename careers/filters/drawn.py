"""Fields of a form that Django draws once, and that are filled in for each search.

From one search to the next little of a field changes: the text in it, which choices are chosen, and how much
each choice would leave. What is around that is kept in pieces.
"""

import re
from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass
from html import unescape

from django import forms
from django.utils.html import escape
from django.utils.safestring import SafeString

from careers import formatting

MARK = "\ue000"  # stands for what changes; a letter of nobody's
TEXT = f' value="{MARK}"'
# Where a choice says that it is chosen (the end of its tag), and where its number stands.
SPOT = re.compile(rf'<(?P<tag>option|input) [^>]*?value="(?P<value>[^"{MARK}]*)"[^>]*(?=>)|{MARK}')
CHOSEN = {"option": " selected", "input": " checked"}


@dataclass(frozen=True, slots=True)
class Filled:
    """Stands for a bound field where a form is shown."""

    as_field_group: SafeString


@dataclass(frozen=True, slots=True)
class Drawn:
    """A field in pieces; what follows a piece depends on the choice named with it.

    That is either what says that it is chosen, or, with '' for that, its number. Without pieces it is a text.
    """

    pieces: tuple[tuple[str, str, str], ...]
    end: str

    def with_text(self, text: str) -> Filled:
        ((start, *_),) = self.pieces
        value = f' value="{escape(text)}"' if text else ""
        return Filled(SafeString(f"{start}{value}{self.end}"))

    def with_choices(self, chosen: Collection[str], counts: Mapping[str, int]) -> Filled:
        parts = []
        for text, choice, flag in self.pieces:
            parts.append(text)
            if not flag:
                parts.append(formatting.count(counts.get(choice, 0)))
            elif choice in chosen:
                parts.append(flag)
        parts.append(self.end)
        return Filled(SafeString("".join(parts)))


def draw(name: str, field: forms.Field, *, are_counted: bool) -> Drawn:
    """Where its choices are counted, each but that of nothing has its number behind its label."""
    field = deepcopy(field)
    if are_counted:
        field.choices = [(value, f"{label} ({MARK})" if value else label) for value, label in field.choices]
    given = False if isinstance(field, forms.BooleanField) else [MARK] if is_several(field) else MARK
    form = forms.Form(initial={name: given}, label_suffix="")
    form.fields[name] = field
    html = str(form[name].as_field_group())
    if TEXT in html:
        start, end = html.split(TEXT)
        return Drawn(((start, "", ""),), end)
    pieces, choice, at = [], "", 0
    for spot in SPOT.finditer(html):
        if tag := spot["tag"]:
            choice = unescape(spot["value"])
            pieces.append((html[at : spot.end()], choice, CHOSEN[tag]))
        else:
            pieces.append((html[at : spot.start()], choice, ""))
        at = spot.end()
    return Drawn(tuple(pieces), html[at:])


def is_several(field: forms.Field) -> bool:
    return isinstance(field, forms.MultipleChoiceField)


def is_text(field: forms.Field) -> bool:
    return isinstance(field.widget, forms.TextInput)
