"""What is logged: a line for each request, slow queries, faults; never a secret, nor who a reader is.

Every record of one request bears its id, which the answer has as X-Request-ID.
"""

import hashlib
import json
import logging
import re
import secrets
from contextvars import ContextVar
from datetime import UTC, datetime
from functools import lru_cache
from time import perf_counter
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.cache import cache
from django.core.mail import mail_admins
from django.db import connections
from django.db.backends.signals import connection_created

from . import observe

requests = logging.getLogger("portal.requests")
queries = logging.getLogger("portal.queries")

HIDDEN = "[secret]"
SHORTEST_SECRET = 6  # a shorter one is no secret, and would be found within other words
# By name, whatever it is: in an address, a header, a setting, a traceback.
NAMED = re.compile(
    r"""((?:pass(?:word|wd)?|secret\w*|token|api[_-]?key|sessionid|csrf\w*|dsn)["']?\s*[=:]\s*["']?"""
    r"""|(?:authorization|cookie)["']?\s*[=:]\s*["']?(?:\w+\s)?)[^\s"'&,;]+""",
    re.IGNORECASE,
)
# Something of what the others look for: most texts have none of it, and are done with at once.
SUSPECT = re.compile(r"pass|secret|token|key|sess|csrf|dsn|auth|cookie|://|/preview/", re.IGNORECASE)
IN_ADDRESS = re.compile(r"(://[^/\s:@]*:)[^/\s@]+@")
PREVIEW = re.compile(r"(/preview/)[^/\s]+")  # the address is the key
GIVEN_ID = re.compile(r"[\w.-]{8,64}", re.ASCII)
MOST_SQL, MOST_SUBJECT = 2_000, 200  # characters
MAILED_AGAIN = 600  # seconds
# What a record has anyway; the rest was given with it.
OWN = {*vars(logging.makeLogRecord({})), "message", "asctime", "taskName", "request", "server_time"}


class Asked:
    """One request, while it is answered."""

    __slots__ = ("id", "queries", "seconds")

    def __init__(self, name: str):
        self.id, self.queries, self.seconds = name, 0, 0.0


_current: ContextVar[Asked | None] = ContextVar("asked", default=None)


class RequestLog:
    def __init__(self, get_response):
        self.get_response = get_response
        connection_created.connect(watch, dispatch_uid="config.logs")
        for connection in connections.all(initialized_only=True):
            watch(connection)

    def __call__(self, request):
        asked = Asked(request_id(request))
        token = _current.set(asked)
        began = perf_counter()
        try:
            response = observe.answered(self.get_response, request)
            response["X-Request-ID"] = asked.id
            told = {
                "method": request.method,
                "path": request.path,  # without what was searched for
                "status": response.status_code,
                "ms": round(1000 * (perf_counter() - began), 2),
                "queries": asked.queries,
                "query_ms": round(1000 * asked.seconds, 2),
            }
            requests.info("%(method)s %(path)s %(status)s in %(ms)s ms", told, extra=told)
            return response
        finally:
            _current.reset(token)


def request_id(request) -> str:
    """What the proxy calls it, where there is one that is trusted."""
    given = request.headers.get("X-Request-ID", "") if settings.BEHIND_PROXY else ""
    return given if GIVEN_ID.fullmatch(given) else secrets.token_hex(8)


def watch(connection, **kwargs) -> None:
    if timed not in connection.execute_wrappers:
        connection.execute_wrappers.append(timed)


def timed(execute, sql, parameters, many, context):
    """Counts a query for its request, and tells of a slow one, without its parameters."""
    began = perf_counter()
    try:
        return observe.executed(execute, sql, parameters, many, context)
    finally:
        seconds = perf_counter() - began
        if asked := _current.get():
            asked.queries += 1
            asked.seconds += seconds
        if seconds * 1000 >= settings.SLOW_QUERY_MS:
            told = {"ms": round(1000 * seconds, 1), "database": context["connection"].alias}
            queries.warning("Slow query: %s", str(sql)[:MOST_SQL], extra=told)


@lru_cache
def _secrets() -> tuple[str, ...]:
    """The values that no log may hold, the longest first."""
    known = {settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS, settings.EMAIL_HOST_PASSWORD}
    known |= {str(server.get("PASSWORD") or "") for server in settings.DATABASES.values()}
    for address in [str(each.get("LOCATION", "")) for each in settings.CACHES.values()]:
        password = urlsplit(address).password or "" if "://" in address else ""
        known |= {password, unquote(password)}
    known |= {settings.USAJOBS_API_KEY, urlsplit(settings.SENTRY_DSN).username or ""}
    return tuple(sorted((each for each in known if len(each) >= SHORTEST_SECRET), key=len, reverse=True))


def without_secrets(text: str) -> str:
    for secret in _secrets():
        text = text.replace(secret, HIDDEN)
    if not SUSPECT.search(text):
        return text
    text = IN_ADDRESS.sub(rf"\1{HIDDEN}@", text)
    return PREVIEW.sub(r"\1…", NAMED.sub(rf"\1{HIDDEN}", text))


class Line(logging.Formatter):
    """To be read on a terminal."""

    def format(self, record) -> str:
        asked = _current.get()
        return without_secrets(super().format(record)) + (f" [{asked.id}]" if asked else "")


class Json(logging.Formatter):
    """One object a line, for what collects logs."""

    def format(self, record) -> str:
        asked = _current.get()
        told = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_secrets(record.getMessage()),
        }
        if asked:
            told["request_id"] = asked.id
        for name, value in vars(record).items():
            if name not in OWN:
                told[name] = _scrubbed(value)
        if record.exc_info:
            told["exception"] = without_secrets(self.formatException(record.exc_info))
        return json.dumps(told, ensure_ascii=False)


def _scrubbed(value):
    return value if isinstance(value, int | float) else without_secrets(str(value))


class Mail(logging.Handler):
    """Writes to ADMINS when a page fails: once in ten minutes for the same, and not what browsers sent."""

    def emit(self, record):
        try:
            text = Line("{asctime} {name}: {message}", style="{").format(record)
            told = without_secrets(record.getMessage()).partition("\n")[0]
            if cache.add(f"mailed-{hashlib.sha256(told.encode()).hexdigest()}", 1, MAILED_AGAIN):
                mail_admins(told[:MOST_SUBJECT], text, fail_silently=True)
        except Exception:
            self.handleError(record)


def configured(form: str, *, tells_requests: bool) -> dict:
    """Django's LOGGING."""
    console = {"handlers": ["console"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "line": {
                "()": "config.logs.Line",
                "format": "{asctime} {levelname} {name}: {message}",
                "style": "{",
            },
            "json": {"()": "config.logs.Json"},
        },
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": form},
            "mail": {"()": "config.logs.Mail", "level": "ERROR"},
        },
        "root": {"handlers": ["console"], "level": "INFO"},
        "loggers": {
            "axes": {"level": "WARNING"},
            "django": {"handlers": ["mail"], "level": "INFO"},
            # What is not found stands in the line of its request; faults are told of anyway.
            "django.request": {"level": "ERROR" if tells_requests else "WARNING"},
            # Anybody can call the portal by another name: nothing to be written to about.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            # Or send more than is read.
            "django.security.TooManyFieldsSent": {"level": "CRITICAL"},
            "django.security.TooManyFilesSent": {"level": "CRITICAL"},
            "django.security.RequestDataTooBig": {"level": "CRITICAL"},
            "gunicorn.error": {"level": "WARNING", **console},
            # Each attempt to reach a server that is away; config.postgresql tells of it once.
            "psycopg.pool": {"level": "ERROR"},
            "portal.requests": {"level": "INFO" if tells_requests else "WARNING"},
        },
    }
