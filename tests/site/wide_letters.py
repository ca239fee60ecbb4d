"""A language in which no word of the interface is left as it was, so that one that is not marked shows.

What gettext returns comes in ⟦brackets⟧ and in full-width letters, but for the places of values in it: an
unmarked word shows within a marked sentence too. The letters that are left are to be values of the database.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from string import ascii_letters

import pytest
from django.apps import apps
from django.db.models import CharField, JSONField, TextField
from django.urls import get_resolver
from django.utils import translation

from careers.models import Industry
from tests.site.html import Element

WIDE = str.maketrans({letter: chr(ord(letter) + 0xFEE0) for letter in ascii_letters})
PLAIN = {ord(there): chr(here) for here, there in WIDE.items()}
# What a translator leaves as it is: places of values, tags, entities.
KEPT = re.compile(r"(\{[^{}]*\}|%\(\w+\)[sd]|%[sd]|<[^>]*>|&#?\w+;)")
STRANGE = re.compile(r"[\uff21-\uff3a\uff41-\uff5a⟦⟧]+")
# Words in ordinary letters, one after another.
NAME = re.compile(r"[A-Za-zÀ-ÿ][A-Za-zÀ-ÿ’'&-]*(?:[ ,]+[A-Za-zÀ-ÿ&][A-Za-zÀ-ÿ’'&-]*)*")
WORD = re.compile(r"[^\W\d_]+")
READ_OUT = ("title", "alt", "aria-label", "placeholder", "label", "content")
META = {"description", "og:title", "og:description", "og:image:alt", "og:site_name", "twitter:title"}
SILENT = {"script", "style", "textarea", "code"}
# Abbreviations, as of states and formats; what sources call men, who are the rest where they name women.
SAME = re.compile(r"\b[A-Z]{2,}\b|\bMen\b|GeoNames")
# Tables and columns of which no reader sees a value.
NOT_SHOWN = {"SearchTerm", "SearchWord", "Synonym", "slug", "code", "key", "value", "state"}


def wide(text: str) -> str:
    parts = KEPT.split(str(text))
    return "⟦" + "".join(part if at % 2 else part.translate(WIDE) for at, part in enumerate(parts)) + "⟧"


@contextmanager
def wide_letters() -> Iterator[None]:
    """Within it, whatever is marked for translation is said in wide letters."""
    get_resolver().url_patterns  # noqa: B018 - what a module says as it is loaded is to show
    language = translation._trans
    with pytest.MonkeyPatch.context() as patch:
        for name in ("gettext", "pgettext", "ngettext", "npgettext"):
            patch.setattr(language, name, _widening(getattr(language, name)))
        # What is kept of English pages is not taken, and nothing of these is kept among those.
        patch.setattr(language, "get_language", lambda: "qps")
        yield


def _widening(asked):
    return lambda *args: wide(asked(*args)) if args[0] else ""


@cache
def values() -> frozenset[str]:
    """Every text of the database that is shown, as its words alone."""
    found = set()
    for model in apps.get_models():
        if model._meta.app_label not in {"careers", "comparisons"} or model.__name__ in NOT_SHOWN:
            continue
        for field in model._meta.concrete_fields:
            is_text = isinstance(field, CharField | TextField | JSONField)
            if is_text and not field.choices and field.name not in NOT_SHOWN:
                for value in model.objects.order_by().values_list(field.name, flat=True).distinct():
                    found.update(_said(value))
    found.update(words(industry.name) for industry in Industry.objects.all())
    return frozenset(found)


def _said(value) -> Iterator[str]:
    if isinstance(value, str):
        yield words(value)
        if len(value) > 40:  # sentences, which may be cut short, and Markdown
            yield from (words(piece) for piece in re.split(r"[\n*#\[\]()]+|(?<=[.:])\s", value))
    elif isinstance(value, dict | list | tuple):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _said(each)


def words(text: str) -> str:
    return " ".join(WORD.findall(SAME.sub(" ", text).casefold()))


def texts(page: Element) -> Iterator[str]:
    """What a page shows and reads out."""
    for element in page.walk():
        if element.tag in SILENT:
            continue
        yield from (child for child in element.children if isinstance(child, str))
        attrs = element.attrs
        if element.tag != "meta" or attrs.get("name", attrs.get("property")) in META:
            yield from (attrs[name] for name in READ_OUT if name in attrs)


def unmarked(text: str) -> list[str]:
    """The words of a text that are neither marked for translation nor a value of the database."""
    left = []
    for piece in STRANGE.split(text):
        said = WORD.findall(SAME.sub(" ", piece).casefold())
        while said:
            length = next((n for n in range(len(said), 0, -1) if " ".join(said[:n]) in values()), 0)
            if not length:
                left.append(said[0])
            said = said[length or 1 :]
    return left


def in_words(text: str) -> str:
    """A text in plain letters again, with Ann for each value of the database."""
    said = NAME.sub("Ann", text)
    return " ".join(re.sub(r"[⟦⟧]", "", said).translate(PLAIN).split())
