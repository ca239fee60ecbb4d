from django.shortcuts import redirect, render
from django.urls import reverse

from careers.selectors.examples import SEPARATOR
from careers.views import twins
from comparisons.addresses import MOST, address, canonical, steps
from comparisons.selectors.choosing import choose
from comparisons.selectors.comparison import comparison as comparison_of
from comparisons.selectors.comparison import occupations

from . import twin as comparison_twin
from .compared import careers_of, slugs_of


def comparison(request, pair, twin=""):
    slugs = slugs_of(pair)
    found = occupations(slugs)
    if len(slugs) == 1 and slugs[0] in found:
        career = found[slugs[0]]
        return redirect("careers:occupation_twin", career.slug, twin) if twin else redirect(career)
    if len(slugs) > 1 and pair != SEPARATOR.join(slugs):
        return redirect(address(slugs, twin))
    careers = careers_of(slugs, found)
    if twin:
        twins.check_format(twin)
        return comparison_twin.respond(twin, comparison_of(careers))
    added = choose(request.GET.get("add", ""))
    if added.chosen and added.chosen.slug not in slugs and len(slugs) < MOST:
        return redirect(address([*slugs, added.chosen.slug]))
    shown = comparison_of(careers)
    return render(
        request,
        "comparisons/comparison.html",
        {
            "comparison": shown,
            "canonical_url": request.build_absolute_uri(canonical(slugs)),
            "own_url": address(slugs),
            "steps": steps(shown.profiles),
            "room": MOST - len(slugs),
            "added": added,
            "added_links": [
                (title, address([*slugs, slug])) for title, slug in added.matches if slug not in slugs
            ],
            "twins": [(name, address(slugs, name.lower())) for name in ("JSON", "CSV")],
            "breadcrumbs": [("Compare", reverse("comparisons:index")), (shown.title, "")],
        },
    )
