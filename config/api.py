"""The interface for programs: its nouns put together, its errors, and the page that describes it."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from careers.api import companies, figures, occupations, places, postings, search
from careers.selectors import nearest
from comparisons import api as comparisons

ABOUT = (
    "Careers, places, companies and jobs in the United States: public figures, each with its source, release "
    "and unit, and the reason where it is missing. Everything is what the pages show, from the same place. "
    "No key is needed. Lists go on by `next`; `fields` names what is wanted. Every answer has an ETag: "
    "`If-None-Match` costs next to nothing. Who asks too often is answered 429, with Retry-After."
)

api = NinjaAPI(
    title="Career portal",
    version="1.0.0",
    description=ABOUT,
    urls_namespace="api",
    docs_url=None,
    openapi_extra={"info": {"license": {"name": "As the `licence` of each figure says"}}},
)
for name, part in {
    "occupations": occupations,
    "figures": figures,
    "comparisons": comparisons,
    "places": places,
    "companies": companies,
    "postings": postings,
    "search": search,
}.items():
    api.add_router(f"/{name}", part.router)


@api.exception_handler(Http404)
def not_there(request: HttpRequest, error: Http404) -> HttpResponse:
    words = getattr(error, "words", "")
    links = getattr(error, "suggestions", []) or (nearest.careers_like(words) if words else [])
    near = [{"name": name, "url": url} for name, url in links]
    told = getattr(error, "message", "") or str(error) or "There is nothing at this address."
    return api.create_response(request, {"error": told, "near": near}, status=404)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields: dict[str, list[str]] = {}
    for each in error.errors:
        name = next((str(part) for part in each["loc"][::-1] if isinstance(part, str)), "")
        fields.setdefault(name, []).append(each["msg"])
    told = "; ".join(f"{name}: {said[0]}" for name, said in fields.items())
    return api.create_response(request, {"error": told, "fields": fields}, status=400)


def described(request: HttpRequest) -> HttpResponse:
    """The interface for people: what can be asked, and an example of each."""
    schema = api.get_openapi_schema()
    return render(
        request,
        "api.html",
        {
            "operations": list(_operations(schema)),
            "schema_url": reverse("api:openapi-json"),
            "canonical_url": request.build_absolute_uri(reverse("api")),
            "nav": "none",
            "breadcrumbs": [(_("For programs"), "")],
        },
    )


def _operations(schema: dict) -> Iterator[dict]:
    for path, methods in schema["paths"].items():
        operation = methods["get"]
        given = operation.get("parameters", [])
        asked = [each for each in given if each["in"] == "query"]
        example = path.format(**{each["name"]: _example(each) for each in given if each["in"] == "path"})
        needed = urlencode({each["name"]: _example(each) for each in asked if each["required"]})
        yield {
            "name": operation["operationId"],
            "path": re.sub(r"{(\w+)}", lambda named: named[1].upper(), path),
            "about": operation.get("description", ""),
            "example": f"{example}?{needed}" if needed else example,
            "parameters": [(each["name"], each["schema"].get("description", "")) for each in asked],
        }


def _example(parameter: dict):
    return parameter["schema"]["examples"][0]
