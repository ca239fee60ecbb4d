from dataclasses import dataclass, field
from datetime import date

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from careers.filters.jobs_asked import COUNTED, ON_SITE_ONLY, REMOTE_ONLY, JobsAsked
from careers.language import language
from careers.models import Posting
from careers.prose import jobs as words
from careers.prose import jobs_list as prose
from careers.selectors import jobs_list as selector
from careers.selectors import nearest

from . import jobs_twins
from .jobs_search import JobsSearch, address, put_right, read

PAGE_SIZE = 25
FEED = "atom"


def jobs(request, twin=""):
    if twin:
        jobs_twins.check_format(twin)
    search = read(request.GET, timezone.localdate())
    if twin:
        return jobs_twins.twin(request, twin, search)
    if (meant := put_right(request.GET, search)) is not None:
        return HttpResponseRedirect(f"{request.path}?{meant}" if meant else request.path)
    asked = search.asked
    counts = search.counts()
    paginator = Paginator(range(min(search.count, COUNTED)), PAGE_SIZE)
    page = paginator.get_page(asked.page)
    search.filter.count(counts.choices, is_all=counts.is_all)
    return render(
        request,
        "careers/jobs.html",
        {
            "filter": search.filter.form,
            "in_sight": search.filter.in_sight(),
            "folded": list(search.filter.folded()),
            "asked": asked,
            "heading": prose.heading(asked, search.names),
            "found": prose.jobs(search.count),
            "remote_there": _remote_there(search, counts),
            "without_remote_url": address(asked.also(remote=ON_SITE_ONLY)),
            "unpaid": _unpaid(search, counts),
            "unpaid_url": address(asked.also(keeps_unpaid=not asked.keeps_unpaid)),
            "counts": counts,
            "counted": COUNTED,
            "chips": [(chip.text, address(chip.rest)) for chip in prose.chips(asked, search.names)],
            "jobs": [
                _job(row, search.today) for row in search.rows(page.start_index() - 1, page.end_index())
            ],
            "wider": [] if search.count else _wider(search),
            "is_bare": not search.count and not asked.filters and search.is_right,
            "page_obj": page,
            "page_range": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "base_query": asked.also(page=1).query(),
            "canonical_url": request.build_absolute_uri(address(asked.also(page=page.number))),
            "feed_url": address(asked.also(sort=""), FEED) if search.is_right else "",
            "twins": _twins(asked) if search.is_right else [],
            "nav": "jobs",
            "breadcrumbs": [(_("Jobs"), "")],
        },
    )


@dataclass(frozen=True, slots=True)
class Job:
    """A row in words, and what is drawn of it."""

    posting: Posting
    where: str
    pay: str
    types: str
    posted: str
    drawn: dict = field(default_factory=dict)


def _job(row: selector.JobRow, today: date) -> Job:
    """The same each time on a day."""
    if (known := row.drawn.get((today, language()))) is None:
        row.drawn.clear()
        known = row.drawn[today, language()] = _in_words(row, today)
    return known


def _in_words(row: selector.JobRow, today: date) -> Job:
    posting = row.posting
    return Job(
        posting=posting,
        where=words.where(
            row.places,
            row.places_total,
            is_remote=posting.is_remote,
            remote_in=posting.remote_area.name if posting.remote_area else "",
        ),
        pay=words.stated_pay(posting),
        types=words.types(posting.employment_types),
        posted=words.posted(posting.posted_on, today),
    )


def _remote_there(search: JobsSearch, counts: selector.Counts) -> str:
    if not search.count or not search.asked.place or search.asked.remote:
        return ""
    return prose.remote_there(counts.choices["remote"][REMOTE_ONLY], search.names.place)


def _unpaid(search: JobsSearch, counts: selector.Counts) -> str:
    if search.asked.pay_min is None or not search.is_right:
        return ""
    return prose.unpaid(counts.unpaid, kept=search.asked.keeps_unpaid)


def _twins(asked: JobsAsked) -> list[tuple[str, str]]:
    return [("JSON", address(asked, "json")), ("CSV", address(asked, "csv"))]


def _wider(search: JobsSearch) -> list[tuple[str, str]]:
    """Where there is nothing to show: what an unclear name may mean, or the nearest wider searches."""
    for name in ("place", "occupation", "company"):
        if search.filter.form.has_error(name, name):
            may_be = getattr(search.named, name).matches or _near(name, getattr(search.named, name).typed)
            said = [(title, address(search.asked.also(**{name: slug}))) for title, slug in may_be]
            return said or [(_("Without it"), address(search.asked))]
    if not search.is_right:
        return [(_("Without what is wrong"), address(search.asked))]
    return [(text, address(asked)) for text, asked in search.wider()]


def _near(name: str, typed: str) -> list[tuple[str, str]]:
    """Names and slugs that are spelled like it; one query."""
    alike = {"place": nearest.places_like, "occupation": nearest.careers_like}
    found = alike[name](typed) if name in alike else []
    return [(title, url.rstrip("/").rpartition("/")[2]) for title, url in found]
