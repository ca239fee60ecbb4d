"""The versions of what editors write: who changed it, when and why.

Imports, feeds and the snapshot write none. What they changed in between is kept as a version of its own
just before the next edit, so that no editor answers for what an import did.
"""

from django.db import models
from django.utils import timezone
from simple_history.models import HistoricalRecords

MAX_REASON = 500
AS_IT_WAS = "As it was before the first edit kept here."
FROM_OUTSIDE = "Changed by an import or a feed, or for many rows at once."


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
        if last is None or last.history_type == "-":
            self._keep(stands, AS_IT_WAS)
        elif self._values(last) != self._values(stands):
            self._keep(stands, FROM_OUTSIDE)
        instance._stood_before = self._values(stands)

    def post_save(self, instance, created, **kwargs):
        if not self.is_kept(instance):
            return
        before = instance.__dict__.pop("_stood_before", None)
        # A save that changes nothing makes no version.
        if created or before is None or before != self._values(instance):
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

    def _values(self, row) -> dict:
        return {field.attname: getattr(row, field.attname) for field in self.fields_included(self.cls)}

    def _keep(self, row, reason: str) -> None:
        self._versions().create(
            history_date=timezone.now(),
            history_type="~",
            history_change_reason=reason,
            **self._values(row),
        )
