"""A language that exists for tests alone: every marked text comes back between ⟦ and ⟧.

What a page says outside of them was not marked for translation, or was translated when its module was loaded.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField
from django.utils import translation

from careers.models import Figure

OPEN, CLOSE = "⟦", "⟧"
SPOKEN = ("title", "alt", "aria-label", "placeholder", "label", "data-placeholder")
VOID = {"input", "br", "img", "meta", "link", "hr", "path", "source", "col", "wbr"}
UNSEEN = {"script", "style", "textarea"}
# What stands between the parts of one text: “Registered nurses (29-1141): 5 rows”.
BETWEEN = re.compile(r"[,;:()“”·–—…/|→›»«\n]+|\s-\s|\svs\s")
WORD = re.compile(r"[^\W\d_]{2}")


@contextmanager
def pseudo_locale() -> Iterator[None]:
    """Within it, whatever gettext is asked for comes back marked."""
    language = translation._trans
    with pytest.MonkeyPatch.context() as patch:
        for name in ("gettext", "pgettext", "ngettext", "npgettext"):
            patch.setattr(language, name, _marking(getattr(language, name)))
        yield


def _marking(asked):
    return lambda *args: f"{OPEN}{asked(*args)}{CLOSE}"


class _Page(HTMLParser):
    """What a page says outside of the marks, in its text and in attributes that are read out."""

    def __init__(self):
        super().__init__()
        self.said: list[str] = []
        self.inside: list[str] = []
        self.open = 0

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        spoken = [given.get(name, "") for name in SPOKEN]
        if tag == "input" and given.get("type") in {"submit", "button"}:
            spoken.append(given.get("value", ""))
        if tag == "meta" and given.get("name") == "description":
            spoken.append(given.get("content", ""))
        for text in spoken:
            self.said += outside(text)[0]
        if tag not in VOID:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if tag in self.inside:
            while self.inside.pop() != tag:
                pass

    def handle_data(self, data):
        if UNSEEN.isdisjoint(self.inside):
            said, self.open = outside(data, self.open)
            self.said += said


def outside(text: str, marks: int = 0) -> tuple[list[str], int]:
    """What of a text stands outside of the marks, of which so many are open; and how many are at its end."""
    said = [""]
    for letter in text:
        if letter == OPEN:
            marks += 1
            said.append("")
        elif letter == CLOSE:
            marks -= 1
        elif not marks:
            said[-1] += letter
    return [part for part in said if WORD.search(part)], marks


def unmarked(html: str, known: set[str]) -> set[str]:
    """What a page says that is neither marked nor known, say as a value of the database."""
    page = _Page()
    page.feed(html)
    assert page.open == 0, "a marked text was cut"
    found = {part for text in page.said for part in parts(text) if WORD.search(part) and "_" not in part}
    return {part for part in found - known if not _is_cut_from(part, known)}


def _is_cut_from(part: str, known: set[str]) -> bool:
    """Whether a longer text was cut short for a list."""
    return len(part) > 20 and any(value.startswith(part) for value in known)


def parts(text: str) -> Iterator[str]:
    return (part.strip(" .%$+") for part in BETWEEN.split(text))


def values_of_the_database() -> set[str]:
    """Every text that is kept in the database, and its parts."""
    return {part for value in _values() for part in (value, *parts(value))}


def _values() -> Iterator[str]:
    for model in apps.get_models():
        kinds = CharField | TextField if issubclass(model, Figure) else CharField | TextField | JSONField
        fields = model._meta.concrete_fields
        kept = [field.attname for field in fields if isinstance(field, kinds) and not field.choices]
        if kept:
            for row in model._base_manager.order_by().values_list(*kept).iterator():
                yield from _texts(row)


def _texts(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _texts(each)
