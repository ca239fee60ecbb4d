from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from careers import structured_data
from careers.addresses import address_of
from careers.charts.company_pay import company_chart
from careers.prose import company as prose
from careers.prose import jobs as job_prose
from careers.selectors import company as selector
from careers.selectors import nearest
from careers.selectors.attributions import attributions
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes
from careers.selectors.company_pay import offer_cells

from . import twins
from .errors import NoSuchPage

AN_HOUR, A_YEAR = 3_600, 31_536_000  # seconds


def company(request, slug, twin=""):
    today = timezone.localdate()
    found = selector.find(slug, today)
    if found is None:
        if moved := selector.moved_to(slug):
            named = [moved, twin] if twin else [moved]
            address = reverse("careers:company_twin" if twin else "careers:company", args=named)
            return redirect(address, permanent=True)
        near = [*nearest.companies_like(slug), (_("All companies"), address_of("careers:companies"))]
        raise NoSuchPage(_("There is no company of that name."), near)
    page = selector.company_page(found, request.GET.get("place", "")[:200], today)
    if twin:
        twins.check_format(twin)
        return _twin(twin, page)
    offers = page.offers
    pay_cells = [cell for row in offers.paid for cell in offer_cells(row)]
    return render(
        request,
        "careers/company.html",
        {
            "page": page,
            "reader_answers": found.reader_answers,
            "opening": prose.opening(page),
            "known": [cell for cell in page.facts if not cell.missing],
            "unknown": prose.unknown(page.facts),
            "chart": company_chart(offers.paid, offers.place.name) if offers.place else None,
            "offer_rows": [(row, prose.against_market(row.ratio)) for row in offers.paid],
            "pay_notes": notes(pay_cells),
            "page_notes": notes(cell for cell in (*page.cells, *pay_cells) if not cell.missing),
            "attributions": attributions((*page.cells, *pay_cells)),
            "postings": [_job(posting, today) for posting in page.postings],
            "canonical_url": request.build_absolute_uri(page.url),
            "twins": [
                (name.upper(), reverse("careers:company_twin", args=[slug, name])) for name in twins.FORMATS
            ],
            "structured_data": [structured_data.organization(page, request.build_absolute_uri)],
            "nav": "companies",
            "breadcrumbs": [(_("Companies"), address_of("careers:companies")), (page.name, "")],
        },
    )


def _logo_tag(request, slug) -> str | None:
    checksum = selector.logo_checksum(slug)
    return f'"{checksum}"' if checksum else None


@condition(etag_func=_logo_tag)
def logo(request, slug):
    """The stored PNG. Pages ask for it by its checksum too: what that names never changes."""
    found = selector.logo_bytes(slug)
    if found is None:
        raise Http404
    response = HttpResponse(bytes(found.png), content_type="image/png")
    response["Content-Disposition"] = _('inline; filename="{slug}.png"').format(slug=slug)
    if request.GET.get("v") == found.checksum[: selector.LOGO_VERSION]:
        patch_cache_control(response, public=True, max_age=A_YEAR, immutable=True)
    else:
        patch_cache_control(response, public=True, max_age=AN_HOUR)
    return response


def _job(posting, today) -> dict:
    named = [str(place) for place in posting.places.all()]
    area = posting.remote_area
    return {
        "title": posting.title,
        "url": posting.get_absolute_url(),
        "is_sample": posting.is_sample,
        "where": job_prose.where(
            named, len(named), is_remote=posting.is_remote, remote_in=area.name if area else ""
        ),
        "pay": job_prose.stated_pay(posting),
        "posted": job_prose.posted(posting.posted_on, today),
    }


def _twin(twin: str, page):
    """The facts, then pay in every occupation and place of the company, a line for each figure."""
    if twin == "csv":
        facts = (["", "", "", *row] for row in csv_rows(page.cells))
        pay = (
            [row.occupation, row.area, row.offers, *line]
            for row in page.offers.every
            for line in csv_rows(offer_cells(row))
        )
        header = ("occupation", "place", "offers", *CSV_COLUMNS)
        return twins.csv_twin(header, [*facts, *pay], page.slug)
    return twins.json_twin(
        {
            "name": page.name,
            "slug": page.slug,
            "url": page.url,
            "website": page.website,
            "identifiers": [
                {"scheme": identifier.label, "value": identifier.value, "url": identifier.url}
                for identifier in page.identifiers
            ],
            "figures": [cell.as_dict() for cell in page.cells],
            "pay": [
                {
                    "occupation": row.occupation,
                    "url": row.occupation_url,
                    "area": row.area,
                    "offers": row.offers,
                    "figures": [cell.as_dict() for cell in offer_cells(row)],
                }
                for row in page.offers.every
            ],
        }
    )
