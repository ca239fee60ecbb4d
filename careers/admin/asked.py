"""What may be asked of a list in its address: the conditions that its filters and links make, no others.

Django takes whatever lookup its fields know: some the databases refuse, and `?name__regex=(a+)+$` would keep
a processor busy for as long as it likes.
"""

import re

from django import forms
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import ValidationError
from django.db import DataError, models
from django.db.models.constants import LOOKUP_SEP

from .autocomplete import POSSIBLE_KEY

# An integer on which SQLite gives up, a character on which PostgreSQL does.
NO_KEY = re.compile(r"[0-9]{19}|\0")
LOOKUPS = {"exact", "in", "isnull", "gt", "gte", "lt", "lte"}
KINDS = (models.CharField, models.DateTimeField, models.BinaryField, models.JSONField, models.ForeignKey)
REFUSED = {lookup for kind in KINDS for lookup in kind.get_lookups()} - LOOKUPS
MOST_CONDITIONS = 200  # SQLite nests a thousand


class AskedLists:
    """For a `ModelAdmin`: what is asked of its list and chosen in its forms, checked before it is used."""

    def get_changelist_instance(self, request):
        asked = [(name, values) for name, values in request.GET.lists() if name != SEARCH_VAR]
        if sum(len(values) for _, values in asked) > MOST_CONDITIONS:
            raise IncorrectLookupParameters
        for name, values in asked:
            within, _, lookup = name.rpartition(LOOKUP_SEP)
            if (within and lookup in REFUSED) or any(map(NO_KEY.search, values)):
                raise IncorrectLookupParameters
        try:
            return super().get_changelist_instance(request)
        except (DataError, OverflowError, TypeError, ValueError) as error:
            # A number or a day beyond what the database knows, or text for bytes, shows when it is asked.
            raise IncorrectLookupParameters from error

    def get_object(self, request, object_id, from_field=None):
        # An empty `_to_field` passes Django's check of it.
        return super().get_object(request, object_id, from_field or None)

    def response_action(self, request, queryset):
        # What can be no key of a row is none that was chosen: Django hands it to the database.
        request.POST = request.POST.copy()
        keys = filter(POSSIBLE_KEY.fullmatch, request.POST.getlist(ACTION_CHECKBOX_NAME))
        request.POST.setlist(ACTION_CHECKBOX_NAME, list(keys))
        return super().response_action(request, queryset)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, form_class=PossibleChoices, **kwargs)


class PossibleChoices(forms.ModelMultipleChoiceField):
    def clean(self, value):
        for key in value or ():
            if not POSSIBLE_KEY.fullmatch(str(key)):
                message = self.error_messages["invalid_pk_value"]
                raise ValidationError(message, code="invalid_pk_value", params={"pk": key})
        return super().clean(value)
