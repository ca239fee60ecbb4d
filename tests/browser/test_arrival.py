"""A page that arrives piece by piece stays where it is: on a phone, what is there already never moves.

Where a browser pauses hangs on the line and on what else the phone does. Here it paints after every piece.
"""

import re

import pytest

from .test_accessibility import PAGES

pytestmark = pytest.mark.browser

# Whose first screens are unlike.
ARRIVING = [
    *("careers", "careers as a plot", "careers as a map", "careers as a table", "careers, nothing found"),
    *("search", "pay", "skills", "outlook", "places", "place", "jobs in a place", "companies", "company"),
    *("comparison", "comparison of five", "comparison to embed", "picker"),
    *("ranking", "styleguide", "not found"),
]
TAGS = 80  # of its frame and its first lines arrive one by one
LENGTH = 200  # characters of what follows; a piece ends after a tag
PIECES = 200  # more than fill a screen; the rest comes at once
# One piece a frame. It answers with what moved: by how much, and what moved furthest.
ARRIVE = """async pieces => {
  const moved = [];
  const described = ({node, previousRect: was, currentRect: is}) =>
    `${(node?.parentElement?.outerHTML ?? "").slice(0, 100)} from ${was.x}, ${was.y} to ${is.x}, ${is.y}`;
  new PerformanceObserver(list => list.getEntries().forEach(
    entry => moved.push([entry.value, ...entry.sources.map(described)])
  )).observe({type: "layout-shift"});
  const frame = () => new Promise(done => requestAnimationFrame(done));
  document.open();
  for (const piece of pieces) { document.write(piece); await frame(); }
  document.close();
  for (let frames = 0; frames < 3; frames++) await frame();
  return moved;
}"""


def pieces(html: str) -> list[str]:
    head, body = re.split("(?<=</head>)", html)
    tags = re.findall("[^>]+>?", body)
    more = re.findall(rf"[\s\S]{{1,{LENGTH}}}[^>]*>?", "".join(tags[TAGS:]))
    found = [head, *tags[:TAGS], *more]
    assert "".join(found) == html
    return [*found[:PIECES], "".join(found[PIECES:])]


@pytest.mark.parametrize("name", ARRIVING)
def test_nothing_moves_while_a_page_arrives(visit, server, name):
    page = visit(360).open("/robots.txt")  # of the same server; what it shows makes way
    html = page.request.get(server + PAGES[name]).text()
    assert page.evaluate(ARRIVE, pieces(html)) == []
    late = page.locator(".breadcrumbs, .chips li, footer").all()
    assert late
    assert [part.inner_text() for part in late if not part.is_visible()] == []


def test_what_moves_is_told(visit):
    page = visit(360).open("/robots.txt")
    ((moved, *sources),) = page.evaluate(
        ARRIVE, ["<head></head>", "<center><b>First</b>", " <i>and second</i></center>"]
    )
    assert moved > 0
    assert "First" in "".join(sources)
