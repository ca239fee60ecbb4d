"""The reason beside each figure that may be empty, in place of the JSON that keeps it."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from careers.desk.corrections import correctable
from careers.models import Figure, Missing

from .autocomplete import KnownChoicesForm

NO_REASON = _("Give the figure, or choose why it is missing.")
NOT_BOTH = _("There is a figure: take it out, or leave the reason open.")


def reason_name(figure: str) -> str:
    """The name of the form field that explains a figure."""
    return f"reason_{figure}"


def with_reasons(*figures: str) -> list[tuple[str, str]]:
    """Lines of a fieldset: each figure with its reason beside it."""
    return [(figure, reason_name(figure)) for figure in figures]


class ReasonField(forms.ChoiceField):
    def __init__(self, name: str, **kwargs):
        super().__init__(
            label=format_lazy(_("Why {name} is missing"), name=name),
            choices=[("", _("if empty: why?")), *Missing.choices],
            required=False,
            **kwargs,
        )
        self.widget.attrs["class"] = "reason"

    def settle(self, reason: str) -> None:
        """Show the reason without the others, where it cannot be chosen: a page has a hundred of them."""
        self.disabled = True
        self.choices = [(code, label) for code, label in self.choices if code == reason]


class ExplainedForm(KnownChoicesForm):
    """A form of figures that turns `missing` into one select per figure, and back.

    The database holds the same rule in a constraint; here each breach is told at its own figure.
    """

    reasons_are_wrong = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for figure in self.figures:
            self.initial.setdefault(reason_name(figure), self.kept_reasons.get(figure, ""))
        if self.instance.pk:
            # What is published is changed by a correction, never in its row.
            for name in correctable(self._meta.model):
                if name in self.fields:
                    self.fields[name].disabled = True
            for figure in self.figures:
                if (name := reason_name(figure)) in self.fields:
                    self.fields[name].settle(self.kept_reasons.get(figure, ""))

    @property
    def figures(self) -> tuple[str, ...]:
        return self._meta.model.EXPLAINED

    @property
    def kept_reasons(self) -> dict[str, str]:
        kept = self.instance.missing
        return kept if isinstance(kept, dict) else {}

    def is_there(self, figure: str) -> bool | None:
        """Whether the figure was given; `None` when what was given cannot be read."""
        if figure not in self.fields:
            return getattr(self.instance, figure) is not None
        if figure not in self.cleaned_data:
            return None
        return self.cleaned_data[figure] is not None

    def clean(self):
        cleaned = super().clean()
        reasons = {}
        for figure in self.figures:
            name = reason_name(figure)
            if name not in self.fields:
                reason = self.kept_reasons.get(figure, "")
            elif name in self.cleaned_data:
                reason = self.cleaned_data[name]
            else:  # an unlawful reason, told already
                self.reasons_are_wrong = True
                continue
            there = self.is_there(figure)
            if there is not None and there == bool(reason):
                self.reasons_are_wrong = True
                self.add_error(name if name in self.fields else None, NOT_BOTH if there else NO_REASON)
            if reason:
                reasons[figure] = reason
        self.instance.missing = reasons
        return cleaned

    def _get_validation_exclusions(self):
        # `missing` is no field of the form, so Django would leave out its constraint; told once is enough.
        exclude = super()._get_validation_exclusions()
        if not self.reasons_are_wrong:
            exclude.discard("missing")
        return exclude


def explained_form(model: type[Figure], base: type[ExplainedForm] = ExplainedForm) -> type[ExplainedForm]:
    """The form class of a model of figures: `base` with a reason for each figure."""
    fields = {}
    for figure in model.EXPLAINED:
        known = {
            field.name: _marked(field.verbose_name) for field in model._meta.get_fields() if field.concrete
        }
        name = known.get(figure) or format_lazy(_("the {figure}"), figure=_(figure))
        fields[reason_name(figure)] = ReasonField(name)
    return type(base)(f"{model.__name__}Form", (base,), fields)


def _marked(name):
    """Forms are made before `careers.models.names` marks what Django itself calls a field."""
    return _(name) if isinstance(name, str) else name
