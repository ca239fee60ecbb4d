"""What a long page holds, listed before it: read off its own headings, so that the two cannot disagree."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags
from django.utils.safestring import SafeString

from careers.language import language

register = template.Library()

BEGINNING = '<h2 id="'
HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
FEWEST = 3  # sections
LONG = 8_000  # characters of markup: about two screens of a desktop, five of a phone


def _headings(content: str) -> Iterator[tuple[str, str]]:
    """Anchor and markup of each. Where one begins is found sooner than a pattern is tried at each letter."""
    end = 0
    while (start := content.find(BEGINNING, end)) >= 0:
        found = HEADING.match(content, start)
        end = found.end() if found else start + 1
        if found:
            yield found.groups()


# Most pages of a kind have the same headings.
@lru_cache(maxsize=1024)
def _words(title: str) -> str:
    return " ".join(unescape(strip_tags(title)).split())


class OnThisPage(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, nodelist: template.NodeList):
        self.nodelist = nodelist

    def render(self, context) -> str:
        content = self.nodelist.render(context)
        return SafeString(contents(content) + content)


def contents(content: str) -> str:
    """Links to the sections of a page's rest, '' where these are few or it is short."""
    if len(content) < LONG:
        return ""
    sections = tuple((anchor, _words(title)) for anchor, title in _headings(content))
    return _links(sections, language()) if len(sections) >= FEWEST else ""


@lru_cache(maxsize=1024)
def _links(sections: tuple[tuple[str, str], ...], spoken: str) -> str:
    return render_to_string("components/on_this_page.html", {"sections": sections})


@register.tag
def on_this_page(parser, token) -> OnThisPage:
    """{% on_this_page %}…{% end_on_this_page %}: the rest of a page, after links to its sections."""
    nodelist = parser.parse(("end_on_this_page",))
    parser.delete_first_token()
    return OnThisPage(nodelist)
