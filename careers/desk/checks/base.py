"""What a check says, and where it leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.apps import apps
from django.db import models
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from careers.models import Editorial, Occupation, Status

BLOCKING, WARNING = "blocking", "warning"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault: how grave, in words, and the field with the address where an editor mends it."""

    level: str
    message: str
    field: str = ""
    url: str = ""


def finding(level: str, message: str, row: models.Model, field: str = "") -> Finding:
    """A finding about a row; it leads to the field on the row's page of the admin."""
    options = row._meta
    try:
        url = reverse(f"admin:{options.app_label}_{options.model_name}_change", args=[row.pk])
    except NoReverseMatch:  # not saved yet, or edited on another's page
        url = ""
    return Finding(level, message, field, f"{url}#id_{field}" if url and field else url)


def editorial_models() -> list[type[Editorial]]:
    """Of every app: `careers` knows none of those above it by name."""
    return [model for model in apps.get_models() if issubclass(model, Editorial)]


def written() -> Iterator[Editorial]:
    """All that editors wrote texts in and that is not archived. Postings are employers' words: left out."""
    for model in editorial_models():
        fields = texts_of(model)
        if model._meta.model_name == "posting" or not fields:
            continue
        holds = models.Q()
        for name in fields:
            holds |= ~models.Q(**{name: ""})
        keys = [
            field.name
            for field in model._meta.fields
            if isinstance(field, models.ForeignKey) and field.related_model._meta.model_name == "occupation"
        ]
        rows = model._default_manager.filter(holds).exclude(status=Status.ARCHIVED)
        yield from rows.select_related(*keys) if keys else rows


def texts_of(model) -> list[str]:
    """The names of the fields that hold an editor's text."""
    return [field.name for field in model._meta.fields if type(field) is models.TextField]


def occupations_of(row) -> list[Occupation]:
    """Those that a text of an editor is about: one career, or the compared; none of anything else."""
    if hasattr(row, "occupations"):
        return list(row.occupations)
    is_text = row._meta.model_name == "occupationtext"
    return [row.occupation] if is_text and row.occupation_id else []


def today() -> date:
    return timezone.now().date()
