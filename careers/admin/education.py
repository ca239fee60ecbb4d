from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.formatting import percent
from careers.models import EducationShare

from .base import FigureAdmin
from .filters import AutocompleteFilter
from .formats import figure, noted
from .reasons import with_reasons
from .rows import FigureTable


@admin.register(EducationShare)
class EducationShareAdmin(FigureAdmin):
    list_display = ["about", "attainment", "share", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "is_group",
        "attainment",
        ("occupation", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "attainment"],
                "description": _("The highest degree that workers hold, not what entry takes."),
            },
        ),
        (_("Share of workers"), {"fields": [*with_reasons("percent"), "is_group"], "classes": ["figures"]}),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.get_attainment_display()}, {obj.occupation}"

    @admin.display(description=_("share of workers"))
    def share(self, obj):
        return noted(figure(obj, "percent", percent), gettext("wider group") if obj.is_group else "")


class EducationTable(FigureTable):
    model = EducationShare
    verbose_name_plural = _("education: highest degree held")
    fields = ["attainment", "percent", "reason_percent", "is_group", "release", "is_current"]
