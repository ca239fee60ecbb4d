from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careers.models import Industry, WageEstimate
from careers.models.wages import ANNUAL, HOURLY

from .base import FigureAdmin
from .filters import AreaKindFilter, AutocompleteFilter, IndustryLevelFilter
from .formats import figure, pay
from .reasons import with_reasons


@admin.register(WageEstimate)
class WageEstimateAdmin(FigureAdmin):
    """370,172 rows with the May 2025 release: nothing here may join or count more than it must."""

    searched = {"occupation": ("title", "soc_code"), "area": ("name",)}
    search_help_text = _("Words of the occupation's title and of the area, or a SOC code: “nurses texas”.")
    list_display = ["about", "place", "sector", "mean_pay", "people", "from_release", "is_current"]
    list_filter = [
        "is_current",
        AreaKindFilter,
        IndustryLevelFilter,
        ("annual_mean", admin.EmptyFieldListFilter),
        ("occupation", AutocompleteFilter),
        ("area", AutocompleteFilter),
        ("industry", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "area", "industry", "release__source"]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "area_id", "industry_id", "release_id"]
    # Counting the rows behind each filter would read the table once more per choice.
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["occupation", "area", "industry", "release"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "area", "industry"],
                "description": _(
                    "Pay before tax, in US dollars, as one release publishes it for one "
                    "occupation in one area and industry."
                ),
            },
        ),
        (_("Pay a year"), {"fields": with_reasons(*ANNUAL), "classes": ["figures"]}),
        (_("Pay an hour"), {"fields": with_reasons(*HOURLY), "classes": ["figures"]}),
        (
            _("People"),
            {
                "fields": with_reasons("employment", "jobs_per_1000", "location_quotient"),
                "classes": ["figures"],
                "description": _("People who work in the occupation there; not openings."),
            },
        ),
        (
            _("How sure the figures are"),
            {
                "fields": with_reasons("wage_rse", "employment_rse"),
                "classes": ["figures"],
                "description": _(
                    "Differences smaller than these sampling errors are not called differences."
                ),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.occupation}, {obj.area}, {self.sector(obj)}"

    @admin.display(description=_("area"))
    def place(self, obj):
        return obj.area

    @admin.display(description=_("industry"))
    def sector(self, obj):
        return obj.industry.get_level_display() if obj.industry.level == Industry.Level.ALL else obj.industry

    @admin.display(description=_("mean pay a year"), ordering="annual_mean")
    def mean_pay(self, obj):
        return pay(obj, "annual_mean")

    @admin.display(description=_("employment"), ordering="employment")
    def people(self, obj):
        return figure(obj, "employment")
