"""Where majors are studied; of the models file `majors`, which holds too much for one file here."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import College, Program

from .base import FigureAdmin, PortalAdmin
from .filters import AutocompleteFilter
from .formats import figure
from .links import related_lists
from .reasons import with_reasons


@admin.register(College)
class CollegeAdmin(PortalAdmin):
    named_by = "name"
    list_display = ["name", "state", "control", "unit_id"]
    list_filter = ["control", ("state", AutocompleteFilter)]
    list_select_related = ["state"]
    search_fields = ["name", "unit_id"]
    search_help_text = _("Words of the name, or its number at the Education Department.")
    autocomplete_fields = ["state"]
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["hangs_on_it"]
    fieldsets = [
        (None, {"fields": ["name", "state", "control"]}),
        (
            _("How it is found"),
            {
                "fields": ["slug", "unit_id"],
                "description": _(
                    "The slug is its address on the site: links break when it changes. "
                    "Imports find the college by its number and bring its name up to date."
                ),
            },
        ),
        (_("What it teaches"), {"fields": ["hangs_on_it"]}),
    ]

    @admin.display(description=_("lists"))
    def hangs_on_it(self, obj):
        return related_lists(obj, "college", ((gettext("Programs"), Program),))


@admin.register(Program)
class ProgramAdmin(FigureAdmin):
    """220,000 rows with the College Scorecard: nothing here may join or count more than it must."""

    searched = {"field": ("title", "code"), "college": ("name",)}
    search_help_text = _("Words of the field of study and of the college: “nursing arizona”; or a CIP code.")
    list_display = ["studied", "at", "credential", "graduates", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "credential",
        ("completers", admin.EmptyFieldListFilter),
        ("field", AutocompleteFilter),
        ("college", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["field", "college", "release__source"]
    # In the order of an index, so that no page sorts the table.
    ordering = ["field_id", "college_id", "credential", "release_id"]
    # Counting the rows behind each filter would read the table once more per choice.
    show_facets = admin.ShowFacets.NEVER
    autocomplete_fields = ["field", "college", "release"]
    fieldsets = [
        (None, {"fields": ["field", "college", "credential"]}),
        (
            _("People who complete it"),
            {
                "fields": with_reasons("completers"),
                "classes": ["figures"],
                "description": _("In one year; not how many are enrolled, nor how many find work in it."),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{field} at {college}, {credential}").format(
            field=obj.field, college=obj.college, credential=obj.get_credential_display().lower()
        )

    @admin.display(description=_("field of study"))
    def studied(self, obj):
        return obj.field

    @admin.display(description=_("college"))
    def at(self, obj):
        return obj.college

    @admin.display(description=_("completers"), ordering="completers")
    def graduates(self, obj):
        return figure(obj, "completers")
