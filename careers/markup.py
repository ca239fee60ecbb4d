"""Markdown and HTML of others made harmless: plain formatting and links, nothing that runs or loads."""

from html import unescape

import nh3
from markdown_it import MarkdownIt

# Headings of a text stand below those of the page that shows it.
BLOCKS = {"p", "br", "hr", "ul", "ol", "li", "h3", "h4", "h5", "blockquote", "pre"}
TABLES = {"table", "thead", "tbody", "tr", "th", "td"}
TAGS = frozenset({"b", "strong", "i", "em", "u", "s", "code", "a"} | BLOCKS | TABLES)
LOWERED = {"h1": "h3", "h2": "h3", "h6": "h5"}
SCHEMES = frozenset({"https", "http", "mailto"})
_RULES = {
    "tags": set(TAGS),
    "clean_content_tags": {"script", "style", "template", "iframe", "object", "svg", "math", "noscript"},
    "attributes": {"a": {"href"}},
    "url_schemes": set(SCHEMES),
    "link_rel": "nofollow noopener noreferrer ugc",
    "strip_comments": True,
}
_cleaner = nh3.Cleaner(**_RULES)
_cleaner_of_others = nh3.Cleaner(**_RULES, url_relative="deny")
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


def sanitised(html: str, *, is_from_elsewhere: bool = False) -> str:
    """The HTML with plain formatting alone; idempotent. Scripts, styles, handlers, images and forms go.

    Of a page from elsewhere relative links go too: here they would lead to this site's own pages.
    """
    for heading, lowered in LOWERED.items():
        for tag in (heading, heading.upper()):
            html = html.replace(f"<{tag}>", f"<{lowered}>").replace(f"<{tag} ", f"<{lowered} ")
            html = html.replace(f"</{tag}>", f"</{lowered}>")
    return (_cleaner_of_others if is_from_elsewhere else _cleaner).clean(html).strip()


def from_markdown(text: str) -> str:
    """Markdown as sanitised HTML; HTML within it is shown as text."""
    return sanitised(_markdown.render(text))


def page_from_markdown(text: str) -> str:
    """The same for a text that is a page of its own: its headings stand right below the page's title."""
    html = from_markdown(text)
    for level in (3, 4, 5):
        html = html.replace(f"<h{level}>", f"<h{level - 1}>").replace(f"</h{level}>", f"</h{level - 1}>")
    return html


def plain_text(html: str) -> str:
    """The words of the HTML, its markup dropped and its blanks joined."""
    spaced = nh3.Cleaner(tags=set(), strip_comments=True).clean(html.replace("<", " <"))
    return " ".join(unescape(spaced).split())
