"""The machine-readable twins of a list of jobs: JSON, CSV, and Atom to follow it by."""

import re
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.prose import jobs as words
from careers.prose import jobs_list as prose
from careers.selectors import jobs_list as selector

from . import twins
from .jobs_search import JobsSearch, address

FORMATS = (*twins.FORMATS, "atom")
IN_FEED = 100
IN_TWIN = 1000  # of a page
NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # characters that XML has no way to write
NOW = 2026  # the year in which these names were first given: a tag: URI has a date, and keeps it
COLUMNS = (
    "title", "url", "company", "places", "places_total", "is_remote", "remote_in", "stated_pay", "pay_min",
    "pay_max", "pay_unit", "currency", "employment_types", "posted_on", "valid_through", "is_sample",
)  # fmt: skip


class Atom(Atom1Feed):
    def latest_post_date(self):
        """Of a feed without jobs Django says now, and it would be another page each second."""
        return super().latest_post_date() if self.items else datetime(NOW, 1, 1, tzinfo=UTC)


def check_format(twin: str) -> None:
    if twin not in FORMATS:
        raise Http404


def twin(request, name: str, search: JobsSearch) -> HttpResponse:
    if not search.is_right:
        return JsonResponse({"errors": search.filter.errors}, status=400)
    if name == "atom":
        return _atom(request, search)
    start = (search.asked.page - 1) * IN_TWIN
    found = [values(request, row) for row in search.rows(start, start + IN_TWIN)]
    if name == "csv":
        rows = ([_cell(job[column]) for column in COLUMNS] for job in found)
        return twins.csv_twin(COLUMNS, rows, "jobs")
    asked = search.asked
    more = search.count > start + IN_TWIN
    return twins.json_twin(
        {
            "heading": prose.heading(asked, search.names),
            "url": address(asked.also(page=1)),
            "about": _("Open postings; pay as the employer states it. Those with is_sample are invented."),
            "order": asked.order,
            "count": search.count,
            "next": address(asked.also(page=asked.page + 1), "json") if more else None,
            "jobs": found,
        }
    )


def values(request, row: selector.JobRow) -> dict:
    """A row as JSON."""
    posting = row.posting
    return {
        "title": posting.title,
        "url": request.build_absolute_uri(posting.get_absolute_url()),
        "company": posting.company_name,
        "places": list(row.places),
        "places_total": row.places_total,
        "is_remote": posting.is_remote,
        "remote_in": posting.remote_area.name if posting.remote_area else None,
        "stated_pay": words.stated_pay(posting),
        "pay_min": _number(posting.pay_min),
        "pay_max": _number(posting.pay_max),
        "pay_unit": posting.pay_unit or None,
        "currency": posting.currency or None,
        "employment_types": [name for name in posting.employment_types.split(",") if name],
        "posted_on": posting.posted_on.isoformat(),
        "valid_through": posting.valid_through.isoformat() if posting.valid_through else None,
        "is_sample": posting.is_sample,
    }


def _number(amount) -> float | None:
    return None if amount is None else float(amount)


def _cell(value):
    """A value as a cell of CSV: lists joined, nothing for what is not stated."""
    return "; ".join(value) if isinstance(value, list) else "" if value is None else value


def _atom(request, search: JobsSearch) -> HttpResponse:
    """The newest real ones. A feed is read again and again: its order is always that of the dates."""
    real = selector.newest(search.postings.real())
    here = request.build_absolute_uri(address(search.asked.also(sort="", page=1)))
    host = urlsplit(here).hostname
    feed = Atom(
        title=_plain(prose.heading(search.asked, search.names)),
        link=here,
        description=None,
        language="en",
        author_name=_("Career portal"),
        feed_url=request.build_absolute_uri(address(search.asked.also(sort="", page=1), "atom")),
        feed_guid=f"tag:{host},{NOW}:{address(search.asked.also(sort='', page=1))}",
    )
    for row in selector.rows(real[:IN_FEED]):
        posting = row.posting
        feed.add_item(
            title=_plain(posting.title),
            link=request.build_absolute_uri(posting.get_absolute_url()),
            description=escape(_plain(_summary(row))),
            author_name=_plain(posting.company_name),
            unique_id=f"tag:{host},{NOW}:{address_of('careers:jobs')}{posting.pk}",
            updateddate=posting.changed_at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _summary(row: selector.JobRow) -> str:
    posting = row.posting
    remote_in = posting.remote_area.name if posting.remote_area else ""
    parts = (
        posting.company_name,
        words.where(row.places, row.places_total, is_remote=posting.is_remote, remote_in=remote_in),
        words.stated_pay(posting),
        words.types(posting.employment_types),
        _("Posted on {day}").format(day=words.day(posting.posted_on)),
        _("Open through {day}").format(day=words.day(posting.valid_through)) if posting.valid_through else "",
    )
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)


def _plain(text: str) -> str:
    return NO_XML.sub("", text)
