"""From draft over review to published and archived: who may take which step, and what bars it.

Everything that changes what readers see goes through here; buttons and addresses alike.
"""

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from careers.models import Draft, Editorial, Status

from . import drafts
from .checks import BLOCKING, findings
from .roles import PUBLISH, may_publish

CHANGED = "Published the change."
AT_ONCE = "Somebody else changed the same thing at the same moment."


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
            raise Refused("There is no draft to review: what you see is what readers see.")
        Draft.objects.filter(pk=draft.pk).update(state=Draft.State.IN_REVIEW)
    elif row.status == Status.DRAFT:
        _set(row, Status.IN_REVIEW)
    else:
        raise Refused(f"It is {row.get_status_display().lower()} already.")
    _log(row, user, "Submitted for review.")


def publish(row: Editorial, user) -> str:
    """Publish the row, or the draft of what is published; says what became of it."""
    if not user.has_perm(PUBLISH):
        raise PermissionDenied
    draft = drafts.of(row) if row.status == Status.PUBLISHED else None
    if row.status == Status.PUBLISHED and draft is None:
        raise Refused("It is published as it stands here.")
    if not may_publish(user, draft.author if draft else author_of(row)):
        raise Refused("You wrote this yourself: another publisher has to look at it.")
    if draft:
        drafts.put(row, draft.content)
    barring = _barring(row)
    if barring:
        raise Refused(*barring)
    if draft and draft.publish_at and draft.publish_at > timezone.now():
        Draft.objects.filter(pk=draft.pk).update(approved_by=user, state=Draft.State.IN_REVIEW)
        done = f"Approved: the change goes live at {draft.publish_at:%Y-%m-%d %H:%M} UTC."
    elif draft:
        if not _apply(draft):
            raise Refused(AT_ONCE)
        done = CHANGED
    else:
        done = _published(row)
    _log(row, user, done)
    return done


def archive(row: Editorial, user) -> None:
    """Take it from the site, or from the desk where it never was on the site; it can come back as a draft."""
    _may_change(row, user)
    if row.status == Status.ARCHIVED:
        raise Refused("It is archived already.")
    if row.status == Status.PUBLISHED and not user.has_perm(PUBLISH):
        raise PermissionDenied
    _set(row, Status.ARCHIVED)
    _log(row, user, "Archived.")


def return_to_draft(row: Editorial, user) -> None:
    """Back to its writer; what was published is then on the site no more."""
    _may_change(row, user)
    if row.status == Status.DRAFT:
        raise Refused("It is a draft already.")
    if row.status == Status.PUBLISHED and not user.has_perm(PUBLISH):
        raise PermissionDenied
    _set(row, Status.DRAFT)
    _log(row, user, "Made a draft again.")


def discard(row: Editorial, user) -> None:
    """Drop the draft of what is published."""
    _may_change(row, user)
    if not drafts.drop(row):
        raise Refused("There is no draft of it.")
    _log(row, user, "Dropped the draft; what is published stays.")


def due(now) -> tuple[int, list[tuple[Draft, str]]]:
    """Put the approved drafts live whose time has come, each in a transaction of its own.

    How many were, and which were refused and why.

    Safe to run twice, also at once: who comes second finds the draft gone.
    """
    waiting = Draft.objects.filter(approved_by__isnull=False, publish_at__lte=now)
    done, refused = 0, []
    for draft in waiting.select_related("content_type", "approved_by").order_by("publish_at", "pk"):
        try:
            done += _applied_when_due(draft)
        except Refused as refusal:
            refused.append((draft, str(refusal)))
    return done, refused


def author_of(row: Editorial):
    """Who last wrote it: the last who saved other content of it at the desk, None where that is not known."""
    kind = ContentType.objects.get_for_model(type(row))
    # Steps are logged in sentences, changes of content as JSON.
    logged = LogEntry.objects.filter(content_type=kind, object_id=str(row.pk))
    written = logged.filter(action_flag__in=(ADDITION, CHANGE), change_message__startswith="[")
    last = written.exclude(change_message="[]").order_by("-action_time", "-pk").select_related("user").first()
    return last.user if last else None


def _applied_when_due(draft: Draft) -> bool:
    row = draft.content_type.model_class()._base_manager.filter(pk=draft.object_id).first()
    if row is None:
        draft.delete()
        return False
    if row.status != Status.PUBLISHED:
        raise Refused("It is not published any more: publish it, or drop the draft.")
    drafts.put(row, draft.content)
    if barring := _barring(row):
        raise Refused(*barring)
    with transaction.atomic():
        if not _apply(draft):
            return False
        _log(row, draft.approved_by, CHANGED)
    return True


def _apply(draft: Draft) -> bool:
    try:
        return drafts.apply(draft) is not None
    except ValidationError as error:
        raise Refused(*error.messages) from error
    except IntegrityError as error:
        raise Refused(AT_ONCE) from error


def _published(row: Editorial) -> str:
    row.status = Status.PUBLISHED
    try:
        row.full_clean()
        with transaction.atomic():
            row.save()
    except ValidationError as error:
        raise Refused(*error.messages) from error
    except IntegrityError as error:
        raise Refused(AT_ONCE) from error
    if row.publish_at and row.publish_at > timezone.now():
        return f"Published: readers see it from {row.publish_at:%Y-%m-%d %H:%M} UTC."
    return "Published."


def _barring(row: Editorial) -> list[str]:
    return [found.message for found in findings(row) if found.level == BLOCKING]


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
