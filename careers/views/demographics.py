from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from careers.charts.demographics import share_chart
from careers.prose import demographics as prose
from careers.selectors import demographics as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.selectors.subpages import near_with

from . import subpage, twins

HEADINGS = {
    "gender": _("Women and men"),
    "age_groups": _("Age"),
    "race": _("Race and Hispanic origin"),
    "lgbt": _("LGBT people"),
}


def demographics(request, slug, twin=""):
    occupation = subpage.find(slug)
    shown = selector.demographics(occupation)
    if twin:
        twins.check_format(twin)
        return _twin(twin, occupation, shown)
    name = occupation.plural
    return render(
        request,
        "careers/demographics.html",
        {
            **subpage.frame(request, occupation, "demographics", shown.cells),
            "people": shown,
            "opening": prose.opening(name, shown),
            "nothing": "" if shown.has_figures else prose.NOTHING,
            "near": [] if shown.has_figures else near_with("demographics", occupation),
            "parts": [
                {
                    "id": part.replace("_", "-"),
                    "heading": HEADINGS[part],
                    "cell": cell,
                    "chart": share_chart(part, name, shown.shares[part]),
                }
                for part, cell in shown.whole.items()
            ],
        },
    )


def _twin(twin, occupation, shown):
    if twin == "csv":
        rows = ([part, *row] for part, cells in shown.entries() for row in csv_rows(cells))
        return twins.csv_twin(("part", *CSV_COLUMNS), rows, f"{occupation.slug}-demographics")
    return twins.json_twin(
        {
            **subpage.identity(occupation),
            "entries": [
                {"part": part, "figures": [cell.as_dict() for cell in cells]}
                for part, cells in shown.entries()
            ],
        }
    )
