"""What the form of the list of careers offers: the same for all searches of the same facts."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext as _

from careers.selectors.careers_facts import Facts

from .criteria import CRITERIA, Combine, Criterion
from .drawn import Drawn, draw


class Shared(dict):
    """Fields that no form changes: Django would make a copy of each for every form."""

    def __deepcopy__(self, memo) -> dict:
        return dict(self)


class Offered:
    """The labels of the choices, the fields to choose in, and how a field is drawn."""

    def __init__(self, facts: Facts):
        found = {"group": facts.groups, "skill": facts.skills}
        self.labels: dict[str, dict[str, str]] = {}
        for criterion in CRITERIA:
            choices = found[criterion.name] if criterion.name in found else dict(criterion.choices)
            self.labels[criterion.name] = {value: str(label) for value, label in choices.items()}
        self.fields = {one.name: _field(one, self.labels[one.name]) for one in CRITERIA}
        self.known: dict[tuple, Drawn] = {}

    def drawn(self, name: str, field: forms.Field) -> Drawn:
        """Drawn once, or once for each set of choices where that is another for every search."""
        are_counted = name in self.fields
        key = (name,) if are_counted else (name, *(value for value, _ in getattr(field, "choices", ())))
        if key not in self.known:
            self.known[key] = draw(name, field, are_counted=are_counted)
        return self.known[key]


def _field(criterion: Criterion, labels: Mapping[str, str]) -> forms.ChoiceField:
    said = {
        "label": criterion.label,
        "help_text": criterion.help,
        "required": False,
        "error_messages": {"invalid_choice": _("That is not on the list: choose one that is.")},
    }
    if criterion.combine is Combine.ONE:
        return forms.ChoiceField(choices=[("", _("Any")), *labels.items()], **said)
    return forms.MultipleChoiceField(
        choices=list(labels.items()), widget=forms.CheckboxSelectMultiple, **said
    )
