"""Links in what editors write that lead nowhere.

Blocking where a reader would meet “Page not found” on this site, or the link cannot be followed at all. A
server outside that does not answer may answer tomorrow: a warning, and only asked when told to.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.db.models import URLField
from django.urls import Resolver404, resolve

from careers.feeds.fetching import FetchFailure, Limits, fetch
from careers.markup import from_markdown
from careers.models import Area, Company, Industry, Occupation, Page, Source

from .base import BLOCKING, WARNING, Editorial, Finding, editorial_models, finding, texts_of, written

HREF = re.compile(r'<a [^>]*?href="([^"]*)"')
# Pages that a slug leads to: the address may be of the right shape and still name nothing.
NAMED = {
    "careers:occupation": Occupation, "careers:pay": Occupation, "careers:skills": Occupation,
    "careers:education": Occupation, "careers:demographics": Occupation, "careers:outlook": Occupation,
    "careers:company": Company, "careers:place": Area, "careers:industry": Industry,
    "careers:source": Source, "careers:page": Page,
}  # fmt: skip
HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
QUICK = Limits(connect=5, read=10, total=15, size=2_000_000, redirects=5)


def links(markdown: str) -> list[str]:
    """Every address that the text links to as the site shows it, once."""
    return links_in(from_markdown(markdown))


def links_in(html: str) -> list[str]:
    """Every address that sanitised HTML links to, once."""
    return list(dict.fromkeys(href.replace("&amp;", "&") for href in HREF.findall(html)))


def fault(address: str) -> str:
    """Why an address cannot be followed, '' where it can be as far as this site knows."""
    try:
        parts = urlsplit(address)
        if parts.scheme == "mailto" or (not parts.scheme and not parts.netloc and not parts.path):
            return ""  # to write to somebody, or within the page
        if parts.scheme in {"http", "https"}:
            return "" if HOST.fullmatch(parts.hostname or "") else "it names no host of the internet"
        if parts.scheme or parts.netloc or not parts.path.startswith("/"):
            return "write it whole, from “https://” or from the first slash"
        return _fault_within(parts.path)
    except ValueError:
        return "it is no address"


def _fault_within(path: str) -> str:
    try:
        found = resolve(path)
    except Resolver404:
        return "there is no such page here"
    model, slug = NAMED.get(found.view_name), found.kwargs.get("slug")
    if model and slug and not model._default_manager.filter(slug=slug).exists():
        return f"there is no such {model._meta.verbose_name} here"
    return ""


def of(row, *, online: bool = False) -> Iterator[Finding]:
    if not isinstance(row, Editorial):
        return
    if row._meta.model_name != "posting":
        for name in texts_of(type(row)):
            for address in links(getattr(row, name)):
                yield from _said(row, name, address, online)
    for field in row._meta.fields:
        if isinstance(field, URLField) and (address := getattr(row, field.name)):
            yield from _said(row, field.name, address, online)


def everywhere(*, online: bool = False) -> Iterator[Finding]:
    for row in written():
        yield from of(row, online=online)
    for model in editorial_models():
        names = [field.name for field in model._meta.fields if isinstance(field, URLField)]
        if not names or model._meta.model_name == "posting":
            continue  # what employers link to is for feeds to keep right
        without = dict.fromkeys(texts_of(model), "")
        for row in model._default_manager.filter(**without).only("pk", *names).iterator():
            for name in names:
                if address := getattr(row, name):
                    yield from _said(row, name, address, online)


def _said(row, name: str, address: str, online: bool) -> Iterator[Finding]:
    if why := fault(address):
        yield finding(BLOCKING, f"The link to {address} leads nowhere: {why}.", row, name)
    elif online and address.startswith(("http://", "https://")):
        try:
            fetch(address, limits=QUICK)
        except FetchFailure as failure:
            yield finding(WARNING, f"A link does not answer. {failure}", row, name)
