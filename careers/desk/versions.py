"""The versions of a row, or of several that belong together, newest first, each against the one before."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Page, Paginator
from django.db import models
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import corrected
from careers.models import Correction

from . import differences
from .differences import Piece

PER_PAGE = 20
NOTHING = gettext_lazy("nothing")
DELETED = gettext_lazy("something deleted meanwhile")
# Of a correction: texts that are read as the figure they stand for.
FIGURES = {"value", "published_value"}
KINDS = {
    "+": gettext_lazy("{name} created"),
    "~": gettext_lazy("{name} changed"),
    "-": gettext_lazy("{name} deleted"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field, as it was and as it became; a text in pieces."""

    label: str
    old: str
    new: str
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Stream:
    """The versions of one model that a page shows: of these rows."""

    model: type[models.Model]
    rows: dict
    # Whether each version says which row it is of; where the page is about that row, it need not.
    is_named: bool = False


@dataclass(slots=True)
class Version:
    record: models.Model
    before: models.Model | None
    is_current: bool
    row: models.Model | None  # as it stands now; None once deleted
    subject: str = ""
    changes: list[Change] = field(default_factory=list)

    @property
    def what(self) -> str:
        """“Text changed”."""
        name = str(self.record.instance_type._meta.verbose_name)
        said = KINDS[self.record.history_type]
        # What was there before the first edit kept here was neither created nor changed by anybody.
        return (_("{name} as it was") if self.is_beginning else said).format(name=name)

    @property
    def is_new(self) -> bool:
        """Nothing stood before; of a correction the publisher's figure did."""
        return self.before is None and self.record.instance_type is not Correction

    @property
    def is_beginning(self) -> bool:
        return self.before is None and self.record.history_type == "~"

    @property
    def who(self) -> str:
        user = self.record.history_user
        return (user.get_full_name() or user.get_username()) if user else ""


def page(streams: Iterable[Stream], number) -> Page:
    """A page of versions of all the streams, in three queries each and one for each kind of related rows."""
    keys, previous, newest = [], {}, set()
    streams = list(streams)
    for place, stream in enumerate(streams):
        row_key, older = stream.model._meta.pk.attname, {}
        found = stream.model.history.filter(**stream.rows).order_by("history_date", "history_id")
        for when, key, row in found.values_list("history_date", "history_id", row_key):
            previous[place, key] = older.get(row)
            older[row] = key
            keys.append((when, place, key))
        newest |= {(place, key) for key in older.values()}
    shown = Paginator(sorted(keys, reverse=True), PER_PAGE).get_page(number)
    versions = {}
    for place, stream in enumerate(streams):
        mine = [key for _, where, key in shown if where == place]
        if not mine:
            continue
        wanted = {*mine, *(previous[place, key] for key in mine)} - {None}
        records = stream.model.history.select_related("history_user").in_bulk(wanted)
        rows = stream.model._base_manager.in_bulk({records[key].id for key in mine})
        for key in mine:
            record, row = records[key], rows.get(records[key].id)
            is_current = (place, key) in newest and row is not None and not differing(row, record)
            version = Version(record, records.get(previous[place, key]), is_current, row)
            version.subject = str(record.history_object) if stream.is_named else ""
            versions[place, key] = version
    described(list(versions.values()))
    shown.object_list = [versions[place, key] for _, place, key in shown]
    return shown


def described(versions: list[Version]) -> None:
    pairs = [(version, shown_fields(version)) for version in versions]
    names = Names()
    for version, fields in pairs:
        for each in fields:
            names.want(each, version.before, version.record)
    for version, fields in pairs:
        if version.before is None and not version.is_new:
            version.changes = correction_made(version.record)
        else:
            version.changes = [change(each, version.before, version.record, names) for each in fields]


def correction_made(record) -> list[Change]:
    """The publisher's figure and what it is instead, with the source."""
    figure = ContentType.objects.get_for_id(record.figure_id).model_class()()
    old, new = (
        corrected.in_words(figure, record.field, text) for text in (record.published_value, record.value)
    )
    return [
        Change(_capitalised(corrected.label(figure, record.field)), old, new),
        Change(_("Source of the correction"), NOTHING, record.evidence),
    ]


def shown_fields(version: Version) -> list[models.Field]:
    """What differs; of what was created, all that it began with; of what was deleted, nothing."""
    if version.record.history_type == "-":
        return []
    return [each for each in told(version.record) if _differs(each, version.before, version.record)]


def told(record) -> list[models.Field]:
    """Fields that mean something to an editor; those that the portal works out mean none."""
    fields = record.instance_type._meta.concrete_fields
    kept = {each.name for each in record._meta.fields}
    return [
        each
        for each in fields
        if each.editable
        and each.name in kept
        and not each.primary_key
        and not isinstance(each, models.JSONField)
    ]


def tracked(model: type[models.Model]) -> list[models.Field]:
    kept = {each.name for each in model.history.model._meta.fields}
    return [each for each in model._meta.concrete_fields if each.name in kept]


def differing(row: models.Model, record: models.Model) -> list[models.Field]:
    return [each for each in tracked(type(row)) if _differs(each, row, record)]


def _differs(each: models.Field, before, after) -> bool:
    old = None if before is None else getattr(before, each.attname)
    new = getattr(after, each.attname)
    return old != new and not (old in (None, "") and new in (None, ""))


class Names:
    """Names of related rows, asked for once for each kind; nobody is shown a primary key."""

    def __init__(self):
        self._wanted, self._found = defaultdict(set), {}

    def want(self, each: models.Field, *rows) -> None:
        if each.is_relation:
            values = (getattr(row, each.attname) for row in rows if row is not None)
            self._wanted[each.related_model] |= {value for value in values if value is not None}

    def of(self, each: models.Field, key) -> str:
        model = each.related_model
        if model not in self._found:
            # What a name is put together from comes along, say the source of a release.
            self._found[model] = model._base_manager.select_related().in_bulk(self._wanted[model])
        row = self._found[model].get(key)
        if row is None:
            return DELETED
        return row.name if model is ContentType else str(row)


def change(each: models.Field, before, after, names: Names) -> Change:
    old, new = (None if row is None else getattr(row, each.attname) for row in (before, after))
    label = _capitalised(str(each.verbose_name))
    if isinstance(each, models.TextField):
        return Change(label, "", "", tuple(differences.of_words(old or "", new or "")))
    return Change(label, in_words(each, old, before, names), in_words(each, new, after, names))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def in_words(each: models.Field, value, row, names: Names) -> str:
    if value in (None, ""):
        return NOTHING
    if each.model is Correction and each.name in FIGURES:
        figure = ContentType.objects.get_for_id(row.figure_id).model_class()()
        return corrected.in_words(figure, row.field, value)
    if each.is_relation:
        return names.of(each, value)
    if each.choices:
        return str(dict(each.flatchoices).get(value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return _("{when} UTC").format(when=formats.date_format(timezone.localtime(value), "DATETIME_FORMAT"))
    if isinstance(value, date):
        return formats.date_format(value)
    if isinstance(value, Decimal):
        return f"{value:,f}"
    return str(value)
