"""Readers: pages, data, searches, the interface for programs; some have a copy and ask for what is new."""

import random
import threading
from collections import OrderedDict
from hashlib import blake2b

from tests.site import addresses

from .stage import Stage
from .tally import Tally
from .visitor import Answer, Failed, Visitor

COPIES = 4_000  # whose tags are remembered
OF_A_HANDFUL = {
    "page": [
        "/",
        "/careers/",
        "/careers/?sort=-pay",
        "/careers/lamplighters/",
        "/careers/lamplighters/pay/",
        "/compare/lamplighters-vs-lens-grinders/",
        "/jobs/",
        "/places/",
        "/companies/",
        "/about/",
        "/sources/",
    ],
    "twin": ["/careers.json", "/careers.csv", "/careers/lamplighters/pay.json", "/jobs.json", "/places.csv"],
    "search": ["/search/?q=lamp", "/careers/?q=lens", "/suggest?q=la", "/jobs/?q=nurse"],
    "API": ["/api/v1/occupations", "/api/v1/occupations/lamplighters", "/api/v1/search?q=lamp"],
    "feed, sitemap": ["/jobs.atom", "/sitemap.xml", "/sitemap-careers.xml"],
}
SHARES = {"page": 45, "twin": 15, "search": 20, "API": 15, "feed, sitemap": 5}
CONDITIONAL = 0.3  # of those that have been asked before


def addresses_of(stage: Stage) -> dict[str, list[str]]:
    if not stage.is_full:
        return OF_A_HANDFUL
    pages = [
        path for path in addresses.PAGES.values() if "/about/" not in path and path != addresses.SAMPLE_JOB
    ]
    searches = [path for path in pages if "q=" in path] + ["/suggest?q=nurs", "/search.json?q=engineering"]
    return {
        "page": [path for path in pages if path not in searches],
        "twin": [path for path in addresses.TWINS.values() if addresses.SAMPLE_JOB.rstrip("/") not in path],
        "search": searches,
        "API": [
            "/api/v1/occupations?limit=50",
            "/api/v1/occupations/registered-nurses",
            "/api/v1/companies",
            "/api/v1/postings",
            "/api/v1/places",
            "/api/v1/search?q=nurse",
        ],
        "feed, sitemap": [path for path in addresses.MACHINES.values() if "healthz" not in path],
    }


class Library:
    """What every reader knows: how each address answered at the start, and which page each tag was of."""

    def __init__(self, stage: Stage, tally: Tally):
        self.stage, self.tally = stage, tally
        self.known: dict[str, list[tuple[str, int, bytes]]] = {}
        self.tags: dict[str, tuple[str, bytes]] = {}
        self.copies: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self.lock = threading.Lock()

    def learn(self) -> None:
        visitor = Visitor(self.stage.address, self.tally)
        for kind, paths in addresses_of(self.stage).items():
            for path in paths:
                answer = visitor.get("first time", path, status=(200, 400))
                self.known.setdefault(kind, []).append((path, answer.status, answer.title))

    @staticmethod
    def look(answer: Answer, title: bytes) -> str:
        """What is wrong with the page; '' where nothing is."""
        if answer.title != title:
            return f"another page: {answer.title!r}"
        if b"<html" in answer.body and not answer.body.rstrip().endswith(b"</html>"):
            return "the page ends in its middle"
        return ""

    def another(self, path: str, answer: Answer) -> str:
        """How it differs from a page that had the same tag; '' where none did."""
        if not (tag := answer.headers.get("etag")):
            return ""
        digest = blake2b(answer.body, digest_size=16).digest()
        with self.lock:
            seen = self.copies.setdefault((path, tag), digest)
            if len(self.copies) > COPIES:
                self.copies.popitem(last=False)
            former = self.tags.get(path)
            self.tags[path] = tag, answer.body
        if seen == digest:
            return ""
        told = difference(former[1], answer.body) if former and former[0] == tag else ""
        return f"two pages with the tag {tag}{told}"


def difference(one: bytes, other: bytes) -> str:
    first = next((at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), 0)
    part = slice(max(0, first - 60), first + 60)
    return f": …{one[part].decode(errors='replace')}… and …{other[part].decode(errors='replace')}…"


class Reader(threading.Thread):
    def __init__(self, library: Library, seed: int, is_over: threading.Event):
        super().__init__(name=f"reader {seed}", daemon=True)
        self.library, self.random, self.is_over = library, random.Random(seed), is_over
        self.visitor = Visitor(library.stage.address, library.tally)

    def run(self) -> None:
        kinds, shares = zip(*((kind, SHARES[kind]) for kind in self.library.known), strict=True)
        while not self.is_over.is_set():
            (kind,) = self.random.choices(kinds, shares)
            try:
                self.read(kind, *self.random.choice(self.library.known[kind]))
            except Failed:
                self.is_over.wait(0.02)

    def read(self, kind: str, path: str, status: int, title: bytes) -> None:
        tag, _ = self.library.tags.get(path, ("", b""))
        if tag and self.random.random() < CONDITIONAL:
            answer = self.visitor.get("conditional", path, status=(status, 304), If_None_Match=tag)
        else:
            answer = self.visitor.get(kind, path, status=(status,))
        if answer.status == 304:
            return
        if wrong := self.library.look(answer, title) or self.twice(path, answer):
            self.visitor.tally.fail(kind, path, answer.began, wrong)

    def twice(self, path: str, answer: Answer) -> str:
        """A page made while somebody writes may be newer than its tag: then the tag must hold no longer."""
        if told := self.library.another(path, answer):
            tag = answer.headers["etag"]
            again = self.visitor.get("conditional", path, status=(answer.status, 304), If_None_Match=tag)
            return told if again.status == 304 else ""
        return ""
