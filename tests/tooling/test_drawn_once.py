"""What is drawn of a thing is drawn once for a version of the data, and reads the same on every page."""

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


@dataclass(frozen=True)
class Thing:
    drawn: dict = field(init=False, default_factory=dict)
    turns: count = field(default_factory=count)

    def turn(self):
        return next(self.turns)


@pytest.fixture(params=LOADERS)
def drawn(request):
    plain = ("django.template.loaders.locmem.Loader", {"link.html": LINK})
    loader = plain if request.param == LOADERS[0] else (request.param, [plain])
    template = Engine(loaders=[loader], libraries=LIBRARIES).get_template("link.html")

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


def test_a_figure_under_another_name_is_one_cell_for_all_pages():
    cell = Cell("age", "Average age", "40")
    assert relabel(cell, "Median age") is relabel(cell, "Median age")
    assert relabel(cell, "Average age") is cell
    assert relabel(cell, "Median age").label == "Median age" != cell.label
    assert not relabel(cell, "Median age").drawn
