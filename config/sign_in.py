"""How often one may try to sign in, and what those who tried too often are told.

Counted are the failures of a name at an address, and of an address with whatever names; a name that nobody
has counts like any other. A name alone locks nothing, or anybody could lock out an editor.
"""

from datetime import datetime
from ipaddress import IPv6Address, ip_address, ip_network

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.contrib import admin
from django.db.models import Max, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

TOO_MANY_REQUESTS = 429
# The network that one IPv6 customer has: within it a new address costs nothing.
IPV6_PREFIX = 64


def client_address(request: HttpRequest) -> str | None:
    """Where a request comes from; behind the proxy that is trusted, what that proxy says.

    Each proxy adds the address that it was called from to X-Forwarded-For: with one of them, the last is
    its own word, with two the one before that is. Anybody may have written the rest.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
        address = forwarded[-settings.PROXIES :][0].strip() or address
    try:
        known = ip_address(address)
    except ValueError:  # a socket of this machine has none
        return None
    if isinstance(known, IPv6Address):
        if known.ipv4_mapped:
            return str(known.ipv4_mapped)
        return str(ip_network((known.packed, IPV6_PREFIX), strict=False).network_address)
    return str(known)


class Attempts(AxesDatabaseHandler):
    """Failures of the last quarter of an hour; AXES_LOCKOUT_PARAMETERS says of what, in this order."""

    def limits(self) -> tuple[int, int]:
        return settings.AXES_FAILURE_LIMIT, settings.SIGN_IN_FAILURES_OF_AN_ADDRESS

    def get_failures(self, request, credentials=None) -> int:
        """In terms of the one limit that the library knows: reached when either of the two is."""
        return max(
            failures * settings.AXES_FAILURE_LIMIT // limit
            for failures, _, limit in self._counted(request, credentials)
        )

    def locked_until(self, request, credentials=None) -> datetime:
        """When one may try again at the latest."""
        last = [time for failures, time, limit in self._counted(request, credentials) if failures >= limit]
        return max(last, default=timezone.now()) + settings.AXES_COOLOFF_TIME

    def reset_user_attempts(self, request, credentials=None) -> int:
        """Who signs in is forgiven under that name only: an account of one's own forgives no guessing."""
        of_name, _ = self.filter_user_attempts(request, credentials)
        return of_name.delete()[0]

    def _counted(self, request, credentials):
        for attempts, limit in zip(self.get_user_attempts(request, credentials), self.limits(), strict=True):
            sums = attempts.aggregate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
            yield sums["failures"] or 0, sums["last"], limit


def locked(request: HttpRequest, response: HttpResponse, credentials: dict | None) -> HttpResponse:
    """The page in place of another try. It is the same for names that there are and that there are not."""
    until = AxesProxyHandler.get_implementation().locked_until(request, credentials)
    seconds = max(1, int((until - timezone.now()).total_seconds()))
    context = {
        **admin.site.each_context(request),
        "title": _("Too many failed sign-ins"),
        "until": until,
        "minutes": -(-seconds // 60),
    }
    page = render(request, "admin/locked.html", context, status=TOO_MANY_REQUESTS)
    page["Retry-After"] = str(seconds)
    add_never_cache_headers(page)
    return page
