"""Which database a query goes to: pages for readers are read from replicas, everything else is the primary's.

Only what an anonymous reader asks for may come from a replica, which can be a moment behind. Who is signed
in, whoever sends something, and whatever runs outside of a request sees the primary, and so what was just
written. Where a replica fails, the page is made once more from another or the primary; where the primary is
away, an editor reads the pages for readers from a replica.
"""

import logging
import random
from contextvars import ContextVar
from time import monotonic

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.signals import request_finished
from django.db import InterfaceError, OperationalError, connections
from django.http import HttpRequest

from .databases import PRIMARY

logger = logging.getLogger(__name__)

LEFT_ALONE = 5  # seconds, so that not each page waits for a replica that is away
SAFE = {"GET", "HEAD", "OPTIONS"}
# Editors see what they just did there; a preview writes and takes it back.
OF_EDITORS = ("/admin/", "/preview/")

_away: dict[str, float] = {}


class Reading:
    """Where one request reads. It is chosen once, so that a page is of one state."""

    __slots__ = ("alias", "is_second_try")

    def __init__(self, alias: str | None):
        self.alias = alias
        self.is_second_try = False


_current: ContextVar[Reading | None] = ContextVar("reading", default=None)


class Router:
    def db_for_read(self, model, **hints) -> str:
        reading = _current.get()
        if reading is None:
            return PRIMARY
        if reading.alias is None:
            reading.alias = _choose()
        return reading.alias

    def db_for_write(self, model, **hints) -> str:
        if reading := _current.get():
            reading.alias = PRIMARY  # and reads there from now on
        return PRIMARY

    def allow_relation(self, one, other, **hints) -> bool:
        return True

    def allow_migrate(self, db: str, app_label: str, **hints) -> bool:
        return db == PRIMARY


class Replicas:
    """Lets the requests of readers read from a replica."""

    def __init__(self, get_response):
        if not replicas():
            raise MiddlewareNotUsed
        self.get_response = get_response
        # Later than this middleware ends: what streams is read while it is sent.
        request_finished.connect(_finished, dispatch_uid="config.replicas")

    def __call__(self, request: HttpRequest):
        _current.set(Reading(PRIMARY if must_see_writes(request) else None))
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception):
        """Once more from elsewhere. Only what changes nothing, and only where a database failed."""
        reading = _current.get()
        if not isinstance(fault, OperationalError | InterfaceError) or not reading or reading.is_second_try:
            return None
        if request.method not in SAFE or request.path_info.startswith(OF_EDITORS):
            return None
        reading.is_second_try = True
        failed = reading.alias or PRIMARY
        if failed != PRIMARY:
            leave_alone(failed, fault)
        connections[failed].close()
        reading.alias = _choose()
        if reading.alias == failed:
            return None
        match = request.resolver_match
        return match.func(request, *match.args, **match.kwargs)


def replicas() -> list[str]:
    return [alias for alias in settings.DATABASES if alias != PRIMARY]


def must_see_writes(request: HttpRequest) -> bool:
    return (
        request.method not in SAFE
        or settings.SESSION_COOKIE_NAME in request.COOKIES
        or "Authorization" in request.headers
        or request.path_info.startswith(OF_EDITORS)
    )


def leave_alone(alias: str, fault: Exception) -> None:
    if not is_left_alone(alias):
        logger.warning("The database %s is away: %s", alias, type(fault).__name__)
    _away[alias] = monotonic() + LEFT_ALONE


def is_left_alone(alias: str) -> bool:
    return _away.get(alias, 0) > monotonic()


def _choose() -> str:
    """Any replica that answers, else the primary."""
    known = replicas()
    for alias in random.sample(known, len(known)):
        if is_left_alone(alias):
            continue
        try:
            connections[alias].ensure_connection()
        except OperationalError as fault:
            leave_alone(alias, fault)
        else:
            return alias
    return PRIMARY


def _finished(**kwargs) -> None:
    _current.set(None)
