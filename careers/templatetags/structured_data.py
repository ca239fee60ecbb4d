"""JSON-LD in a page: a data block, which no browser runs and the content security policy lets be."""

import json

from django import template
from django.utils.safestring import mark_safe

from careers.structured_data import Node, breadcrumb_list

register = template.Library()

# As Django's json_script does: JSON reads the same, and nothing in it can end the element.
ESCAPES = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}

WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=str)


@register.simple_tag(takes_context=True)
def structured_data(context) -> str:
    """The page's breadcrumbs, and the nodes that its view passes as `structured_data`; '' without any."""
    nodes = list(context.get("structured_data", ()))
    if crumbs := context.get("breadcrumbs"):
        absolute = context["request"].build_absolute_uri
        nodes.insert(0, breadcrumb_list(crumbs, context.get("canonical_url") or absolute(), absolute))
    return _embedded(nodes) if nodes else ""


def _embedded(nodes: list[dict]) -> str:
    text = f'{{"@context":"https://schema.org","@graph":[{",".join(map(_written, nodes))}]}}'
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above


def _written(node: dict) -> str:
    if not (written := getattr(node, "written", "")):
        written = WRITER.encode(node).translate(ESCAPES)
        if isinstance(node, Node):
            node.written = written
    return written
