"""Every page of the editors' desk: lists plain, paged, searched, filtered and sorted; forms and theirs."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from django.contrib import admin
from django.db.models import Count, ForeignKey, Model
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from careers.admin.filters import AutocompleteFilter

WORDS = ("registered nurse", "a", "xyzzy")  # found often, found nearly everywhere, found nowhere
BEGUN = ("", "new", "soft")


@dataclass(frozen=True, slots=True)
class DeskPage:
    of: str
    what: str
    address: str
    is_saved: bool = False  # its form is sent back as it is, and taken back


def pages(user, of: str = "") -> Iterator[DeskPage]:
    """All, for somebody who may see everything; or those of the models that have `of` in their name."""
    if of.casefold() in "desk":
        yield DeskPage("desk", "start", reverse("admin:index"))
        for word in WORDS:
            yield DeskPage("desk", f"search “{word}”", f"{reverse('admin:index')}?{urlencode({'q': word})}")
    for model, model_admin in admin.site._registry.items():
        name = model._meta.label
        if of.casefold() not in name.casefold():
            continue
        request = RequestFactory().get(_of(model, "changelist"))
        request.user = user
        yield from _lists(name, model, model_admin, request)
        yield from _forms(name, model, model_admin, request)
        yield from _autocompletes(name, model, model_admin.get_autocomplete_fields(request))


def _autocompletes(name: str, model, fields) -> Iterator[DeskPage]:
    for field in fields:
        for begun in BEGUN:
            asked = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
            query = urlencode(asked | {"field_name": field, "term": begun})
            what = f"autocomplete {field} “{begun}”"
            yield DeskPage(name, what, f"{reverse('admin:autocomplete')}?{query}")


def _of(model: type[Model], page: str, *args) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def _lists(name: str, model, model_admin, request) -> Iterator[DeskPage]:
    address = _of(model, "changelist")
    changes = model_admin.get_changelist_instance(request)
    queries = {"list": "", "last page": f"p={changes.paginator.num_pages}"}
    if model_admin.get_search_fields(request):
        queries |= {f"search “{word}”": urlencode({"q": word}) for word in WORDS}
    for spec in changes.filter_specs:
        queries |= _filtered(spec, changes, model)
    for place, column in enumerate(changes.list_display):
        if place and model_admin.get_sortable_by(request) and changes.get_ordering_field(column):
            queries |= {f"sorted by {column}": f"o={place}", f"sorted down by {column}": f"o=-{place}"}
    for what, query in queries.items():
        yield DeskPage(name, what, f"{address}?{query}" if query else address)
    try:
        yield DeskPage(name, "sheet", _of(model, "sheet"))
    except NoReverseMatch:
        return


def _filtered(spec, changes, model) -> dict[str, str]:
    """By the value that most rows have, or by the first and last that the filter offers."""
    if isinstance(spec, AutocompleteFilter):
        if key := _fullest(model, spec.field_path):
            return {f"filtered by {spec.title}": urlencode({spec.parameter: key})}
        return {}
    offered = [
        choice["query_string"].lstrip("?") for choice in spec.choices(changes) if "query_string" in choice
    ]
    return {f"filtered by {spec.title} ({query})": query for query in offered[1:2] + offered[-1:]}


def _fullest(model, field: str):
    """The key of the related row that most rows point at."""
    counted = model._base_manager.exclude(**{field: None}).order_by().values_list(field)
    return next(
        iter(counted.annotate(number=Count("pk")).order_by("-number").values_list(field, flat=True)[:1]), None
    )


def _forms(name: str, model, model_admin, request) -> Iterator[DeskPage]:
    if model_admin.has_add_permission(request):
        yield DeskPage(name, "add", _of(model, "add"))
    rows = model._base_manager.order_by("pk").values_list("pk", flat=True)
    middle = next(iter(rows[rows.count() // 2 :][:1]), None)
    named = {rows.last(): "last", middle: "middle", _busiest(model): "busiest"}
    for key, which in named.items():
        if key is None:
            continue
        yield DeskPage(name, f"form, {which}", _of(model, "change", key))
        yield DeskPage(name, f"history, {which}", _of(model, "history", key))
        if model_admin.has_delete_permission(request):
            yield DeskPage(name, f"delete, {which}", _of(model, "delete", key))
        if model_admin.has_change_permission(request):
            yield DeskPage(name, f"save, {which}", _of(model, "change", key), is_saved=True)
        try:
            yield DeskPage(name, f"correct, {which}", _of(model, "correct", key))
        except NoReverseMatch:
            continue


def _busiest(model):
    """The key of the row that most rows of the largest table point at; by its versions where it has any."""
    relations = [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and isinstance(relation.remote_field, ForeignKey)
    ]
    sizes = {relation: relation.related_model._base_manager.count() for relation in relations}
    if not sizes or not max(sizes.values()):
        return None
    largest = max(sizes, key=sizes.get)
    return _fullest(largest.related_model, largest.remote_field.name)
