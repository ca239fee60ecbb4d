"""What the database forbids, told at the form."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import CheckConstraint, F, Q
from django.forms.models import InlineForeignKeyField, construct_instance


class ConstrainedForm(forms.ModelForm):
    """Holds the row against every constraint of its table, and tells each breach in its own words.

    Django leaves out the constraints of a row of an inline that name the row it belongs to, so that
    a row given twice would end in a server error. It also sends one query for each check, with a
    savepoint around it; here one query asks for all, and each is asked only when one is broken.
    """

    # Fields whose constraints something else looks after, say the table that the form is a row of.
    judged_elsewhere: frozenset[str] = frozenset()

    def _post_clean(self):
        # Django's own, save that constraints come last, and that rows which the form has looked up
        # are not looked up again.
        settled = {
            name
            for name, field in self.fields.items()
            if isinstance(field, forms.ModelChoiceField | InlineForeignKeyField)
        }
        try:
            self.instance = construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)
            self.instance.full_clean(
                exclude=self._get_validation_exclusions() | settled,
                validate_unique=False,
                validate_constraints=False,
            )
        except ValidationError as error:
            self._update_errors(error)
        if self._validate_unique:
            self.validate_unique()
        self.validate_constraints()

    def validate_constraints(self):
        exclude = self._get_validation_exclusions() | self.judged_elsewhere
        constraints = self.instance._meta.constraints
        # A check of a field that has no lawful value cannot be asked: its error stands at the field.
        checks = [
            constraint
            for constraint in constraints
            if isinstance(constraint, CheckConstraint) and not exclude & _fields(constraint.condition)
        ]
        together = CheckConstraint(condition=Q(*(check.condition for check in checks)), name="together")
        if not checks or not self._breaches([together], exclude):
            checks = []
        others = [constraint for constraint in constraints if not isinstance(constraint, CheckConstraint)]
        for error in self._breaches(checks + others, exclude):
            self.add_error(None, error)

    def _breaches(self, constraints, exclude) -> list[ValidationError]:
        breaches = []
        for constraint in constraints:
            try:
                constraint.validate(type(self.instance), self.instance, exclude)
            except ValidationError as error:
                breaches.append(error)
        return breaches


def _fields(condition: Q) -> set[str]:
    """The names of the fields that a condition refers to."""
    names = set()
    for child in condition.children:
        if isinstance(child, Q):
            names |= _fields(child)
        else:
            lookup, value = child
            names.add(lookup.partition("__")[0])
            if isinstance(value, F):
                names.add(value.name)
    return names
