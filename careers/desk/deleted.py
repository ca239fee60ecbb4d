"""What was deleted and can be brought back: rows whose versions are kept."""

from collections.abc import Iterator
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.models import Company, Editorial, MergedCompany, Status

from . import versions
from .returning import Refused, in_words

# What goes along with a row is deleted in the same moment.
MOMENT = timedelta(seconds=30)
AGAIN = gettext_lazy("Somebody brought it back already.")


def of(model: type[models.Model]) -> models.QuerySet:
    """The last version of each row that is gone, the latest gone first."""
    history = model.history
    later = history.filter(id=OuterRef("id"), history_id__gt=OuterRef("history_id"), history_type="-")
    gone = history.filter(~Exists(later), history_type="-")
    gone = gone.filter(~Exists(model._base_manager.filter(pk=OuterRef("id"))))
    if model is Company:  # of one merged into another all has moved there
        gone = gone.exclude(id__in=MergedCompany.objects.values("was"))
    return gone.select_related("history_user").order_by("-history_date", "-history_id")


def named(records: list[models.Model]) -> list[tuple[models.Model, str]]:
    """Each with what it was called; a query for each kind of row that names are put together from."""
    rows = [_row(record) for record in records]
    for field in rows[0]._meta.concrete_fields if rows else ():
        if field.is_relation and field.name in {"occupation", "company"}:
            keys = {getattr(row, field.attname) for row in rows}
            found = field.related_model._base_manager.in_bulk(keys - {None})
            for row in rows:
                if other := found.get(getattr(row, field.attname)):
                    setattr(row, field.name, other)
    return [(record, _name(row)) for record, row in zip(records, rows, strict=True)]


def _name(row: models.Model) -> str:
    try:
        return str(row)
    except models.ObjectDoesNotExist:  # it was called by what is gone, too
        return str(row._meta.verbose_name)


@transaction.atomic
def bring_back(record: models.Model, reason: str) -> tuple[models.Model, int, list[str]]:
    """The row as it last was, how many rows that went along came back, and what it named that is gone.

    What editors publish comes back as a draft. Raises `Refused`.
    """
    model = record.instance_type
    if model._base_manager.filter(pk=record.id).exists():
        raise Refused(AGAIN)
    row = _row(record)
    if isinstance(row, Editorial):
        row.status = Status.DRAFT
    lost = _insert(row, reason)
    number = 0
    for part in _went_along(record):
        lost += _insert(_row(part), reason)
        number += 1
    return row, number, lost


def _row(record: models.Model) -> models.Model:
    fields = versions.tracked(record.instance_type)
    return record.instance_type(**{field.attname: getattr(record, field.attname) for field in fields})


def _went_along(record: models.Model) -> Iterator[models.Model]:
    when = (record.history_date - MOMENT, record.history_date + MOMENT)
    for relation in record.instance_type._meta.related_objects:
        if hasattr(relation.related_model, "history") and relation.on_delete is models.CASCADE:
            of_it = {relation.field.attname: record.id}
            yield from of(relation.related_model).filter(**of_it, history_date__range=when)


def _insert(row: models.Model, reason: str) -> list[str]:
    lost = []
    for field in row._meta.concrete_fields:
        key = getattr(row, field.attname) if field.is_relation else None
        if key is None or field.related_model._base_manager.filter(pk=key).exists():
            continue
        if not field.null:
            raise Refused(
                _("The {kind} that it belonged to is gone: bring that back first.").format(
                    kind=field.verbose_name
                )
            )
        setattr(row, field.attname, None)
        lost.append(str(field.verbose_name))
    row._change_reason = reason
    try:
        row.full_clean()
        with transaction.atomic():
            row.save(force_insert=True)
    except ValidationError as error:
        raise Refused(in_words(row, error)) from None
    except IntegrityError:
        raise Refused(_("Another row stands in the way: it has by now what this one had then.")) from None
    return lost
