from django.http import Http404
from django.shortcuts import render

from careers.selectors import sources as selector


def sources(request):
    return render(
        request,
        "careers/sources.html",
        {"sources": selector.sources(), "nav": "sources", "breadcrumbs": [("Sources", "")]},
    )


def source(request, slug):
    found = selector.sources().filter(slug=slug).first()
    if found is None:
        raise Http404
    return render(
        request,
        "careers/source.html",
        {
            "source": found,
            "receipts": selector.receipts(found),
            "nav": "sources",
            "breadcrumbs": [("Sources", "/sources/"), (found.short_name, "")],
        },
    )
