from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.models import OnetOccupation, TaskStatement, TechnologySkill

from .base import PublishedAdmin
from .filters import AutocompleteFilter
from .formats import quiet

SHOWN_TEXT = 120
FILTERS = [("occupation", AutocompleteFilter), ("release", AutocompleteFilter)]


def beginning(text: str) -> str:
    return text[:SHOWN_TEXT] + "…" if len(text) > SHOWN_TEXT else text


@admin.register(OnetOccupation)
class OnetOccupationAdmin(PublishedAdmin):
    searched_texts = ("title", "code")
    search_help_text = _("Words of its title or of the SOC occupation's, or a code.")
    list_display = ["title", "code", "about", "described", "from_release", "is_current"]
    list_filter = ["is_current", *FILTERS]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "code", "release_id"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "code", "title", "description"],
                "description": _(
                    "O*NET divides some SOC occupations further. What it measures for the parts "
                    "is rolled up to the whole, and readers are told of how many."
                ),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return gettext("{obj}, part of {occupation}").format(obj=obj, occupation=obj.occupation)

    @admin.display(description=_("SOC occupation"))
    def about(self, obj):
        return obj.occupation

    @admin.display(description=_("description"))
    def described(self, obj):
        return beginning(obj.description) or quiet(gettext("none"))


@admin.register(TaskStatement)
class TaskStatementAdmin(PublishedAdmin):
    searched_texts = ("text", "onet_code")
    search_help_text = _("Words of the task, of the occupation's title, or a code.")
    list_display = ["task", "about", "onet_code", "weight", "from_release", "is_current"]
    list_filter = ["is_current", "is_core", *FILTERS]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "onet_code", "task_id", "release_id"]
    ordering_of_one = ["-is_core", "onet_code", "task_id", "id"]
    fieldsets = [
        (
            None,
            {
                "fields": ["occupation", "onet_code", "task_id", "text", "is_core"],
                "description": _(
                    "What people in the occupation do, in O*NET's words. What you would say "
                    "yourself belongs in the occupation's text."
                ),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{beginning(obj.text)} ({obj.occupation})"

    @admin.display(description=_("task"))
    def task(self, obj):
        return beginning(obj.text)

    @admin.display(description=_("kind"))
    def weight(self, obj):
        return gettext("core") if obj.is_core else quiet(gettext("supplemental"))


@admin.register(TechnologySkill)
class TechnologySkillAdmin(PublishedAdmin):
    searched_texts = ("name", "category")
    search_help_text = _("Words of the technology, its category or the occupation's title, or the SOC code.")
    list_display = ["name", "category", "about", "named_in_postings", "from_release", "is_current"]
    list_filter = ["is_current", "is_in_demand", "is_hot", *FILTERS]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "name", "category", "release_id"]
    ordering_of_one = ["-is_in_demand", "-is_hot", "name", "id"]
    fieldsets = [
        (None, {"fields": ["occupation", "name", "category"]}),
        (
            _("How often postings name it"),
            {
                "fields": ["is_in_demand", "is_hot"],
                "description": _("In demand is said of this occupation, hot of all occupations together."),
            },
        ),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.name}, {obj.occupation}"

    @admin.display(description=_("in postings"))
    def named_in_postings(self, obj):
        marks = [
            mark
            for mark, holds in ((gettext("in demand"), obj.is_in_demand), (gettext("hot"), obj.is_hot))
            if holds
        ]
        return ", ".join(marks) or "-"
