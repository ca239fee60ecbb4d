from copy import copy

from django.db import IntegrityError
from django.http import HttpRequest, QueryDict
from django.shortcuts import render
from django.urls import resolve
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from careers.desk import preview as desk

GONE = 410
CLASH = gettext_lazy("Another one is published in its place, so this cannot be shown as published.")


@require_safe
def preview(request, token):
    """The real page with a draft in it; nobody keeps it, no search engine comes in, nothing is changed."""
    try:
        with desk.shown(token) as row:
            response = _page(request, desk.page_of(row))
            if hasattr(response, "render"):
                response.render()
    except desk.Gone as gone:
        response = _nothing(request, str(gone))
    except IntegrityError:
        response = _nothing(request, CLASH)
    response["Cache-Control"] = _("no-store, private")
    response["X-Robots-Tag"] = _("noindex, nofollow")
    response["Referrer-Policy"] = "no-referrer"  # the address is the key
    return response


def _nothing(request, message: str):
    return render(request, "careers/no_preview.html", {"message": message, "nav": "none"}, status=GONE)


def _page(request: HttpRequest, path: str):
    asked = copy(request)
    asked.path = asked.path_info = path
    asked.GET = QueryDict()
    asked.method, asked.is_preview = "GET", True
    asked.META = {**request.META, "PATH_INFO": path, "QUERY_STRING": ""}
    found = resolve(path)
    asked.resolver_match = found
    return found.func(asked, *found.args, **found.kwargs)
