"""Autocomplete fields that know the rows they already hold.

Django's own ask the database for the label of each chosen row, once per field and row: a table of
sixty skill ratings costs 120 queries to draw and as many to save. These take the label from the
row that came with the figure, and look up a posted key once for the whole table.
"""

import re

from django import forms
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.db import models
from django.forms.widgets import Script
from django.utils.translation import gettext as _

from .constraints import ConstrainedForm

POSSIBLE_KEY = re.compile(r"[0-9]{1,18}")


class KnownChoiceField(forms.ModelChoiceField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Copies of a field share it on purpose: one request, one table, one memory.
        self.known: dict[str, models.Model] = {}

    def to_python(self, value):
        if isinstance(value, str | int) and str(value) in self.known:
            return self.known[str(value)]
        chosen = super().to_python(value)
        self.remember(chosen)
        return chosen

    def remember(self, row: models.Model | None) -> None:
        if row is not None:
            self.known[str(row.pk)] = row


class KnownSelect(AutocompleteSelect):
    """An autocomplete that draws a known row without a query; keys must be primary keys."""

    @property
    def media(self):
        # Named after what it has to come after.
        return super().media + forms.Media(
            js=["admin/js/autocomplete.js", Script("js/choice_names.js", type="module")]
        )

    def build_attrs(self, base_attrs, extra_attrs=None):
        # Django leaves an empty one blank, and nameless to a screen reader.
        prompt = _("Search {rows}").format(rows=self.field.remote_field.model._meta.verbose_name_plural)
        return super().build_attrs(base_attrs, extra_attrs) | {"data-placeholder": prompt}

    def create_option(self, name, value, label, *args, **kwargs):
        # An option without words is no HTML; shown is the prompt above.
        return super().create_option(name, value, label or "–", *args, **kwargs)

    def optgroups(self, name, value, attr=None):
        field = self.choices.field
        chosen = {str(key) for key in value} - {""}
        # Also where a choice is required: HTML asks for a first one that is none.
        options = [self.create_option(name, "", "", selected=False, index=0)]
        if not chosen <= field.known.keys():
            # Others cannot be chosen: the database would choke on them, and the form or filter says so.
            possible = filter(POSSIBLE_KEY.fullmatch, chosen)
            groups = super().optgroups(name, list(possible), attr)
            options += [each for _, group, _ in groups for each in group if each["value"] != ""]
        else:
            for key in chosen:
                label = field.label_from_instance(field.known[key])
                options.append(self.create_option(name, key, label, selected=True, index=len(options)))
        return [(None, options, 0)]


class KnownChoicesForm(ConstrainedForm):
    """A form that lets its autocomplete fields know the rows that came with the instance."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, KnownChoiceField) and (
                self._meta.model._meta.get_field(name).is_cached(self.instance)
            ):
                field.remember(getattr(self.instance, name))


class KnownAutocompletes:
    """For a `ModelAdmin` or an inline: every autocomplete field is of the kind above."""

    form = KnownChoicesForm
    # Rows whose name takes a second table, fetched with it.
    named_with = {"release": ("source",)}
    # What an editor may make on the way; occupations, areas and industries come with the imports.
    made_on_the_way = {"company", "skill", "release", "source"}

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        formfield = super().formfield_for_dbfield(db_field, request, **kwargs)
        widget = getattr(formfield, "widget", None)
        if isinstance(widget, RelatedFieldWidgetWrapper):
            widget.can_add_related &= db_field.name in self.made_on_the_way
            # Deleting or renaming an area does not belong on the form of its pay.
            widget.can_change_related = widget.can_delete_related = False
            widget.can_view_related = False
        return formfield

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("widget", KnownSelect(db_field, self.admin_site))
            kwargs["form_class"] = KnownChoiceField
            if related := self.named_with.get(db_field.name):
                manager = db_field.remote_field.model._default_manager
                kwargs["queryset"] = manager.select_related(*related)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
