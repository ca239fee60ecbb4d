"""The way from a figure to the form that reports it."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

register = template.Library()

# What decides which figure a page shows; how it is sorted and what a reader searched for is not carried on.
TOLD = ("place", "prices", "occupation")
MAX_SHOWN = 80


@register.simple_tag(takes_context=True)
def report_address(context, figure=None) -> str:
    """The address of the form, filled with the page and the figure as it stands there, if one is given."""
    request = context.request
    query = urlencode([(name, request.GET[name]) for name in TOLD if request.GET.get(name)])
    told = {"page": f"{request.path}?{query}" if query else request.path}
    if figure is not None:
        source = ", ".join(filter(None, (figure.source_name, figure.release)))
        text = figure.text if len(figure.text) <= MAX_SHOWN else f"{figure.text[: MAX_SHOWN - 1]}…"
        told = {"figure": figure.key, **told, "shown": text, "area": figure.area, "source": source}
    return f"{reverse('careers:report')}?{urlencode({name: value for name, value in told.items() if value})}"
