"""The machine-readable twins of comparisons."""

from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.views import twins


def respond(twin, shown):
    """Careers side by side; all rows, in the order of the address."""
    if twin == "csv":
        careers = [(profile.title,) for profile in shown.profiles]
        return twins.csv_twin(("section", "career", *CSV_COLUMNS), _lines(shown, careers), shown.slug)
    return twins.json_twin(payload(shown))


def payload(shown) -> dict:
    """A comparison of careers as JSON."""
    return {
        "title": shown.title,
        "place": shown.place or "United States",
        "careers": [
            {
                "title": profile.title,
                "slug": profile.slug,
                "soc_code": profile.soc_code,
                "url": profile.url,
            }
            for profile in shown.profiles
        ],
        "opening": list(shown.opening),
        "editors": None if shown.place else _editors(shown.curated),
        "sections": [{**_section(part.section), "sentence": part.sentence} for part in shown.parts],
    }


def respond_in_places(twin, shown):
    """One career in several places."""
    career = shown.occupation
    if twin == "csv":
        places = [(career.title, name) for __, name in shown.places]
        header = ("section", "career", "place", *CSV_COLUMNS)
        name = f"{career.slug}-in-{'-vs-'.join(slug for slug, __ in shown.places)}"
        return twins.csv_twin(header, _lines(shown, places), name)
    return twins.json_twin(
        {
            "title": shown.title,
            "career": {
                "title": career.title,
                "slug": career.slug,
                "soc_code": career.soc_code or "",
                "url": career.get_absolute_url(),
            },
            "places": [{"name": name, "slug": slug} for slug, name in shown.places],
            "opening": list(shown.opening),
            "sections": [_section(section) for section in shown.sections],
        }
    )


def _editors(curated):
    """What editors wrote of exactly these careers nationwide, apart from what the figures say."""
    if curated is None:
        return None
    return {"title": curated.title, "introduction": curated.introduction, "verdict": curated.verdict}


def _lines(shown, columns):
    """A line for each cell, led by its section and by what names its column."""
    return (
        [section.slug, *column, *cells]
        for section in shown.sections
        for row in section.rows
        for column, cells in zip(columns, csv_rows(row.cells), strict=True)
    )


def _section(section):
    return {
        "section": section.slug,
        "title": section.title,
        "rows": [
            {"label": row.label, "verdict": row.verdict, "cells": [cell.as_dict() for cell in row.cells]}
            for row in section.rows
        ],
    }
