"""From draft over review to published and archived: who may take which step, and what bars it.

Everything that changes what readers see goes through here; buttons and addresses alike. What the checks say
of a row that is submitted or published stands in its `desk_findings`.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.admin.models import CHANGE, LogEntry
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.models import Draft, Editorial, Status

from . import authors, drafts
from .checks import BLOCKING, findings
from .roles import PUBLISH, may_publish

CHANGED = gettext_lazy("Published the change.")
AT_ONCE = gettext_lazy("Somebody else changed the same thing at the same moment.")


class Refused(Exception):
    """The step was not taken; `reasons` are sentences for who asked for it."""

    def __init__(self, *reasons: str):
        super().__init__(" ".join(map(str, reasons)))
        self.reasons = reasons


def submit(row: Editorial, user) -> None:
    """Ask a publisher to look at it: at the draft of what is published, else at the row itself."""
    _may_change(row, user)
    if row.status == Status.PUBLISHED:
        draft = drafts.of(row)
        if draft is None:
            raise Refused(_("There is no draft to review: what you see is what readers see."))
        Draft.objects.filter(pk=draft.pk).update(state=Draft.State.IN_REVIEW)
        drafts.put(row, draft.content)
    elif row.status == Status.DRAFT:
        _set(row, Status.IN_REVIEW)
    else:
        raise Refused(_("It is {status} already.").format(status=row.get_status_display().lower()))
    row.desk_findings = findings(row)
    _log(row, user, _("Submitted for review."))


def publish(row: Editorial, user) -> str:
    """Publish the row, or the draft of what is published; says what became of it."""
    if not user.has_perm(PUBLISH):
        raise PermissionDenied
    if row.status == Status.ARCHIVED:
        raise Refused(_("It is archived: make it a draft again first."))
    draft = drafts.of(row) if row.status == Status.PUBLISHED else None
    if row.status == Status.PUBLISHED and draft is None:
        raise Refused(_("It is published as it stands here."))
    if not may_publish(user, authors.of_draft(draft) if draft else authors.of_row(row)):
        raise Refused(_("You wrote in this yourself: another publisher has to look at it."))
    if draft:
        drafts.put(row, draft.content)
    _check(row)
    done = _publish_draft(draft, user) if draft else _publish_row(row, user)
    _log(row, user, done)
    return done


def _publish_draft(draft: Draft, user) -> str:
    if draft.publish_at and draft.publish_at > timezone.now():
        approved = {"approved_by": user, "state": Draft.State.IN_REVIEW, "refusal": ""}
        Draft.objects.filter(pk=draft.pk).update(**approved)
        return _("Approved: the change goes live at {when:%Y-%m-%d %H:%M} UTC.").format(when=draft.publish_at)
    if not _apply(draft):
        raise Refused(AT_ONCE)
    return CHANGED


def _publish_row(row: Editorial, user) -> str:
    if row.publish_at and row.publish_at > timezone.now():
        if row.status != Status.IN_REVIEW:
            _set(row, Status.IN_REVIEW)
        drafts.approve_first(row, user)
        return _("Approved: readers see it from {when:%Y-%m-%d %H:%M} UTC, if nothing bars it then.").format(
            when=row.publish_at
        )
    with transaction.atomic():
        _hold(row)
        _publish_now(row)
        drafts.drop(row)
    return _("Published.")


def archive(row: Editorial, user) -> None:
    """Take it from the site, or from the desk where it never was on the site; it can come back as a draft."""
    _may_change(row, user)
    if row.status == Status.ARCHIVED:
        raise Refused(_("It is archived already."))
    if row.status == Status.PUBLISHED and not user.has_perm(PUBLISH):
        raise PermissionDenied
    _set(row, Status.ARCHIVED)
    drafts.drop_approval(row)
    _log(row, user, _("Archived."))


def return_to_draft(row: Editorial, user) -> None:
    """Back to its writer, with what a draft beside it has; what was published is on the site no more."""
    _may_change(row, user)
    if row.status == Status.DRAFT:
        raise Refused(_("It is a draft already."))
    if row.status == Status.PUBLISHED and not user.has_perm(PUBLISH):
        raise PermissionDenied
    draft = drafts.of(row)
    with _in_words(), transaction.atomic():
        _hold(row)
        if draft and draft.content:
            drafts.put(row, draft.content)
            row.full_clean()
        row.status = Status.DRAFT
        row.save()
        drafts.drop(row)
    _log(row, user, _("Made a draft again."))


def discard(row: Editorial, user) -> None:
    """Drop the draft of what is published."""
    _may_change(row, user)
    if not drafts.drop(row):
        raise Refused(_("There is no draft of it."))
    _log(row, user, _("Dropped the draft; what is published stays."))


def due(now) -> tuple[int, list[tuple[Draft, str]]]:
    """Put live what was approved and whose time has come, each in a transaction of its own.

    How many were, and which were refused and why: they wait at the desk until they are approved again.
    Safe to run twice, also at once: who comes second finds the draft gone.
    """
    waiting = Draft.objects.filter(Q(publish_at__lte=now) | Q(publish_at=None), approved_by__isnull=False)
    done, refused = 0, []
    for draft in waiting.select_related("content_type", "approved_by").order_by("publish_at", "pk"):
        try:
            done += _applied_when_due(draft, now)
        except Refused as refusal:
            refused.append((draft, str(refusal)))
            same = Draft.objects.filter(pk=draft.pk, changed_at=draft.changed_at)
            same.update(approved_by=None, refusal=str(refusal)[:500])
    return done, refused


def _applied_when_due(draft: Draft, now) -> bool:
    row = draft.content_type.model_class()._base_manager.filter(pk=draft.object_id).first()
    if row is None:
        draft.delete()
        return False
    if not draft.content:
        return _appeared_when_due(draft, row, now)
    if row.status != Status.PUBLISHED:
        raise Refused(_("It is not published any more: publish it, or drop the draft."))
    drafts.put(row, draft.content)
    _check(row)
    with transaction.atomic():
        if not _apply(draft):
            return False
        _log(row, draft.approved_by, CHANGED)
    return True


def _appeared_when_due(draft: Draft, row: Editorial, now) -> bool:
    """For the first time, or again: checked anew, since what it speaks of may have changed."""
    if row.publish_at and row.publish_at > now:
        return False
    with transaction.atomic():
        held = Draft.objects.select_for_update().filter(pk=draft.pk, changed_at=draft.changed_at).first()
        if held is None:
            return False
        row = type(row)._base_manager.select_for_update().get(pk=row.pk)
        if row.status != Status.IN_REVIEW or drafts.values(row) != held.base:
            raise Refused(_("It was changed after it was approved: look at it, and publish it again."))
        _check(row)
        row._history_user = draft.approved_by
        _publish_now(row)
        held.delete()
        _log(row, draft.approved_by, _("Published."))
    return True


def _apply(draft: Draft) -> bool:
    with _in_words():
        return drafts.apply(draft) is not None


def _publish_now(row: Editorial) -> None:
    row.status = Status.PUBLISHED
    with _in_words(), transaction.atomic():
        row.full_clean()
        row.save()


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except ValidationError as error:
        raise Refused(*error.messages) from error
    except IntegrityError as error:
        raise Refused(AT_ONCE) from error


def _check(row: Editorial) -> None:
    row.desk_findings = findings(row)  # for whoever takes the step to be told
    if barring := [found.message for found in row.desk_findings if found.level == BLOCKING]:
        raise Refused(*barring)


def _hold(row: Editorial) -> None:
    """Keep others from changing it until the transaction ends; `Refused` where somebody did by now.

    It is saved whole: what was written into it since, while others of a list were checked, would be lost.
    """
    held = type(row)._base_manager.select_for_update().filter(pk=row.pk).first()
    if held is None or held.status != row.status or drafts.values(held) != drafts.values(row):
        raise Refused(AT_ONCE)


def _may_change(row: Editorial, user) -> None:
    if not user.has_perm(f"{row._meta.app_label}.change_{row._meta.model_name}"):
        raise PermissionDenied


def _set(row: Editorial, status: Status) -> None:
    row.status = status
    # Saved, not updated by a query: what is found by its words follows.
    with transaction.atomic():
        row.save(update_fields=["status"])


def _log(row: Editorial, user, message: str) -> None:
    LogEntry.objects.log_actions(user.pk, [row], CHANGE, message, single_object=True)
