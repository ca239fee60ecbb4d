"""A change to something published, kept beside it: begun, changed, applied in one piece, or dropped."""

from collections.abc import Mapping

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _

from careers.feeds.posting_rows import fingerprint_of
from careers.models import Draft, Editorial, Posting

# What is no content: who a row is, where it stands, and what is written by itself.
NO_CONTENT = {"status", "fingerprint", "members_key", "search_before"}
Values = Mapping[str, object]  # by name of the field, as JSON holds it


class Outdated(ValidationError):
    """The live row has become another than the draft was begun from."""


def content_fields(model: type[models.Model]) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if not (
            field.primary_key
            or field.name in NO_CONTENT
            or getattr(field, "auto_now", False)
            or isinstance(field, models.BinaryField)  # its checksum tells of it
        )
    ]


def values(row: models.Model) -> dict[str, object]:
    """All content of a row as JSON holds it."""
    return {field.name: _plain(field, row) for field in content_fields(type(row))}


def put(row: models.Model, content: Values) -> None:
    """Give the row these values, in memory; fields that the model no longer has are left out."""
    for field in content_fields(type(row)):
        if field.name in content:
            target = field.target_field if field.is_relation else field
            value = content[field.name]
            setattr(row, field.attname, None if value is None else target.to_python(value))


def of(row: Editorial) -> Draft | None:
    """One query, and for the kind of it one more the first time."""
    return _drafts(row).select_related("author", "approved_by").first()


def write(row: Editorial, live: Values, user, publish_at=None, note: str = "") -> Draft | None:
    """Keep what the row in memory has other than `live`; a draft without a difference is dropped.

    What was approved is no longer: somebody has to look at it again. Who gives it another time, or another
    note, becomes none of its writers.
    """
    now = values(row)
    changed = [name for name, value in now.items() if live.get(name) != value]
    if not changed:
        _drafts(row).delete()
        return None
    content = {name: now[name] for name in changed}
    base = {name: live.get(name) for name in changed}
    same = of(row)
    if same and same.content == content:
        if (same.base, same.publish_at, same.note) != (base, publish_at, note):  # looked at again
            same.base, same.publish_at, same.note = base, publish_at, note
            same.approved_by, same.refusal = None, ""
            same.save()
        return same
    draft, _ = Draft.objects.update_or_create(
        content_type=_kind(row),
        object_id=row.pk,
        defaults={
            "content": content,
            "base": base,
            "state": Draft.State.DRAFT,
            "note": note,
            "publish_at": publish_at,
            "author": user,
            "approved_by": None,
            "refusal": "",
        },
    )
    if user:  # None, where a program wrote it
        draft.writers.add(user)
    return draft


def approve_first(row: Editorial, user) -> None:
    """Note that the row, as it is, shall be published at the time that it names."""
    Draft.objects.update_or_create(
        content_type=_kind(row),
        object_id=row.pk,
        defaults={
            "content": {},
            "base": values(row),
            "state": Draft.State.IN_REVIEW,
            "approved_by": user,
            "refusal": "",
        },
    )


def apply(draft: Draft) -> Editorial | None:
    """Make the draft what readers see, in one piece, and drop it; None where somebody was faster.

    Raises ValidationError where the row would break a rule, `Outdated` where a field of it was changed since.
    """
    with transaction.atomic():
        draft = Draft.objects.select_for_update().filter(pk=draft.pk, changed_at=draft.changed_at).first()
        if draft is None:
            return None
        model = draft.content_type.model_class()
        row = model._base_manager.select_for_update().get(pk=draft.object_id)
        live = values(row)
        moved = [
            name
            for name, value in draft.content.items()
            if live.get(name) not in (draft.base.get(name), value)
        ]
        if moved:
            names = ", ".join(str(model._meta.get_field(name).verbose_name) for name in moved)
            said = _(
                "Since the draft was begun, the live version was given another {names}. "
                "Open the form and save the draft again once you have looked."
            )
            raise Outdated(said.format(names=names))
        put(row, draft.content)
        row.full_clean()
        if isinstance(row, Posting):
            # Feeds know a posting by it.
            row.fingerprint = fingerprint_of(row.title, row.company_name, row.places.all(), row.is_remote)
        # The history of the row tells who wrote it and why, whoever put it live, be it the timer.
        row._history_user, row._change_reason = draft.author or draft.approved_by, draft.note
        row.save()
        draft.delete()
    return row


def drop(row: Editorial) -> bool:
    return bool(_drafts(row).delete()[0])


def drop_approval(row: Editorial) -> None:
    """Of a first publication; a draft with content stays."""
    _drafts(row).filter(content={}).delete()


def _drafts(row: Editorial) -> models.QuerySet[Draft]:
    return Draft.objects.filter(content_type=_kind(row), object_id=row.pk)


def _kind(row: models.Model) -> ContentType:
    return ContentType.objects.get_for_model(type(row))


def _plain(field: models.Field, row: models.Model):
    value = field.value_from_object(row)
    return value if value is None or isinstance(value, bool | int | str) else field.value_to_string(row)
