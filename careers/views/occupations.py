from django.shortcuts import render
from django.urls import reverse

from careers.charts.bars import bar_chart
from careers.charts.ranges import range_chart
from careers.prose import occupation as prose
from careers.selectors import local_pay
from careers.selectors.best_paying import FLOOR
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes
from careers.selectors.pay import range_rows
from careers.selectors.profile import profiles

from . import sorting, subpage, twins
from .subpage import find

# The figures of the overview, in the order a reader asks for them.
OVERVIEW = (
    "annual_mean",
    "annual_median",
    "hourly_mean",
    "pay_range",
    "employment",
    "growth",
    "openings",
    "time_to_become",
    "entry_education",
    "work_experience",
    "job_training",
    "years_of_experience",
    "common_degree",
    "common_major",
    "common_college",
    "top_skills",
    "age",
    "gender",
    "race",
    "lgbt",
    "job_satisfaction",
    "best_paying_state",
    "best_paying_city",
    "best_paying_company",
    "best_paying_industry",
)
BARS_SHOWN = 20
PAY_COLUMNS = [
    ("Place", "place", False),
    ("Mean pay", "pay", True),
    ("Median pay", "median", True),
    ("People employed", "employment", True),
]


def occupation(request, slug, twin=""):
    found = find(slug)
    (profile,) = profiles([found])
    cells = [profile.cell(key) for key in OVERVIEW if profile.has(key)]
    if twin:
        twins.check_format(twin)
        if twin == "csv":
            return twins.csv_twin(CSV_COLUMNS, csv_rows(cells), slug)
        return twins.json_twin({**_identity(profile), "figures": [cell.as_dict() for cell in cells]})
    return render(
        request,
        "careers/occupation.html",
        {
            "occupation": found,
            "subnav": subpage.navigation(found),
            "profile": profile,
            # The best paying places have tables of their own below.
            "figures": [
                cell for cell in cells if cell.key not in {best.key for best in profile.best_paying.values()}
            ],
            "opening": prose.opening(profile),
            "chart": range_chart("pay-range", [profile]),
            "range_table": _range_table(profile),
            "canonical_url": request.build_absolute_uri(found.get_absolute_url()),
            "twins": [
                (name, reverse("careers:occupation_twin", args=[slug, name.lower()]))
                for name in ("JSON", "CSV")
            ],
            "breadcrumbs": [("Careers", reverse("careers:list")), (found.title, "")],
        },
    )


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
            "tables": [
                ("States and territories", "states", states),
                ("Metropolitan and nonmetropolitan areas", "metros", metros),
            ],
            "columns": sorting.headings(PAY_COLUMNS, sort, "?sort={}".format),
            "floor": FLOOR,
            "table_notes": notes(shown),
            "chart": bar_chart("pay-by-state", found.plural, best_first, BARS_SHOWN),
        },
    )


def _range_table(profile):
    spread = profile.pay_range
    if spread is None or not spread.is_known:
        return None
    caption = f"Pay of {profile.plural}, US dollars {'a year' if spread.per == 'year' else 'an hour'}"
    return {"caption": caption, "rows": range_rows(spread)}


def _identity(profile):
    return {"title": profile.title, "slug": profile.slug, "soc_code": profile.soc_code, "url": profile.url}


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
