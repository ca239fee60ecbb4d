from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.selectors import figures as selector

from . import twins


def figures(request, twin=""):
    themes = selector.figures()
    if twin:
        twins.check_format(twin)
        if twin == "csv":
            return twins.csv_twin(selector.CSV_COLUMNS, selector.csv_rows(themes), "figures")
        return twins.json_twin(
            {
                "themes": [
                    {"theme": theme, "figures": [entry.as_dict() for entry in entries]}
                    for theme, entries in themes
                ]
            }
        )
    return render(
        request,
        "careers/figures.html",
        {
            "themes": themes,
            "nav": "none",
            "canonical_url": request.build_absolute_uri(address_of("careers:figures")),
            "twins": [
                (name, reverse("careers:figures_twin", args=[name.lower()])) for name in ("JSON", "CSV")
            ],
            "breadcrumbs": [(_("Figures"), "")],
        },
    )
