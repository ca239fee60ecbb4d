"""What a page tells of itself to search engines and to who shares it, each said once in the template."""

from functools import cache
from html import escape, unescape

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.prose.beginnings import beginning

register = template.Library()

LONGEST_TITLE = 65
LONGEST_DESCRIPTION = 160
CARD_SIZE = ("1200", "630")  # pixels, as careers/charts/cards.py draws it


class PageMeta(template.Node):
    child_nodelists = ("title", "description")

    def __init__(self, title: template.NodeList, description: template.NodeList):
        self.title, self.description = title, description

    def render(self, context) -> str:
        title = _text(self.title.render(context))
        description = beginning(_text(self.description.render(context)), LONGEST_DESCRIPTION)
        site = _("Career portal")
        whole = f"{title} | {site}"
        short, told = escape(title), escape(description)
        lines = [
            f"<title>{escape(whole) if len(whole) <= LONGEST_TITLE else short}</title>",
            f'<meta name="description" content="{told}">',
            _same("og:site_name", site),
            _same("og:type", "website"),
            f'<meta property="og:title" content="{short}">',
            f'<meta property="og:description" content="{told}">',
            *_where(context),
            *_card(context),
        ]
        return SafeString("\n    ".join(lines))


@register.tag
def page_meta(parser, token) -> PageMeta:
    """{% page_meta %}the title{% description %}what the page says{% end_page_meta %}

    The name of the site follows a title that leaves room for it, and a description ends where it gets long.
    A view that passes `card_url` has a picture of the page there, told in words by `card_alt`; without one
    the picture is that of the site.
    """
    title = parser.parse(("description",))
    parser.delete_first_token()
    description = parser.parse(("end_page_meta",))
    parser.delete_first_token()
    return PageMeta(title, description)


def _text(source: SafeString) -> str:
    return " ".join(unescape(source).split())


def _meta(name: str, text: str) -> str:
    key = "name" if name.startswith("twitter:") else "property"
    return f'<meta {key}="{name}" content="{text if isinstance(text, SafeString) else escape(str(text))}">'


_same = cache(_meta)  # of what all pages say


def _where(context) -> list[str]:
    return [_meta("og:url", url)] if (url := context.get("canonical_url")) else []


def _card(context) -> list[str]:
    path = context.get("card_url") or address_of("careers:site_card")
    told = context.get("card_alt") or _("Pay ranges of careers that are often compared")
    width, height = CARD_SIZE
    return [
        _meta("og:image", context["request"].build_absolute_uri(path)),
        _same("og:image:type", "image/png"),
        _same("og:image:width", width),
        _same("og:image:height", height),
        _meta("og:image:alt", told),
        _same("twitter:card", "summary_large_image"),
    ]
