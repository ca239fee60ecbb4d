"""What is drawn of a thing is drawn once for a version of the data, and reads the same on every page."""

import pickle
from dataclasses import dataclass, field
from itertools import count
from types import SimpleNamespace

import pytest
from django.template import Context, Engine
from django.test import RequestFactory
from django.utils.safestring import mark_safe

from careers.kept import keeping
from careers.selectors.cells import Cell, relabel

LIBRARIES = {name: f"careers.templatetags.{name}" for name in ("drawn", "reports")}
LOADERS = ["django.template.loaders.locmem.Loader", "config.quick_templates.Loader"]
LINK = (
    "{% load drawn reports %}{% drawn_once thing of=name %}{{ thing.turn }} {{ of }}{{ unseen }} "
    "{% report_address key='age' of_what=of %}{% end_drawn_once %}"
)

EACH = (
    "{% load drawn reports %}{% drawn_each thing=things of=names number=7 %}{{ thing.turn }} {{ of }} "
    "{{ number }}{{ unseen }} {% report_address key='age' of_what=of %};{% end_drawn_each %}"
)
AROUND = (
    "{% load drawn %}{% drawn_each thing=things of=names %}[{% drawn_once thing of %}"
    "{{ thing.turn }} {{ of }}{% end_drawn_once %}]{% end_drawn_each %}"
)
TEMPLATES = {"link.html": LINK, "each.html": EACH, "around.html": AROUND}


@dataclass(frozen=True)
class Thing:
    drawn: dict = field(init=False, default_factory=dict)
    turns: count = field(default_factory=count)

    def turn(self):
        return next(self.turns)


def engine(loader: str) -> Engine:
    plain = ("django.template.loaders.locmem.Loader", TEMPLATES)
    return Engine(loaders=[plain if loader == LOADERS[0] else (loader, [plain])], libraries=LIBRARIES)


@pytest.fixture(params=LOADERS)
def drawn_each(request):
    templates = engine(request.param)

    def draw(things, names, page="/careers/actors/", name="each.html"):
        context = Context({"things": things, "names": names, "unseen": "of the page"})
        context.request = RequestFactory().get(page)
        return templates.get_template(name).render(context)

    return draw


@pytest.fixture(params=LOADERS)
def drawn(request):
    template = engine(request.param).get_template("link.html")

    def draw(thing, page="/careers/actors/", name="Texas"):
        context = Context({"thing": thing, "name": name, "unseen": "of the page"})
        context.request = RequestFactory().get(page)
        return template.render(context)

    return draw


def test_it_is_drawn_once_and_tells_each_page_its_own_address(drawn):
    thing = Thing()
    with keeping("version"):
        first, second = drawn(thing), drawn(thing, "/compare/a-vs-b/?place=texas")
    assert first == "0 Texas /report/?page=/careers/actors/&amp;figure=age&amp;of_what=Texas"
    assert second == (
        "0 Texas /report/?page=/compare/a-vs-b/%3Fplace%3Dtexas&amp;figure=age&amp;of_what=Texas"
    )


def test_each_value_that_it_is_drawn_with_has_a_drawing(drawn):
    thing = Thing()
    with keeping("version"):
        said = [drawn(thing, name=name).split(" /")[0] for name in ("<b>", mark_safe("<b>"), 1, True, 1)]
    assert said == ["0 &lt;b&gt;", "1 <b>", "2 1", "3 True", "2 1"]


def test_nothing_is_kept_without_a_version_nor_where_a_figure_is_to_be_chosen(drawn):
    thing = Thing()
    assert [drawn(thing)[0], drawn(thing)[0]] == ["0", "1"]
    with keeping("version"):
        assert [drawn(thing, "/careers/?report=1")[0] for _ in range(2)] == ["2", "3"]
        assert [drawn(thing, name=["Texas"])[0] for _ in range(2)] == ["4", "5"]
        assert drawn(SimpleNamespace(turn="any"))[:3] == "any"
    assert not thing.drawn


def test_each_of_several_is_drawn_once_with_what_is_its_own(drawn_each):
    one, other = Thing(), Thing()
    with keeping("version"):
        first = drawn_each((one, other), ("Texas", "<Ohio>"))
        second = drawn_each((other, one), ("<Ohio>", "Utah"), "/compare/a-vs-b/")
        chosen = drawn_each((one,), ("Texas",), "/careers/?report=1")
        plain = drawn_each((SimpleNamespace(turn="any"),), ("Texas",))
    link = "/report/?page={}&amp;figure=age&amp;of_what={}"
    texas, ohio = link.format("/careers/actors/", "Texas"), link.format("/careers/actors/", "%3COhio%3E")
    assert first == f"0 Texas 7 {texas};0 &lt;Ohio&gt; 7 {ohio};"
    ohio, utah = (link.format("/compare/a-vs-b/", name) for name in ("%3COhio%3E", "Utah"))
    assert second == f"0 &lt;Ohio&gt; 7 {ohio};1 Utah 7 {utah};"
    assert chosen.startswith("2 Texas 7 ")
    assert plain.startswith("any Texas 7 ")
    assert len(one.drawn) == 2


def test_what_is_drawn_within_another_drawing_is_kept_with_that_alone(drawn_each):
    thing = Thing()
    with keeping("version"):
        said = [drawn_each((thing,), ("Texas",), name="around.html") for _ in range(2)]
    assert said == ["[0 Texas]", "[0 Texas]"]
    assert len(thing.drawn) == 1


def test_a_figure_that_is_written_keeps_what_is_drawn_of_it():
    cell = Cell("age", "Average age", "40")
    cell.drawn["key"] = cell, "40 years"
    read = pickle.loads(pickle.dumps(cell))
    assert read == cell
    assert read.drawn["key"] == (read, "40 years")
    assert read.drawn["key"][0] is read


def test_a_figure_under_another_name_is_one_cell_for_all_pages():
    cell = Cell("age", "Average age", "40")
    assert relabel(cell, "Median age") is relabel(cell, "Median age")
    assert relabel(cell, "Average age") is cell
    assert relabel(cell, "Median age").label == "Median age" != cell.label
    assert not relabel(cell, "Median age").drawn
