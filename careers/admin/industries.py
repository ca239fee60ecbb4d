from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import Industry

from .base import PortalAdmin
from .links import WAGES, related_list


@admin.register(Industry)
class IndustryAdmin(PortalAdmin):
    named_by = "title"
    list_display = ["title", "code", "level"]
    list_filter = ["level"]
    search_fields = ["title", "code"]
    search_help_text = _("Words of the title, or the code.")
    ordering = ["code"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["figures"]
    fieldsets = [
        (None, {"fields": ["title", "level"]}),
        (
            _("How it is found"),
            {
                "fields": ["slug", "code"],
                "description": _(
                    "The slug is its address on the site: links break when it changes. "
                    "Imports find the industry by its code and bring its title up to date."
                ),
            },
        ),
        (_("Figures"), {"fields": ["figures"]}),
    ]

    @admin.display(description=_("pay"))
    def figures(self, obj):
        return related_list(WAGES, "industry", obj, gettext("All pay in this industry"))
