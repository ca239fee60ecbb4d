from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.addresses import address_of
from careers.filters.companies import CompanyFilter
from careers.filters.company_search import Asked
from careers.models import Company
from careers.prose import companies as prose
from careers.selectors import companies as selector
from careers.selectors import company_rows
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import sorting, twins

PAGE_SIZE = 50
IN_A_TWIN = 500  # rows of one answer
COLUMNS = [
    (gettext_lazy("Company"), "name", False),
    (gettext_lazy("Offers filed"), "offers", True),
    (gettext_lazy("Open jobs"), "jobs", True),
]


def companies(request, twin=""):
    if twin:
        twins.check_format(twin)
    given = {name: value for name, value in request.GET.items() if value}
    if not twin and len(given) < len(request.GET):
        return HttpResponseRedirect(f"{request.path}?{urlencode(given)}" if given else request.path)
    today = timezone.localdate()
    known = selector.known(given.get("q", ""), today)
    filtered = CompanyFilter(given, Company.objects.none(), known.labels, known.metros)
    asked, is_right = filtered.asked, filtered.is_valid()
    if twin:
        if not is_right:
            return JsonResponse({"errors": filtered.errors}, status=400)
        return _twin(twin, filtered, selector.Listed(known, asked), today)
    filtered.count(lambda name: known.directory.counts(name, asked))
    paginator = Paginator(selector.Listed(known, asked) if is_right else (), PAGE_SIZE)
    page = paginator.get_page(asked.page)
    rows = company_rows.rows(known.everyone, page.object_list, today)
    return render(
        request,
        "careers/companies.html",
        {
            "filter": filtered.form,
            "in_sight": [filtered.form[name] for name in filtered.filters],
            "heading": prose.heading(asked, filtered.labels),
            "count": paginator.count,
            "rows": rows,
            "columns": sorting.headings(COLUMNS, asked.sort, lambda by: _address(asked.also(sort=by))),
            "table_notes": notes(cell for row in rows for cell in row.shown),
            "page_obj": page,
            "page_range": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "base_query": asked.also(page=1).query(),
            "chips": [(chip.text, _address(chip.rest)) for chip in prose.chips(asked, filtered.labels)],
            "wider": [] if rows else _wider(known.directory, asked, filtered.labels, is_right),
            "canonical_url": request.build_absolute_uri(_address(asked.also(page=page.number))),
            "twins": [
                (name.upper(), _address(asked.also(page=1), name)) for name in twins.FORMATS if is_right
            ],
            "nav": "companies",
            "breadcrumbs": [(_("Companies"), "")],
        },
    )


def _address(asked: Asked, twin: str = "") -> str:
    path = reverse("careers:companies_twin", args=[twin]) if twin else address_of("careers:companies")
    query = asked.query()
    return f"{path}?{query}" if query else path


def _wider(directory, asked: Asked, labels: Mapping, is_right: bool) -> list[tuple[str, str]]:
    if not is_right:
        return [(_("Without what is wrong"), _address(asked))]
    ways = [(prose.way(wider, asked, labels), _address(wider.asked)) for wider in directory.wider(asked)]
    return [*ways, (_("All companies"), _address(Asked()))]


def _twin(twin: str, filtered: CompanyFilter, listed: selector.Listed, today: date):
    """Five hundred rows at a time, as `page` says."""
    asked, count = listed.asked, len(listed)
    first = (asked.page - 1) * IN_A_TWIN
    rows = company_rows.rows(listed.known.everyone, listed[first : first + IN_A_TWIN], today)
    following = _address(asked.also(page=asked.page + 1), twin) if first + IN_A_TWIN < count else ""
    if twin == "csv":
        body = ([row.name, row.slug, *cell] for row in rows for cell in csv_rows(row.cells))
        return twins.csv_twin(("company", "slug", *CSV_COLUMNS), body, "companies", following=following)
    return twins.json_twin(
        {
            "heading": prose.heading(asked, filtered.labels),
            "url": _address(asked.also(page=1)),
            "sort": asked.sort,
            "count": count,
            "next": following,
            "companies": [
                {
                    "name": row.name,
                    "slug": row.slug,
                    "url": row.url,
                    "figures": [cell.as_dict() for cell in row.cells],
                }
                for row in rows
            ],
        }
    )
