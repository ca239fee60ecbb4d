from django.shortcuts import render
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.selectors import pages as selector

from .errors import NoSuchPage


def pages(request):
    return render(
        request,
        "careers/pages.html",
        {
            "pages": selector.live(),
            "canonical_url": request.build_absolute_uri(address_of("careers:pages")),
            "nav": "none",
            "breadcrumbs": [(_("About this portal"), "")],
        },
    )


def page(request, slug):
    found = selector.find(slug)
    if found is None:
        raise NoSuchPage(
            _("There is no page of that name."), [(_("About this portal"), address_of("careers:pages"))]
        )
    return render(
        request,
        "careers/page.html",
        {
            "page": found,
            "beginning": selector.beginning(found),
            "canonical_url": request.build_absolute_uri(found.get_absolute_url()),
            "nav": "none",
            "breadcrumbs": [(_("About this portal"), address_of("careers:pages")), (found.title, "")],
        },
    )
