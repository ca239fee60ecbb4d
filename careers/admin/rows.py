"""Figures edited as rows of a table on their occupation's page."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import UniqueConstraint
from django.forms.formsets import INITIAL_FORM_COUNT
from django.forms.models import BaseInlineFormSet
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Figure

from .autocomplete import KnownAutocompletes, KnownChoiceField
from .reasons import ExplainedForm, explained_form

MOST_NEW = 50  # rows that are added to a table at once
GONE = _("Meanwhile a row of this table was deleted or went out of force. Open the page again, then repeat.")


class QuietRow:
    """A form that does nothing for a row that nobody touched: it is not saved either."""

    def _post_clean(self):
        if self.instance.pk and not self.has_changed():
            return
        super()._post_clean()


class RowForm(QuietRow, ExplainedForm):
    # Which figure is in force is judged over the whole table, as one save may hand it over.
    judged_elsewhere = frozenset({"is_current"})

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # A table heads its columns but labels none of its fields for who cannot see it.
            field.widget.attrs.setdefault("aria-label", field.label or "")


class KnownRows(BaseInlineFormSet):
    """The rows of an inline. Fetched with the table, they are not looked up again one by one."""

    @cached_property
    def management_form(self):
        """Says how many rows there may be. Django makes 2,000 of any greater number, with 3 queries each."""
        if not self.is_bound:
            self.max_num = min(self.max_num, self.initial_form_count() + MOST_NEW)
            return super().management_form
        form = super().management_form
        stored = form.cleaned_data[INITIAL_FORM_COUNT]
        if stored > MOST_NEW:
            stored = len(self.get_queryset())
        self.absolute_max = stored + MOST_NEW
        self.max_num = min(self.max_num, self.absolute_max)
        return form

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].widget.attrs["aria-label"] = gettext("Delete")
        if form.instance.pk:
            name = self.model._meta.pk.name
            plain = form.fields[name]
            field = KnownChoiceField(
                plain.queryset, initial=plain.initial, required=False, widget=plain.widget
            )
            field.remember(form.instance)
            form.fields[name] = field

    def clean(self):
        super().clean()
        # Django passes over such a row in silence, or tells it at the hidden key.
        if any(form.instance.pk is None for form in self.initial_forms):
            raise ValidationError(GONE)


class RowFormSet(KnownRows):
    """Allows one row to come into force while another leaves it, but never two at once."""

    def clean(self):
        super().clean()
        if any(self.errors) or not any(form.has_changed() for form in self.forms):
            return
        rows = [form for form in self.forms if form.has_changed() or form.instance.pk]
        in_force = [form for form in rows if form.instance.is_current and not self._should_delete_form(form)]
        elsewhere = []
        if self.instance.pk:
            here = [form.instance.pk for form in rows if form.instance.pk]
            elsewhere = list(
                self.model.objects.current().filter(**{self.fk.name: self.instance}).exclude(pk__in=here)
            )
        for constraint in _in_force_constraints(self.model):
            names = [self.model._meta.get_field(name).attname for name in constraint.fields]
            names.remove(self.fk.attname)
            taken = {_values(row, names) for row in elsewhere}
            # Rows that stay as they are come first, so that the error stands at the changed one.
            for form in sorted(in_force, key=lambda form: form.has_changed()):
                values = _values(form.instance, names)
                if values in taken:
                    form.add_error(None, constraint.get_violation_error_message())
                taken.add(values)

    def save(self, commit=True):
        if commit:
            # Whatever leaves force does so first: the database forbids two even for a moment.
            leaving = [
                form.instance.pk
                for form in self.initial_forms
                if form.instance.pk and (not form.instance.is_current or self._should_delete_form(form))
            ]
            if leaving:
                self.model.objects.filter(pk__in=leaving).update(is_current=False)
        return super().save(commit)


def _in_force_constraints(model: type[Figure]) -> list[UniqueConstraint]:
    return [
        constraint
        for constraint in model._meta.constraints
        if isinstance(constraint, UniqueConstraint) and constraint.condition is not None
    ]


def _values(row: Figure, names: list[str]) -> tuple:
    return tuple(getattr(row, name) for name in names)


class CurrentFigures(KnownAutocompletes):
    """Base of the inlines: the figures in force. Older releases stay in the list of the model."""

    base_form = RowForm
    formset = RowFormSet
    extra = 0
    autocomplete_fields = ["release"]
    select_related = ["release__source"]
    show_change_link = True
    classes = ["collapse"]
    made_on_the_way = {"company", "skill"}

    def __init__(self, parent_model, admin_site):
        self.form = explained_form(self.model, self.base_form)
        super().__init__(parent_model, admin_site)

    def get_queryset(self, request):
        return super().get_queryset(request).filter(is_current=True).select_related(*self.select_related)


class FigureTable(CurrentFigures, admin.TabularInline):
    pass


class FigureStack(CurrentFigures, admin.StackedInline):
    pass
