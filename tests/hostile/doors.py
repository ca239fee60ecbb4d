"""Every pattern of the URLconf, with an address that it answers and the names that it reads."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from django.contrib import admin
from django.contrib.admin.utils import get_fields_from_path
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.db.models.constants import LOOKUP_SEP
from django.urls import Resolver404, URLPattern, get_resolver, resolve

from config.api import api
from tests.site import addresses

KEPT = "%s"
PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
LISTED = [
    address
    for of_kind in (
        addresses.PAGES, addresses.FORMS, addresses.EMBEDS, addresses.TWINS, addresses.CARDS,
        addresses.MACHINES, addresses.NOT_FOUND,
    )
    for address in of_kind.values()
]  # fmt: skip
OF_THE_ROW = {"object_id", "id", "key"}
# Of what a pattern has that no listed address shows.
USUAL = {
    "app_label": "careers", "url": "nowhere", "kind": "csv", "token": "x", "version": "1", "name": "body",
    "content_type_id": "1", "object_id": "1", "id": "1", "key": "1", "step": "check", "slug": "3m",
}  # fmt: skip


@dataclass(slots=True)
class Door:
    name: str
    route: str
    parts: dict[str, str]  # of the path, by name; as they stand in an address
    queries: list[str] = field(default_factory=list)  # that are usual here
    names: set[str] = field(default_factory=set)  # of what it reads in an address
    model: type[Model] | None = None

    @property
    def is_desk(self) -> bool:
        return self.route.startswith("admin/")

    def path(self, **other: str) -> str:
        """Its address, with other parts."""
        parts = self.parts | other
        return "/" + PART.sub(lambda found: parts[found[1] or found[2]], self.route).replace("^", "").rstrip(
            "$"
        )


def doors() -> list[Door]:
    """All of them; two patterns that share a route are two."""
    shown = _shown()
    return [_door(name, route, shown.get(route, [])) for name, route in _patterns(get_resolver())]


def without_address() -> list[str]:
    """The routes for readers that take a part of the path and have no listed address to show how."""
    shown = _shown()
    return [
        route
        for _, route in _patterns(get_resolver())
        if PART.search(route) and not route.startswith(("admin/", "preview/", "api/")) and route not in shown
    ]


def _patterns(resolver, before: str = "", within: str = "") -> Iterator[tuple[str, str]]:
    for each in resolver.url_patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield f"{within}{each.name or 'nameless'}", route
        else:
            yield from _patterns(each, route, f"{within}{each.namespace}:" if each.namespace else within)


def _shown() -> dict[str, list[tuple[dict, str]]]:
    """By route: the parts and the query of each address that is listed, or that the interface names."""
    shown: dict[str, list[tuple[dict, str]]] = {}
    for address in [*LISTED, *_interface()]:
        asked = urlsplit(address)
        try:
            found = resolve(unquote(asked.path))
        except Resolver404:
            continue
        shown.setdefault(found.route, []).append((found.kwargs, asked.query))
    return shown


def _interface() -> Iterator[str]:
    """Of the interface for programs: its examples, each parameter once."""
    for path, methods in api.get_openapi_schema()["paths"].items():
        given = methods["get"].get("parameters", [])
        example = {each["name"]: str((each["schema"].get("examples") or [""])[0]) for each in given}
        address = path.format(**example)
        yield address
        yield from (
            f"{address}?{name}={quote(example[name])}" for name in example if f"{{{name}}}" not in path
        )


def _door(name: str, route: str, shown: list[tuple[dict, str]]) -> Door:
    wanted = {found[1] or found[2] for found in PART.finditer(route)}
    parts = shown[0][0] if shown else {part: USUAL[part] for part in wanted}
    door = Door(name, route, {part: quote(str(value), safe="-") for part, value in parts.items()})
    door.queries = list(dict.fromkeys(query for kwargs, query in shown if kwargs == parts))
    door.names = {name for _, query in shown for name, _ in parse_qsl(query, keep_blank_values=True)}
    if door.is_desk:
        _at_the_desk(door)
    return door


def _at_the_desk(door: Door) -> None:
    label, _, rest = door.route.removeprefix("admin/").partition("/")
    for model, model_admin in admin.site._registry.items():
        if model._meta.app_label == label and rest.startswith(f"{model._meta.model_name}/"):
            door.model = model
            key = next(iter(model._base_manager.order_by("-pk").values_list("pk", flat=True)[:1]), 1)
            door.parts |= {part: str(key) for part in door.parts if part in OF_THE_ROW}
            if door.name.endswith("_changelist"):  # an export takes what its list takes
                door.names |= set(_lookups(model, model_admin))
    if door.name == "admin:autocomplete":
        door.queries = ["app_label=careers&model_name=wageestimate&field_name=occupation&term=nurse"]


def _lookups(model, model_admin) -> Iterator[str]:
    """Whatever Django would make a condition of, of the model's own fields; of others, what it filters by."""
    yield from ("pk", "pk__in", "pk__isnull", "pk__range", "pk__regex", "nothing", "pk__nothing")
    for each in model._meta.concrete_fields:
        yield from (LOOKUP_SEP.join((each.name, lookup)) for lookup in each.get_lookups())
        yield from (f"{each.name}__nothing", f"{each.name}__id__exact") if each.is_relation else (each.name,)
    for entry in model_admin.list_filter:
        named = entry[0] if isinstance(entry, tuple) else entry
        if not isinstance(named, str):
            yield named.parameter_name
            continue
        try:
            last = get_fields_from_path(model, named)[-1]
        except FieldDoesNotExist:
            continue
        yield from (LOOKUP_SEP.join((named, lookup)) for lookup in last.get_lookups())
