from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.formatting import trim
from careers.models import PriceParity

from .base import FigureAdmin
from .filters import AreaKindFilter, AutocompleteFilter
from .formats import figure
from .reasons import with_reasons


@admin.register(PriceParity)
class PriceParityAdmin(FigureAdmin):
    searched = {"area": ("name", "code")}
    search_help_text = _("Words of the area's name, or its code.")
    list_display = ["place", "level", "from_release", "is_current"]
    list_filter = [
        "is_current",
        AreaKindFilter,
        ("area", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["area", "release__source"]
    ordering = ["area_id", "release_id"]
    autocomplete_fields = ["area", "release"]
    fieldsets = [
        (None, {"fields": ["area"]}),
        (
            _("Price level"),
            {
                "fields": with_reasons("index"),
                "classes": ["figures"],
                "description": _(
                    "Prices of all goods and services, housing included. The nation is 100: what "
                    "costs $100 in the nation as a whole costs $110 where the level is 110."
                ),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("Price level of {area}").format(area=obj.area)

    @admin.display(description=_("area"))
    def place(self, obj):
        return obj.area

    @admin.display(description=_("price level (nation 100)"), ordering="index")
    def level(self, obj):
        return figure(obj, "index", trim)
