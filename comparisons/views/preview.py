"""The page of a comparison with words that are not published; the admin lets editors in."""

from dataclasses import replace

from django.shortcuts import render

from comparisons.models import CuratedComparison
from comparisons.options import Options
from comparisons.selectors.choosing import choose, choose_place
from comparisons.selectors.comparison import comparison, occupations
from comparisons.selectors.curated import curated

from .compared import careers_of
from .comparison import context


def preview(request, row: CuratedComparison, edit_url: str):
    draft = curated(row)
    careers = careers_of(list(draft.slugs), occupations(draft.slugs))
    shown = replace(comparison(careers), curated=draft)
    return render(
        request,
        "comparisons/preview.html",
        {
            "comparison": shown,
            **context(request, shown, Options(), choose_place("")),
            "canonical_url": "",
            "added": choose(""),
            "edit_url": edit_url,
        },
    )
