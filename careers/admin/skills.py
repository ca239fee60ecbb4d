from urllib.parse import urlencode

from django.contrib import admin
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.formatting import trim
from careers.models import Skill, SkillRating

from .autocomplete import KnownSelect
from .base import FigureAdmin, PortalAdmin
from .filters import AutocompleteFilter
from .formats import figure
from .links import related_lists
from .reasons import with_reasons
from .rows import FigureTable

MEASURES = ("importance", "level")
KIND_ASKED = "kind"
RATED_ELSEWHERE = _("This skill has a scale: rate it in the list of skill ratings.")


class SkillKindFilter(admin.SimpleListFilter):
    title = _("kind of skill")
    parameter_name = "skill_kind"

    def lookups(self, request, model_admin):
        return Skill.Kind.choices

    def queryset(self, request, queryset):
        if self.value() is None:
            return queryset
        return queryset.filter(skill__in=Skill.objects.filter(kind=self.value()))


@admin.register(Skill)
class SkillAdmin(PortalAdmin):
    named_by = "name"
    list_display = ["name", "kind", "element_id"]
    list_filter = ["kind"]
    search_fields = ["name", "element_id"]
    search_help_text = _("Words of the name, or the O*NET element.")
    ordering = ["name", "id"]
    prepopulated_fields = {"slug": ["name"]}
    readonly_fields = ["hangs_on_it"]
    fieldsets = [
        (None, {"fields": ["name", "kind", "slug"]}),
        (
            _("How it is found"),
            {
                "fields": ["element_id"],
                "description": _(
                    "Imports of O*NET find the skill by its element and bring its name up to "
                    "date. Empty for what a source names without a scale."
                ),
            },
        ),
        (_("Where it matters"), {"fields": ["hangs_on_it"]}),
    ]

    def get_search_results(self, request, queryset, search_term):
        # The table on an occupation's page asks for one kind only.
        if kind := request.GET.get(KIND_ASKED):
            queryset = queryset.filter(kind=kind)
        return super().get_search_results(request, queryset, search_term)

    @admin.display(description=_("lists"))
    def hangs_on_it(self, obj):
        return related_lists(obj, "skill", ((gettext("Ratings"), SkillRating),))


@admin.register(SkillRating)
class SkillRatingAdmin(FigureAdmin):
    searched = {"occupation": ("title", "soc_code"), "skill": ("name",)}
    search_help_text = _("Words of the occupation's title or the skill, or the SOC code.")
    list_display = [
        "about",
        "rated",
        "kind",
        "rank",
        "importance_shown",
        "level_shown",
        "from_release",
        "is_current",
    ]
    list_filter = [
        "is_current",
        SkillKindFilter,
        ("occupation", AutocompleteFilter),
        ("skill", AutocompleteFilter),
        ("release", AutocompleteFilter),
    ]
    list_select_related = ["occupation", "skill", "release__source"]
    # In the order of an index, so that no page sorts the table.
    ordering = ["occupation_id", "skill_id", "release_id"]
    ordering_of_one = ["skill__kind", "rank", "id"]
    autocomplete_fields = ["occupation", "skill", "release"]
    fieldsets = [
        (None, {"fields": ["occupation", "skill", "rank"]}),
        (
            _("Rating"),
            {
                "fields": [*with_reasons(*MEASURES), "parts"],
                "classes": ["figures"],
                "description": _("Some sources rank skills without rating them: then say that for both."),
            },
        ),
        (
            _("How sure the rating is"),
            {
                "fields": ["importance_se", "level_se"],
                "description": _("In points of the same scale; empty where the source does not give it."),
            },
        ),
        FigureAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.skill}, {obj.occupation}"

    @admin.display(description=_("skill"))
    def rated(self, obj):
        return obj.skill

    @admin.display(description=_("kind"))
    def kind(self, obj):
        return obj.skill.get_kind_display()

    @admin.display(description=_("importance (1–5)"), ordering="importance")
    def importance_shown(self, obj):
        return figure(obj, "importance", trim)

    @admin.display(description=_("level (0–7)"), ordering="level")
    def level_shown(self, obj):
        return figure(obj, "level", trim)


class NamedSelect(KnownSelect):
    """Offers the skills that sources name; those with a scale are rated by the dozen, in their list."""

    def get_url(self):
        return f"{super().get_url()}?{urlencode({KIND_ASKED: Skill.Kind.NAMED})}"


class SkillTable(FigureTable):
    """The skills that a source names: O*NET rates 68 in each occupation, more than one form can hold."""

    model = SkillRating
    verbose_name_plural = _("skills named by a source")
    fields = [
        "rank", "skill", "importance", "reason_importance", "level", "reason_level", "release", "is_current",
    ]  # fmt: skip
    autocomplete_fields = ["skill", "release"]
    select_related = ["skill", "release__source"]
    ordering = ["rank", "id"]

    def get_queryset(self, request):
        return super().get_queryset(request).filter(skill__kind=Skill.Kind.NAMED)

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name == "skill":
            kwargs["queryset"] = Skill.objects.filter(kind=Skill.Kind.NAMED)
            kwargs["widget"] = NamedSelect(db_field, self.admin_site)
            kwargs["error_messages"] = {"invalid_choice": RATED_ELSEWHERE}
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
