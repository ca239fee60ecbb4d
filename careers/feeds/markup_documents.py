"""What HTML pages and sitemaps hold of postings: JSON-LD and further addresses."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urljoin
from xml.parsers import expat

from .records import Unreadable

COMMENT = "<!--"
BEGIN = re.compile(f"<script|{COMMENT}")
ENCODINGS = ("iso-8859-15", "iso-8859-2", "windows-1250", "windows-1251", "shift_jis", "euc-jp", "gb18030")
JSON_LD = "application/ld+json"
MAX_TAG = 2000  # characters of an opening tag
SITEMAPS = frozenset(["urlset", "sitemapindex"])
LOCATION = "loc"
MAX_ADDRESS = 2000  # characters
MAX_DEPTH = 20


class _Refused(Exception):
    """Why an XML document is not read."""


def decoded(content: bytes) -> str:
    """A page as text: UTF-8, or else what it says it is, or else what browsers take it for."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        start = content[:2048].decode("latin-1").lower()
    named = start.partition("charset=")[2].lstrip("\"' ")
    encoding = next((name for name in ENCODINGS if named.startswith(name)), "cp1252")
    return content.decode(encoding, errors="replace")


def is_web(address: str) -> bool:
    return address.lower().startswith(("http://", "https://"))


def absolute(page: str, address: str) -> str:
    """An address as it stands on a page; what is none at all stays as it is."""
    try:
        return urljoin(page, address)
    except ValueError:
        return address


def json_ld(page: str) -> Iterator[str]:
    """The text of every JSON-LD script of a page, but for those commented out."""
    lower = page.lower()
    if len(lower) != len(page):  # a few letters are longer in small ones; tags have none of them
        lower = "".join(small if len(small := letter.lower()) == 1 else letter for letter in page)
    at = 0
    # One search for both: each would look to the end of the page again and again for the other.
    while found := BEGIN.search(lower, at):
        start = found.start()
        if found[0] == COMMENT:
            at = lower.find("-->", start)
            if at < 0:
                return
            continue
        begin = lower.find(">", start, start + MAX_TAG)
        if begin < 0:
            at = found.end()
            continue
        end = lower.find("</script", begin)
        if end < 0:
            return
        if JSON_LD in unescape(lower[start:begin]):
            yield page[begin + 1 : end]
        at = end + 1


class _Addresses:
    """What a parser of XML calls while it reads a sitemap."""

    def __init__(self):
        self.found: list[str] = []
        self.path: list[str] = []
        self.words: list[str] = []

    def begin(self, name: str, _attributes) -> None:
        self.path.append(name.rpartition(" ")[2])
        if len(self.path) == 1 and self.path[0] not in SITEMAPS:
            raise _Refused
        if len(self.path) > MAX_DEPTH:
            raise Unreadable("This sitemap has elements within elements without end.")
        self.words.clear()

    def end(self, _name: str) -> None:
        # An image or a video of a page has addresses of its own.
        if self.path[-1] == LOCATION and len(self.path) == 3:
            self.found.append("".join(self.words).strip()[:MAX_ADDRESS])
        self.path.pop()

    def declare(self, name: str, *_) -> None:
        if name.lower() == "html":
            raise _Refused
        raise Unreadable("This sitemap declares a document type or entities, which are not read.")


def sitemap(content: bytes) -> list[str] | None:
    """The addresses of a sitemap or an index of sitemaps; None where it is no XML of that kind.

    `Unreadable` where it declares a document type: entities could make it as long as they like.
    """
    addresses = _Addresses()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler, parser.EndElementHandler = addresses.begin, addresses.end
    parser.CharacterDataHandler = addresses.words.append
    parser.StartDoctypeDeclHandler = addresses.declare
    try:
        parser.Parse(content, True)
    except _Refused:
        return None
    except (expat.ExpatError, ValueError, LookupError) as fault:
        if addresses.path or addresses.found:
            raise Unreadable(f"This sitemap is broken: {fault}.") from None
        return None
    return addresses.found
