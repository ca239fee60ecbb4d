"""The versions of what editors write: who changed it, when and why.

Imports, feeds and the snapshot write none. What they changed in between is kept as a version of its own
just before the next edit, so that no editor answers for what an import did.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

MAX_REASON = 500
AS_IT_WAS = _("As it was before the first edit kept here.")
FROM_OUTSIDE = _("Changed by an import or a feed, or for many rows at once.")


@contextmanager
def versions_of(rows: models.QuerySet, reason: str) -> Iterator[None]:
    """Keep the versions of what an editor changes in many rows by one query; three queries more."""
    before, history = list(rows), rows.model.history
    yield
    keys = [row.pk for row in before]
    after = rows.model._base_manager.in_bulk(keys)
    # The last of each row comes last.
    last = {each.id: each for each in history.filter(id__in=keys).order_by("history_date", "history_id")}
    user = getattr(getattr(HistoricalRecords.context, "request", None), "user", None)
    new = []
    for row in before:
        if outside := _unseen(row, last.get(row.pk)):
            new.append(_version(row, outside))
        if row.pk in after and _values(after[row.pk]) != _values(row):
            new.append(_version(after[row.pk], reason, user))
    history.model.objects.bulk_create(new, batch_size=200)


def _unseen(row: models.Model, last: models.Model | None) -> str:
    """Why the row needs a version of how it stands before an editor changes it; empty where it has one."""
    if last is None or last.history_type == "-":
        return AS_IT_WAS
    return "" if _values(last) == _values(row) else FROM_OUTSIDE


def _version(row: models.Model, reason: str, user=None) -> models.Model:
    return type(row).history.model(
        history_date=timezone.now(),
        history_type="~",
        history_change_reason=reason[:MAX_REASON],
        history_user=user,
        **_values(row),
    )


def _values(row: models.Model) -> dict:
    """What is kept of a row, or of a version of one."""
    kept = row if hasattr(row, "tracked_fields") else type(row).history.model
    return {field.attname: getattr(row, field.attname) for field in kept.tracked_fields}


class EditorsHistory(HistoricalRecords):
    """Keeps a version where an editor saves: in a signed-in request, or for a row that names its editor.

    A row names the editor as `_history_user`, and the reason as `_change_reason`; else the reason is the
    note of the request (`request.change_note`). With `always`, whoever saves; then `author` is the field
    that names who made the row, and `reasons` are those that say why, the first that does.
    """

    def __init__(self, *args, always: bool = False, author: str = "", reasons: tuple = (), **kwargs):
        self.always, self.author, self.reasons = always, author, reasons
        reason = models.CharField(max_length=MAX_REASON, blank=True, default="")
        super().__init__(*args, history_change_reason_field=reason, **kwargs)

    def finalize(self, sender, **kwargs):
        super().finalize(sender, **kwargs)
        if self.cls is sender:
            models.signals.pre_save.connect(self.pre_save, sender=sender, weak=False)

    def pre_save(self, instance, raw=False, **kwargs):
        """Keep the row as it stands in the database where the last version does not show it so."""
        instance.__dict__.pop("_stood_before", None)
        if raw or instance.pk is None or not self.is_kept(instance):
            return
        stands = self.cls._base_manager.filter(pk=instance.pk).first()
        if stands is None:
            return
        last = self._versions().filter(**{self.cls._meta.pk.attname: instance.pk}).first()
        if outside := _unseen(stands, last):
            _version(stands, outside).save()
        instance._stood_before = _values(stands)

    def post_save(self, instance, created, **kwargs):
        if not self.is_kept(instance):
            return
        before = instance.__dict__.pop("_stood_before", None)
        # A save that changes nothing makes no version.
        if created or before is None or before != _values(instance):
            instance._is_new = created
            super().post_save(instance, created, **kwargs)
            del instance._is_new

    def post_delete(self, instance, **kwargs):
        if self.is_kept(instance):
            super().post_delete(instance, **kwargs)

    def is_kept(self, instance) -> bool:
        return self.always or self.get_history_user(instance) is not None

    def get_history_user(self, instance):
        user = super().get_history_user(instance)
        if user is None and self.author and instance.__dict__.get("_is_new"):
            return getattr(instance, self.author)
        return user

    def get_change_reason_for_object(self, instance, history_type, using):
        own = [getattr(instance, name, "") for name in ("_change_reason", *self.reasons)]
        note = getattr(getattr(self.context, "request", None), "change_note", "")
        return next(filter(None, (*own, note)), "")[:MAX_REASON]

    def _versions(self):
        return getattr(self.cls, self.manager_name).order_by("-history_date", "-history_id")
