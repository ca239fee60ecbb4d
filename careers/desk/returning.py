"""Back to an earlier version. The return is a version itself, and undoes nothing that was kept."""

from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils import formats, timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Draft, Editorial, Status
from careers.models.history import MAX_REASON

from . import drafts, versions
from .checks import BLOCKING, findings
from .versions import Change, Names, Version

# Whether readers see it is decided where it is published, not by a look back.
STATE = {"status", "publish_at", "unpublish_at", "review_by"}
CHANGED_MEANWHILE = _("Somebody changed it after you opened this page. Look at what the return would do now.")
DRAFT_BESIDE = _("There is a draft of it already: publish or drop that one first, or change it in the form.")
ALREADY_SO = _("That version says the same as it does now: there is nothing to return to.")


class Refused(Exception):
    """In words: why nothing was changed."""


def returning(row: models.Model, record: models.Model) -> list[models.Field]:
    """The fields that a return would change."""
    return [
        each
        for each in versions.differing(row, record)
        if not each.primary_key and not (isinstance(row, Editorial) and each.name in STATE)
    ]


def differences(row: models.Model, record: models.Model) -> list[Change]:
    """What a return would do, as an editor reads it."""
    version = Version(record, row, is_current=False, row=row)
    own = {each.name for each in returning(row, record)}
    fields = [each for each in versions.shown_fields(version) if each.name in own]
    names = Names()
    for each in fields:
        names.want(each, row, record)
    return [versions.change(each, row, record, names) for each in fields]


def stamp(row: models.Model) -> str:
    """Differs as soon as anything tracked of the row does."""
    values = [getattr(row, each.attname) for each in versions.tracked(type(row))]
    return sha256(repr(values).encode()).hexdigest()


def is_published(row: models.Model) -> bool:
    return isinstance(row, Editorial) and row.status == Status.PUBLISHED


def reason_of(record: models.Model, why: str = "") -> str:
    when = formats.date_format(timezone.localtime(record.history_date), "DATETIME_FORMAT")
    reason = gettext("Return to the version of {when} UTC.").format(when=when)
    return f"{reason} {why}".strip()[:MAX_REASON]


@transaction.atomic
def take_back(row: models.Model, record: models.Model, seen: str, why: str = "") -> models.Model:
    """Make the row what it was, if it still is what was `seen` (a `stamp`); raises `Refused`."""
    row = _as_it_was(row, record, seen)
    barring = [found.message for found in findings(row) if found.level == BLOCKING]
    if barring and is_published(row):
        raise Refused(" ".join(barring))
    row._change_reason = reason_of(record, why)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        raise Refused(
            gettext("Another row stands in the way: it has by now what this one had then.")
        ) from None
    if isinstance(row, Editorial):
        drafts.drop_approval(row)
    return row


@transaction.atomic
def as_draft(row: Editorial, record: models.Model, seen: str, user, why: str = "") -> Draft:
    """A draft of what is published, with what it was then, for who may not change what readers see."""
    if drafts.of(row):
        raise Refused(DRAFT_BESIDE)
    live = drafts.values(type(row)._base_manager.select_for_update(of=("self",)).get(pk=row.pk))
    row = _as_it_was(row, record, seen)
    note = reason_of(record, why)[: Draft._meta.get_field("note").max_length]
    draft = drafts.write(row, live, user, note=note)
    if draft is None:
        raise Refused(ALREADY_SO)
    return draft


def _as_it_was(row: models.Model, record: models.Model, seen: str) -> models.Model:
    """In memory, and valid."""
    row = type(row)._base_manager.select_for_update(of=("self",)).get(pk=row.pk)
    if stamp(row) != seen:
        raise Refused(CHANGED_MEANWHILE)
    fields = returning(row, record)
    if not fields:
        raise Refused(ALREADY_SO)
    for each in fields:
        value = getattr(record, each.attname)
        if each.is_relation and value is not None:
            _still_there(each, value)
        setattr(row, each.attname, value)
    try:
        row.full_clean()
    except ValidationError as error:
        raise Refused(in_words(row, error)) from None
    return row


def _still_there(each: models.Field, value) -> None:
    if not each.related_model._base_manager.filter(pk=value).exists():
        raise Refused(
            gettext("The {kind} that it had then was deleted meanwhile.").format(kind=each.verbose_name)
        )


def in_words(row: models.Model, error: ValidationError) -> str:
    lines = []
    for name, messages in error.message_dict.items():
        known = {each.name: str(each.verbose_name) for each in row._meta.fields}
        head = f"{known[name]}: " if name in known else ""
        lines += [f"{head[:1].upper()}{head[1:]}{message}" for message in messages]
    return " ".join(lines)
