from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.formatting import percent, trim
from careers.models import InterestRating, JobZone, PreparationShare

from .base import FigureAdmin
from .filters import AutocompleteFilter
from .formats import figure
from .reasons import with_reasons
from .rows import FigureTable

FILTERS = [("occupation", AutocompleteFilter), ("release", AutocompleteFilter)]


@admin.register(PreparationShare)
class PreparationShareAdmin(FigureAdmin):
    """Up to 41 rows an occupation: the answers of four questions."""

    list_display = ["about", "scale", "category", "share", "parts", "from_release", "is_current"]
    list_filter = ["is_current", "scale", *FILTERS]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "scale", "category", "release_id"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "scale", "category"],
                "description": _(
                    "What people in the occupation answer when asked what entry into it takes; "
                    "not the degree that they hold."
                ),
            },
        ),
        (
            _("Share of answers"),
            {"fields": [*with_reasons("percent"), "standard_error", "parts"], "classes": ["figures"]},
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{scale}, answer {category}: {occupation}").format(
            scale=obj.get_scale_display(), category=obj.category, occupation=obj.occupation
        )

    @admin.display(description=_("share of answers"), ordering="percent")
    def share(self, obj):
        return figure(obj, "percent", percent)


@admin.register(JobZone)
class JobZoneAdmin(FigureAdmin):
    list_display = ["about", "zone", "parts", "from_release", "is_current"]
    list_filter = ["is_current", "lowest", "highest", *FILTERS]
    ordering = ["occupation_id", "release_id"]
    fieldsets = [
        (None, {"fields": ["occupation"]}),
        (
            _("Job zone"),
            {
                "fields": [*with_reasons("lowest", "highest"), "parts"],
                "classes": ["figures"],
                "description": _(
                    "From 1 (little or no preparation) to 5 (extensive). One zone is written "
                    "twice, as the lowest and the highest."
                ),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("Job zone of {occupation}").format(occupation=obj.occupation)

    @admin.display(description=_("job zone"), ordering="lowest")
    def zone(self, obj):
        lowest, highest = (figure(obj, name) for name in ("lowest", "highest"))
        return lowest if lowest == highest else f"{lowest} – {highest}"


@admin.register(InterestRating)
class InterestRatingAdmin(FigureAdmin):
    list_display = ["about", "interest", "fit", "parts", "from_release", "is_current"]
    list_filter = ["is_current", "interest", *FILTERS]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "interest", "release_id"]
    fieldsets = [
        (None, {"fields": ["occupation", "interest"]}),
        (
            _("How well it fits"),
            {
                "fields": [*with_reasons("rating"), "parts"],
                "classes": ["figures"],
                "description": _("From 1 (not at all characteristic) to 7 (extremely)."),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{interest} interest, {occupation}").format(
            interest=obj.get_interest_display(), occupation=obj.occupation
        )

    @admin.display(description=_("rating (1–7)"), ordering="rating")
    def fit(self, obj):
        return figure(obj, "rating", trim)


class JobZoneTable(FigureTable):
    model = JobZone
    verbose_name_plural = _("job zone")
    fields = ["lowest", "reason_lowest", "highest", "reason_highest", "release", "is_current"]


class InterestTable(FigureTable):
    model = InterestRating
    verbose_name_plural = _("interests")
    fields = ["interest", "rating", "reason_rating", "release", "is_current"]
