from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import AlternateTitle, RelatedOccupation

from .base import PublishedAdmin
from .filters import AutocompleteFilter


@admin.register(AlternateTitle)
class AlternateTitleAdmin(PublishedAdmin):
    """56,560 rows with O*NET 29.3."""

    searched_texts = ("title", "short_title")
    search_help_text = _("Words of the title, of the occupation's title, or its SOC code.")
    list_display = ["title", "short_title", "about", "kind", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "kind",
        ("occupation", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "kind", "title", "release_id"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "kind", "title", "short_title"],
                "description": _("What people call the job: whoever searches for it finds the occupation."),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{title}, a title of {occupation}").format(title=obj.title, occupation=obj.occupation)


@admin.register(RelatedOccupation)
class RelatedOccupationAdmin(PublishedAdmin):
    searched = {"occupation": ("title", "soc_code"), "related": ("title", "soc_code")}
    search_help_text = _("Words of the titles of both occupations, or their SOC codes.")
    list_display = ["about", "leads_to", "tier", "rank", "from_release", "is_current"]
    list_filter = [
        "is_current",
        "tier",
        ("occupation", AutocompleteFilter),
        ("related", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "related", "release__source"]
    ordering = ["occupation_id", "related_id", "release_id"]
    ordering_of_one = ["rank", "id"]
    autocomplete_fields = ["occupation", "related", "release"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "related", "tier", "rank"],
                "description": _(
                    "Shown on the page of the first occupation. Related the other way round too? "
                    "That is a row of its own."
                ),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{related}, related to {occupation}").format(
            related=obj.related, occupation=obj.occupation
        )

    @admin.display(description=_("is related to"))
    def leads_to(self, obj):
        return obj.related
