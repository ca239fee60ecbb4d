from django.contrib import admin
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.formatting import percent, trim
from careers.models import AgeEstimate, DemographicShare

from .base import FigureAdmin
from .filters import AutocompleteFilter
from .formats import figure, noted
from .reasons import with_reasons
from .rows import FigureTable

KINDS_NOTE = _("A mean and a median are different figures: keep the one that was published.")
GROUP_NOTE = _(
    "Some sources publish one figure for several occupations together. Then name that group as the source "
    "does, so that readers are told."
)


@admin.register(DemographicShare)
class DemographicShareAdmin(FigureAdmin):
    list_display = [
        "about",
        "characteristic",
        "category",
        "share",
        "group_title",
        "from_release",
        "is_current",
    ]
    list_filter = [
        "is_current",
        "is_fallback",
        "characteristic",
        ("occupation", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    ordering = ["occupation_id", "characteristic", "position", "id"]
    fieldsets = [
        (None, {"fields": ["occupation", "characteristic", "category", "position"]}),
        (
            _("Share of workers"),
            {
                "fields": [*with_reasons("percent"), "group_title", "parts"],
                "classes": ["figures"],
                "description": GROUP_NOTE,
            },
        ),
        (
            _("Where another source has it too"),
            {
                "fields": ["is_fallback"],
                "description": _("A share and its fallback can be in force together; readers see the share."),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.get_characteristic_display()}: {obj.category}, {obj.occupation}"

    @admin.display(description=_("share of workers"))
    def share(self, obj):
        return noted(figure(obj, "percent", percent), gettext("fallback") if obj.is_fallback else "")


@admin.register(AgeEstimate)
class AgeEstimateAdmin(FigureAdmin):
    list_display = ["about", "statistic", "age", "group_title", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "statistic",
        ("occupation", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    fieldsets = [
        (None, {"fields": ["occupation", "statistic"]}),
        (
            _("Age of workers"),
            {
                "fields": [*with_reasons("years"), "group_title"],
                "classes": ["figures"],
                "description": format_lazy("{} {}", KINDS_NOTE, GROUP_NOTE),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.get_statistic_display()}, {obj.occupation}"

    @admin.display(description=_("years"))
    def age(self, obj):
        return figure(obj, "years", trim)


class DemographicTable(FigureTable):
    model = DemographicShare
    verbose_name_plural = _("demographics")
    fields = [
        "characteristic", "category", "position", "percent", "reason_percent", "group_title", "is_fallback",
        "release", "is_current",
    ]  # fmt: skip
    ordering = ["characteristic", "position", "id"]


class AgeTable(FigureTable):
    model = AgeEstimate
    verbose_name_plural = _("age")
    fields = ["statistic", "years", "reason_years", "group_title", "release", "is_current"]
