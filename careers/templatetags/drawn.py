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
from careers.templatetags.reports import page_to_draw

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
        self.kept: dict[tuple, tuple[str, ...]] = {}  # where no thing is shown

    def render(self, context) -> str:
        return self.drawn(context, {name: value.resolve(context) for name, value in self.named.items()})

    def drawn(self, context, scope: dict) -> str:
        """With the values of what it names, the thing first."""
        values = tuple(scope.values())
        thing, others = (values[0], values[1:]) if values and hasattr(values[0], "drawn") else (None, values)
        page = page_to_draw(context)
        if page is None:
            return self.nodelist.render(context.new(scope))
        kept = self.kept if thing is None else thing.drawn
        key = (self.name, *others, *map(type, others), get_language() if settings.USE_I18N else "")
        try:
            pieces = kept[key]
        except (KeyError, TypeError):  # none yet; a list cannot be a key
            pieces = self._pieces(context, scope)
            if is_keeping() and PLAIN.issuperset(map(type, others)):
                if len(kept) >= MOST:
                    kept.clear()
                kept[key] = pieces
        return SafeString(pieces[0] if len(pieces) == 1 else page.join(pieces))

    def _pieces(self, context, scope: dict) -> tuple[str, ...]:
        """What stands before, between and after the addresses of the page."""
        alone = context.new(scope)
        alone.request = _Anywhere
        return tuple(self.nodelist.render(alone).split(_Anywhere.path))


@register.tag
def drawn_once(parser, token) -> DrawnOnce:
    """{% drawn_once figure of_what=column.title %}…{% end_drawn_once %}: what shows the first that is named.

    Where that keeps no drawings, or none is named, the tag keeps them: for what is part of every page.
    What stands within sees no more than what is named, and the address of the page only by `report_address`.
    """
    _, *bits = token.split_contents()
    named = token_kwargs([bit if "=" in bit else f"{bit}={bit}" for bit in bits], parser)
    if len(named) != len(bits):
        raise template.TemplateSyntaxError("drawn_once takes names, or names with a value: name=value")
    nodelist = parser.parse(("end_drawn_once",))
    parser.delete_first_token()
    parser.drawings = getattr(parser, "drawings", 0) + 1
    where = getattr(parser.origin, "template_name", None) or id(nodelist)
    return DrawnOnce(f"{where} {parser.drawings}", named, nodelist)
