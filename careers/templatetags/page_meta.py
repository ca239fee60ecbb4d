"""What a page tells of itself to search engines and to who shares it, each said once in the template."""

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
        shown = [
            ("og:site_name", site),
            ("og:type", "website"),
            ("og:title", title),
            ("og:description", description),
            *_where(context),
            *_card(context),
        ]
        lines = [
            f"<title>{_escaped(whole if len(whole) <= LONGEST_TITLE else title)}</title>",
            f'<meta name="description" content="{_escaped(description)}">',
            *(f'<meta {_key(name)}="{name}" content="{_escaped(text)}">' for name, text in shown),
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


def _escaped(text: str) -> str:
    """As `format_html` does it, which takes a tenth of a page's work for so many lines."""
    return text if isinstance(text, SafeString) else escape(str(text))


def _key(name: str) -> str:
    return "name" if name.startswith("twitter:") else "property"


def _where(context) -> list[tuple[str, str]]:
    return [("og:url", url)] if (url := context.get("canonical_url")) else []


def _card(context) -> list[tuple[str, str]]:
    path = context.get("card_url") or address_of("careers:site_card")
    told = context.get("card_alt") or _("Pay ranges of careers that are often compared")
    width, height = CARD_SIZE
    return [
        ("og:image", context["request"].build_absolute_uri(path)),
        ("og:image:type", "image/png"),
        ("og:image:width", width),
        ("og:image:height", height),
        ("og:image:alt", told),
        ("twitter:card", "summary_large_image"),
    ]
