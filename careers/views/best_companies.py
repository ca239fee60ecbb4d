from django.core.paginator import Paginator
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.filters.best_companies import RankingForm
from careers.filters.ranking_search import Asked
from careers.prose import best_companies as prose
from careers.selectors import best_companies as selector
from careers.selectors import ranking_example
from careers.selectors.cells import CSV_COLUMNS, csv_rows

from . import twins

PAGE_SIZE = 50
IN_A_TWIN = 1000  # companies of one answer, be they ranked or not
NAMED = 12  # companies that are named for each reason to leave them out; the twins name all
CSV_HEADER = ("rank", "company", "slug", "left_out_because", "weight", *CSV_COLUMNS)


def best_companies(request, twin=""):
    if twin:
        twins.check_format(twin)
    known = selector.material()
    form = RankingForm(request.GET, known.offered)
    asked, is_right = form.asked, form.is_valid()
    if not twin and is_right and not all(request.GET.values()):
        return HttpResponseRedirect(_address(asked))
    if twin and not is_right:
        return JsonResponse({"errors": form.errors}, status=400)
    best = selector.best_companies(asked, known)
    if twin:
        return _twin(twin, asked, best, form)
    paginator = Paginator(best.ranked if is_right else (), PAGE_SIZE)
    page = paginator.get_page(asked.page)
    rows = best.rows(page.object_list)
    left_out = sum(len(each.employers) for each in best.left_out)
    chips = [(chip.text, _address(chip.rest)) for chip in prose.chips(asked, form.labels)]
    return render(
        request,
        "careers/best_companies.html",
        {
            "filter": form,
            "heading": prose.heading(asked, form.labels),
            "leads": _leads(best) if is_right else "",
            "covers": _covers(best, known, asked),
            "counted": prose.counted(paginator.count, left_out) if is_right else "",
            "chips": chips,
            "rows": [(row, list(zip(prose.HEADINGS.values(), row.inputs, strict=True))) for row in rows],
            "weights": [(prose.HEADINGS[name], weight) for name, weight in asked.weights.items()],
            "left_out": [_left_out(each, asked) for each in best.left_out] if is_right else [],
            "clear_url": address_of("careers:best_companies") if chips or form.errors else "",
            "wider": [(_("Without what is wrong"), _address(asked))] if form.errors else _wider(chips),
            "table_notes": best.notes,
            "page_obj": page,
            "page_range": paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1),
            "base_query": asked.also().query(),
            "canonical_url": request.build_absolute_uri(_address(asked.also(page=page.number))),
            "twins": [(name.upper(), _address(asked.also(), name)) for name in twins.FORMATS if is_right],
            "nav": "companies",
            "breadcrumbs": [(_("Companies"), address_of("careers:companies")), (_("Best companies"), "")],
        },
    )


def method(request):
    known = selector.material()
    asked = Asked()
    best = selector.best_companies(asked, known)
    example = ranking_example.example(best, known)
    return render(
        request,
        "careers/ranking_method.html",
        {
            "covers": _covers(best, known, asked),
            "example": example,
            "table_notes": best.notes,
            "weights": [(prose.INPUT_NAMES[name], weight) for name, weight in asked.weights.items()],
            "floors": {"of_a_kind": prose.MIN_OF_A_KIND, "in_all": prose.MIN_IN_ALL},
            "left_out": [prose.left_out(each.reason, len(each.employers)) for each in best.left_out],
            "ranked": len(best.ranked),
            "canonical_url": request.build_absolute_uri(address_of("careers:best_companies_method")),
            "nav": "companies",
            "breadcrumbs": [
                (_("Companies"), address_of("careers:companies")),
                (_("Best companies"), address_of("careers:best_companies")),
                (_("Method"), ""),
            ],
        },
    )


def _leads(best: selector.BestCompanies) -> str:
    first = best.ranked.first()
    names = [best.employers[entry.company.key].name for entry in first]
    score = best.rows(first[:1])[0].score.said if first else ""
    return prose.leads(names, len(best.ranked), score)


def _covers(best: selector.BestCompanies, known: selector.Material, asked: Asked) -> str:
    groups = known.filed.groups
    work = prose.all_in(len(known.filed.occupations), next(iter(groups)) if len(groups) == 1 else "")
    release = str(best.release or "")
    return prose.covers(best.with_offers, best.offers, release, work, is_narrowed=bool(asked.filters))


def _left_out(each: selector.LeftOut, asked: Asked) -> dict:
    return {
        "text": prose.left_out(each.reason, len(each.employers), is_narrowed=_is_narrowed(asked)),
        "companies": each.companies(NAMED),
        "more": max(len(each.employers) - NAMED, 0),
    }


def _is_narrowed(asked: Asked) -> bool:
    return bool(asked.occupation or asked.place)


def _wider(chips: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(_("Without “{text}”").format(text=text), url) for text, url in chips] or [
        (_("All companies"), address_of("careers:companies"))
    ]


def _address(asked: Asked, twin: str = "") -> str:
    name, args = ("careers:best_companies_twin", [twin]) if twin else ("careers:best_companies", [])
    query = asked.query()
    return f"{reverse(name, args=args)}?{query}" if query else reverse(name, args=args)


def _twin(twin: str, asked: Asked, best: selector.BestCompanies, form: RankingForm):
    """The whole ranking, then everyone who is left out and why: a thousand at a time, as `page` says."""
    first = (asked.page - 1) * IN_A_TWIN
    end, before = first + IN_A_TWIN, len(best.ranked)
    rows, left_out = best.rows(best.ranked[first:end]), []
    for each in best.left_out:
        left_out.append((each, each.companies(max(end - before, 0), max(first - before, 0))))
        before += len(each.employers)
    following = _address(asked.also(page=asked.page + 1), twin) if end < before else ""
    if twin == "csv":
        lines = [
            *(
                [row.rank, row.name, row.slug, "", weight, *cell]
                for row in rows
                for weight, cells in [
                    ("", [row.score]),
                    *((each.weight, [each.cell, each.points]) for each in row.inputs),
                ]
                for cell in csv_rows(cells)
            ),
            *(
                ["", one.name, one.slug, each.reason.value, "", *cell]
                for each, companies in left_out
                for one in companies
                for cell in csv_rows([one.offers])
            ),
        ]
        return twins.csv_twin(CSV_HEADER, lines, "best-companies", following=following)
    return twins.json_twin(
        {
            "heading": prose.heading(asked, form.labels),
            "url": _address(asked.also()),
            "method": address_of("careers:best_companies_method"),
            "weights": dict(asked.weights),
            "count": len(best.ranked),
            "next": following,
            "companies": [
                {
                    "rank": row.rank,
                    "name": row.name,
                    "slug": row.slug,
                    "url": row.url,
                    "score": row.score.as_dict(),
                    "inputs": [
                        {
                            "input": each.name,
                            "weight": each.weight,
                            "figure": each.cell.as_dict(),
                            "points": each.points.as_dict(),
                        }
                        for each in row.inputs
                    ],
                }
                for row in rows
            ],
            "left_out": [
                {
                    "reason": each.reason.value,
                    "why": prose.why(each.reason, is_narrowed=_is_narrowed(asked)),
                    "count": len(each.employers),
                    "companies": [
                        {"name": one.name, "url": one.url, "offers": one.offers.value} for one in companies
                    ],
                }
                for each, companies in left_out
            ],
        }
    )
