from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from careers.addresses import address_of
from careers.models import SearchTerm
from careers.prose import search as prose
from careers.selectors import search_results as selector
from careers.selectors.cells import CSV_COLUMNS, csv_rows, notes

from . import twins

MAX_TYPED = 100  # characters of a search that are read
PAGE_SIZE = 100
A_MINUTE = 60
EXAMPLES = (
    gettext_lazy("truck driver"),
    "HR",
    gettext_lazy("registered nurse"),
    "29-1141",
    gettext_lazy("Denver"),
    "mathematics",
)
PAGED = "page"


def search(request, twin=""):
    query = " ".join(request.GET.get("q", "").replace("\0", " ")[: 4 * MAX_TYPED].split())[:MAX_TYPED].strip()
    exact = bool(query) and request.GET.get("exact") == "1"
    kind = request.GET.get("kind", "") if query else ""
    kind = kind if kind in selector.LISTED_ALONE else ""
    found = selector.results(query, exact=exact, kind=kind)
    if twin:
        twins.check_format(twin)
        return _twin(twin, found)
    shown = found.corrected or query
    paginator = Paginator(found.kinds[0].pages if kind and found.kinds else (), PAGE_SIZE)
    page = paginator.get_page(request.GET.get(PAGED))
    asked = _asked(query, exact, kind)
    return render(
        request,
        "careers/search.html",
        {
            "found": found,
            "shown": shown,
            "opening": prose.opening(found),
            "searched": query,
            "exact": exact,
            "kind": dict(SearchTerm.Kind.choices).get(kind, ""),
            "page_obj": page,
            "page_range": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "base_query": urlencode(asked),
            "listed_url": _address(_asked(shown, exact), address_of("careers:list")),
            "as_typed_url": _address(_asked(query, exact=True)),
            "corrected_url": _address(_asked(query)) if exact else "",
            "all_url": _address(_asked(query, exact)),
            "kinds": [(each, _all_of(each, shown, query, exact)) for each in found.kinds],
            "examples": [(words, _address(_asked(words))) for words in EXAMPLES],
            "table_notes": notes(cell for career in found.careers for cell in career.row.cells),
            "canonical_url": request.build_absolute_uri(
                _address({**asked, PAGED: page.number} if page.number > 1 else asked)
            ),
            "twins": [
                (name, _address(asked, reverse("careers:search_twin", args=[name.lower()])))
                for name in ("JSON", "CSV")
                if found.total
            ],
            "nav": "none",
            "breadcrumbs": [(_("Search"), "")],
        },
    )


@require_safe
@cache_control(public=True, max_age=A_MINUTE)
def suggest(request):
    """Suggestions for what is being typed: the end of it counts, also a space."""
    query = request.GET.get("q", "")[:MAX_TYPED]
    kind = request.GET.get("kind", "")
    kind = kind if kind in SearchTerm.Kind.values else ""
    return JsonResponse(
        {
            "query": query,
            "suggestions": [
                {"title": each.title, "url": each.url, "kind": each.kind, "how": each.how}
                for each in selector.suggestions(query, kind)
            ],
        }
    )


def _asked(query: str, exact: bool = False, kind: str = "") -> dict[str, str]:
    """The one way to ask for it: case and spaces make no difference."""
    named = {"q": query.lower(), "exact": "1" if exact else "", "kind": kind}
    return {name: value for name, value in named.items() if value}


def _all_of(each: selector.FoundKind, shown: str, query: str, exact: bool) -> str:
    """Where all of a kind are: jobs have a list of their own, with filters."""
    if each.kind == SearchTerm.Kind.POSTING:
        return _address(_asked(shown), address_of("careers:jobs"))
    return _address(_asked(query, exact, each.kind))


def _address(asked: dict, path: str = "") -> str:
    path = path or address_of("careers:search")
    return f"{path}?{urlencode(asked)}" if asked else path


def _twin(twin: str, found: selector.SearchResults):
    if twin == "csv":
        return twins.csv_twin(("group", "title", "url", "how_found", *CSV_COLUMNS), _csv(found), "search")
    return twins.json_twin(payload(found))


def payload(found: selector.SearchResults) -> dict:
    """What was found as JSON."""
    careers = {
        "kind": SearchTerm.Kind.OCCUPATION.value,
        "label": SearchTerm.Kind.OCCUPATION.label,
        "total": found.careers_total,
        "results": [
            {
                "title": career.row.title,
                "url": career.row.url,
                "how_found": career.how,
                "figures": [cell.as_dict() for cell in career.row.cells],
            }
            for career in found.careers
        ],
    }
    others = [
        {
            "kind": each.kind,
            "label": each.label,
            "total": each.total,
            "results": [{"title": page.title, "url": page.url, "how_found": page.how} for page in each.pages],
        }
        for each in found.kinds
    ]
    return {
        "query": found.query,
        "searched_instead": found.corrected,
        "total": found.total,
        "groups": [*([careers] if found.careers else []), *others],
    }


def _csv(found: selector.SearchResults):
    for career in found.careers:
        for cell in csv_rows(career.row.cells):
            yield [SearchTerm.Kind.OCCUPATION.value, career.row.title, career.row.url, career.how, *cell]
    for each in found.kinds:
        for page in each.pages:
            yield [each.kind, page.title, page.url, page.how, *[""] * len(CSV_COLUMNS)]
