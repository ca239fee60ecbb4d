"""What stands in the way of a deletion, counted instead of listed.

Django's confirmation page loads and names every protected row: for the nation, for a release or for
"all industries" that is the whole wage table.
"""

from urllib.parse import urlencode

from django.db import models
from django.db.models import Subquery
from django.urls import reverse
from django.utils.html import format_html

from .counts import number_of


def protecting(objs, admin_site) -> list[str]:
    """For each kind of row that keeps `objs` from being deleted: how many, linked to their list."""
    keys = [obj.pk for obj in objs]
    if not keys:
        return []
    model = type(objs[0])
    relations = [
        relation
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and not relation.many_to_many
        and relation.on_delete is models.PROTECT
    ]
    if not relations:
        return []
    counts = model._base_manager.filter(pk=keys[0]).values_list(
        *(_count(relation, keys) for relation in relations)
    )[0]
    return [
        _line(relation, keys, count, admin_site)
        for relation, count in zip(relations, counts, strict=True)
        if count
    ]


def _count(relation, keys) -> Subquery:
    rows = relation.related_model._base_manager.filter(**{f"{relation.field.name}__in": keys})
    return number_of(rows)


def _line(relation, keys, count, admin_site) -> str:
    options = relation.related_model._meta
    name = options.verbose_name if count == 1 else options.verbose_name_plural
    text = f"{count:,} {name}"
    if len(keys) != 1 or not admin_site.is_registered(relation.related_model):
        return text
    url = reverse(f"{admin_site.name}:{options.app_label}_{options.model_name}_changelist")
    query = urlencode({f"{relation.field.name}__id__exact": keys[0]})
    return format_html('<a href="{}?{}">{}</a>', url, query, text)
