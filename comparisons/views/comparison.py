from html import escape

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.selectors import placed
from careers.selectors.answers import on_page
from careers.selectors.examples import SEPARATOR
from careers.selectors.nearest import places_like
from careers.structured_data import occupation
from careers.views import twins
from careers.views.errors import NoSuchPage
from comparisons import options
from comparisons.addresses import MOST, address, canonical, of, places_address
from comparisons.selectors.choosing import PlaceChoice, choose, choose_place
from comparisons.selectors.comparison import comparison as comparison_of
from comparisons.selectors.comparison import occupations

from . import card, controls
from . import twin as comparison_twin
from .compared import careers_of, slugs_of


def comparison(request, pair, twin=""):
    slugs = slugs_of(pair)
    found = occupations(slugs)
    if len(slugs) == 1 and slugs[0] in found:
        career = found[slugs[0]]
        return redirect("careers:occupation_twin", career.slug, twin) if twin else redirect(career)
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    if len(slugs) > 1 and pair != SEPARATOR.join(slugs):
        return redirect(address(slugs, twin) + asked)
    careers = careers_of(slugs, found)
    choice = chosen_place(request, request.path, can_ask=not twin)
    shown_as = options.of_careers(request.GET, slugs, choice.chosen)
    if choice.chosen and request.GET["place"] != (shown_as.place.slug if shown_as.place else ""):
        return redirect(address(slugs, twin) + shown_as.query(add=request.GET.get("add", "")))
    place = shown_as.place and placed.places([shown_as.place], adjusts=shown_as.in_national_prices)[0]
    if twin:
        twins.check_format(twin)
        return comparison_twin.respond(twin, comparison_of(careers, place))
    added = choose(request.GET.get("add", ""))
    if added.chosen and added.chosen.slug not in slugs and len(slugs) < MOST:
        return redirect(address([*slugs, added.chosen.slug]) + shown_as.query())
    shown = comparison_of(careers, place, pin=shown_as.pin, only_differing=shown_as.only_differing)
    return render(
        request,
        "comparisons/comparison.html",
        {
            "comparison": shown,
            "reader_answers": on_page(request.path),
            **context(request, shown, shown_as, choice),
            "added": added,
            "added_links": [
                (title, address([*slugs, slug]) + shown_as.query())
                for title, slug in added.matches
                if slug not in slugs
            ],
        },
    )


def context(request, shown, shown_as, choice) -> dict:
    """Everything around the figures of a comparison of careers."""
    slugs = [profile.slug for profile in shown.profiles]
    compared = [(profile.slug, profile.plural) for profile in shown.profiles]
    kept = shown_as.query(pin="", rows="")
    ways = controls.context(compared, address, shown_as, request.GET)
    return {
        **ways,
        **controls.place_context(ways["own_url"], shown_as, choice),
        **card.in_head(slugs, shown.chart.title if shown.chart else shown.title),
        "canonical_url": request.build_absolute_uri(
            canonical(slugs, shown.curated.url if shown.curated else "")
        ),
        "moves": [
            (
                one.plural,
                other.plural,
                of("move", [one.slug, other.slug]),
            )
            for one, other in (shown.profiles, reversed(shown.profiles))
        ]
        if len(slugs) == 2
        else [],
        "elsewhere": [
            (profile.plural, places_address(profile.slug, [shown_as.place.slug, "united-states"]))
            for profile in shown.profiles
        ]
        if shown_as.place
        else [],
        "structured_data": [occupation(profile, request.build_absolute_uri) for profile in shown.profiles],
        "embed_code": embed_code(request.build_absolute_uri(of("embed", slugs) + kept), shown.title),
        "twins": [(name, address(slugs, name.lower()) + kept) for name in ("JSON", "CSV")],
        "breadcrumbs": [(_("Compare"), address_of("comparisons:index")), (shown.title, "")],
    }


def embed_code(url: str, title: str) -> str:
    """The HTML of a frame, to be shown as text."""
    said = f'<iframe src="{escape(url)}" title="{escape(title)}" width="100%" height="700" loading="lazy">'
    return f"{said}</iframe>"


def chosen_place(request, own: str, *, can_ask: bool) -> PlaceChoice:
    """The place that is asked for; one that no place is like at all is no page, with the nearest names.

    Nor is one that may mean several, where the page cannot ask which and would be taken for theirs.
    """
    choice = choose_place(request.GET.get("place", ""))
    if choice.matches and not choice.chosen and not can_ask:
        links = [(name, f"{own}?place={slug}") for name, slug in choice.matches]
        raise NoSuchPage(
            _("Several places have a name like “{typed}”. Perhaps you meant:").format(typed=choice.typed),
            links,
        )
    if choice.typed and not choice.chosen and not choice.matches:
        near = [
            (name, f"{own}?place={url.rstrip('/').rpartition('/')[2]}")
            for name, url in places_like(choice.typed)
        ]
        raise NoSuchPage(
            _("There is no place “{typed}” with figures of its own.").format(typed=choice.typed), near
        )
    return choice
