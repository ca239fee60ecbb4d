from dataclasses import dataclass
from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.addresses import address_of
from careers.selectors.examples import SEPARATOR, example_pairs
from comparisons.addresses import address, places_address
from comparisons.selectors import curated
from comparisons.selectors.choosing import Choice, PlaceChoice, choose, choose_place

CAREERS = (("a", gettext_lazy("First career"), choose), ("b", gettext_lazy("Second career"), choose))
PLACES = (
    ("career", gettext_lazy("Career"), choose),
    ("here", gettext_lazy("First place"), choose_place),
    ("there", gettext_lazy("Second place"), choose_place),
)


@dataclass(frozen=True, slots=True)
class Side:
    """A field of a picker: what was typed, and the links that settle it and keep the other fields."""

    name: str
    label: str
    choice: Choice | PlaceChoice
    links: tuple[tuple[str, str], ...]

    @property
    def is_open(self) -> bool:
        return bool(self.choice.typed) and self.choice.chosen is None


def index(request):
    careers, places = _sides(request.GET, CAREERS), _sides(request.GET, PLACES)
    chosen = [side.choice.chosen for side in careers]
    if all(chosen) and chosen[0] != chosen[1]:
        return redirect(address(career.slug for career in chosen))
    career, *where = (side.choice.chosen for side in places)
    if career and all(where) and where[0] != where[1]:
        return redirect(places_address(career.slug, [place.slug for place in where]))
    published = curated.published()
    return render(
        request,
        "comparisons/index.html",
        {
            "careers": careers,
            "places": places,
            "same": _what_is_named_twice(chosen, where),
            "published": published,
            "examples": _examples({frozenset(found.slugs) for found in published}),
            "canonical_url": request.build_absolute_uri(address_of("comparisons:index")),
            "breadcrumbs": [(_("Compare"), "")],
        },
    )


def _sides(asked, fields) -> list[Side]:
    choices = {name: find(asked.get(name, "")) for name, __, find in fields}
    kept = {name: found.chosen.slug if found.chosen else found.typed for name, found in choices.items()}
    return [
        Side(
            name,
            label,
            choices[name],
            tuple(
                (title, f"{address_of('comparisons:index')}?{urlencode(_set(kept | {name: slug}))}")
                for title, slug in choices[name].matches
            ),
        )
        for name, label, __ in fields
    ]


def _set(named):
    return {name: value for name, value in named.items() if value}


def _what_is_named_twice(careers, places):
    if all(careers) and careers[0] == careers[1]:
        return "career"
    return "place" if all(places) and places[0] == places[1] else ""


def _examples(published):
    """Title and address of each example pair that editors have not written about."""
    return [
        (title, reverse("comparisons:comparison", args=[pair]))
        for title, pair in example_pairs()
        if frozenset(pair.split(SEPARATOR)) not in published
    ]
