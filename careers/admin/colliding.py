"""Two editors at one row of what is saved at once: who saves second is told what the first changed.

What is drafted, reviewed and published has the same in its own form (`editorial`).
"""

from django import forms
from django.utils.translation import gettext_lazy as _

from careers.desk import collisions, drafts

from .editorial import Carried, EditorialAdmin, EditorialForm

VERSION = "version"


class CollidingForm(forms.ModelForm):
    """Carries the values that it showed; a program that sends none of them saves as it likes."""

    version = Carried(label=_("Version"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.collision = []
        self.found = {
            name: value for name, value in drafts.values(self.instance).items() if name in self.fields
        }
        self.initial[VERSION] = collisions.version(self.found)

    def _post_clean(self):
        super()._post_clean()
        if self.data.get(self.add_prefix(VERSION)):
            self._look_for_a_collision()

    _look_for_a_collision = EditorialForm._look_for_a_collision


class Colliding:
    """For every `ModelAdmin` of the desk whose rows are changed by a form."""

    def get_form(self, request, obj=None, change=False, **kwargs):
        if self._is_watched(request, obj):
            own = kwargs.get("form", self.form)
            kwargs["form"] = type(own.__name__, (CollidingForm, own), {})
        return super().get_form(request, obj, change=change, **kwargs)

    def get_fields(self, request, obj=None):
        return [name for name in super().get_fields(request, obj) if name != VERSION]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not fieldsets or not self._is_watched(request, obj):
            return fieldsets
        (title, options), *others = fieldsets
        return [(title, {**options, "fields": [*options["fields"], VERSION]}), *others]

    def _is_watched(self, request, obj) -> bool:
        drafted = isinstance(self, EditorialAdmin)
        return obj is not None and not drafted and self.has_change_permission(request, obj)
