import re

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.charts.stated_pay import stated_chart
from careers.job_posting import job_posting, withheld
from careers.markup import sanitised
from careers.prose import jobs
from careers.prose import posting as prose
from careers.selectors import posting as selector
from careers.selectors.answers import on_page
from careers.selectors.attributions import attributions
from careers.selectors.cells import CSV_COLUMNS, csv_rows

from . import twins
from .errors import NoSuchPage

# The number of a posting, as wide as a database holds it; what follows is for people to read.
ADDRESS = re.compile(r"(\d{1,18})(?:-.*)?", re.ASCII | re.DOTALL)
PLACES_AT_ONCE = 12


def posting(request, address, twin=""):
    """A closed posting answers too, and says so: who kept its address finds like ones there."""
    if twin:
        twins.check_format(twin)
    today = localdate()
    numbered = ADDRESS.fullmatch(address)
    found = selector.find(int(numbered[1])) if numbered else None
    if found is None:
        near = [*selector.like(address, today), (_("All jobs"), address_of("careers:jobs"))]
        raise NoSuchPage(_("There is no job at this address."), near)
    own = found.get_absolute_url()
    right = own.strip("/").rpartition("/")[2]
    if address != right:
        return redirect(reverse("careers:posting_twin", args=[right, twin]) if twin else own, permanent=True)
    page = selector.page(found, today)
    return _twin(twin, page, right) if twin else _html(request, page, own, right, today)


def _html(request, page, own, right, today):
    found = page.posting
    node = job_posting(page, request.build_absolute_uri)
    return render(
        request,
        "careers/posting.html",
        {
            "page": page,
            "posting": found,
            "today": today,
            "stated_pay": jobs.stated_pay(found),
            "reader_answers": on_page(own),
            "stated_cell": prose.stated_pay_cell(page),
            "where": _where(page),
            "types": jobs.types(found.employment_types),
            "posted": jobs.day(found.posted_on),
            "valid_through": jobs.day(found.valid_through) if found.valid_through else "",
            "has_many_places": len(page.places) > PLACES_AT_ONCE,
            "notice": prose.notice(page.status),
            "opening": " ".join(prose.opening(page)),
            "sample": prose.SAMPLE if found.is_sample else "",
            "match": prose.match(page),
            "uncertain": prose.uncertain(page),
            "measure": prose.measure(page) if page.local else "",
            "local": [(local, prose.in_context(page, local)) for local in page.local],
            "chart": stated_chart("stated-pay", page.local, page.measured.plural) if page.local else None,
            "others": _others(page, today),
            "is_indexed": page.status.is_open and not found.is_sample,
            "structured_data": [node] if node else [],
            "attributions": attributions([*_cells(page), *page.related.cells]),
            "canonical_url": request.build_absolute_uri(own),
            "twins": [
                (name, reverse("careers:posting_twin", args=[right, name.lower()]))
                for name in ("JSON", "CSV")
            ],
            "nav": "jobs",
            "breadcrumbs": [(_("Jobs"), address_of("careers:jobs")), (found.title, "")],
        },
    )


def _cells(page):
    return [prose.stated_pay_cell(page), *(cell for local in page.local for cell in local.cells)]


def _where(page):
    found = page.posting
    return jobs.where(
        [place.name for place in page.places[:PLACES_AT_ONCE]],
        len(page.places),
        is_remote=found.is_remote,
        remote_in=found.remote_area.name if found.remote_area else "",
    )


def _others(page, today):
    """Lists of other open jobs: heading, lines, how many there are, and the address of all of them."""
    found, every = page.posting, address_of("careers:jobs")
    lists = []
    if page.same_occupation.total:
        lists.append(
            (
                _("For {plural}").format(plural=found.occupation.plural),
                page.same_occupation,
                f"{every}?occupation={found.occupation.slug}",
            )
        )
    if page.same_company.total:
        lists.append(
            (
                _("At {company}").format(company=found.company.name),
                page.same_company,
                f"{every}?company={found.company.slug}",
            )
        )
    if page.same_place.total:
        lists.append((_("In the same place"), page.same_place, ""))
    return [
        (heading, [_offer(offer, today) for offer in offers.shown], offers.total, url)
        for heading, offers, url in lists
    ]


def _offer(offer, today):
    other = offer.posting
    remote_in = other.remote_area.name if other.remote_area else ""
    return {
        "title": other.title,
        "url": other.get_absolute_url(),
        "company": other.company_name,
        "where": jobs.where(
            offer.places, offer.number_of_places, is_remote=other.is_remote, remote_in=remote_in
        ),
        "pay": jobs.stated_pay(other),
        "posted": jobs.posted(other.posted_on, today),
        "is_sample": other.is_sample,
    }


def _twin(twin, page, right):
    stated = prose.stated_pay_cell(page)
    if twin == "csv":
        rows = [["", *row] for row in csv_rows([stated])]
        rows += ([local.place, *row] for local in page.local for row in csv_rows(local.cells))
        return twins.csv_twin(("place", *CSV_COLUMNS), rows, right)
    return twins.json_twin(payload(page))


def payload(page) -> dict:
    """One job as JSON."""
    stated = prose.stated_pay_cell(page)
    found = page.posting
    reason = withheld(page)
    return {
        "title": found.title,
        "url": found.get_absolute_url(),
        "is_sample": found.is_sample,
        "is_open": page.status.is_open,
        "status": prose.notice(page.status) or _("Open."),
        "employer": found.company_name,
        "company_url": found.company.get_absolute_url() if found.company else "",
        "places": [
            {"city": place.city, "state": place.state, "country": place.country, "area": place.area}
            for place in page.places
        ],
        "is_remote": found.is_remote,
        "remote_area": found.remote_area.name if found.remote_area else "",
        "employment_types": [name for name in found.employment_types.split(",") if name],
        "identifier": found.identifier,
        "posted_on": found.posted_on,
        "valid_through": found.valid_through,
        "closed_on": found.closed_on,
        "apply_url": found.apply_url if page.status.is_open and not found.is_sample else "",
        "description_html": sanitised(found.description),
        "origins": [
            {
                "feed": origin.feed,
                "url": origin.url,
                "first_seen": origin.first_seen,
                "closed_on": origin.closed_on,
            }
            for origin in page.origins
        ],
        "stated_pay": stated.as_dict(),
        "occupation": _occupation(page),
        "context": [
            {"place": local.place, "figures": [cell.as_dict() for cell in local.cells]}
            for local in page.local
        ],
        "structured_data": {"is_given": not reason, "reason": reason},
    }


def _occupation(page):
    found = page.posting.occupation
    if found is None:
        return None
    return {
        "title": found.title,
        "slug": found.slug,
        "url": found.get_absolute_url(),
        "match": prose.match(page),
        "match_is_uncertain": bool(prose.uncertain(page)),
        # An estimate of how many in 100 such matches are right (`careers.feeds.certainty`).
        "match_score": page.posting.match_confidence,
    }
