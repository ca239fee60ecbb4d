"""Quick templates write what Django writes, to the byte, and fail where it fails."""

import re
from collections import namedtuple
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.template import Context, Engine, engines
from django.template.loaders import cached
from django.test import RequestFactory
from django.utils.functional import SimpleLazyObject, lazystr
from django.utils.safestring import mark_safe
from hypothesis import given, settings
from hypothesis import strategies as st

from careers.models import Area
from config.quick_templates.nodes import QuickNodes

LIBRARIES = {
    "contents": "careers.templatetags.contents",
    "drawn": "careers.templatetags.drawn",
    "i18n": "django.templatetags.i18n",
    "l10n": "django.templatetags.l10n",
    "reports": "careers.templatetags.reports",
}
PARTS = {
    "yes.html": "{% load i18n %}{% translate 'Yes' %}{% blocktranslate %}No{% endblocktranslate %}",
    "part.html": "[{{ name }}|{{ given }}|{{ forloop.counter }}]",
    "naming.html": "{% load i18n %}{% translate 'Pay' as named %}{{ named }}",
    "loop.html": "{% for x in letters %}{{ forloop.parentloop.counter }}{% endfor %}{{ forloop.last }}",
    "looped.html": "{% block a %}[{{ forloop.counter }}]{% endblock %}",
    "remembering.html": "{% for x in letters %}{% cycle 'odd' 'even' %}{% endfor %}",
    "base.html": "<{% block a %}base {{ name }}{% endblock %}{% block b %}{% endblock %}>",
}


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    url: str = ""
    missing: bool = False

    def shout(self):
        return self.text.upper() + "<"

    def more(self, count):
        return count

    def drop(self):
        raise AssertionError("called")

    drop.alters_data = True

    @property
    def broken(self):
        raise AttributeError("within")


class Brackets:
    name = "by dot"

    def __getitem__(self, key):
        return {"key": "in brackets"}[key]


class Unfilled:
    __slots__ = ("slot",)


class Telling:
    def __dir__(self):
        return ["told"]


class Silent(Exception):
    silent_variable_failure = True


def silent():
    raise Silent


Pair = namedtuple("Pair", "left right")
CONTEXT = {
    "name": "A & B",
    "safe": mark_safe("<b>"),
    "lazy": lazystr("lazy <"),
    "none": None,
    "zero": 0,
    "number": 1234,
    "half": 0.5,
    "money": Decimal("12.50"),
    "day": date(2026, 3, 1),
    "yes": True,
    "letters": ["x", "y", "<"],
    "pairs": [("a", 1), ("b", 2)],
    "wrong": [("a", 1), ("b",)],
    "rows": [Cell("one", "/1/"), Cell("<two>", missing=True)],
    "cell": Cell("it's"),
    "pair": Pair("l", "r"),
    "map": {"key": "v", "items": "own", "0": "zeroth", "inner": {"deep": [1, {"end": "!"}]}},
    "word": "text",
    "which": "part.html",
    "brackets": Brackets(),
    "unfilled": Unfilled(),
    "telling": Telling(),
    "generator": lambda: (letter for letter in "pq"),
    "function": lambda: "called <",
    "needs": lambda argument: argument,
    "silent": silent,
    "unasked": SimpleLazyObject(silent),
    "kind": Area.Kind,
    "state": Area.Kind.STATE,
    "area": SimpleNamespace(name="Texas"),
}
# A template a line.
TEMPLATES = Path(__file__).with_name("quick_templates.txt").read_text(encoding="utf-8").splitlines()


def engine(loader: str) -> Engine:
    """`loader` holds the templates, and the plain one that it takes them from."""
    sources = PARTS | {str(number): source for number, source in enumerate(TEMPLATES)}
    return Engine(
        loaders=[(loader, [("django.template.loaders.locmem.Loader", sources)])], libraries=LIBRARIES
    )


PLAIN, QUICK, ENGLISH = (
    engine(loader)
    for loader in ("django.template.loaders.cached.Loader", *["config.quick_templates.Loader"] * 2)
)


def written(kind: Engine, name: str, extra: dict | None = None) -> str:
    """What is written twice over, or how it fails."""
    context = Context(CONTEXT | (extra or {}))
    context.request = RequestFactory().get("/careers/")
    template = kind.get_template(name)
    try:
        return template.render(context) + template.render(context)
    except Exception as error:
        return type(error).__name__


@pytest.mark.parametrize("number", range(len(TEMPLATES)), ids=TEMPLATES)
def test_what_is_written_is_what_django_writes(number):
    name = str(number)
    assert written(QUICK, name) == written(PLAIN, name)
    assert isinstance(QUICK.get_template(name).nodelist, QuickNodes)


IN_ENGLISH = [number for number, source in enumerate(TEMPLATES) if "{% language" not in source]


@pytest.mark.parametrize("number", IN_ENGLISH, ids=[TEMPLATES[number] for number in IN_ENGLISH])
def test_so_it_is_where_pages_speak_english_alone(number, settings):
    settings.USE_I18N = False
    assert written(ENGLISH, str(number)) == written(PLAIN, str(number))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text(max_size=4),
    st.floats(allow_nan=False),
    st.text(max_size=4).map(mark_safe),
    st.lists(st.text(max_size=3), max_size=3),
    st.dictionaries(st.sampled_from(["text", "items", "0", "left"]), st.text(max_size=3), max_size=3),
    st.builds(Cell, st.text(max_size=5)),
    st.builds(Pair, st.integers(), st.text(max_size=3)),
)


@settings(max_examples=15, deadline=None)
@given(
    extra=st.dictionaries(
        st.sampled_from(["name", "cell", "letters", "pairs", "map", "number", "nothing", "forloop"]), VALUES
    )
)
def test_so_it_is_whatever_the_values_are(extra):
    for number in range(len(TEMPLATES)):
        assert written(QUICK, str(number), extra) == written(PLAIN, str(number), extra), TEMPLATES[number]


def test_a_page_of_errors_has_djangos_own_nodes():
    sources = [("django.template.loaders.locmem.Loader", {"a": "{{ name }}"})]
    for options in ({"debug": True}, {"string_if_invalid": "?"}, {"autoescape": False}):
        other = Engine(loaders=[("config.quick_templates.Loader", sources)], **options)
        assert not isinstance(other.get_template("a").nodelist, QuickNodes)


def test_no_template_names_anything_for_one_that_includes_it():
    """`cycle … as` gives a name of the whole page another value, from within what is included as well."""
    folders = (
        *(Path(folder) for folder in engines["django"].dirs),
        Path(admin.__file__).parent / "templates",
    )
    templates = [path for folder in folders for path in folder.rglob("*.html")]
    assert len(templates) > 200
    assert [path for path in templates if re.search(r"{% *cycle .* as ", path.read_text())] == []


def test_the_portal_is_served_by_quick_templates():
    (loader,) = engines["django"].engine.template_loaders
    assert isinstance(loader, cached.Loader)
    assert isinstance(engines["django"].get_template("careers/list.html").template.nodelist, QuickNodes)
