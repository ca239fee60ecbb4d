from django.contrib import admin

from careers.formatting import trim
from careers.models import Skill, SkillRating

from .base import FigureAdmin, PortalAdmin
from .filters import AutocompleteFilter
from .formats import figure
from .reasons import with_reasons
from .rows import FigureTable

MEASURES = ("importance", "level")


@admin.register(Skill)
class SkillAdmin(PortalAdmin):
    named_by = "name"
    list_display = ["name", "slug"]
    search_fields = ["name"]
    search_help_text = "Words of the name."
    ordering = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(SkillRating)
class SkillRatingAdmin(FigureAdmin):
    searched = {"occupation": ("title", "soc_code"), "skill": ("name",)}
    search_help_text = "Words of the occupation's title or the skill, or the SOC code."
    list_display = ["about", "rated", "rank", "importance_shown", "level_shown", "from_release", "is_current"]
    list_filter = [
        "is_current",
        ("occupation", AutocompleteFilter),
        ("skill", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "skill", "release__source"]
    ordering = ["occupation_id", "rank", "id"]
    autocomplete_fields = ["occupation", "skill", "release"]
    fieldsets = [
        (None, {"fields": ["occupation", "skill", "rank"]}),
        (
            "Rating",
            {
                "fields": with_reasons(*MEASURES),
                "classes": ["figures"],
                "description": "Some sources rank skills without rating them: then say that for both.",
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.skill}, {obj.occupation}"

    @admin.display(description="skill")
    def rated(self, obj):
        return obj.skill

    @admin.display(description="importance (1–5)")
    def importance_shown(self, obj):
        return figure(obj, "importance", trim)

    @admin.display(description="level (0–7)")
    def level_shown(self, obj):
        return figure(obj, "level", trim)


class SkillTable(FigureTable):
    model = SkillRating
    verbose_name_plural = "skills"
    fields = [
        "rank", "skill", "importance", "reason_importance", "level", "reason_level", "release", "is_current",
    ]  # fmt: skip
    autocomplete_fields = ["skill", "release"]
    select_related = ["skill", "release__source"]
    ordering = ["rank", "id"]
