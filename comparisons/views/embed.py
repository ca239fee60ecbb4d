from csp.decorators import csp_replace
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt

from careers.selectors import placed
from careers.selectors.examples import SEPARATOR
from comparisons import options
from comparisons.addresses import address, canonical
from comparisons.selectors.comparison import comparison as comparison_of
from comparisons.selectors.comparison import occupations

from .compared import careers_of, slugs_of
from .comparison import chosen_place


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
def embed(request, pair):
    """The overview of a comparison for a frame in anyone's page: the one page that may be framed."""
    slugs = slugs_of(pair)
    found = occupations(slugs)
    if len(slugs) == 1 and slugs[0] in found:
        return redirect(found[slugs[0]])
    if len(slugs) > 1 and pair != SEPARATOR.join(slugs):
        asked = f"?{request.GET.urlencode()}" if request.GET else ""
        return redirect(reverse("comparisons:embed", args=[SEPARATOR.join(slugs)]) + asked)
    careers = careers_of(slugs, found)
    choice = chosen_place(request, request.path, can_ask=False)
    shown_as = options.of_careers(request.GET, slugs, choice.chosen)
    place = shown_as.place and placed.places([shown_as.place], adjusts=shown_as.in_national_prices)[0]
    shown = comparison_of(careers, place)
    answer = render(
        request,
        "comparisons/embed.html",
        {
            "comparison": shown,
            "overview": shown.sections[0],
            "full_url": address(slugs) + shown_as.query(pin="", rows=""),
            "canonical_url": request.build_absolute_uri(
                canonical(slugs, shown.curated.url if shown.curated else "")
            ),
        },
    )
    answer["Cross-Origin-Resource-Policy"] = "cross-origin"
    return answer
