"""Whether the portal lives, and whether it can serve; for load balancers and whoever watches it."""

from django.db import DatabaseError, connections
from django.db.models import Max
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from careers.models import ImportReceipt
from config import migrated

RETRY_AFTER = 10  # seconds


@require_safe
@never_cache
def healthz(request):
    """The process answers; whether its database does is another question."""
    return HttpResponse("ok", content_type="text/plain")


@require_safe
@never_cache
def readyz(request):
    """200 where pages for readers can be served: a database answers, is migrated, and has figures.

    Where only a replica answers, they can, and `writes` is false.
    """
    found = {alias: _state_of(alias) for alias in connections}
    answering = {alias: state for alias, state in found.items() if state is not None}
    state = answering.get("default") or next(iter(answering.values()), {})
    is_ready = bool(state) and not state["unapplied_migrations"] and state["last_import"] is not None
    told = {
        "ready": is_ready,
        "writes": "default" in answering,
        "databases": {alias: "up" if alias in answering else "away" for alias in found},
        **state,
    }
    response = JsonResponse(told, status=200 if is_ready else 503)
    if not is_ready:
        response["Retry-After"] = str(RETRY_AFTER)
    return response


def _state_of(alias: str) -> dict | None:
    """Of the data in this database; None where it does not answer."""
    connection = connections[alias]
    try:
        unapplied = migrated.told(migrated.of_this_code() - migrated.of(connection))
        last = None if unapplied else _last_import(alias)
    except DatabaseError:
        connection.close()
        return None
    return {
        "unapplied_migrations": unapplied,
        "last_import": last and last.isoformat(timespec="seconds"),
        "days_since_import": last and (timezone.now() - last).days,
    }


def _last_import(alias: str):
    return ImportReceipt.objects.using(alias).aggregate(last=Max("finished_at"))["last"]
