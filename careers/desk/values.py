"""Values that editors give for figures: read from what was typed, and asked about where they change much."""

from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from careers.corrected import MISSING, in_words, value_of
from careers.models import Figure, Missing

MUCH = Decimal("0.5")  # a change of more than this share is asked about


def as_text(row: Figure, field: str, value) -> str:
    """A value, or a reason why there is none, as it is kept; `ValidationError` where it is no such value."""
    if isinstance(value, Missing):
        return f"{MISSING}{value.value}"
    model_field = row._meta.get_field(field)
    if isinstance(value, str) and not isinstance(model_field, models.CharField):
        value = value.strip().replace(",", "").lstrip("$").rstrip("%").strip()
    if model_field.choices:
        value = _choice(model_field, value)
    if value in (None, ""):
        raise ValidationError(_("Give the right value, or choose why there is none."))
    if isinstance(model_field, models.DecimalField):
        try:
            places = Decimal(1).scaleb(-model_field.decimal_places)
            value = Decimal(str(value))
            value = value.quantize(places) if value == value.quantize(places) else value
        except InvalidOperation as error:
            raise ValidationError(_("Enter a number.")) from error
    return str(model_field.clean(value, row))


def question(row: Figure, field: str, text: str) -> str:
    """What is to be asked before so large a change; '' where it is none."""
    before = value_of(row, field)
    if MISSING in (before[: len(MISSING)], text[: len(MISSING)]):
        return ""
    try:
        old, new = Decimal(before), Decimal(text)
    except InvalidOperation:
        return ""
    if field in {"base_year", "target_year"} or abs(new - old) <= MUCH * abs(old):
        return ""
    change = f" ({(new - old) / old:+.0%})" if old else ""
    return _("From {before} to {after}{change}: is that right?").format(
        before=in_words(row, field, before), after=in_words(row, field, text), change=change
    )


def _choice(field: models.Field, typed):
    """The code of a class that is given by its name, as pages show it."""
    by_name = {str(name).casefold(): code for code, name in field.flatchoices}
    return by_name.get(str(typed).strip().casefold(), typed)
