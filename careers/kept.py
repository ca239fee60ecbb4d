"""What is worked out from the data is kept in memory until the data changes.

Only while a page is made for readers, whose middleware says which version of the data that is: elsewhere
(a command, the desk, a preview) everything is worked out anew. What is kept is shared: nobody may change it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock
from typing import Protocol
from weakref import WeakSet

from careers import prepared

NOTHING = object()
VERSIONS = 2  # at a time: the newest, and that of pages under way, or of a replica that is behind
_version: ContextVar[Hashable | None] = ContextVar("version of the data", default=None)


@contextmanager
def keeping(version: Hashable) -> Iterator[None]:
    """Within it, what is worked out is kept for that version, and taken from there."""
    current.ask(version)
    token = _version.set(version)
    try:
        yield
    finally:
        _version.reset(token)


def is_keeping() -> bool:
    """Whether what is worked out now is of a version, so that it holds as long as that does."""
    return _version.get() is not None


class Keeper(Protocol):
    """Has something of each version, under a lock with which it asks whether that is still current."""

    def forget(self, version: Hashable) -> None: ...


class _Current:
    """The versions asked for last. What is kept of one that has passed goes at once: nobody asks for it."""

    def __init__(self, most: int):
        self.most = most
        self.versions: OrderedDict[Hashable, None] = OrderedDict()
        self.keepers: WeakSet[Keeper] = WeakSet()
        self.lock = Lock()

    def __contains__(self, version: Hashable) -> bool:
        return version in self.versions

    def ask(self, version: Hashable) -> None:
        with self.lock:
            self.versions[version] = None
            self.versions.move_to_end(version)
            if len(self.versions) <= self.most:
                return
            passed, _ = self.versions.popitem(last=False)
            keepers = list(self.keepers)
        for keeper in keepers:
            keeper.forget(passed)


current = _Current(VERSIONS)


class _Results:
    """The results asked for last; each key begins with the version."""

    def __init__(self, most: int):
        self.most = most
        self.results: OrderedDict[tuple, object] = OrderedDict()
        self.lock = Lock()
        current.keepers.add(self)

    def get(self, key: tuple):
        """NOTHING where it is not kept."""
        with self.lock:
            if key not in self.results:
                return NOTHING
            self.results.move_to_end(key)
            return self.results[key]

    def keep(self, key: tuple, result) -> None:
        with self.lock:
            if key[0] not in current:  # it has passed while this was worked out
                return
            self.results[key] = result
            if len(self.results) > self.most:
                self.results.popitem(last=False)

    def forget(self, version: Hashable) -> None:
        with self.lock:
            for key in [key for key in self.results if key[0] == version]:
                del self.results[key]


def kept(most: int) -> Callable:
    """Keep the last `most` results of a function of hashable arguments, which alone tell what it gives."""

    def keep(function: Callable) -> Callable:
        results = _Results(most)

        @wraps(function)
        def kept_or_made(*arguments):
            version = _version.get()
            if version is None:
                return function(*arguments)
            key = (version, *arguments)
            if (result := results.get(key)) is NOTHING:
                results.keep(key, result := function(*arguments))
            return result

        return kept_or_made

    return keep


def each_kept(most: int, *, prepared_as: str = "", items: Callable[[], Sequence] | None = None) -> Callable:
    """The same of a function that makes a list, one result of each of a sequence, whatever the others are.

    Only those that are not kept are made, together. With a name, those of all `items` are made ahead by the
    worker, and taken from there (`careers.prepared`); the function has no other arguments then.
    """

    def keep(function: Callable) -> Callable:
        results = _Results(most)
        if prepared_as:
            prepared.PREPARATIONS[prepared_as] = prepared.Preparation(items, function)

        @wraps(function)
        def kept_or_made(items, *arguments):
            version = _version.get()
            if version is None:
                return function(items, *arguments)
            keys = {item: (version, item, *arguments) for item in items}
            found = {item: results.get(key) for item, key in keys.items()}
            missing = [item for item in keys if found[item] is NOTHING]
            if missing and prepared_as:
                ready = prepared.fetch(prepared_as, version, missing)
                for item, made in ready.items():
                    results.keep(keys[item], made)
                found |= ready
                missing = [item for item in missing if item not in ready]
            if missing:
                for item, made in zip(missing, function(missing, *arguments), strict=True):
                    results.keep(keys[item], made)
                    found[item] = made
            return [found[item] for item in items]

        return kept_or_made

    return keep
