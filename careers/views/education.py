from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from careers.charts.education import degree_or_answer_chart
from careers.prose import education as prose
from careers.selectors import education as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes
from careers.selectors.subpages import near_with

from . import subpage, twins

ANSWER_HEADINGS = {
    "required_education": _("Education"),
    "required_experience": _("Related experience"),
    "on_site_training": _("On-site training"),
    "on_the_job_training": _("Training on the job"),
}
FIELDS_SHOWN = 12  # beyond this many the page folds them


def education(request, slug, twin=""):
    occupation = subpage.find(slug)
    shown = selector.education(occupation)
    if twin:
        twins.check_format(twin)
        return _twin(twin, occupation, shown)
    name = occupation.plural
    fields = shown.majors.fields
    return render(
        request,
        "careers/education.html",
        {
            **subpage.frame(request, occupation, "education", shown.cells),
            "education": shown,
            "opening": prose.opening(name, shown),
            "nothing": "" if shown.has_figures else prose.NOTHING,
            "near": [] if shown.attainment else near_with("education", occupation),
            "attainment": degree_or_answer_chart("attainment", name, shown.attainment),
            "answers": [
                {
                    "id": key.replace("_", "-"),
                    "heading": ANSWER_HEADINGS[key],
                    "chart": degree_or_answer_chart(key, name, cells),
                    "cells": cells,
                    "notes": notes(cells),
                    # Several answers are missing for the same reason; it is said once.
                    "reasons": list(dict.fromkeys(cell.reason for cell in cells if cell.missing)),
                }
                for key, cells in shown.answers.items()
            ],
            "fields": fields[:FIELDS_SHOWN],
            "more_fields": fields[FIELDS_SHOWN:],
            "completers_notes": notes(
                cell for item in (*fields, *shown.colleges.colleges) for cell in (item.completers,)
            ),
            "earnings_notes": notes(earned.median for earned in shown.earnings),
        },
    )


def _twin(twin, occupation, shown):
    if twin == "csv":
        rows = ([part, name, *row] for part, name, cells in shown.entries() for row in csv_rows(cells))
        return twins.csv_twin(("part", "name", *CSV_COLUMNS), rows, f"{occupation.slug}-education")
    return twins.json_twin(
        {
            **subpage.identity(occupation),
            "entries": [
                {"part": part, "name": name, "figures": [cell.as_dict() for cell in cells]}
                for part, name, cells in shown.entries()
            ],
        }
    )
