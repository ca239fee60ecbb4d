from itertools import combinations, islice
from urllib.parse import urlencode

from django.shortcuts import redirect, render
from django.urls import reverse

from careers import formatting
from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.selectors.examples import SEPARATOR, example_pairs
from careers.selectors.nearest import careers_like
from careers.views import twins
from careers.views.errors import NoSuchPage

from . import selectors
from .addresses import MOST, address, canonical, steps

MAX_PATH = 1000
OFFERED = 6  # smaller comparisons where there are too many careers for one


def index(request):
    first = selectors.choose(request.GET.get("a", ""))
    second = selectors.choose(request.GET.get("b", ""))
    if first.chosen and second.chosen and first.chosen != second.chosen:
        return redirect("comparisons:comparison", SEPARATOR.join([first.chosen.slug, second.chosen.slug]))
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
            "examples": [
                (title, reverse("comparisons:comparison", args=[slug])) for title, slug in example_pairs()
            ],
            "canonical_url": request.build_absolute_uri(reverse("comparisons:index")),
            "breadcrumbs": [("Compare", "")],
        },
    )


def comparison(request, pair, twin=""):
    slugs = _slugs(pair)
    found = selectors.occupations(slugs)
    if len(slugs) == 1 and slugs[0] in found:
        career = found[slugs[0]]
        return redirect("careers:occupation_twin", career.slug, twin) if twin else redirect(career)
    if len(slugs) > 1 and pair != SEPARATOR.join(slugs):
        return redirect(address(slugs, twin))
    if unknown := [slug for slug in slugs if slug not in found]:
        raise _nothing_to_compare(slugs, unknown, found)
    if len(slugs) > MOST:
        raise _too_many(slugs, found)
    if twin:
        twins.check_format(twin)
        return _twin(twin, selectors.comparison([found[slug] for slug in slugs]))
    added = selectors.choose(request.GET.get("add", ""))
    if added.chosen and added.chosen.slug not in slugs and len(slugs) < MOST:
        return redirect(address([*slugs, added.chosen.slug]))
    shown = selectors.comparison([found[slug] for slug in slugs])
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


def _slugs(pair: str) -> list[str]:
    """The distinct slugs of an address, lower case, in their order."""
    if len(pair) > MAX_PATH:
        raise NoSuchPage("That address is too long to be a comparison.")
    if "\0" in pair:
        raise NoSuchPage("No career has a name like that.")
    parts = [part.strip("-") for part in pair.lower().split(SEPARATOR)]
    slugs = list(dict.fromkeys(part for part in parts if part))
    if not slugs:
        raise NoSuchPage("A comparison is addressed by two to five careers, as in nurse-vs-teacher.")
    if len(parts) == 1:
        raise NoSuchPage(
            "A comparison needs two to five careers. Perhaps you meant one of these:", careers_like(slugs[0])
        )
    return slugs


def _choices(name, choice, other):
    """Links that settle one side of the picker and keep the other."""
    kept = other.chosen.slug if other.chosen else other.typed
    rest = {"b" if name == "a" else "a": kept} if kept else {}
    return [
        (title, f"{reverse('comparisons:index')}?{urlencode({name: slug, **rest})}")
        for title, slug in choice.matches
    ]


def _nothing_to_compare(slugs, unknown, found):
    """The nearest names for the first unknown slug, compared with the known ones where there are any."""
    near = careers_like(unknown[0])
    known = [found[slug] for slug in slugs if slug in found][: MOST - 1]
    if not known or not near:
        return NoSuchPage(f"There is no career “{_words(unknown[0])}”.", near)
    links = [
        (
            " vs ".join([*(career.title for career in known), title]),
            address([*(career.slug for career in known), slug]),
        )
        for title, slug in ((title, url.rstrip("/").rpartition("/")[2]) for title, url in near)
        if slug not in found
    ]
    names = formatting.listing([career.title for career in known])
    return NoSuchPage(f"There is no career “{_words(unknown[0])}” to compare with {names}.", links)


def _too_many(slugs, found):
    """Some of the comparisons that the first careers of the address can fill."""
    smaller = islice(combinations(slugs, MOST), OFFERED)
    links = [(" vs ".join(found[slug].title for slug in some), address(some)) for some in smaller]
    return NoSuchPage(f"A comparison holds up to {MOST} careers. These can be compared:", links)


def _words(slug):
    return slug.replace("-", " ")[:80]


def _twin(twin, shown):
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
