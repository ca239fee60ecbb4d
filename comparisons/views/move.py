from itertools import islice, pairwise

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.addresses import address_of
from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.selectors.examples import SEPARATOR
from careers.selectors.nearest import careers_like
from careers.views import twins
from careers.views.errors import NoSuchPage
from comparisons.addresses import address
from comparisons.engine.move import Standing
from comparisons.prose.move_way import RULE
from comparisons.selectors.comparison import occupations
from comparisons.selectors.move import move as move_of
from comparisons.selectors.routes import move_address

from . import card
from .compared import slugs_of

OFFERED = 5  # moves where there are too many careers for one
HEADINGS = (
    (Standing.LEARN, gettext_lazy("To learn")),
    (Standing.SHARED, gettext_lazy("Shared")),
    (Standing.LEAVE, gettext_lazy("To leave behind")),
    (Standing.UNTOLD, gettext_lazy("Cannot be told")),
)


def move(request, pair, twin=""):
    slugs = slugs_of(pair)
    found = occupations(slugs)
    if len(slugs) == 1 and slugs[0] in found:
        career = found[slugs[0]]
        return redirect("careers:occupation_twin", career.slug, twin) if twin else redirect(career)
    if len(slugs) == 2 and pair != SEPARATOR.join(slugs):
        return redirect(move_address(*slugs, twin))
    if len(slugs) != 2 or any(slug not in found for slug in slugs):
        raise _no_such_move(slugs, found)
    shown = move_of(*(found[slug] for slug in slugs))
    if twin:
        twins.check_format(twin)
        return _twin(twin, shown)
    return render(
        request,
        "comparisons/move.html",
        {
            "move": shown,
            "rule": RULE,
            "parts": [(where.value, heading, shown.lists_of(where)) for where, heading in HEADINGS],
            "comparison_url": address(slugs),
            "reverse_url": move_address(*reversed(slugs)),
            **card.in_head(slugs, shown.title),
            "canonical_url": request.build_absolute_uri(move_address(*slugs)),
            "twins": [(name, move_address(*slugs, name.lower())) for name in ("JSON", "CSV")],
            "breadcrumbs": [
                (_("Compare"), address_of("comparisons:index")),
                (
                    _("{plural} vs {plural_2}").format(
                        plural=shown.first.plural, plural_2=shown.second.plural
                    ),
                    address(slugs),
                ),
                (_("Move"), ""),
            ],
        },
    )


def _no_such_move(slugs, found):
    """What could be meant instead: the moves between neighbours of a longer list, or to near names."""
    unknown = [slug for slug in slugs if slug not in found]
    if not unknown:
        steps = islice(pairwise(slugs), OFFERED)
        links = [
            (
                _("{plural} to {plural_2}").format(plural=found[a].plural, plural_2=found[b].plural),
                move_address(a, b),
            )
            for a, b in steps
        ]
        return NoSuchPage(
            _("A move leads from one career to one other. Perhaps you meant one of these:"), links
        )
    words = unknown[0].replace("-", " ")[:80]
    near = careers_like(unknown[0])
    if len(slugs) != 2 or len(unknown) == 2:
        return NoSuchPage(_("There is no career “{words}”.").format(words=words), near)
    known = next(found[slug] for slug in slugs if slug in found)
    links = []
    for title, url in near:
        slug = url.rstrip("/").rpartition("/")[2]
        if slug == known.slug:
            continue
        if unknown[0] == slugs[1]:
            links.append(
                (
                    _("{plural} to {title}").format(plural=known.plural, title=title),
                    move_address(known.slug, slug),
                )
            )
        else:
            links.append(
                (
                    _("{title} to {plural}").format(title=title, plural=known.plural),
                    move_address(slug, known.slug),
                )
            )
    where = (
        _("move to from {plural}").format(plural=known.plural)
        if unknown[0] == slugs[1]
        else _("move from to {plural}").format(plural=known.plural)
    )
    return NoSuchPage(
        _("There is no career “{words}” to {where}.").format(words=words, where=where), links or near
    )


def _entries(shown):
    """All that is shown: section, kind, name of the skill or career on the way, whose figures, the cells."""
    sides = shown.first, shown.second
    for row in shown.takes.rows:
        for profile, cell in zip(sides, row.cells, strict=True):
            yield "what_it_takes", "", "", profile.title, (cell,)
    yield "what_it_takes", "", "", shown.title, shown.figures
    for listed in shown.lists:
        for step in listed.steps:
            for profile, rating in zip(sides, (step.first, step.second), strict=True):
                yield listed.standing.value, listed.kind, step.name, profile.title, rating.cells
    if shown.named:
        for where, cells in shown.named.parts:
            for cell in cells:
                yield where.value, "named", cell.text, "", (cell,)
    for route in shown.routes.found:
        yield "on_the_way", "", route.title, route.title, route.cells


def _twin(twin, shown):
    if twin == "csv":
        rows = (
            [section, kind, name, career, *row]
            for section, kind, name, career, cells in _entries(shown)
            for row in csv_rows(cells)
        )
        return twins.csv_twin(("section", "kind", "name", "career", *CSV_COLUMNS), rows, shown.slug)
    return twins.json_twin(
        {
            "title": shown.title,
            "from": _career(shown.first),
            "to": _career(shown.second),
            "opening": list(shown.opening),
            "rule": list(RULE) if shown.lists else [],
            "not_rated": list(shown.not_rated),
            "entries": [
                {
                    "section": section,
                    "kind": kind,
                    "name": name,
                    "career": career,
                    "figures": [cell.as_dict() for cell in cells],
                }
                for section, kind, name, career, cells in _entries(shown)
            ],
        }
    )


def _career(profile):
    return {
        "title": profile.title,
        "slug": profile.slug,
        "soc_code": profile.soc_code,
        "url": profile.url,
    }
