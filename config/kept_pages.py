"""Pages that are made already: in the memory of this process, and where machines share a cache in that too.

Whoever asks names the version of the code and of the data by the key, so that an old page is never found.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.core.cache import cache

from . import caching

AN_HOUR = 3600  # seconds, after which the shared cache forgets a page; its own limit may make it sooner
LARGEST = 500_000  # bytes: a larger page is left to each process


@dataclass(frozen=True, slots=True)
class Page:
    content: bytes
    headers: tuple[tuple[str, str], ...]


class Pages:
    """The pages asked for last, as many as go into so many bytes, and what other processes made.

    Without the shared cache, or while it is away, each process makes its own.
    """

    def __init__(self, most: int):
        self.most, self.size = most, 0
        self.pages: OrderedDict[str, Page] = OrderedDict()
        self.lock = Lock()

    def get(self, key: str) -> Page | None:
        with self.lock:
            if found := self.pages.get(key):
                self.pages.move_to_end(key)
                return found
        if caching.is_shared() and (told := cache.get(f"page-{key}")):
            found = Page(*told)
            self._remember(key, found)
            return found
        return None

    def keep(self, key: str, page: Page) -> None:
        self._remember(key, page)
        if caching.is_shared() and len(page.content) <= LARGEST:
            cache.set(f"page-{key}", (page.content, page.headers), AN_HOUR)

    def _remember(self, key: str, page: Page) -> None:
        with self.lock:
            if old := self.pages.pop(key, None):
                self.size -= len(old.content)
            self.pages[key] = page
            self.size += len(page.content)
            while self.size > self.most:
                _, old = self.pages.popitem(last=False)
                self.size -= len(old.content)
