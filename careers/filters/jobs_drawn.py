"""How the fields of the list of jobs are shown: drawn once, and filled in for each search."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from functools import cache

from django import forms
from django_filters import FilterSet

from careers import formatting
from careers.language import language

from .drawn import MARK, Drawn, Filled, draw, is_several, is_text
from .offered import Shared

Choices = Iterable[tuple[str, str]]


def filled(
    name: str, field: forms.Field, given: list[str], counts: Mapping[str, int] | None, more: str
) -> Filled:
    """A field in which nothing is wrong; with `counts` beside its choices, `more` behind each."""
    drawn = _drawn(name, more if counts is not None else None, language(), _Field(field))
    if is_text(field):
        return drawn.with_text(given[-1] if given else "")
    return drawn.with_choices(given if is_several(field) else given[-1:] or [""], counts or {})


def with_numbers(choices: Choices, counts: Mapping[str, int], more: str) -> list[tuple[str, str]]:
    return [(value, f"{label} ({formatting.count(counts[value])}{more})") for value, label in choices]


@cache
def form_of(filters: type[FilterSet]) -> type[forms.Form]:
    """The form of its fields, which no form changes."""

    class Form(filters._meta.form):
        pass

    Form.base_fields = Shared({name: one.field for name, one in filters.base_filters.items()})
    return Form


class _Field:
    """A field, the same as any other that offers the same choices."""

    def __init__(self, field: forms.Field):
        self.field = field
        self.choices = tuple(value for value, _ in getattr(field, "choices", ()))

    def __eq__(self, other) -> bool:
        return self.choices == other.choices

    def __hash__(self) -> int:
        return hash(self.choices)


@cache
def _drawn(name: str, more: str | None, spoken: str, shown: _Field) -> Drawn:
    field = shown.field
    if more is not None:
        field = deepcopy(field)
        # That of nothing is put before them again.
        offered = [(value, label) for value, label in field.choices if value]
        field.choices = [(value, f"{label} ({MARK}{more})") for value, label in offered]
    return draw(name, field, are_counted=False)
