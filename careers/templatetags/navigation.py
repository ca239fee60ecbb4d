"""The main navigation marks the part of the portal that a page belongs to."""

from django import template

register = template.Library()

ENTRIES = {
    "jobs": "careers:jobs",
    "careers": "careers:list",
    "companies": "careers:companies",
    "compare": "comparisons:index",
}
# Of pages whose view says nothing.
OF_NAMESPACE = {"careers": "careers", "comparisons": "compare"}


@register.simple_tag(takes_context=True)
def entry_here(context) -> tuple[str, str]:
    """The entry that the page belongs to, '' for none, and what `aria-current` says of it.

    A view says in `nav` which it is; where one says nothing, it is that of the page's url namespace.
    """
    matched = getattr(getattr(context, "request", None), "resolver_match", None)
    entry = context.get("nav") or (matched and OF_NAMESPACE.get(matched.namespace))
    if entry not in ENTRIES:
        return "", ""
    return entry, "page" if matched and matched.view_name == ENTRIES[entry] else "true"
