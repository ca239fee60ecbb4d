"""What people study, and what they earn after it; the colleges and their programs stand in `colleges`."""

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import FieldOfStudy, Major, MajorEarnings, MajorRoute, Program

from .base import FigureAdmin, PortalAdmin, PublishedAdmin
from .filters import AutocompleteFilter
from .formats import dollars, figure
from .links import related_lists
from .reasons import with_reasons

EARNINGS = ("median", "p25", "p75")


@admin.register(FieldOfStudy)
class FieldOfStudyAdmin(PortalAdmin):
    named_by = "title"
    list_display = ["title", "code", "census_major"]
    list_filter = [("census_major", admin.EmptyFieldListFilter)]
    search_fields = ["title", "code", "census_major"]
    search_help_text = _("Words of the title, or the CIP or Census code.")
    ordering = ["code"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["hangs_on_it"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "code", "slug"],
                "description": _(
                    "The slug is its address on the site: links break when it changes. "
                    "Imports find the field by its code and bring its title up to date."
                ),
            },
        ),
        (
            _("Earnings"),
            {
                "fields": ["census_major"],
                "description": _(
                    "Earnings are published by the Census Bureau's majors, which are not these "
                    "fields. Name one only where it holds the whole field."
                ),
            },
        ),
        (_("In this field"), {"fields": ["hangs_on_it"]}),
    ]

    @admin.display(description=_("lists"))
    def hangs_on_it(self, obj):
        return related_lists(obj, "field", ((gettext("Majors"), Major), (gettext("Programs"), Program)))


@admin.register(Major)
class MajorAdmin(PortalAdmin):
    named_by = "title"
    list_display = ["title", "code", "field"]
    list_filter = [("field", AutocompleteFilter)]
    list_select_related = ["field"]
    search_fields = ["title", "code"]
    search_help_text = _("Words of the title, or the CIP code.")
    autocomplete_fields = ["field"]
    ordering = ["code"]
    readonly_fields = ["hangs_on_it"]
    fieldsets = [
        (
            None,
            {
                "fields": ["title", "code", "field"],
                "description": _("Imports find the major by its code and bring its title up to date."),
            },
        ),
        (_("Where it leads"), {"fields": ["hangs_on_it"]}),
    ]

    @admin.display(description=_("lists"))
    def hangs_on_it(self, obj):
        return related_lists(obj, "major", ((gettext("Occupations"), MajorRoute),))


@admin.register(MajorRoute)
class MajorRouteAdmin(PublishedAdmin):
    searched = {"occupation": ("title", "soc_code"), "major": ("title", "code")}
    search_help_text = _("Words of the occupation's title and of the major's, or their codes.")
    list_display = ["about", "studied", "from_release", "is_current"]
    list_filter = [
        "is_current",
        ("occupation", AutocompleteFilter),
        ("major", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "major", "release__source"]
    autocomplete_fields = ["occupation", "major", "release"]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "major_id", "release_id"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "major"],
                "description": _(
                    "A major that prepares for the occupation, as the release judges it. Nobody "
                    "counted who studied it: readers see it as a related major."
                ),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{major} leads to {occupation}").format(major=obj.major, occupation=obj.occupation)

    @admin.display(description=_("related major"))
    def studied(self, obj):
        return obj.major


@admin.register(MajorEarnings)
class MajorEarningsAdmin(FigureAdmin):
    searched = {}
    searched_texts = ("title", "census_major", "category")
    search_help_text = _("Words of the major or its category, or its Census code.")
    list_display = ["title", "census_major", "category", "middle", "people", "from_release", "is_current"]
    list_filter = ["is_current", ("release", AutocompleteFilter)]
    list_select_related = ["release__source"]
    ordering = ["census_major", "release_id"]
    autocomplete_fields = ["release"]
    fieldsets = [
        (None, {"fields": ["title", "census_major", "category"]}),
        (
            _("Earnings a year"),
            {
                "fields": with_reasons(*EARNINGS),
                "classes": ["figures"],
                "description": _("US dollars, of people who hold a bachelor's degree or more in this major."),
            },
        ),
        (_("People"), {"fields": with_reasons("employed"), "classes": ["figures"]}),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.title} ({obj.census_major})"

    @admin.display(description=_("median earnings a year"), ordering="median")
    def middle(self, obj):
        return figure(obj, "median", dollars)

    @admin.display(description=_("employed"), ordering="employed")
    def people(self, obj):
        return figure(obj, "employed")
