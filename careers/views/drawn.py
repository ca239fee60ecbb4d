"""Pages of which all but the frame around them is the same for every reader, drawn once for a version.

The blocks of a page are drawn for a request that asks for nothing but its address; base.html is put around
them for the reader's own, which tells the host.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.context import make_context
from django.template.loader import get_template
from django.template.loader_tags import ExtendsNode

from careers.selectors.answers import Answer

# Those of base.html that careers/drawn.html passes on.
BLOCKS = ("title", "description", "links", "scripts", "content")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The blocks by name, and what base.html needs besides; addresses are paths."""

    blocks: dict[str, str]
    path: str
    card: dict[str, str]
    breadcrumbs: tuple[tuple[str, str], ...]
    nodes: tuple[dict, ...]  # of schema.org, each with its `url`
    answers: tuple[Answer, ...]


def is_asked_plainly(request: HttpRequest) -> bool:
    """Without a query: each part of one may change a link somewhere in the page."""
    return not request.META.get("QUERY_STRING")


def blocks(
    template_name: str, context: dict, path: str, request: HttpRequest | None = None
) -> dict[str, str]:
    """Those of a template that extends base.html, for the request or else for who asks plainly."""
    template = get_template(template_name).template
    (extending,) = template.nodelist.get_nodes_by_type(ExtendsNode)
    if unknown := extending.blocks.keys() - set(BLOCKS):
        raise ValueError(f"{template_name} has blocks that careers/drawn.html does not know: {unknown}")
    whole = make_context(context, request or _plain(path))
    with whole.render_context.push_state(template), whole.bind_template(template):
        return {name: block.render(whole) for name, block in extending.blocks.items()}


def framed(request: HttpRequest, page: Drawn) -> HttpResponse:
    absolute: Callable[[str], str] = request.build_absolute_uri
    return render(
        request,
        "careers/drawn.html",
        {
            "drawn": page.blocks,
            "canonical_url": absolute(page.path),
            "structured_data": [{**node, "url": absolute(node["url"])} for node in page.nodes],
            "breadcrumbs": page.breadcrumbs,
            "reader_answers": page.answers,
            **page.card,
        },
    )


def _plain(path: str) -> HttpRequest:
    request = HttpRequest()
    request.method, request.path, request.path_info = "GET", path, path
    return request
