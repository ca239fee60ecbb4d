"""Readers report a figure: reading the form changes nothing, sending it keeps a report."""

from datetime import timedelta
from http import HTTPStatus

from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from careers.addresses import address_of
from careers.catalogue import FIGURES
from careers.desk.reports import KNOWN, ReportForm, brought
from careers.models import ReaderReport
from config import limits
from config.sign_in import client_address

AN_HOUR_OF_ONE, AN_HOUR_OF_ALL = 5, 300
UNKNOWN = "unknown"  # readers behind a socket of this machine count as one
TOO_MANY = gettext_lazy(
    "Nothing was sent: {} reports an hour are taken from one connection. "
    "What you wrote is still here; send it in an hour."
)
TOO_MANY_OF_ALL = gettext_lazy(
    "Nothing was sent: more reports came in this hour than can be read. What you wrote is still here."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def report(request):
    status = HTTPStatus.OK
    if request.method == "POST":
        form = ReportForm(request.POST)
        status = HTTPStatus.BAD_REQUEST
        if form.is_valid():
            if refusal := _refusal(request):
                form.add_error(None, refusal)
                status = HTTPStatus.TOO_MANY_REQUESTS
            else:
                form.save()
                return redirect("careers:report_thanks")
    else:
        form = ReportForm(initial=brought(request.GET))
    response = render(request, "careers/report.html", _context(form), status=status)
    response["X-Robots-Tag"] = "noindex"
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        response["Retry-After"] = str(limits.AN_HOUR)
    return response


@require_safe
def thanks(request):
    context = {
        "nav": "none",
        "breadcrumbs": [(_("Figures"), address_of("careers:figures")), (_("Report sent"), "")],
        "canonical_url": request.build_absolute_uri(address_of("careers:report_thanks")),
    }
    response = render(request, "careers/report_thanks.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _refusal(request) -> str:
    who = client_address(request) or UNKNOWN
    if limits.is_over("report", who, AN_HOUR_OF_ONE, limits.AN_HOUR):
        return TOO_MANY.format(AN_HOUR_OF_ONE)
    # Counted in the database, so that it holds for all processes together.
    an_hour_ago = timezone.now() - timedelta(seconds=limits.AN_HOUR)
    waiting = ReaderReport.objects.filter(state=ReaderReport.State.NEW, received_at__gt=an_hour_ago)
    return TOO_MANY_OF_ALL if waiting.count() >= AN_HOUR_OF_ALL else ""


def _context(form: ReportForm) -> dict:
    said = {name: form[name].value() or "" for name in KNOWN}
    definition = FIGURES.get(said["figure"])
    # What came with the link is told in words and kept in hidden fields, unless something is wrong with it.
    is_told = definition and said["page"] and said["shown"] and not set(form.errors) & set(said)
    return {
        "form": form,
        "label": definition.label if definition else "",
        "is_told": is_told,
        "told": said,
        "asked": [form["message"]]
        if is_told
        else [form[name] for name in ("figure", "page", "shown", "message")],
        "nav": "none",
        "breadcrumbs": [(_("Figures"), address_of("careers:figures")), (_("Report a figure"), "")],
    }
