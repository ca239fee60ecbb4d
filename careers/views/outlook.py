from django.shortcuts import render

from careers.charts.outlook import growth_chart, jobs_chart, related_chart
from careers.prose import outlook as prose
from careers.selectors import outlook as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.selectors.subpages import near_with

from . import subpage, twins


def outlook(request, slug, twin=""):
    occupation = subpage.find(slug)
    shown = selector.outlook(occupation)
    if twin:
        twins.check_format(twin)
        return _twin(twin, occupation, shown)
    name = occupation.plural
    charts = (
        jobs_chart("jobs", name, shown),
        growth_chart("growth-against", name, shown),
    )
    return render(
        request,
        "careers/outlook.html",
        {
            **subpage.frame(request, occupation, "outlook", shown.cells),
            "outlook": shown,
            "opening": prose.opening(name, shown),
            "nothing": "" if shown.has_figures else prose.NOTHING,
            "near": [] if shown.years else near_with("outlook", occupation),
            "charts": [chart for chart in charts if chart],
            "related_chart": related_chart("growth-related", name, shown),
        },
    )


def _twin(twin, occupation, shown):
    if twin == "csv":
        rows = ([part, name, *row] for part, name, cells in shown.entries() for row in csv_rows(cells))
        return twins.csv_twin(("part", "name", *CSV_COLUMNS), rows, f"{occupation.slug}-outlook")
    return twins.json_twin(
        {
            **subpage.identity(occupation),
            "entries": [
                {"part": part, "name": name, "figures": [cell.as_dict() for cell in cells]}
                for part, name, cells in shown.entries()
            ],
        }
    )
