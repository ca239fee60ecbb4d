"""The machine-readable twins of pages: `.json` and `.csv`, made from what the page is made from."""

import csv
import io
import re
from collections.abc import Iterable

from django.http import Http404, HttpResponse, JsonResponse
from django.utils.functional import Promise

FORMATS = ("json", "csv")

# A cell that a spreadsheet would run as a formula is kept as text; "-" alone and "-4%" are no formulas.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
BELOW_ZERO = re.compile(r"-(\$?[\d,.]+%?)?", re.ASCII)


def check_format(twin: str) -> None:
    if twin not in FORMATS:
        raise Http404


def json_twin(payload: dict) -> JsonResponse:
    return JsonResponse(payload, json_dumps_params={"ensure_ascii": False})


def csv_twin(
    header: Iterable[str], rows: Iterable[Iterable], name: str, *, following: str = ""
) -> HttpResponse:
    """`following` is the address of the next part of a list that comes in parts."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([_safe(value) for value in row] for row in rows)
    response = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    if following:
        response["Link"] = f'<{following}>; rel="next"'
    return response


def _safe(value):
    if isinstance(value, Promise):
        value = str(value)
    if isinstance(value, str) and value.startswith(FORMULA_STARTS) and not BELOW_ZERO.fullmatch(value):
        return f"'{value}"
    return value
