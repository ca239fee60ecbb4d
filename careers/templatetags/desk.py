"""The desk's first page asks for what it shows; the admin site needs no view of its own for it."""

from django import template

from careers.desk import finding, start

register = template.Library()


@register.simple_tag(takes_context=True)
def desk_query(context) -> str:
    return context.request.GET.get("q", "").replace("\0", "").strip()[: finding.MAX_WORDS]


@register.simple_tag(takes_context=True)
def desk_parts(context, query: str) -> list[start.Part]:
    """What was found for the query, or without one what waits, is stale and is missing."""
    user = context.request.user
    return finding.found(user, query) if query else start.parts(user)
