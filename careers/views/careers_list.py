from collections.abc import Iterator
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import HttpResponseRedirect, JsonResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.filters.asked import LIST
from careers.models import Area
from careers.prose import careers_list as prose
from careers.selectors import careers_list as selector
from careers.selectors import nearest
from careers.selectors.cells import CSV_COLUMNS, csv_rows
from careers.selectors.choosing_places import PlaceChoice, choose_place

from . import twins
from .careers_search import CareersSearch, address, read
from .careers_views import IN_LIST, VIEWS

IN_A_TWIN = 1_000


def careers(request, twin=""):
    if twin:
        twins.check_format(twin)
    place = choose_place(request.GET.get("place", ""))
    given = list(_given(request.GET, place))
    if not twin and given != [(name, value) for name, values in request.GET.lists() for value in values]:
        return HttpResponseRedirect(f"{request.path}?{urlencode(given)}" if given else request.path)
    search = read(request.GET, place, VIEWS)
    if twin:
        return _twin(twin, search)
    asked, form = search.asked, search.form
    view = VIEWS[asked.view or LIST]
    heading = prose.heading(asked, search.names)
    shown = view.context(search) if search.careers else {}
    page = shown.get("page_obj")
    return render(
        request,
        "careers/list.html",
        {
            "filter": form,
            "folded": list(form.folded()),
            "heading": heading,
            "count": len(search.careers),
            "where": search.names.place,
            "in_national_prices": search.level is not None and search.level.index is not None,
            "price_level": search.level.cell if search.level else None,
            "unsure": _unsure(search),
            "unsure_url": address(asked.also(keeps_unknown=not asked.keeps_unknown)),
            "corrected": search.found.corrected,
            "exact_url": address(asked.also(exact=True)),
            "chips": [(chip.text, address(chip.rest)) for chip in prose.chips(asked, search.names)],
            "ways_to_look": _ways_to_look(search),
            "view_template": view.template,
            "wider": [] if search.careers else _wider(search),
            "canonical_url": request.build_absolute_uri(address(asked.also(page=page.number if page else 1))),
            "twins": [
                (name, address(asked.also(view=""), name.lower()))
                for name in ("JSON", "CSV")
                if search.is_right
            ],
            "breadcrumbs": [(_("Careers"), "")],
            **shown,
        },
    )


def _given(query: QueryDict, place: PlaceChoice) -> Iterator[tuple[str, str]]:
    """The address that a form means: it sends all of its fields, and the place as it is typed."""
    for name, values in query.lists():
        if name == "place" and place.chosen:
            values = [place.chosen.slug] if place.chosen.kind != Area.Kind.NATION else []
        yield from ((name, value) for value in values if value)


def _unsure(search: CareersSearch) -> str:
    if not search.is_right:
        return ""
    narrowed, kept = search.narrowed, search.asked.keeps_unknown
    return prose.unsure(narrowed.unsure, narrowed.reasons(), kept=kept)


def _ways_to_look(search: CareersSearch) -> list[dict]:
    """The views of the same list, '' for the address of the one that is shown."""
    shown = search.asked.view or LIST
    return [
        {"label": view.label, "url": "" if name == shown else address(search.asked.also(view=name))}
        for name, view in VIEWS.items()
    ]


def _wider(search: CareersSearch) -> list[tuple[str, str]]:
    """Where there is nothing to show: what an unclear place may mean, or the nearest wider searches."""
    place = search.form.place
    if search.form.has_error("place"):
        may_be = place.matches or [
            (name, url.rstrip("/").rpartition("/")[2]) for name, url in nearest.places_like(place.typed)
        ]
        return [(name, address(search.asked.also(place=slug))) for name, slug in may_be] or [_everything()]
    if not search.is_right:
        return [(_("Without what is wrong"), address(search.asked))]
    return [(text, address(asked)) for text, asked in search.wider()]


def _everything() -> tuple[str, str]:
    return _("All careers"), address_of("careers:list")


def _twin(twin: str, search: CareersSearch):
    """The list, a thousand careers at a time, with what was asked and how unknown values were handled."""
    if not search.is_right:
        return JsonResponse({"errors": search.form.errors}, status=400)
    if own := VIEWS[search.asked.view or LIST].twin:
        return own(twin, search)
    asked = search.asked
    page = Paginator(search.careers, IN_A_TWIN).get_page(asked.page)
    following = address(asked.also(view="", page=page.number + 1), twin) if page.has_next() else ""
    rows = selector.rows(page.object_list, IN_LIST, search.area, search.level)
    said = {
        "place": search.area.name if search.area else "United States",
        "prices": "national" if search.level else _("as paid"),
        "unknown_values": "kept" if search.asked.keeps_unknown else _("left out"),
    }
    if twin == "csv":
        body = (
            [row.title, row.slug, row.soc_code, *said.values(), *cell]
            for row in rows
            for cell in csv_rows(row.cells)
        )
        return twins.csv_twin(
            ("career", "slug", "soc_code", *said, *CSV_COLUMNS), body, "careers", following=following
        )
    return twins.json_twin(
        {
            "heading": prose.heading(search.asked, search.names),
            "url": address(search.asked.also(view="")),
            **said,
            "unknown_count": search.narrowed.unsure,
            "unknown_by_filter": search.narrowed.reasons(),
            "sort": search.asked.order,
            "count": len(search.careers),
            "next": following,
            "careers": [
                {
                    "title": row.title,
                    "slug": row.slug,
                    "soc_code": row.soc_code,
                    "url": row.url,
                    "figures": [cell.as_dict() for cell in row.cells],
                }
                for row in rows
            ],
        }
    )
