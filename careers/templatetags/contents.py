"""What a long page holds, listed before it: read off its own headings, so that the two cannot disagree."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape

from django import template
from django.template.loader import render_to_string
from django.utils.html import strip_tags

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


@register.simple_block_tag(end_name="end_on_this_page")
def on_this_page(content: str) -> str:
    """The rest of a page, after links to its sections where it has several and is long."""
    if len(content) < LONG:
        return content
    sections = [(anchor, _words(title)) for anchor, title in _headings(content)]
    if len(sections) < FEWEST:
        return content
    return render_to_string("components/on_this_page.html", {"sections": sections}) + content
