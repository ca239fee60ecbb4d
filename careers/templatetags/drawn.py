"""What shows one thing, say a figure, is drawn once: the next page that shows it takes it from there.

The thing is one that lives as long as the version of the data that it was made for, and has a dictionary
`drawn` of its own to keep it in. While no version is told (the desk, a preview), all is drawn anew.
"""

import secrets

from django import template
from django.conf import settings
from django.template.base import token_kwargs
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from careers.kept import is_keeping
from careers.templatetags.reports import is_choosing, page_quoted

register = template.Library()

# Keys of what is kept; any other value may change, or be written in another way than what it equals.
PLAIN = frozenset({SafeString, bool, int, str, type(None)})
MOST = 24  # ways to draw one thing, as with each of many names


class _Anywhere:
    """Stands for the request while something is drawn: it tells no page, but where its address goes."""

    path = secrets.token_hex(16)
    GET: dict[str, str] = {}


class DrawnOnce(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, name: str, named: dict, nodelist: template.NodeList):
        self.name, self.named, self.nodelist = name, named, nodelist

    def render(self, context) -> str:
        return self.drawn(context, {name: value.resolve(context) for name, value in self.named.items()})

    def drawn(self, context, scope: dict) -> str:
        """With the values of what it names, the thing first."""
        thing, *others = scope.values()
        kinds = [value.__class__ for value in others]
        kept = getattr(thing, "drawn", None) if is_keeping() and PLAIN.issuperset(kinds) else None
        if kept.__class__ is not dict or is_choosing(context):
            return self.nodelist.render(context.new(scope))
        key = (self.name, *others, *kinds, get_language() if settings.USE_I18N else "")
        if (pieces := kept.get(key)) is None:
            alone = context.new(scope)
            alone.request = _Anywhere
            pieces = tuple(self.nodelist.render(alone).split(_Anywhere.path))
            if len(kept) >= MOST:
                kept.clear()
            kept[key] = pieces
        return SafeString(page_quoted(context.request).join(pieces) if len(pieces) > 1 else pieces[0])


@register.tag
def drawn_once(parser, token) -> DrawnOnce:
    """{% drawn_once figure of_what=column.title %}…{% end_drawn_once %}: what shows the first that is named.

    What stands within sees no more than what is named, and the address of the page only by `report_address`.
    """
    _, *bits = token.split_contents()
    named = token_kwargs([bit if "=" in bit else f"{bit}={bit}" for bit in bits], parser)
    if len(named) != len(bits) or not bits:
        raise template.TemplateSyntaxError("drawn_once takes names, or names with a value: name=value")
    nodelist = parser.parse(("end_drawn_once",))
    parser.delete_first_token()
    parser.drawings = getattr(parser, "drawings", 0) + 1
    where = getattr(parser.origin, "template_name", None) or id(nodelist)
    return DrawnOnce(f"{where} {parser.drawings}", named, nodelist)
