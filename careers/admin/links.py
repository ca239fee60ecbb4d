"""Links from a row to the list of what hangs on it."""

from urllib.parse import urlencode

from django.urls import reverse
from django.utils.html import format_html

from careers.models import WageEstimate

from .formats import quiet

WAGES = WageEstimate


def list_url(model, name: str, key) -> str:
    """The address of the list of `model`, filtered to the rows whose foreign key `name` is `key`."""
    options = model._meta
    url = reverse(f"admin:{options.app_label}_{options.model_name}_changelist")
    return f"{url}?{urlencode({f'{name}__id__exact': key})}"


def related_list(model, name: str, row, text: str):
    if not row or not row.pk:
        return quiet("Save first.")
    return format_html('<a href="{}">{}</a>', list_url(model, name, row.pk), text)
