"""What shows one thing, say a figure, is drawn once: the next page that shows it takes it from there.

The thing is one that lives as long as the version of the data that it was made for, and has a dictionary
`drawn` of its own to keep it in. While no version is told (the desk, a preview), all is drawn anew.
"""

import secrets
from collections.abc import Callable, Iterable
from itertools import repeat
from operator import is_

from django import template
from django.template.base import token_kwargs
from django.utils.safestring import SafeString

from careers.kept import is_keeping
from careers.language import language
from careers.templatetags.reports import page_to_draw

register = template.Library()

# Keys of what is kept; any other value may change, or be written in another way than what it equals.
PLAIN = frozenset({SafeString, bool, int, str, type(None)})
MOST = 1000  # ways to draw one thing; that no source has a record of a figure is said of each career


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
        said: list[str] = []
        self.draw(context, {name: value.resolve(context) for name, value in self.named.items()}, said.append)
        return SafeString("".join(said))

    def draw(self, context, scope: dict, append: Callable[[str], None]) -> None:
        """With the values of what it names, the thing first, onto the texts of a page."""
        values = tuple(scope.values())
        thing, others = (values[0], values[1:]) if values and hasattr(values[0], "drawn") else (None, values)
        if (page := _page(context)) is None:
            append(self.nodelist.render(context.new(scope)))
            return
        kept = self.kept if thing is None else thing.drawn
        key = self._key(others, language())
        try:
            pieces = kept[key]
        except (KeyError, TypeError):  # none yet; a list cannot be a key
            pieces = self._drawn_and_kept(context, scope, kept, key, others)
        _append(pieces, page, append)

    def _key(self, others: Iterable, spoken: str) -> tuple:
        return (self.name, *others, *map(type, others), spoken)

    def _drawn_and_kept(
        self, context, scope: dict, kept: dict, key: tuple, others: Iterable
    ) -> tuple[str, ...]:
        pieces = self._pieces(context, scope)
        if is_keeping() and PLAIN.issuperset(map(type, others)):
            if len(kept) >= MOST:
                kept.clear()
            kept[key] = pieces
        return pieces

    def _pieces(self, context, scope: dict) -> tuple[str, ...]:
        """What stands before, between and after the addresses of the page."""
        alone = context.new(scope)
        alone.request = _Anywhere
        return tuple(self.nodelist.render(alone).split(_Anywhere.path))


class DrawnEach(DrawnOnce):
    """Of each of several things, one after the other."""

    asked: tuple[str, list, Iterable] | None = None

    def draw(self, context, scope: dict, append: Callable[[str], None]) -> None:
        things, *others = scope.values()
        each = zip(things, self._ways(others, language()), strict=False)
        if (page := _page(context)) is None:
            for thing, (_, own) in each:
                append(self.nodelist.render(context.new(dict(zip(scope, (thing, *own), strict=True)))))
            return
        for thing, (key, own) in each:
            try:
                pieces = thing.drawn[key]
            except (AttributeError, KeyError, TypeError):  # as above, or it keeps no drawings
                one = dict(zip(scope, (thing, *own), strict=True))
                pieces = self._drawn_and_kept(context, one, getattr(thing, "drawn", {}), key, own)
            _append(pieces, page, append)

    def _ways(self, others: list, spoken: str) -> Iterable[tuple[tuple, tuple]]:
        """For each thing the key of its drawing and what it is drawn with; rows of a table have the same."""
        if (asked := self.asked) and asked[0] == spoken and all(map(is_, asked[1], others)):
            return asked[2]
        if any(each.__class__ is tuple for each in others):
            columns = (each if each.__class__ is tuple else repeat(each) for each in others)
            ways = [(self._key(own, spoken), own) for own in zip(*columns, strict=False)]
        else:
            ways = repeat((self._key(others, spoken), tuple(others)))
        self.asked = spoken, others, ways
        return ways


def _append(pieces: tuple[str, ...], page: str, append: Callable[[str], None]) -> None:
    """What was drawn, with the address of the page in between."""
    append(pieces[0])
    for piece in pieces[1:]:
        append(page)
        append(piece)


def _page(context) -> str | None:
    """What is drawn within something that is drawn once is no part of a page yet, and not kept by itself."""
    return None if getattr(context, "request", None) is _Anywhere else page_to_draw(context)


@register.tag
def drawn_once(parser, token) -> DrawnOnce:
    """{% drawn_once figure of_what=column.title %}…{% end_drawn_once %}: what shows the first that is named.

    Where that keeps no drawings, or none is named, the tag keeps them: for what is part of every page.
    What stands within sees no more than what is named, and the address of the page only by `report_address`.
    """
    return _node(DrawnOnce, parser, token)


@register.tag
def drawn_each(parser, token) -> DrawnEach:
    """{% drawn_each figure=row.cells of_what=titles %}…{% end_drawn_each %}: the same of each of several.

    Of what is named besides, a tuple has one for each of them; anything else is the same for all.
    """
    return _node(DrawnEach, parser, token)


def _node(kind: type[DrawnOnce], parser, token) -> DrawnOnce:
    tag, *bits = token.split_contents()
    named = token_kwargs([bit if "=" in bit else f"{bit}={bit}" for bit in bits], parser)
    if len(named) != len(bits):
        raise template.TemplateSyntaxError(f"{tag} takes names, or names with a value: name=value")
    nodelist = parser.parse((f"end_{tag}",))
    parser.delete_first_token()
    parser.drawings = getattr(parser, "drawings", 0) + 1
    where = getattr(parser.origin, "template_name", None) or id(nodelist)
    return kind(f"{where} {parser.drawings}", named, nodelist)
