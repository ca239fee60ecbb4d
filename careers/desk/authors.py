"""Who had a hand in what is to be published: all of them, not only who saved last."""

import json
from itertools import pairwise

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.utils import translation

from careers.models import Draft, Editorial, Status

from . import versions

# When readers see it is for who publishes to say, and makes nobody its author.
DATES = {"publish_at", "unpublish_at", "review_by"}
NO_CONTENT = {*DATES, "status"}


def of_draft(draft: Draft) -> set[int]:
    """Keys of the users who changed it since it was begun."""
    found = set(draft.writers.values_list("pk", flat=True))
    return found | ({draft.author_id} - {None})


def of_row(row: Editorial) -> set[int]:
    """Keys of the users who changed it since readers last saw it; of what belongs to it, too."""
    records = type(row).history.filter(id=row.pk).order_by("-history_date", "-history_id")
    since, seen = [], None
    for record in records.iterator(chunk_size=20):
        since.append(record)
        if record.status == Status.PUBLISHED:
            seen = record
            break
    found = {
        after.history_user_id
        for after, before in pairwise([*since, None])
        if after is not seen and _is_written(after, before)
    }
    return (found | _by_log(row, seen)) - {None}


def _is_written(after, before) -> bool:
    if before is None:  # what was there before the first edit kept here is nobody's
        return after.history_type == "+"
    names = [field.attname for field in versions.tracked(after.instance_type) if field.name not in NO_CONTENT]
    return any(getattr(after, name) != getattr(before, name) for name in names)


def _by_log(row: Editorial, seen) -> set[int]:
    """Who saved its form: rows of its tables, and drafts that it took in, have no version of it."""
    entries = LogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(type(row)),
        object_id=str(row.pk),
        action_flag__in=(ADDITION, CHANGE),
        # Steps are logged in sentences, what was written as JSON.
        change_message__startswith="[",
    )
    if seen:
        entries = entries.filter(action_time__gt=seen.history_date)
    with translation.override(None):  # as Django logs them
        dates = {row._meta.get_field(name).verbose_name.capitalize() for name in DATES}
    return {
        user
        for user, message in entries.values_list("user_id", "change_message")
        if any(_beyond(dates, each) for each in json.loads(message))
    }


def _beyond(dates: set[str], change: dict) -> bool:
    return any("name" in told or set(told.get("fields", ())) - dates for told in change.values())
