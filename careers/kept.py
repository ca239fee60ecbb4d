"""What is worked out from the data is kept in memory until the data changes.

Only while a page is made for readers, whose middleware says which version of the data that is: elsewhere
(a command, the desk, a preview) everything is worked out anew. What is kept is shared: nobody may change it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from threading import Lock

_version: ContextVar[Hashable | None] = ContextVar("version of the data", default=None)


@contextmanager
def keeping(version: Hashable) -> Iterator[None]:
    """Within it, what is worked out is kept for that version, and taken from there."""
    token = _version.set(version)
    try:
        yield
    finally:
        _version.reset(token)


def kept(most: int) -> Callable:
    """Keep the last `most` results of a function of hashable arguments, which alone tell what it gives."""

    def keep(function: Callable) -> Callable:
        results: OrderedDict[tuple, object] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def kept_or_made(*arguments):
            version = _version.get()
            if version is None:
                return function(*arguments)
            key = (version, *arguments)
            with lock:
                if key in results:
                    results.move_to_end(key)
                    return results[key]
            made = function(*arguments)
            with lock:
                results[key] = made
                if len(results) > most:
                    results.popitem(last=False)
            return made

        return kept_or_made

    return keep
