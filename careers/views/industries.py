from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.addresses import address_of
from careers.charts.everyone import pay_by_sector
from careers.prose import places as prose
from careers.selectors import industries as selector
from careers.selectors import nearest
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import careers_here, sorting, twins
from .errors import NoSuchPage

COLUMNS = [
    (gettext_lazy("Industry"), "industry", False),
    (gettext_lazy("Mean pay"), "pay", True),
    (gettext_lazy("People employed"), "employment", True),
]


def industries(request, twin=""):
    sort = sorting.chosen(request.GET.get("sort", ""), selector.SORTS, selector.DEFAULT_SORT)
    groups = selector.industries(sort)
    if twin:
        twins.check_format(twin)
        return _index_twin(twin, groups)
    return render(
        request,
        "careers/industries.html",
        {
            "groups": groups,
            "chart": pay_by_sector("pay-by-sector", groups[0][1]) if groups else None,
            "columns": sorting.headings(COLUMNS, sort, "?sort={}".format),
            "table_notes": notes(cell for __, rows in groups for row in rows for cell in row.cells),
            "canonical_url": request.build_absolute_uri(address_of("careers:industries")),
            "twins": careers_here.twin_links("industries_twin"),
            "nav": "industries",
            "breadcrumbs": [(_("Industries"), "")],
        },
    )


def industry(request, slug, twin=""):
    row = selector.find(slug)
    if row is None:
        near = [*nearest.industries_like(slug), (_("All industries"), address_of("careers:industries"))]
        raise NoSuchPage(_("There is no industry of that name."), near)
    found = selector.industry(row)
    address = reverse("careers:industry", args=[slug])
    if twin:
        twins.check_format(twin)
        return careers_here.twin(twin, found, {"name": found.name, "code": found.code}, address)
    return render(
        request,
        "careers/industry.html",
        {
            "industry": found,
            "reader_answers": row.reader_answers,
            "opening": prose.of_industry(found),
            **careers_here.tables(
                found, _("in {in_industry}").format(in_industry=prose.in_industry(found.name))
            ),
            "canonical_url": request.build_absolute_uri(address),
            "twins": careers_here.twin_links("industry_twin", slug),
            "nav": "industries",
            "breadcrumbs": [(_("Industries"), address_of("careers:industries")), (found.name, "")],
        },
    )


def _index_twin(twin, groups):
    if twin == "csv":
        rows = (
            [row.name, heading, *cells]
            for heading, found in groups
            for row in found
            for cells in csv_rows(row.cells)
        )
        return twins.csv_twin(("industry", "group", *CSV_COLUMNS), rows, "industries")
    return twins.json_twin(
        {
            "count": sum(len(rows) for __, rows in groups),
            "industries": [
                {
                    "name": row.name,
                    "group": heading,
                    "slug": row.slug,
                    "url": row.url,
                    "figures": [cell.as_dict() for cell in row.cells],
                }
                for heading, rows in groups
                for row in rows
            ],
        }
    )
