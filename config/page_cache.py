"""Pages for readers are made once for a version of the code and of the data.

Whoever is not signed in gets the same page. Its tag names both versions, so one query answers whether a
reader's copy still holds (304), and whether one that is kept (kept_pages.py) does. As soon as anything is
published, corrected or imported the version is another, and with it every tag.
"""

import hashlib
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.db import DatabaseError, router
from django.http import HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import http_date, parse_etags
from django.utils.translation import get_language

from careers import changes
from careers.kept import keeping
from careers.models import Change

from .code_version import code_version
from .kept_pages import Page, Pages

# A browser asks each time, which costs it a 304. What stands between (a CDN) may answer by itself so long,
# and may give an old page once more while it fetches the new one; seconds.
SHARED, WHILE_FETCHED = 60, 600
# The time of the last change is told once no transaction can be under way that began before it.
SETTLED = timedelta(hours=1)
# Not for readers, or not the same for two of them.
OWN = ("/admin/", "/preview/", "/report/", "/healthz", "/readyz", "/static/")
# Of one request, not of the page.
NOT_KEPT = {"x-request-id", "server-timing", "date", "last-modified"}


def state_of(version: changes.Version, now) -> tuple:
    """All that a page is made from besides its address."""
    return (code_version(), version.stamp, version.moment, timezone.localdate(now), get_language())


class PageCache:
    def __init__(self, get_response):
        self.get_response = get_response
        self.pages = Pages(settings.PAGE_CACHE_MB * 1_000_000)

    def __call__(self, request):
        if not settings.PAGE_CACHE or not _is_of_a_reader(request):
            return self.get_response(request)
        now = timezone.now()
        read_from = router.db_for_read(Change)
        try:
            address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
            version = changes.version(now)
        except (DisallowedHost, DatabaseError):
            return self.get_response(request)  # it tells the reader
        state = state_of(version, now)
        tag = _tag(state, address)
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            answer = HttpResponseNotModified()
            _tell(answer, tag, version, now)
            return answer
        key = f"{tag}{'gzip' if 'gzip' in request.headers.get('Accept-Encoding', '') else ''}"
        if found := self.pages.get(state, key):
            answer = HttpResponse(found.content, headers=dict(found.headers))
            _tell(answer, tag, version, now)
            return answer
        with keeping(state):
            answer = self.get_response(request)
        # A database that failed meanwhile was asked for the version, but not for the page.
        if _is_for_everyone(answer) and router.db_for_read(Change) == read_from:
            _tell(answer, tag, version, now)
            if request.method == "GET":
                headers = tuple(item for item in answer.items() if item[0].lower() not in NOT_KEPT)
                self.pages.keep(state, key, Page(answer.content, headers))
        return answer


def _is_of_a_reader(request) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
        and not request.path_info.startswith(OWN)
    )


def _is_for_everyone(answer) -> bool:
    varies = {name.strip().lower() for name in answer.get("Vary", "").split(",")} - {"", "accept-encoding"}
    told = answer.get("Cache-Control", "")
    is_private = any(word in told for word in ("private", "no-store", "no-cache"))
    own = answer.cookies or answer.has_header("ETag")
    return answer.status_code == 200 and not (answer.streaming or varies or is_private or own)


def _tag(state: tuple, address: str) -> str:
    """Weak: the packed page has it too."""
    made = hashlib.blake2b(f"{state}{address}".encode(), digest_size=12)
    return f'W/"{made.hexdigest()}"'


def _tell(answer, tag: str, version: changes.Version, now) -> None:
    answer["ETag"] = tag
    if not answer.has_header("Cache-Control"):
        patch_cache_control(
            answer, public=True, max_age=0, s_maxage=SHARED, stale_while_revalidate=WHILE_FETCHED
        )
    last = max(filter(None, (version.changed_at, version.moment)), default=None)
    if last and last < now - SETTLED:
        answer["Last-Modified"] = http_date(last.timestamp())
