from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careers.formatting import trim
from careers.models import StatedFact

from .base import FigureAdmin
from .filters import AutocompleteFilter
from .formats import missing
from .reasons import ExplainedForm
from .rows import FigureTable, RowForm

EXPLANATION = _(
    "Give a text, a number, or a range from low to high. Where the source says nothing, leave all empty and "
    "choose why."
)


class _Stated(ExplainedForm):
    """Its figure is a number, a range or a text, so no single field tells whether it is there."""

    def is_there(self, figure):
        given = [self.cleaned_data.get(name) for name in ("low", "high", "text")]
        if {"low", "high", "text"} & self.errors.keys():
            return None
        return any(value not in (None, "") for value in given)


class StatedForm(_Stated):
    pass


class StatedRowForm(_Stated, RowForm):
    pass


@admin.register(StatedFact)
class StatedFactAdmin(FigureAdmin):
    base_form = StatedForm
    list_display = ["about", "topic", "stated", "company", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "topic",
        ("occupation", AutocompleteFilter),
        ("company", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "company", "release__source"]
    autocomplete_fields = ["occupation", "company", "release"]
    fieldsets = [
        (None, {"fields": ["occupation", "topic"]}),
        (
            _("What the source states"),
            {"fields": ["text", ("low", "high"), "reason_value", "company"], "description": EXPLANATION},
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.get_topic_display()}, {obj.occupation}"

    @admin.display(description=_("stated"))
    def stated(self, obj):
        return stated(obj)


def stated(fact: StatedFact):
    """4 – 6, 32,000 – 41,000, Computer Science; or why there is nothing."""
    numbers = " – ".join(trim(value) for value in (fact.low, fact.high) if value is not None)
    given = ", ".join(part for part in (fact.text, numbers) if part)
    return given or missing(fact, "value")


class StatedTable(FigureTable):
    base_form = StatedRowForm
    model = StatedFact
    verbose_name_plural = _("stated facts")
    fields = ["topic", "text", "low", "high", "reason_value", "company", "release", "is_current"]
    autocomplete_fields = ["company", "release"]
    select_related = ["company", "release__source"]
