"""A walk over the site, link by link: what is linked to but not there, page or place on a page."""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from http import HTTPStatus
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

SEED = 20260401
LINK = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
TEMPLATE = re.compile(r"<template\b.*?</template>", re.DOTALL)  # filled by a script
PLACE = re.compile(r"<loc>https?://[^/]+([^<]*)</loc>")
Kind = tuple[str, frozenset[str], str]  # name of the view, what is asked of it, place on its page


@cache
def view_at(path: str) -> str:
    """The name of what answers there; Resolver404."""
    return resolve(path).view_name


@dataclass
class Crawl:
    """Reads `bound` pages of each kind, which ones a fixed seed decides, and one for each place on a kind."""

    bound: int
    client: Client
    broken: set[tuple[str, str]] = field(default_factory=set)  # address, a page that links to it
    read: dict[str, set[str]] = field(default_factory=dict)  # ids by address
    of_a_kind: Counter[Kind] = field(default_factory=Counter)
    waiting: dict[Kind, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    known: set[str] = field(default_factory=set)

    def start(self, addresses: Iterable[str], said_by: str) -> None:
        chance = random.Random(SEED)
        self.note(addresses, said_by)
        while due := [kind for kind in self.waiting if self.waiting[kind] and self.wants(kind)]:
            for kind in due:
                address = chance.choice(sorted(self.waiting[kind]))
                self.visit(address, self.waiting[kind].pop(address), kind)

    def wants(self, kind: Kind) -> bool:
        *_, place = kind
        return self.of_a_kind[kind] < (1 if place else self.bound)

    def note(self, addresses: Iterable[str], said_by: str) -> None:
        """Keeps what is new, by its kind; what nothing answers is broken without being asked for."""
        for address in addresses:
            if address in self.known:
                continue
            self.known.add(address)
            whole, place = urldefrag(address)
            if whole in self.read:
                self.look_for(place, address, said_by)
                continue
            parts = urlsplit(address)
            try:
                view = view_at(parts.path)
            except Resolver404:
                self.broken.add((address, said_by))
                continue
            asked = frozenset(name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
            self.waiting[view, asked, parts.fragment][address] = said_by

    def visit(self, address: str, said_by: str, kind: Kind) -> None:
        self.of_a_kind[kind] += 1
        whole, place = urldefrag(address)
        if whole not in self.read:
            response = self.client.get(whole, follow=True)
            if response.status_code != HTTPStatus.OK:
                self.broken.add((address, said_by))
                return
            self.take(whole, response)
        self.look_for(place, address, said_by)

    def look_for(self, place: str, address: str, said_by: str) -> None:
        if place and place not in self.read[urldefrag(address).url]:
            self.broken.add((address, said_by))

    def take(self, address: str, response) -> None:
        self.read[address] = set()
        kind = response["Content-Type"]
        if kind.startswith("text/html"):
            source = TEMPLATE.sub("", response.content.decode())
            self.read[address] = set(map(unescape, ID.findall(source)))
            targets = (urljoin(address, unescape(href)) for href in LINK.findall(source))
            self.note((target for target in targets if target.startswith("/")), address)
        elif "xml" in kind:
            self.note(map(unescape, PLACE.findall(response.content.decode())), address)
