"""What is answered when the portal itself fails: in the form that was asked for, and without the database."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

RETRY_AFTER = 30  # seconds
# Kinds of SQLite's errors that pass, and classes of PostgreSQL's: no connection, taken back for the sake of
# another transaction, no room, locked, stopped.
SQLITE_PASSING = ("SQLITE_BUSY", "SQLITE_CANTOPEN", "SQLITE_FULL", "SQLITE_IOERR", "SQLITE_LOCKED")
POSTGRESQL_PASSING = ("08", "40", "53", "55", "57")
AS_JSON, AS_TEXT = (".json", "/suggest"), (".csv", ".atom", ".xml", ".txt")


def server_error(request):
    """500, or 503 where the database cannot be reached: then it is worth trying again."""
    if is_passing(sys.exception()):
        response = _answer(
            request, 503, _("The portal cannot reach its figures just now. Try again in half a minute.")
        )
        response["Retry-After"] = str(RETRY_AFTER)
    else:
        response = _answer(request, 500, _("Something went wrong. The fault is ours, not yours."))
    response["Cache-Control"] = "no-store"
    return response


def is_passing(fault: BaseException | None) -> bool:
    """Whether it is the database that is away, too busy or locked, and not a fault of the portal."""
    if not isinstance(fault, OperationalError | InterfaceError):
        return False
    cause = fault.__cause__
    if name := getattr(cause, "sqlite_errorname", ""):
        return name.startswith(SQLITE_PASSING)
    # Without a state there was no answer at all: the connection was refused or lost.
    state = getattr(cause, "sqlstate", None)
    return state is None or state.startswith(POSTGRESQL_PASSING)


def _answer(request, status: int, message: str) -> HttpResponse:
    if request.path.startswith("/api/") or request.path.endswith(AS_JSON):
        return JsonResponse({"error": message}, status=status)
    if request.path.endswith(AS_TEXT):
        return HttpResponse(message, status=status, content_type="text/plain; charset=utf-8")
    return HttpResponse(render_to_string(f"{status}.html"), status=status)
