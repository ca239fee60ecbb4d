"""One change to many rows of a list at once: with the drafts and the checks that a form has."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from careers.models import Draft, Editorial, Status
from careers.models.history import versions_of

from . import drafts
from .checks import BLOCKING, findings

DRAFT_BESIDE = _("there is a draft of it: decide on that first")


@dataclass(slots=True)
class Outcome:
    changed: list[int] = field(default_factory=list)
    drafted: list[int] = field(default_factory=list)  # for another publisher to look at
    refused: list[str] = field(default_factory=list)  # each in a sentence


@transaction.atomic
def change(model: type[Editorial], keys: Iterable[int], values: dict, user, reason: str) -> Outcome:
    """Give the rows these values of fields, where no draft is beside them and no check bars it.

    Under DESK_TWO_PERSON_RULE what is published gets a draft each, which waits for another publisher.
    """
    outcome, keys = Outcome(), list(keys)
    kind = ContentType.objects.get_for_model(model)
    beside = Draft.objects.filter(content_type=kind, object_id__in=keys).exclude(content={})
    beside = set(beside.values_list("object_id", flat=True))
    for row in model._base_manager.filter(pk__in=keys).order_by("pk"):
        live = drafts.values(row)
        for name, value in values.items():
            setattr(row, name, value)
        is_live = row.status == Status.PUBLISHED
        barring = [found.message for found in findings(row) if found.level == BLOCKING and is_live]
        if row.pk in beside:
            outcome.refused.append(f"“{row}”: {DRAFT_BESIDE}.")
        elif barring:
            outcome.refused.append(f"“{row}”: {' '.join(barring)}")
        elif is_live and settings.DESK_TWO_PERSON_RULE:
            if draft := drafts.write(row, live, user, note=reason):
                Draft.objects.filter(pk=draft.pk).update(state=Draft.State.IN_REVIEW)
                outcome.drafted.append(row.pk)
        else:
            outcome.changed.append(row.pk)
    rows = model._base_manager.filter(pk__in=outcome.changed)
    with versions_of(rows, reason):
        rows.update(**values)
    return outcome
