"""A page as its reader sees it: elements, their texts and tables, from the standard library's parser."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


@dataclass(eq=False)
class Element:
    tag: str
    attrs: dict[str, str] = field(default_factory=dict)
    children: list = field(default_factory=list)  # elements and texts
    parent: "Element | None" = None

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in the order of the page."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, *tags: str, css: str = "") -> list["Element"]:
        """The elements below with one of these tags (any, if none is named) and this class."""
        return [
            found
            for found in self.walk()
            if found is not self and (not tags or found.tag in tags) and (not css or css in found.classes)
        ]

    def one(self, *tags: str, css: str = "") -> "Element":
        found = self.all(*tags, css=css)
        assert len(found) == 1, f"{len(found)} elements {tags} {css} in {self.text[:200]!r}"
        return found[0]

    @property
    def classes(self) -> list[str]:
        return self.attrs.get("class", "").split()

    @property
    def texts(self) -> Iterator[str]:
        """The pieces of text below, as the page has them."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child.texts

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    @property
    def links(self) -> dict[str, str]:
        """Text → address."""
        return {link.text: link.attrs["href"] for link in self.all("a") if "href" in link.attrs}

    def with_id(self, name: str) -> "Element":
        return next(found for found in self.walk() if found.attrs.get("id") == name)


class _Builder(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("#document")

    def handle_starttag(self, tag, attrs):
        made = Element(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(made)
        if tag not in VOID:
            self.here = made

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.here = self.here.parent

    def handle_endtag(self, tag):
        assert tag not in VOID, f"</{tag}>"
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}>"
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)


def parse(page) -> Element:
    """The document of a response, or of its text; an element closed out of turn fails."""
    builder = _Builder()
    builder.feed(page if isinstance(page, str) else page.content.decode())
    builder.close()
    assert builder.here is builder.root, f"<{builder.here.tag}> is never closed"
    return builder.root


def rows(table: Element) -> list[list[Element]]:
    """The cells of a table's body, row by row, its row header first."""
    return [row.all("th", "td") for row in table.one("tbody").all("tr")]


def blemishes(text: str) -> list[str]:
    """What a program lets slip into a page: None, nan, an unfilled place, a gap of two spaces."""
    return re.findall(r"(?<!“)\bNone\b(?! of the)|\b[nN]a[nN]\b|[{}]|\S {2,}\S|\(\)|undefined", text)


def visible_pieces(source: str) -> list[str]:
    """The texts between the tags of a page's source; much faster than `parse` for a long page."""
    body = source[source.index("<body") :]
    return [piece for piece in re.split(r"<[^>]*>", body) if piece.strip()]
