"""The machine-readable twins of a comparison."""

from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.views import twins


def respond(twin, shown):
    careers = [profile.title for profile in shown.profiles]
    if twin == "csv":
        rows = (
            [section.slug, career, *row_cells]
            for section in shown.sections
            for row in section.rows
            for career, row_cells in zip(careers, csv_rows(row.cells), strict=True)
        )
        return twins.csv_twin(("section", "career", *CSV_COLUMNS), rows, shown.slug)
    return twins.json_twin(
        {
            "title": shown.title,
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
            "sections": [
                {
                    "section": section.slug,
                    "title": section.title,
                    "rows": [
                        {
                            "label": row.label,
                            "verdict": row.verdict,
                            "cells": [cell.as_dict() for cell in row.cells],
                        }
                        for row in section.rows
                    ],
                }
                for section in shown.sections
            ],
        }
    )
