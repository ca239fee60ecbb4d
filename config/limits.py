"""How often one reader may ask for what costs much, without keeping who it was.

Counted in the cache: for all machines together where CACHE_URL names one, else by each process. Where the
cache is away nothing is counted, and nobody turned away.
"""

from ipaddress import ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .sign_in import TOO_MANY_REQUESTS, client_address

A_MINUTE, AN_HOUR = 60, 3600  # seconds
SEARCHES, SUGGESTIONS, EXPORTS, API = "search", "suggestion", "export", "api"
TOLD = {
    SEARCHES: gettext_lazy("Too many searches"),
    SUGGESTIONS: gettext_lazy("Too many searches"),
    EXPORTS: gettext_lazy("Too many downloads"),
    API: gettext_lazy("Too many questions"),
}


def is_over(what: str, who: str, limit: int, seconds: int) -> bool:
    """Counts one more of `what` from `who`; true where that is more than `limit` within so many seconds.

    The cache holds a keyed hash, which this site's secret key alone can make, and forgets it in that time.
    """
    key = f"rate-{what}-{salted_hmac(f'config.limits.{what}', who, algorithm='sha256').hexdigest()}"
    cache.add(key, 0, seconds)
    try:
        counted = cache.incr(key)
    except ValueError:  # it ran out between the two lines, or the cache is away
        return False
    if counted == 1:
        cache.touch(key, seconds)  # a shared cache that lost it in between made one that never ends
    return counted > limit


class Limits:
    """Turns away, with 429, who asked too often within a minute."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # More names than are read are refused here: no page of an error could read them either.
        request.GET  # noqa: B018
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        what = asked_for(request)
        who = client_address(request) if what else None
        # This machine itself, or a proxy that the settings do not tell of: all readers would count as one.
        if not who or ip_address(who).is_loopback:
            return None
        limit = settings.LIMITS[what]
        return turned_away(request, what, limit) if is_over(what, who, limit, A_MINUTE) else None


def asked_for(request: HttpRequest) -> str:
    """What of the limited it is, '' for a page that anybody may read as often as they like."""
    name = request.resolver_match.view_name
    if name == "careers:suggest":
        return SUGGESTIONS
    if name.startswith("admin:"):
        return EXPORTS if name.endswith(("_export", "_sheet")) else ""
    if name.startswith("api:"):
        return API
    if request.GET.get("q"):
        return SEARCHES
    return EXPORTS if name.endswith("_twin") else ""


def turned_away(request: HttpRequest, what: str, limit: int) -> HttpResponse:
    told = _("One connection may ask {limit} times a minute. Wait a minute, then load this page again.")
    told = told.format(limit=limit)
    name = request.resolver_match.view_name
    if name == "careers:suggest" or name.endswith("_twin") or name.startswith("api:"):
        answer = JsonResponse({"error": f"{TOLD[what]}. {told}"}, status=TOO_MANY_REQUESTS)
    else:
        context = {"title": TOLD[what], "told": told}
        answer = render(request, "429.html", context, status=TOO_MANY_REQUESTS)
    answer["Retry-After"] = str(A_MINUTE)
    add_never_cache_headers(answer)
    return answer
