from urllib.parse import urlencode

from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.addresses import address_of
from careers.charts.everyone import pay_by_state
from careers.filters.places import PlaceFilter
from careers.models import Area
from careers.prose import places as prose
from careers.selectors import nearest
from careers.selectors import places as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import careers_here, sorting, twins
from .errors import NoSuchPage

ADJUSTED = "adjusted"
COLUMNS = [
    (gettext_lazy("Place"), "place", False),
    (gettext_lazy("Mean pay"), "pay", True),
    (gettext_lazy("People employed"), "employment", True),
    (gettext_lazy("Price level"), "prices", True),
]


def places(request, twin=""):
    given = {name: value[:100] for name, value in request.GET.items() if value}
    filtered = PlaceFilter(given, queryset=Area.objects.all())
    filtered.form.label_suffix = ""
    areas = filtered.qs if filtered.is_valid() else Area.objects.none()
    sort = sorting.chosen(given.get("sort", ""), selector.SORTS, selector.DEFAULT_SORT)
    found = selector.places(areas, sort)
    if twin:
        twins.check_format(twin)
        if not filtered.is_valid():
            return JsonResponse({"errors": filtered.errors}, status=400)
        return _index_twin(twin, found)
    state = {name: given[name] for name in filtered.filters if name in given}
    return render(
        request,
        "careers/places.html",
        {
            "places": found,
            "filter": filtered,
            "heading": _heading(filtered),
            "is_filtered": bool(state),
            "map": None if state else pay_by_state("map-of-pay", found.states),
            "columns": sorting.headings(COLUMNS, sort, lambda by: f"?{urlencode({**state, 'sort': by})}"),
            "table_notes": notes(cell for row in (*found.nation, *found.states) for cell in row.cells),
            "canonical_url": request.build_absolute_uri(address_of("careers:places")),
            "twins": [
                (name, f"{url}?{urlencode(state)}" if state else url)
                for name, url in careers_here.twin_links("places_twin")
                if filtered.is_valid()
            ],
            "nav": "places",
            "breadcrumbs": [(_("Places"), "")],
        },
    )


def _heading(filtered):
    """Made from what is asked for, so that it cannot say anything else."""
    asked = filtered.form.cleaned_data if filtered.is_valid() else {}
    named = _("named “{join}”").format(join=" ".join(asked["q"].split())) if asked.get("q") else ""
    kind = (
        _("of the kind “{label}”").format(label=Area.Kind(asked["kind"]).label.lower())
        if asked.get("kind")
        else ""
    )
    return " ".join(filter(None, [_("Places"), named, kind])) if named or kind else ""


def place(request, slug, twin=""):
    area = selector.find(slug)
    if area is None:
        near = [*nearest.places_like(slug), (_("All places"), address_of("careers:places"))]
        raise NoSuchPage(_("There is no place of that name."), near)
    found = selector.place(area)
    if twin:
        twins.check_format(twin)
        identity = {"name": found.name, "kind": found.kind_name}
        return careers_here.twin(twin, found, identity, reverse("careers:place", args=[slug]))
    asked = request.GET.get("prices") == ADJUSTED
    in_national_prices = asked and found.price.can_adjust
    where = prose.in_place(found.name, found.kind)
    address = reverse("careers:place", args=[slug])
    return render(
        request,
        "careers/place.html",
        {
            "place": found,
            "reader_answers": area.reader_answers,
            "where": where,
            "in_national_prices": in_national_prices,
            "cannot_adjust": asked and not in_national_prices,
            "switch_url": address if in_national_prices else f"{address}?prices={ADJUSTED}",
            "opening": prose.of_place(found),
            **careers_here.tables(
                found, _("in {where}").format(where=where), in_national_prices=in_national_prices
            ),
            "canonical_url": request.build_absolute_uri(
                f"{address}?prices={ADJUSTED}" if in_national_prices else address
            ),
            "twins": careers_here.twin_links("place_twin", slug),
            "nav": "places",
            "breadcrumbs": [
                (_("Places"), address_of("careers:places")),
                *([found.state] if found.state else []),
                (found.name, ""),
            ],
        },
    )


def _index_twin(twin, found):
    if twin == "csv":
        rows = (
            [row.name, row.kind_name, row.state, *cells] for row in found.all for cells in csv_rows(row.cells)
        )
        return twins.csv_twin(("place", "place_kind", "state", *CSV_COLUMNS), rows, "places")
    return twins.json_twin(
        {
            "count": len(found.all),
            "places": [
                {
                    "name": row.name,
                    "kind": row.kind_name,
                    "state": row.state,
                    "slug": row.slug,
                    "url": row.url,
                    "figures": [cell.as_dict() for cell in row.cells],
                }
                for row in found.all
            ],
        }
    )
