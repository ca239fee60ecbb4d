from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.charts.bars import bar_chart
from careers.charts.pay_maps import local_pay_map
from careers.prose import pay as prose
from careers.selectors import local_pay
from careers.selectors.best_paying import FLOOR
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import sorting, subpage, twins
from .subpage import find

BARS_SHOWN = 20
PAY_COLUMNS = [
    (gettext_lazy("Place"), "place", False),
    (gettext_lazy("Mean pay"), "pay", True),
    (gettext_lazy("Median pay"), "median", True),
    (gettext_lazy("People employed"), "employment", True),
]


def pay(request, slug, twin=""):
    found = find(slug)
    sort = sorting.chosen(request.GET.get("sort", ""), local_pay.SORTS, local_pay.DEFAULT_SORT)
    states = local_pay.local_pay(found, local_pay.KINDS["states"], sort)
    metros = local_pay.local_pay(found, local_pay.KINDS["metros"], sort)
    if twin:
        twins.check_format(twin)
        return _pay_twin(twin, found, [*states, *metros])
    best_first = local_pay.local_pay(found, local_pay.KINDS["states"]) if sort != "-pay" else states
    shown = [cell for place in (*states, *metros) for cell in (place.mean, place.median, place.employment)]
    return render(
        request,
        "careers/pay.html",
        {
            **subpage.frame(request, found, "pay", shown),
            "has_places": bool(states or metros),
            "opening": prose.opening(found.plural, states, metros),
            "tables": [
                (_("States and territories"), "states", states),
                (_("Metropolitan and nonmetropolitan areas"), "metros", metros),
            ],
            "columns": sorting.headings(PAY_COLUMNS, sort, "?sort={}".format),
            "floor": FLOOR,
            "table_notes": notes(shown),
            "map": local_pay_map("map-of-pay", found.plural, states),
            "chart": bar_chart("pay-by-state", found.plural, best_first, BARS_SHOWN),
        },
    )


def _pay_twin(twin, found, places):
    if twin == "csv":
        rows = ([place.name, place.kind, *row] for place in places for row in csv_rows(place.cells))
        return twins.csv_twin(("place", "place_kind", *CSV_COLUMNS), rows, f"{found.slug}-pay")
    return twins.json_twin(
        {
            "title": found.title,
            "slug": found.slug,
            "soc_code": found.soc_code or "",
            "places": [
                {"name": place.name, "kind": place.kind, "figures": [cell.as_dict() for cell in place.cells]}
                for place in places
            ],
        }
    )
