"""Where something editorial stands, in words for the head of its form."""

from django.conf import settings
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.models import Draft, Editorial, Status

PARTS = gettext_lazy("By the rule of two persons its tables are changed while it is a draft.")
GONE = gettext_lazy("somebody whose account is gone")


def of(row: Editorial, draft: Draft | None, has_parts: bool) -> str:
    """What readers see of it, and what waits beside it; the draft is what the form shows."""
    said = format_html("{}{}.", row.get_status_display(), _seen(row))
    if has_parts and settings.DESK_TWO_PERSON_RULE and row.status == Status.PUBLISHED:
        said = format_html("{} {}", said, PARTS)
    if draft is None:
        return said
    if row.status == Status.PUBLISHED:
        state = "" if draft.state == Draft.State.DRAFT else f", {draft.get_state_display().lower()}"
        said = format_html(_("{} You see a draft by {}{}."), said, draft.author or GONE, state)
    elif draft.content:
        said = format_html(
            _("{} A draft by {} is kept beside it: it comes in when this is a draft again."),
            said,
            draft.author or GONE,
        )
    if draft.approved_by:
        said = format_html(
            _("{} Approved by {}, goes live {}."),
            said,
            draft.approved_by,
            _when(draft.publish_at or row.publish_at),
        )
    if draft.refusal:
        said = format_html(
            _("{} <strong>It did not go live when its time came:</strong> {}"), said, draft.refusal
        )
    return said


def _seen(row: Editorial) -> str:
    now = timezone.now()
    if row.status != Status.PUBLISHED or row.is_live(now):
        return ""
    if row.publish_at and row.publish_at > now:
        return _(", for readers from {when}").format(when=_when(row.publish_at))
    return _(", gone from the site since {when}").format(when=_when(row.unpublish_at))


def _when(moment) -> str:
    return _("{moment:%Y-%m-%d %H:%M} UTC").format(moment=moment) if moment else _("at once")
