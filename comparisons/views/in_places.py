from itertools import combinations, islice

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.selectors.answers import on_page
from careers.selectors.examples import SEPARATOR
from careers.selectors.nearest import places_like
from careers.structured_data import occupation
from careers.views import twins
from careers.views.errors import NoSuchCareer, NoSuchPage
from comparisons import options
from comparisons.addresses import MOST, address, places_address
from comparisons.selectors.choosing import choose_place
from comparisons.selectors.comparison import occupations
from comparisons.selectors.in_places import areas
from comparisons.selectors.in_places import in_places as in_places_of

from . import controls
from . import twin as comparison_twin
from .compared import OFFERED, distinct, words


def in_places(request, pair, places, twin=""):
    careers, slugs = distinct(pair), distinct(places)
    found = occupations(careers)
    if len(careers) > 1:
        raise _one_career(careers, found)
    if not careers or careers[0] not in found:
        raise NoSuchCareer(pair[:80], _("There is no career “{words}”.").format(words=words(pair)))
    career, known = found[careers[0]], areas(slugs)
    asked = f"?{request.GET.urlencode()}" if request.GET else ""
    if unknown := [slug for slug in slugs if slug not in known]:
        raise _no_place(career, slugs, unknown[0], known)
    if len(slugs) < 2:
        return (
            redirect("careers:pay_twin", career.slug, twin) if twin else redirect("careers:pay", career.slug)
        )
    if (pair, places) != (career.slug, SEPARATOR.join(slugs)):
        return redirect(places_address(career.slug, slugs, twin) + asked)
    if len(slugs) > MOST:
        raise _too_many(career, slugs, known)
    shown_as = options.of_places(request.GET, slugs)
    compared = [known[slug] for slug in slugs]
    if twin:
        twins.check_format(twin)
        shown = in_places_of(career, compared, in_national_prices=shown_as.in_national_prices)
        return comparison_twin.respond_in_places(twin, shown)

    def to(those):
        return places_address(career.slug, those)

    added = choose_place(request.GET.get("add", ""))
    if added.chosen and added.chosen.slug not in slugs and len(slugs) < MOST:
        return redirect(to([*slugs, added.chosen.slug]) + shown_as.query())
    shown = in_places_of(
        career,
        compared,
        in_national_prices=shown_as.in_national_prices,
        pin=shown_as.pin,
        only_differing=shown_as.only_differing,
    )
    kept = shown_as.query(pin="", rows="")
    return render(
        request,
        "comparisons/in_places.html",
        {
            "comparison": shown,
            "reader_answers": on_page(to(slugs)),
            **controls.context(shown.places, to, shown_as, request.GET),
            "across_places": True,
            "added": added,
            "added_links": [
                (name, to([*slugs, slug]) + shown_as.query())
                for name, slug in added.matches
                if slug not in slugs
            ],
            "canonical_url": request.build_absolute_uri(to(sorted(slugs))),
            "structured_data": [
                occupation(profile, request.build_absolute_uri) for profile in shown.profiles
            ],
            "twins": [
                (name, places_address(career.slug, slugs, name.lower()) + kept) for name in ("JSON", "CSV")
            ],
            "breadcrumbs": [
                (_("Compare"), address_of("comparisons:index")),
                (career.title, career.get_absolute_url()),
                (_(" vs ").join(name for __, name in shown.places), ""),
            ],
        },
    )


def _one_career(careers, found):
    """Several careers in several places are no page; each is one, and so is their comparison in a place."""
    known = [found[slug] for slug in careers if slug in found]
    links = [(career.title, career.get_absolute_url()) for career in known]
    if len(known) > 1:
        together = [career.slug for career in known][:MOST]
        links.insert(0, (_(" vs ").join(found[slug].title for slug in together), address(together)))
    return NoSuchPage(_("Places are compared for one career at a time. Perhaps you meant:"), links)


def _no_place(career, slugs, unknown, known):
    """The nearest names for the first unknown place, beside the known ones where there are any."""
    kept = [slug for slug in slugs if slug in known][: MOST - 1]
    near = [(name, url.rstrip("/").rpartition("/")[2]) for name, url in places_like(words(unknown))]
    links = [
        (
            _("{career} in {join}").format(
                career=career.title, join=_(" vs ").join([*(known[one].name for one in kept), name])
            ),
            address_of,
        )
        for name, slug in near
        if slug not in known
        for address_of in [places_address(career.slug, [*(kept or ["united-states"]), slug])]
    ]
    return NoSuchPage(
        _("There is no place “{words}” with figures of its own.").format(words=words(unknown)), links
    )


def _too_many(career, slugs, known):
    smaller = islice(combinations(slugs, MOST), OFFERED)
    links = [
        (_(" vs ").join(known[slug].name for slug in some), places_address(career.slug, some))
        for some in smaller
    ]
    return NoSuchPage(_("A comparison holds up to {most} places.").format(most=MOST), links)
