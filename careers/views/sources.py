from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.selectors import sources as selector

from . import twins
from .errors import NoSuchPage

COVERAGE_COLUMNS = ("source", "release", "figure", "label", "occupations", "of")


def sources(request):
    return render(
        request,
        "careers/sources.html",
        {
            "sources": selector.sources(),
            "nav": "sources",
            "canonical_url": request.build_absolute_uri(address_of("careers:sources")),
            "breadcrumbs": [(_("Sources"), "")],
        },
    )


def source(request, slug, twin=""):
    page = selector.source_page(slug)
    if page is None:
        raise NoSuchPage(
            _("There is no source of that name."),
            [(found.name, reverse("careers:source", args=[found.slug])) for found in selector.sources()],
        )
    if twin:
        twins.check_format(twin)
        if twin == "csv":
            return twins.csv_twin(COVERAGE_COLUMNS, _coverage_rows(page), slug)
        return twins.json_twin(page.as_dict())
    return render(
        request,
        "careers/source.html",
        {
            "page": page,
            "source": page.source,
            "rejections_shown": selector.REJECTIONS_SHOWN,
            "nav": "sources",
            "canonical_url": request.build_absolute_uri(reverse("careers:source", args=[slug])),
            "twins": [
                (name, reverse("careers:source_twin", args=[slug, name.lower()])) for name in ("JSON", "CSV")
            ],
            "breadcrumbs": [(_("Sources"), address_of("careers:sources")), (page.source.short_name, "")],
        },
    )


def _coverage_rows(page):
    releases = "; ".join(release.label for release in page.releases)
    return (
        (page.source.short_name, releases, line.key, line.label, line.occupations, line.total)
        for line in page.covered
    )
