"""Links from a row to the list of what hangs on it."""

from urllib.parse import urlencode

from django.db import models
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from careers.counts import number_of
from careers.models import Correction, Published, WageEstimate

from .formats import quiet

WAGES = WageEstimate


def list_url(model, name: str, key) -> str:
    """The address of the list of `model`, filtered to the rows whose foreign key `name` is `key`."""
    return _url(model, "changelist", f"{name}__id__exact", key)


def _url(model, page: str, parameter: str, key) -> str:
    options = model._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_{page}")
    return f"{url}?{urlencode({parameter: key})}"


def related_list(model, name: str, row, text: str):
    if not row or not row.pk:
        return quiet(_("Save first."))
    return format_html('<a href="{}">{}</a>', list_url(model, name, row.pk), text)


def related_lists(row, name: str, lists: tuple[tuple[str, type[models.Model]], ...]):
    """For each model whose foreign key `name` is `row`: how many rows, their list, and a form for one more.

    The form is offered to those who may use it: `PortalAdmin.get_object` says who looks at the row.
    Of what a release publishes only the rows in force are counted; the list holds all releases.
    """
    if not row or not row.pk:
        return quiet(_("Save first."))
    numbers = (
        type(row)
        ._base_manager.filter(pk=row.pk)
        .values_list(*(number_of(_counted(model).filter(**{name: row.pk})) for _, model in lists))[0]
    )
    context = {
        "lists": [
            {
                "title": title,
                "number": number,
                "url": list_url(model, name, row.pk),
                "add_url": _url(model, "add", name, row.pk) if _may_add(row, model) else "",
            }
            for (title, model), number in zip(lists, numbers, strict=True)
        ]
    }
    return render_to_string("admin/careers/lists.html", context)


def _may_add(row, model: type[models.Model]) -> bool:
    if model is Correction:  # made at the figure that it corrects
        return False
    return row.looked_at_by.has_perm(f"{model._meta.app_label}.add_{model._meta.model_name}")


def _counted(model: type[models.Model]) -> models.QuerySet:
    if model is Correction:
        return model.objects.in_force()
    return model.objects.current() if issubclass(model, Published) else model.objects.all()
