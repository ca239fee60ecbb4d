from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.formatting import percent
from careers.models import Projection
from careers.models.outlook import MEASURES

from .base import FigureAdmin
from .filters import AutocompleteFilter
from .formats import figure
from .reasons import with_reasons
from .rows import FigureStack

EMPLOYMENT = MEASURES[:8]
ENTRY = MEASURES[8:]
FIGURES = [
    (
        _("Employment"),
        {
            "fields": with_reasons(*EMPLOYMENT),
            "classes": ["figures"],
            "description": _("People, nationwide. Openings are projected per year and are not the growth."),
        },
    ),
    (
        _("What entry takes"),
        {
            "fields": with_reasons(*ENTRY),
            "classes": ["figures"],
            "description": _("What is typically asked for; not what workers hold. “None” is an answer too."),
        },
    ),
]


@admin.register(Projection)
class ProjectionAdmin(FigureAdmin):
    list_display = ["about", "years", "growth", "openings", "entry", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "entry_education",
        ("occupation", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    fieldsets = [(None, {"fields": ["occupation"]}), *FIGURES, FigureAdmin.SOURCE_FIELDSET]

    def describe(self, obj):
        return gettext("Outlook of {occupation}").format(occupation=obj.occupation)

    @admin.display(description=_("years"))
    def years(self, obj):
        return f"{obj.base_year or '?'}–{obj.target_year or '?'}"

    @admin.display(description=_("growth"), ordering="change_percent")
    def growth(self, obj):
        return figure(obj, "change_percent", percent)

    @admin.display(description=_("openings a year"), ordering="openings_annual")
    def openings(self, obj):
        return figure(obj, "openings_annual")

    @admin.display(description=_("entry education"))
    def entry(self, obj):
        return obj.get_entry_education_display() or figure(obj, "entry_education")


class ProjectionStack(FigureStack):
    model = Projection
    verbose_name_plural = _("outlook")
    fieldsets = [*FIGURES, (_("Where it comes from"), {"fields": ["release", "is_current"]})]
