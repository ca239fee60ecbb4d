from itertools import groupby

from django.shortcuts import render
from django.utils.translation import gettext as _

from careers.charts.skills import importance_chart, interest_chart
from careers.prose import skills as prose
from careers.selectors import skills as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes
from careers.selectors.subpages import near_with

from . import subpage, twins

# Beyond these numbers the page refers to its twins.
TITLES_SHOWN, TECHNOLOGY_SHOWN, TASKS_SHOWN = 300, 400, 100
TASKS_OPEN, DESCRIPTIONS_OPEN = 8, 3


def skills(request, slug, twin=""):
    occupation = subpage.find(slug)
    shown = selector.skills(occupation)
    if twin:
        twins.check_format(twin)
        return _twin(twin, occupation, shown)
    name = occupation.plural
    technology = shown.technology[:TECHNOLOGY_SHOWN]
    is_rated = bool(shown.skills or shown.knowledge)
    return render(
        request,
        "careers/skills.html",
        {
            **subpage.frame(request, occupation, "skills", shown.cells),
            "skills": shown,
            "opening": prose.opening(name, shown),
            "not_rated": "" if is_rated or shown.named else prose.not_rated(occupation.title),
            "near": [] if is_rated else near_with("skills", occupation),
            "rated": [
                {
                    "id": key,
                    "heading": heading,
                    "noun": noun,
                    "ratings": ratings,
                    "chart": importance_chart(f"{key}-importance", name, ratings),
                    "notes": notes(cell for rating in ratings for cell in rating.cells),
                }
                for key, heading, noun, ratings in (
                    ("skills", _("Skills"), _("skills"), shown.skills),
                    ("knowledge", _("Knowledge"), _("fields of knowledge"), shown.knowledge),
                )
                if ratings
            ],
            "interests": interest_chart("interests-rated", name, shown.interests),
            "in_demand": [item for item in technology if item.is_in_demand],
            "categories": _by_category(technology),
            "technology_left_out": len(shown.technology) - len(technology),
            "first_descriptions": shown.descriptions[:DESCRIPTIONS_OPEN],
            "more_descriptions": shown.descriptions[DESCRIPTIONS_OPEN:],
            "first_tasks": shown.tasks[:TASKS_OPEN],
            "more_tasks": shown.tasks[TASKS_OPEN:TASKS_SHOWN],
            "tasks_left_out": max(0, len(shown.tasks) - TASKS_SHOWN),
            "titles": shown.alternate_titles[:TITLES_SHOWN],
            "titles_left_out": max(0, len(shown.alternate_titles) - TITLES_SHOWN),
        },
    )


def _by_category(technology):
    """Category and its technologies, in the order of the alphabet."""
    ordered = sorted(technology, key=lambda item: (item.category, item.name.lower()))
    return [(category, list(items)) for category, items in groupby(ordered, key=lambda item: item.category)]


def _twin(twin, occupation, shown):
    entries = list(shown.entries())
    if twin == "csv":
        rows = (
            [entry.section, entry.group, entry.name, *row]
            for entry in entries
            for row in csv_rows(entry.cells)
        )
        return twins.csv_twin(("section", "group", "name", *CSV_COLUMNS), rows, f"{occupation.slug}-skills")
    return twins.json_twin(
        {
            **subpage.identity(occupation),
            "entries": [
                {
                    "section": entry.section,
                    "group": entry.group,
                    "name": entry.name,
                    "figures": [cell.as_dict() for cell in entry.cells],
                }
                for entry in entries
            ],
        }
    )
