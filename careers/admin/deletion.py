"""What stands in the way of a deletion, counted instead of listed; and else what goes along with it.

Django's confirmation page loads and names every protected row: for the nation, for a release or for
"all industries" that is the whole wage table. It also asks each of the twenty tables that could
protect an occupation by a query of its own.
"""

from urllib.parse import urlencode

from django.contrib.admin.utils import NestedObjects
from django.db import models, router
from django.db.models import Subquery
from django.urls import reverse
from django.utils.html import format_html
from django.utils.text import capfirst

from careers.counts import number_of


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


def going_along(objs, request, admin_site) -> tuple[list, dict, set, list]:
    """What is deleted together with `objs`, which nothing protects: as Django's `get_deleted_objects`."""
    model = type(objs[0])
    collector = _Unprotected(model, using=router.db_for_write(model), origin=objs)
    collector.collect(objs)
    numbers = {model._meta.verbose_name_plural: len(rows) for model, rows in collector.model_objs.items()}
    forbidden = {
        model._meta.verbose_name
        for model, rows in collector.model_objs.items()
        if admin_site.is_registered(model)
        and not all(admin_site.get_model_admin(model).has_delete_permission(request, row) for row in rows)
    }
    names = collector.nested(lambda row: f"{capfirst(row._meta.verbose_name)}: {row}")
    return names, numbers, forbidden, [str(row) for row in collector.protected]


class _Unprotected(NestedObjects):
    """Passes over what would protect the first rows: it was counted, and there is none."""

    def __init__(self, model, **kwargs):
        super().__init__(**kwargs)
        self.model = model

    def related_objects(self, related_model, related_fields, objs):
        if all(
            field.remote_field.on_delete is models.PROTECT and field.related_model is self.model
            for field in related_fields
        ):
            return related_model._base_manager.none()
        return super().related_objects(related_model, related_fields, objs)


def _line(relation, keys, count, admin_site) -> str:
    options = relation.related_model._meta
    name = options.verbose_name if count == 1 else options.verbose_name_plural
    text = f"{count:,} {name}"
    if len(keys) != 1 or not admin_site.is_registered(relation.related_model):
        return text
    url = reverse(f"{admin_site.name}:{options.app_label}_{options.model_name}_changelist")
    query = urlencode({f"{relation.field.name}__id__exact": keys[0]})
    return format_html('<a href="{}?{}">{}</a>', url, query, text)
