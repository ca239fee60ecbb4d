"""Pages that are made already: in the memory of this process, and where machines share a cache in that too.

Whoever asks names the version of the code and of the data with the key, so that an old page is never found.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from threading import Lock

from django.core.cache import cache

from careers.kept import current

from . import caching

AN_HOUR = 3600  # seconds, after which the shared cache forgets a page; its own limit may make it sooner
LARGEST = 500_000  # bytes: a larger page is left to each process
BESIDES = 800  # bytes that a page takes in memory besides its content and its headers
OF_A_HEADER = 160


@dataclass(frozen=True, slots=True)
class Page:
    content: bytes
    headers: tuple[tuple[str, str], ...]

    @property
    def size(self) -> int:
        """Bytes of memory, about."""
        told = sum(len(name) + len(value) + OF_A_HEADER for name, value in self.headers)
        return len(self.content) + told + BESIDES


class Pages:
    """The pages asked for last, as many as go into so many bytes, and what other processes made.

    Without the shared cache, or while it is away, each process makes its own.
    """

    def __init__(self, most: int):
        self.most, self.size = most, 0
        self.pages: OrderedDict[tuple[Hashable, str], Page] = OrderedDict()
        self.lock = Lock()
        current.keepers.add(self)

    def get(self, version: Hashable, key: str) -> Page | None:
        current.ask(version)
        with self.lock:
            if found := self.pages.get((version, key)):
                self.pages.move_to_end((version, key))
                return found
        if caching.is_shared() and (told := cache.get(f"page-{key}")):
            found = Page(*told)
            self._remember((version, key), found)
            return found
        return None

    def keep(self, version: Hashable, key: str, page: Page) -> None:
        """The key, too, is another for each version."""
        self._remember((version, key), page)
        if caching.is_shared() and len(page.content) <= LARGEST:
            cache.set(f"page-{key}", (page.content, page.headers), AN_HOUR)

    def forget(self, version: Hashable) -> None:
        with self.lock:
            for key in [key for key in self.pages if key[0] == version]:
                self._drop(key)

    def _remember(self, key: tuple[Hashable, str], page: Page) -> None:
        with self.lock:
            if key in self.pages:
                self._drop(key)
            if key[0] not in current:  # it has passed while the page was made
                return
            self.pages[key] = page
            self.size += page.size
            while self.size > self.most:
                self._drop(next(iter(self.pages)))

    def _drop(self, key: tuple[Hashable, str]) -> None:
        self.size -= self.pages.pop(key).size
