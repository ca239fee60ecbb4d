"""The cache: of each process, or one Redis or Valkey for all machines. The site works without it."""

import logging
import threading
from functools import wraps
from time import monotonic
from urllib.parse import SplitResult

from django.conf import settings
from django.core.cache.backends.redis import RedisCache
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

logger = logging.getLogger(__name__)

SHARED = "config.caching.SharedCache"
SCHEMES = ("redis", "rediss", "valkey", "valkeys", "unix")
ANSWERS_WITHIN = 0.25  # seconds, after which the site goes on without it
LEFT_ALONE = 5  # seconds, so that not each page waits for one that is away
KEPT_HERE = 10_000  # entries of one process, where there is no shared cache


def configured(url: SplitResult | None) -> dict[str, dict]:
    """Django's CACHES."""
    if url is None:
        local = "django.core.cache.backends.locmem.LocMemCache"
        return {"default": {"BACKEND": local, "OPTIONS": {"MAX_ENTRIES": KEPT_HERE}}}
    scheme = url.scheme.replace("valkey", "redis")
    shared = {"BACKEND": SHARED, "LOCATION": url._replace(scheme=scheme).geturl()}
    return {"default": shared | {"KEY_PREFIX": "portal"}}


def is_shared() -> bool:
    """Whether there is one cache for all processes."""
    return settings.CACHES["default"]["BACKEND"] == SHARED


def _or(answer):
    """Of a method of the cache: `answer`, made of what it was called with, where the server is away."""

    def wrapped(method):
        @wraps(method)
        def attempt(self, *args, **kwargs):
            if self.server.is_left_alone():
                return answer(*args, **kwargs)
            try:
                given = method(self, *args, **kwargs)
            except (RedisError, OSError) as error:
                self.server.failed(error)
                return answer(*args, **kwargs)
            self.server.answered()
            return given

        return attempt

    return wrapped


class Server:
    """Whether the server answered last; one of them for all threads of a process."""

    def __init__(self):
        self._until = 0.0
        self._lock = threading.Lock()

    def is_left_alone(self) -> bool:
        return monotonic() < self._until

    def failed(self, error: Exception) -> None:
        with self._lock:
            was_away, self._until = self._until > 0, monotonic() + LEFT_ALONE
        if not was_away:
            logger.warning("The cache is away, the site goes on without it: %s", type(error).__name__)

    def answered(self) -> None:
        if self._until:
            with self._lock:
                self._until = 0.0
            logger.warning("The cache answers again.")


class SharedCache(RedisCache):
    """Django's, but an error of the server is a miss: no page fails for want of it.

    `incr` says what it says of a key that is not there; who counts takes that for nothing counted.
    """

    servers: dict[str, Server] = {}

    def __init__(self, server, params):
        patience = {
            "socket_timeout": ANSWERS_WITHIN,
            "socket_connect_timeout": ANSWERS_WITHIN,
            "retry": Retry(NoBackoff(), 0),
        }
        params["OPTIONS"] = {**patience, **params.get("OPTIONS", {})}
        super().__init__(server, params)
        self.server = self.servers.setdefault(server, Server())

    get = _or(lambda key, default=None, version=None: default)(RedisCache.get)
    get_many = _or(lambda keys, version=None: {})(RedisCache.get_many)
    has_key = _or(lambda key, version=None: False)(RedisCache.has_key)
    add = _or(lambda *args, **kwargs: False)(RedisCache.add)
    set = _or(lambda *args, **kwargs: None)(RedisCache.set)
    set_many = _or(lambda data, *args, **kwargs: list(data))(RedisCache.set_many)
    touch = _or(lambda *args, **kwargs: False)(RedisCache.touch)
    delete = _or(lambda *args, **kwargs: False)(RedisCache.delete)
    delete_many = _or(lambda *args, **kwargs: None)(RedisCache.delete_many)
    clear = _or(lambda: False)(RedisCache.clear)

    def incr(self, key, delta=1, version=None):
        counted = self._incr(key, delta, version)
        if counted is None:
            raise ValueError(f"Key {key!r} not found")
        return counted

    _incr = _or(lambda *args, **kwargs: None)(RedisCache.incr)
