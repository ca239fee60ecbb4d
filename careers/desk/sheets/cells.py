"""What a cell of a sheet says, as the field of a model takes it."""

from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.timezone import is_naive, make_aware
from django.utils.translation import gettext as _
from import_export.widgets import ForeignKeyWidget, Widget

YES_AND_NO = {"yes": "True", "no": "False", "true": "True", "false": "False"}


class Named(ForeignKeyWidget):
    """A row of another table by its natural key."""

    def clean(self, value, row=None, **kwargs):
        try:
            return super().clean(value, row, **kwargs)
        except (self.model.DoesNotExist, ValueError, OverflowError) as error:
            name = self.model._meta.verbose_name
            raise ValueError(
                _("No {name} has the {field} “{value}”.").format(name=name, field=self.field, value=value)
            ) from error


class Cell(Widget):
    """A value as the field of the model takes it; a choice also by the name that pages show."""

    def __init__(self, field: models.Field):
        super().__init__()
        self.field = field

    def clean(self, value, row=None, **kwargs):
        field = self.field
        if value == "":
            return None if field.null or field.primary_key else field.get_default()
        if field.choices:
            by_name = {str(name).casefold(): code for code, name in field.flatchoices}
            value = by_name.get(value.casefold(), value)
        if isinstance(field, models.BooleanField):
            value = YES_AND_NO.get(value.casefold(), value)
        try:
            found = field.to_python(value)
        except ValidationError as error:
            raise ValueError(" ".join(error.messages)) from error
        if isinstance(field, models.DateTimeField) and is_naive(found):
            found = make_aware(found)
        return found


def same(one: str, other: str) -> bool:
    """Whether two cells say the same; spreadsheets write yes and no, and numbers, in their own way."""
    if one == other or (one.casefold(), other.casefold()) in {("true", "1"), ("false", "0")}:
        return True
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one.casefold() == other.casefold()
