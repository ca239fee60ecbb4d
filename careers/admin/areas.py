from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Area

from .base import PortalAdmin
from .links import WAGES, related_list


@admin.register(Area)
class AreaAdmin(PortalAdmin):
    named_by = "name"
    list_display = ["name", "kind", "state", "code"]
    list_filter = ["kind"]
    list_select_related = ["state"]
    search_fields = ["name", "code"]
    search_help_text = _("Words of the name, or the code.")
    autocomplete_fields = ["state"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["figures"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "state"]}),
        (
            _("How it is found"),
            {
                "fields": ["slug", "code"],
                "description": _(
                    "The slug is its address on the site: links break when it changes. "
                    "Imports find the area by its code and bring its name up to date."
                ),
            },
        ),
        (_("Figures"), {"fields": ["figures"]}),
    ]

    @admin.display(description=_("pay"))
    def figures(self, obj):
        return related_list(WAGES, "area", obj, gettext("All pay in this area"))
