"""The way from a figure to the form that reports it.

A figure with its source beside it has a link of its own. In a long table a link a figure would double a page:
there one link leads to the same page with its figures as links, for who wants to report one of them.
"""

from functools import lru_cache
from urllib.parse import quote_plus, urlsplit

from django import template
from django.http import QueryDict

from careers.addresses import address_of
from careers.catalogue import FIGURES
from careers.desk.reports import page_told
from careers.selectors.answers import Answer, here

register = template.Library()

MAX_SHOWN = 80
PLAIN = "$,/:"  # mean nothing within a query
CHOOSING = "report"  # in the query of a page whose figures are links to the form
PICTURE_ALONE = "plot"  # a way to look at a list that has no figure in words


@register.simple_tag(takes_context=True)
def report_address(context, figure=None, of_what="", shown="", key="") -> str:
    """The address of the form, filled with the page and the figure as it stands there, as far as given.

    `of_what` names the career, place or company where a page shows several. `shown` and `key` are told in
    place of the figure's own, which then only lends its source.
    """
    told = {}
    if figure:
        told["source"] = ", ".join(filter(None, (figure.source_name, figure.release)))
        told["area"] = figure.area if figure.area != of_what else ""
        shown = shown or figure.text
    if key or figure:
        told["figure"] = key or figure.key
    # What differs from one figure of a table to the next comes last: so a page of links packs well.
    told |= {"of_what": _cut(of_what), "shown": _cut(shown)}
    filled = {name: value for name, value in told.items() if value}
    query = "".join(f"&{name}={_quoted(value)}" for name, value in filled.items())
    return f"{address_of('careers:report')}?page={page_quoted(context.request)}{query}"


def page_quoted(request) -> str:
    """The address of the page that is shown as a link to the form tells it; worked out once a page."""
    if (told := getattr(request, "page_quoted", None)) is None:
        told = request.page_quoted = _quoted(page_told(request.path, request.GET))
    return told


def page_to_draw(context) -> str | None:
    """The same for what is drawn once; None where its figures are to be chosen, and so links to the form."""
    request = getattr(context, "request", None)
    try:
        return request.page_to_draw
    except AttributeError:
        page = None if is_choosing(context) else page_quoted(request) if request else ""
        if request:
            request.page_to_draw = page
        return page


# The same words come again and again in a page.
@lru_cache(maxsize=4096)
def _quoted(value: str) -> str:
    return quote_plus(value, safe=PLAIN)


def _cut(text) -> str:
    return text if len(text := str(text)) <= MAX_SHOWN else f"{text[: MAX_SHOWN - 1]}…"


@register.simple_tag(takes_context=True)
def is_choosing(context) -> bool:
    """Whether the page is shown to choose a figure on it."""
    request = getattr(context, "request", None)
    return bool(request and request.GET.get(CHOOSING))


@register.simple_tag(takes_context=True)
def address_if_choosing(context, figure=None, of_what="", shown="", key="") -> str:
    """As `report_address` while the reader chooses, else ''."""
    return report_address(context, figure, of_what, shown, key) if is_choosing(context) else ""


@register.simple_tag(takes_context=True)
def choose_address(context) -> str:
    """The same page with its figures as links; for who chooses already, the page as it was.

    A list carries on what it was asked as far as it understood it, which its own address says.
    """
    asked = context.request.GET
    if not asked and "chips" not in context:
        return f"?{CHOOSING}=1"
    if "chips" in context:
        own = urlsplit(context["canonical_url"]).query
        if CHOOSING not in asked and PICTURE_ALONE not in own:
            return f"?{own}&{CHOOSING}=1" if own else f"?{CHOOSING}=1"
        query = QueryDict(own, mutable=True)
    else:
        query = asked.copy()
    query.pop(CHOOSING, None)
    if CHOOSING not in asked:
        query[CHOOSING] = "1"
        if query.get("view") == PICTURE_ALONE:
            del query["view"]
    return f"?{query.urlencode()}" if query else context.request.path


@register.simple_tag(takes_context=True)
def answers_here(context) -> list[tuple[str, str, Answer]]:
    """Key and label of the figure with each answer to a report from the page that is read."""
    known = context.get("reader_answers") or getattr(context.get("occupation"), "reader_answers", ())
    answers = here(known, context.request.path) if known else []
    return [(each.figure, FIGURES[each.figure].label, each) for each in answers if each.figure in FIGURES]


@register.filter
def nth(items, index: int):
    return items[index]
