from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from careers.models import EmployerPay

from .base import FigureAdmin
from .filters import AreaKindFilter, AutocompleteFilter
from .formats import pay
from .reasons import with_reasons


@admin.register(EmployerPay)
class EmployerPayAdmin(FigureAdmin):
    searched = {"company": ("name",), "occupation": ("title", "soc_code")}
    search_help_text = _("Words of the company's name and of the occupation's title, or a SOC code.")
    list_display = ["company", "about", "area", "offers", "median_pay", "from_release", "is_current"]
    list_filter = [
        "is_current",
        AreaKindFilter,
        ("median", admin.EmptyFieldListFilter),
        ("company", AutocompleteFilter),
        ("occupation", AutocompleteFilter),
        ("area", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["company", "occupation", "area", "release__source"]
    # In the order of an index, so that no page sorts the table.
    ordering = ["company_id", "occupation_id", "area_id", "release_id"]
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["company", "occupation", "area", "release"]
    fieldsets = [
        (
            None,
            {
                "fields": ["company", "occupation", "area", "offers"],
                "description": _(
                    "What the company offered in its visa filings: full-time offers, each counted "
                    "once. Pay from fewer than five offers is not shown."
                ),
            },
        ),
        (
            _("Pay a year, in US dollars"),
            {"fields": with_reasons("median", "mean", "lowest", "highest"), "classes": ["figures"]},
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.company}: {obj.occupation}, {obj.area}"

    @admin.display(description=_("median of its visa-filing offers"), ordering="median")
    def median_pay(self, obj):
        return pay(obj, "median")
