"""What there is to choose in the ranking of companies: thousands of choices, made and drawn once."""

from collections.abc import Mapping
from copy import deepcopy

from django import forms
from django.utils.translation import gettext as _

from careers.language import language

from .drawn import Drawn, Filled, draw

Labels = Mapping[str, Mapping[str, str]]  # by filter: label by value


class Offered:
    """As long as the data are the same, no form changes what is in it."""

    def __init__(self, labels: Labels):
        self.labels = labels
        self._fields: dict[tuple[str, str], forms.ChoiceField] = {}
        self._drawn: dict[tuple[str, str], Drawn] = {}

    def field(self, name: str, bare: forms.ChoiceField) -> forms.ChoiceField:
        """`bare` with its choices."""
        key = name, language()
        if key not in self._fields:
            field = deepcopy(bare)
            field.choices = [("", _("Any")), *self.labels[name].items()]
            # Django looks for a value from the first to the last of them.
            field.valid_value = self.labels[name].__contains__
            self._fields[key] = field
        return self._fields[key]

    def filled(self, name: str, field: forms.ChoiceField, given: str) -> Filled:
        """The field in which nothing is wrong."""
        key = name, language()
        if key not in self._drawn:
            self._drawn[key] = draw(name, field, are_counted=False)
        return self._drawn[key].with_choices([given], {})
