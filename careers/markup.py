"""Markdown and HTML of others made harmless: plain formatting and links, nothing that runs or loads."""

import re
from functools import lru_cache
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
KEPT = 500  # texts, as cleaning takes longer than all else on some pages
_cleaner = nh3.Cleaner(**_RULES)
_cleaner_of_others = nh3.Cleaner(**_RULES, url_relative="deny")
# Who writes is no developer: a line that ends has ended, as it did while texts were plain.
_OPTIONS = {"html": False, "breaks": True}
_of_pages = MarkdownIt("commonmark", _OPTIONS).enable("table")
# A few sentences stand under a heading of the page that shows them, and have none of their own.
_of_texts = MarkdownIt("commonmark", _OPTIONS).enable("table").disable(["heading", "lheading"])
_INLINE = re.compile(r"</?(?:a|b|strong|i|em|u|s|code)(?: [^>]*)?>")
_WITHIN = re.compile(r'(<a href="/(?!/)[^"]*") rel="[^"]*"')


def sanitised(html: str, *, is_from_elsewhere: bool = False) -> str:
    """The HTML with plain formatting alone; idempotent. Scripts, styles, handlers, images and forms go.

    Of a page from elsewhere relative links go too: here they would lead to this site's own pages.
    """
    for heading, lowered in LOWERED.items():
        for tag in (heading, heading.upper()):
            html = html.replace(f"<{tag}>", f"<{lowered}>").replace(f"<{tag} ", f"<{lowered} ")
            html = html.replace(f"</{tag}>", f"</{lowered}>")
    return (_cleaner_of_others if is_from_elsewhere else _cleaner).clean(html).strip()


@lru_cache(maxsize=KEPT)
def html_of_others(html: str) -> str:
    """An employer's HTML, as it is shown."""
    return sanitised(html, is_from_elsewhere=True)


@lru_cache(maxsize=KEPT)
def from_markdown(text: str) -> str:
    """Markdown of a text on a page, without headings, as sanitised HTML; HTML within it is shown as text."""
    return _linked(sanitised(_of_texts.render(text)))


def page_from_markdown(text: str) -> str:
    """The same for a text that is a page of its own: headings from h2, right below the page's title.

    No heading stands more than one level below the one before it.
    """
    tokens, environment, above = _of_pages.parse(text), {}, 1
    for token in tokens:
        if token.type == "heading_open":
            above = min(max(int(token.tag[1]), 2), above + 1, 4)
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{above + 1}"  # what is sanitised has no h2
    html = _linked(sanitised(_of_pages.renderer.render(tokens, _of_pages.options, environment)))
    for level in (3, 4, 5):
        html = html.replace(f"<h{level}>", f"<h{level - 1}>").replace(f"</h{level}>", f"</h{level - 1}>")
    return html


def words(html: str) -> str:
    """The words of sanitised HTML, where formatting within a sentence leaves no blank behind."""
    return plain_text(_INLINE.sub("", html))


def words_of_markdown(text: str) -> str:
    """What a reader sees of it, its blanks joined: for where no markup can stand."""
    return words(from_markdown(text))


def _linked(html: str) -> str:
    """Search engines follow what editors link to on this site; elsewhere nobody vouches for it."""
    return _WITHIN.sub(r"\1", html)


def plain_text(html: str) -> str:
    """The words of the HTML, its markup dropped and its blanks joined."""
    spaced = nh3.Cleaner(tags=set(), strip_comments=True).clean(html.replace("<", " <"))
    return " ".join(unescape(spaced).split())
