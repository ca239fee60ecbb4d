from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse

from careers.filters import CareerFilter
from careers.formatting import money
from careers.selectors import careers_list as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import sorting, twins

PAGE_SIZE = 50
COLUMNS = [
    ("Career", "title", False),
    ("Mean pay", "pay", True),
    ("People employed", "employment", True),
    ("Growth", "growth", True),
]


def careers(request, twin=""):
    query = {name: value[:200] for name, value in request.GET.items() if value}
    filtered = CareerFilter(query, queryset=selector.careers())
    found = filtered.qs if filtered.is_valid() else selector.careers().none()
    sort = sorting.chosen(query.get("sort", ""), selector.SORTS, selector.DEFAULT_SORT)
    found = selector.ordered(found, sort)
    if twin:
        twins.check_format(twin)
        if not filtered.is_valid():
            return JsonResponse({"errors": filtered.errors}, status=400)
        return _twin(twin, selector.rows(list(found)))
    paginator = Paginator(found, PAGE_SIZE)
    page = paginator.get_page(query.get("page"))
    rows = selector.rows(page.object_list)
    state = {name: query[name] for name in filtered.filters if name in query}
    if sort != selector.DEFAULT_SORT:
        state["sort"] = sort
    return render(
        request,
        "careers/list.html",
        {
            "filter": filtered,
            "rows": rows,
            "table_notes": notes(cell for row in rows for cell in row.cells),
            "page_obj": page,
            "page_range": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "base_query": urlencode(state),
            "heading": _heading(filtered),
            "columns": sorting.headings(COLUMNS, sort, lambda by: _url({**state, "sort": by})),
            "chips": _chips(filtered, state),
            "wider": _wider(filtered, state) if not paginator.count else [],
            "canonical_url": request.build_absolute_uri(
                _url({**state, "page": page.number} if page.number > 1 else state)
            ),
            "twins": [
                (name, _with(reverse("careers:list_twin", args=[name.lower()]), state))
                for name in ("JSON", "CSV")
                if filtered.is_valid()
            ],
            "breadcrumbs": [("Careers", "")],
        },
    )


def _twin(twin, rows):
    if twin == "csv":
        body = ([row.title, row.slug, row.soc_code, *cell] for row in rows for cell in csv_rows(row.cells))
        return twins.csv_twin(("career", "slug", "soc_code", *CSV_COLUMNS), body, "careers")
    return twins.json_twin(
        {
            "count": len(rows),
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


def _url(state):
    return _with(reverse("careers:list"), state)


def _with(address, state):
    return f"{address}?{urlencode(state)}" if state else address


def _descriptions(filtered):
    """What each filter that is set says, by its name; the heading and the chips are both made of these."""
    if not filtered.is_valid():
        return {}
    given = filtered.form.cleaned_data
    found = {}
    if given.get("q"):
        found["q"] = f"named “{given['q'].strip()}”"
    if given.get("group"):
        found["group"] = f"in {given['group'].title}"
    if given.get("pay_min") is not None:
        found["pay_min"] = f"paying {money(given['pay_min'])} a year or more"
    if given.get("pay_max") is not None:
        found["pay_max"] = f"paying {money(given['pay_max'])} a year or less"
    return found


def _heading(filtered):
    return " ".join(["Careers", ", ".join(_descriptions(filtered).values())]).strip()


def _chips(filtered, state):
    return [
        (text, _url({key: value for key, value in state.items() if key != name}))
        for name, text in _descriptions(filtered).items()
    ]


def _wider(filtered, state):
    """The searches that drop one filter each, with how many careers they find."""
    links = []
    for name, text in _descriptions(filtered).items():
        rest = {key: value for key, value in state.items() if key != name}
        count = CareerFilter(rest, queryset=selector.careers()).qs.count()
        if count:
            noun = "career" if count == 1 else "careers"
            quoted = text.translate(str.maketrans("“”", "‘’"))
            links.append((f"Without “{quoted}”: {count:,} {noun}", _url(rest)))
    return links or [("All careers", reverse("careers:list"))]
