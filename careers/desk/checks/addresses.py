"""Links in what editors write that lead nowhere.

Blocking where a reader would meet “Page not found” on this site, or the link cannot be followed at all. A
server outside that does not answer may answer tomorrow: a warning, and only asked when told to. What is
not published yet may be tomorrow, too: a warning, or of two pages that link to each other none came first.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.db.models import URLField
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.feeds.fetching import FetchFailure, Limits, fetch
from careers.markup import from_markdown
from careers.models import Area, Company, Industry, MergedCompany, Occupation, Page, Source
from careers.selectors.examples import SEPARATOR

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
            return "" if HOST.fullmatch(parts.hostname or "") else _("it names no host of the internet")
        if parts.scheme or parts.netloc or not parts.path.startswith("/"):
            return _("write it whole, from “https://” or from the first slash")
        return _fault_within(parts.path)
    except ValueError:
        return _("it is no address")


def _fault_within(path: str) -> str:
    try:
        found = resolve(path)
    except Resolver404:
        return _("there is no such page here")
    model, slug = NAMED.get(found.view_name), found.kwargs.get("slug")
    if model and slug and not _named(model, [slug]):
        return _("there is no such {kind} here").format(kind=model._meta.verbose_name)
    compared = list(dict.fromkeys(filter(None, found.kwargs.get("pair", "").lower().split(SEPARATOR))))
    if len(_named(Occupation, compared)) < len(compared):
        return _("it compares what is no occupation here")
    return ""


def _named(model, slugs: list[str]) -> set[str]:
    """Those that lead to something: a company that was merged leads to what it became."""
    rows = Occupation.objects.listed() if model is Occupation else model._default_manager
    found = set(rows.filter(slug__in=slugs).values_list("slug", flat=True)) if slugs else set()
    if model is Company and not found:
        found = set(MergedCompany.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    return found


def _is_unseen(address: str) -> bool:
    """Whether it is a page of this site, as `fault` knows, that readers do not see now."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or not parts.path:
        return False
    found = resolve(parts.path)
    model, slug = NAMED.get(found.view_name), found.kwargs.get("slug")
    if not (model and slug and issubclass(model, Editorial)):
        return False
    rows = model._default_manager.filter(slug=slug)
    return rows.exists() and not rows.live(timezone.now()).exists()


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
        yield finding(
            BLOCKING,
            _("The link to {address} leads nowhere: {why}.").format(address=address, why=why),
            row,
            name,
        )
    elif _is_unseen(address):
        said = _("The link to {address} leads to what is not published: readers find no page there.").format(
            address=address
        )
        yield finding(WARNING, said, row, name)
    elif online and address.startswith(("http://", "https://")):
        try:
            fetch(address, limits=QUICK)
        except FetchFailure as failure:
            yield finding(WARNING, _("A link does not answer. {failure}").format(failure=failure), row, name)
