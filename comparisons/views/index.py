from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse

from careers.selectors.examples import SEPARATOR, example_pairs
from comparisons.selectors import curated
from comparisons.selectors.choosing import choose


def index(request):
    first = choose(request.GET.get("a", ""))
    second = choose(request.GET.get("b", ""))
    if first.chosen and second.chosen and first.chosen != second.chosen:
        return redirect("comparisons:comparison", SEPARATOR.join([first.chosen.slug, second.chosen.slug]))
    published = curated.published()
    return render(
        request,
        "comparisons/index.html",
        {
            "sides": [
                {
                    "name": name,
                    "label": label,
                    "choice": choice,
                    "other": other,
                    "links": _choices(name, choice, other),
                }
                for name, label, choice, other in (
                    ("a", "First career", first, second),
                    ("b", "Second career", second, first),
                )
            ],
            "same": first.chosen is not None and first.chosen == second.chosen,
            "published": published,
            "examples": _examples({frozenset(found.slugs) for found in published}),
            "canonical_url": request.build_absolute_uri(reverse("comparisons:index")),
            "breadcrumbs": [("Compare", "")],
        },
    )


def _examples(published):
    """Title and address of each example pair that editors have not written about."""
    return [
        (title, reverse("comparisons:comparison", args=[pair]))
        for title, pair in example_pairs()
        if frozenset(pair.split(SEPARATOR)) not in published
    ]


def _choices(name, choice, other):
    """Links that settle one side of the picker and keep the other."""
    kept = other.chosen.slug if other.chosen else other.typed
    rest = {"b" if name == "a" else "a": kept} if kept else {}
    return [
        (title, f"{reverse('comparisons:index')}?{urlencode({name: slug, **rest})}")
        for title, slug in choice.matches
    ]
