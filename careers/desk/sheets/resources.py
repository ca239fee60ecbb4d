"""Sheets of what editors maintain: a row of a sheet is a form filled in, and goes the way of the form.

django-import-export reads the rows, finds what each is about and counts what became of it; the admin's own
form checks and saves it: what is published gets a draft beside it, what is new begins as a draft.
"""

from copy import deepcopy

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models.fields.files import FileField
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from import_export import fields, resources

from careers.desk import drafts, publishing
from careers.models import (
    Company,
    CompanyAssessment,
    CompanyIdentifier,
    CompanyName,
    Editorial,
    Feed,
    Occupation,
    OccupationText,
    Page,
    Posting,
    PostingPlace,
    ReaderReport,
    Source,
    Status,
    Synonym,
)

from .cells import Cell, Named, same
from .export import columns, harmless, natural_key
from .reading import plain

# By which columns a row is known; a new row of what only its number tells apart leaves that empty.
KEYS: dict[str, tuple[str, ...]] = {
    Company._meta.label_lower: ("slug",),
    CompanyAssessment._meta.label_lower: ("company", "topic", "source_name"),
    CompanyIdentifier._meta.label_lower: ("scheme", "value"),
    CompanyName._meta.label_lower: ("company", "kind", "name"),
    Feed._meta.label_lower: ("slug",),
    Occupation._meta.label_lower: ("slug",),
    OccupationText._meta.label_lower: ("occupation",),
    Page._meta.label_lower: ("slug",),
    Posting._meta.label_lower: ("id",),
    PostingPlace._meta.label_lower: ("posting", "position"),
    ReaderReport._meta.label_lower: ("id",),
    Source._meta.label_lower: ("slug",),
    Synonym._meta.label_lower: ("term",),
    "comparisons.curatedcomparison": ("id",),
}
UNTYPED = (FileField, models.JSONField, models.BinaryField)
SEVERAL = gettext_lazy("Several rows have this {}: change them one by one.")
OTHER_DRAFT = gettext_lazy(
    "A draft of it by {} has another: publish or drop that first, or change it on its page."
)


def has_sheet(model: type[models.Model]) -> bool:
    return model._meta.label_lower in KEYS


def is_editorial(model: type[models.Model]) -> bool:
    return issubclass(model, Editorial)


class Sheet(resources.ModelResource):
    """Base of all. Made for one sheet that somebody hands in at an admin; used once."""

    class Meta:
        skip_unchanged = True
        report_skipped = True
        use_transactions = True
        skip_html_diff = True

    def __init__(self, admin, request, note: str = "", publishes: bool = False):
        super().__init__()
        self.admin, self.request, self.note, self.publishes = admin, request, note, publishes
        self._forms: dict[tuple, type] = {}

    @property
    def titles(self) -> list[str]:
        return [self.fields[name].column_name for name in self.get_import_order()]

    @property
    def key(self) -> list[str]:
        return [self.fields[name].column_name for name in self.get_import_id_fields()]

    @property
    def shown_only(self) -> dict[str, str]:
        """What an export of the list has besides: by title, where the ORM finds it."""
        return {title: source for title, source in columns(self._meta.model) if title not in self.titles}

    def before_import(self, dataset, **kwargs):
        seen: dict[tuple, int] = {}
        for number, row in zip(dataset.numbers, dataset.dict, strict=True):
            key = tuple(row[title] for title in self.key)
            if any(key) and seen.setdefault(key, number) != number:
                raise ValidationError(
                    _("Row {number} is about the same as row {other}: {columns}.").format(
                        number=number, other=seen[key], columns=", ".join(key)
                    )
                )

    def get_instance(self, instance_loader, row):
        try:
            return super().get_instance(instance_loader, row)
        except self._meta.model.MultipleObjectsReturned as error:
            raise ValueError(SEVERAL.format(", ".join(self.key))) from error

    def after_init_instance(self, instance, new, row, **kwargs):
        name = self._meta.model._meta.verbose_name
        if new and (number := row.get("id")) and "id" in self.key:
            raise ValidationError(
                _("No {name} has the id “{number}”. Leave it empty for a new one.").format(
                    name=name, number=number
                )
            )
        if not (
            self.admin.has_add_permission(self.request)
            if new
            else self.admin.has_change_permission(self.request, instance)
        ):
            said = _("You may not add this {name}.") if new else _("You may not change this {name}.")
            raise ValidationError(said.format(name=name))
        self._is_as_exported(instance, row)
        self._live, self._is_new = deepcopy(instance), new
        self._draft = None
        if not new and is_editorial(type(instance)) and instance.status == Status.PUBLISHED:
            self._draft = drafts.of(instance)

    def skip_row(self, instance, original, row, import_validation_errors=None):
        if super().skip_row(instance, original, row, import_validation_errors):
            return True
        if import_validation_errors or self._draft is None or self.publishes:
            return False
        # Handed in once more: its draft has all of it already.
        return not self._differing(instance, self._drafted(), self._differing(instance, self._live))

    def validate_instance(self, instance, import_validation_errors=None, validate_unique=True):
        if import_validation_errors:
            raise ValidationError(import_validation_errors)
        self._form = self._filled_in(instance)
        if not self._form.is_valid():
            raise ValidationError(
                {name: [error for each in errors for error in each] for name, errors in
                 self._form.errors.as_data().items()}
            )  # fmt: skip

    def do_instance_save(self, instance, is_create):
        admin, request, form = self.admin, self.request, self._form
        try:
            with transaction.atomic():
                row = admin.save_form(request, form, change=not is_create)
                admin.save_model(request, row, form, change=not is_create)
                admin.save_related(request, form, [], change=not is_create)
                said = admin.construct_change_message(request, form, [], is_create)
                (admin.log_addition if is_create else admin.log_change)(request, row, said)
        except IntegrityError as error:
            raise ValidationError(admin._explain(error)) from error
        if self.publishes:
            self._publish(row)
        instance.pk = row.pk

    def _publish(self, row) -> None:
        if barred := self.admin.barred(row):
            raise ValidationError(barred)
        try:
            publishing.publish(type(row)._base_manager.get(pk=row.pk), self.request.user)
        except publishing.Refused as refusal:
            raise ValidationError(list(refusal.reasons)) from refusal

    def _filled_in(self, instance):
        """The form as it would come back from the page of the row, with what the sheet says typed in."""
        form = self._form_class()
        if self._is_new:
            before, data = self._live, _as_posted(form(instance=instance))
        else:
            before, changed = self._drafted(), self._differing(instance, self._live)
            self._meets_no_other_draft(instance, before, changed)
            data = {
                **_as_posted(form(instance=before), lambda name: name not in changed),
                **_as_posted(form(instance=instance), lambda name: name in changed),
            }
        if self.note:
            data["change_note"] = [self.note]
        return form(MultiValueDict(data), MultiValueDict(), instance=before)

    def _drafted(self):
        """The row as its form shows it: with the draft of it, if there is one, laid over."""
        row = deepcopy(self._live)
        if is_editorial(type(row)) and row.status == Status.PUBLISHED:
            row.desk_live, row.desk_draft = drafts.values(row), self._draft
            if self._draft:
                drafts.put(row, self._draft.content)
        return row

    def _meets_no_other_draft(self, instance, before, changed: set[str]) -> None:
        """Who takes a list out sees what is published: what a draft changes, too, is not written over."""
        if self._draft is None:
            return
        met = self._differing(instance, before, changed.intersection(self._draft.content))
        if met:
            said = OTHER_DRAFT.format(self._draft.author or _("somebody"))
            raise ValidationError(dict.fromkeys(sorted(met), said))

    def _differing(self, one, other, names=None) -> set[str]:
        values = {
            name: self.fields[name].get_value
            for name in (self.get_import_order() if names is None else names)
        }
        return {name for name, value in values.items() if value(one) != value(other)}

    def _form_class(self):
        status = getattr(self._live, "status", None)
        if (self._is_new, status) not in self._forms:
            row = None if self._is_new else self._live
            self._forms[self._is_new, status] = self.admin.get_form(
                self.request, row, change=not self._is_new
            )
        return self._forms[self._is_new, status]

    def _is_as_exported(self, instance, row) -> None:
        """What no sheet sets is where it is: a changed cell would otherwise be passed over in silence."""
        given = {title: source for title, source in self.shown_only.items() if row.get(title)}
        if not given:
            return
        stands = dict.fromkeys(given, "")
        if instance.pk:
            found = type(instance)._base_manager.filter(pk=instance.pk).values_list(*given.values()).get()
            stands = dict(zip(given, (plain(harmless(value)) for value in found), strict=True))
        for title, value in stands.items():
            if not same(value, row[title]):
                stood = (
                    _("leave it as it is ({value})").format(value=value)
                    if value
                    else _("leave its cell empty")
                )
                raise ValidationError({title: _("No sheet sets it: {stood}.").format(stood=stood)})


def sheet_of(admin, request, note: str = "", publishes: bool = False) -> Sheet:
    """The sheet of an admin's model: its key, and what the admin's form has of its columns."""
    model = admin.model
    key = KEYS[model._meta.label_lower]
    typed = admin.get_form(request, None).base_fields
    found = {}
    for field in model._meta.concrete_fields:
        if field.name not in key and (field.name not in typed or isinstance(field, UNTYPED)):
            continue
        if field.is_relation:
            (natural, *more) = natural_key(field.related_model)
            if more:
                continue
            widget = Named(field.related_model, natural)
        else:
            widget = Cell(field)
        found[field.name] = fields.Field(attribute=field.name, column_name=field.name, widget=widget)
    order = (*key, *(name for name in found if name not in key))
    meta = type("Meta", (Sheet.Meta,), {"model": model, "import_id_fields": key, "fields": order})
    return type(f"{model.__name__}Sheet", (Sheet,), {"Meta": meta, **found})(admin, request, note, publishes)


def _as_posted(form, is_wanted=lambda name: True) -> dict[str, list[str]]:
    """What a browser would send of an unchanged form, of the fields that are wanted."""
    data: dict[str, list[str]] = {}
    for bound in form:
        if not is_wanted(bound.name):
            continue
        value, widget = bound.value(), bound.field.widget
        if hasattr(widget, "decompress"):
            for suffix, part in zip(widget.widgets_names, widget.decompress(value), strict=True):
                data[bound.html_name + suffix] = ["" if part is None else str(part)]
        elif isinstance(value, list | tuple):
            data[bound.html_name] = [str(each) for each in value]
        elif isinstance(value, bool):
            data |= {bound.html_name: ["on"]} if value else {}
        else:
            data[bound.html_name] = ["" if value is None else str(value)]
    return data
