from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.desk.versions import Stream
from careers.markup import from_markdown, words_of_markdown
from careers.models import (
    AgeEstimate,
    AlternateTitle,
    Correction,
    DemographicShare,
    EducationShare,
    EmployerPay,
    InterestRating,
    JobZone,
    MajorRoute,
    Occupation,
    OccupationText,
    OnetOccupation,
    Posting,
    PreparationShare,
    Projection,
    RelatedOccupation,
    SkillRating,
    StatedFact,
    TaskStatement,
    TechnologySkill,
    WageEstimate,
)
from careers.models.wages import PERCENTILES
from careers.templatetags.markup import markdown

from .base import PortalAdmin
from .constraints import ConstrainedForm
from .correcting import MAY_CORRECT
from .demographics import AgeTable, DemographicTable
from .editorial import EditorialAdmin
from .education import EducationTable
from .formats import figure, pay
from .links import list_url, related_lists
from .outlook import ProjectionStack
from .preparation import InterestTable, JobZoneTable
from .rows import KnownRows, QuietRow
from .skills import SkillTable
from .statements import StatedTable

LISTS = (
    (_("Pay"), WageEstimate),
    (_("Pay by company"), EmployerPay),
    (_("Outlook"), Projection),
    (_("Education"), EducationShare),
    (_("Preparation"), PreparationShare),
    (_("Job zone"), JobZone),
    (_("Majors"), MajorRoute),
    (_("Skills"), SkillRating),
    (_("Technology"), TechnologySkill),
    (_("Tasks"), TaskStatement),
    (_("Interests"), InterestRating),
    (_("Demographics"), DemographicShare),
    (_("Age"), AgeEstimate),
    (_("Stated facts"), StatedFact),
    (_("Other titles"), AlternateTitle),
    (_("Related occupations"), RelatedOccupation),
    (_("O*NET occupations"), OnetOccupation),
    (_("Postings"), Posting),
    (_("Corrections in force"), Correction),
)


class TextForm(QuietRow, ConstrainedForm):
    pass


class TextStack(admin.StackedInline):
    """To read here; it is written, reviewed and published on a form of its own."""

    model = OccupationText
    form = TextForm
    formset = KnownRows
    fields = ["written", "status"]
    readonly_fields = ["written", "status"]
    extra = 0
    can_delete = False
    show_change_link = True
    verbose_name_plural = _("text")

    def has_add_permission(self, request, obj):
        return False

    @admin.display(description=_("summary"))
    def written(self, obj):
        return markdown(obj.summary)


@admin.register(Occupation)
class OccupationAdmin(PortalAdmin):
    named_by = "title"
    list_display = ["title", "soc_code", "level", "major_group", "closest_occupation"]
    list_filter = ["level"]
    list_select_related = ["parent", "major_group", "closest_occupation"]
    search_fields = ["title", "plural_title", "soc_code"]
    search_help_text = _("Words of the title, or the SOC code.")
    ordering = ["title"]
    autocomplete_fields = ["parent", "major_group", "closest_occupation"]
    prepopulated_fields = {"slug": ["title"]}
    readonly_fields = ["national_pay", "all_figures"]
    inlines = [
        TextStack,
        StatedTable,
        ProjectionStack,
        EducationTable,
        JobZoneTable,
        SkillTable,
        InterestTable,
        DemographicTable,
        AgeTable,
    ]
    fieldsets = [
        (None, {"fields": ["title", "plural_title", "slug"]}),
        (
            _("Its place among occupations"),
            {
                "fields": ["level", "soc_code", "parent", "major_group", "closest_occupation"],
                "description": _(
                    "Occupations with a SOC code come with the imports. A job title is yours: "
                    "it has no code, but may point at the official occupation nearest to it."
                ),
            },
        ),
        (
            _("Figures"),
            {
                "fields": ["national_pay", "all_figures"],
                "description": _(
                    "Below are the figures in force that a handful of rows holds; the rest, and "
                    "older releases, stand in the lists. Beside each list: how many of its rows are in force."
                ),
            },
        ),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [each for each in fieldsets if each[0] != "Figures"]

    def streams(self, obj):
        """Its own versions, those of its text, and the corrections of its figures, together."""
        of_it = {"occupation": obj.pk}
        return [
            *super().streams(obj),
            Stream(OccupationText, of_it),
            Stream(Correction, of_it, is_named=True),
        ]

    def save_model(self, request, obj, form, change):
        # Most who save this page changed one of its tables; what was not changed is not searched anew.
        if form.has_changed() or not change:
            super().save_model(request, obj, form, change)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            obj.pay_may_be_corrected = request.user.has_perm(MAY_CORRECT)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    @admin.display(description=_("pay, whole nation"))
    def national_pay(self, obj):
        wage = obj.wage_estimates.current().national().select_related("release__source").first()
        lines = []
        if wage:
            for title, period in ((gettext("A year"), "annual"), (gettext("An hour"), "hourly")):
                names = [f"{period}_{name}" for name in ("mean", *PERCENTILES)]
                lines.append((title, [pay(wage, name) for name in names]))
        context = {
            "wage": wage,
            "may_be_corrected": getattr(obj, "pay_may_be_corrected", False),
            "lines": lines,
            "employment": wage and figure(wage, "employment"),
            "list_url": list_url(WageEstimate, "occupation", obj.pk),
        }
        return render_to_string("admin/careers/national_pay.html", context)

    @admin.display(description=_("lists"))
    def all_figures(self, obj):
        return related_lists(obj, "occupation", LISTS)


@admin.register(OccupationText)
class OccupationTextAdmin(EditorialAdmin, PortalAdmin):
    list_display = ["occupation", "beginning", "status"]
    list_select_related = ["occupation"]
    search_fields = ["occupation__title", "occupation__soc_code", "summary"]
    search_help_text = _("Words of the occupation's title or of the text.")
    autocomplete_fields = ["occupation"]
    previewed = {"summary": from_markdown}
    ordering = ["occupation__title"]
    fieldsets = [(None, {"fields": ["occupation", "summary"]})]

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context["subtitle"] = self.named(obj)
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def named(self, obj):
        return gettext("Text about {occupation}").format(occupation=obj.occupation)

    @admin.display(description=_("text"))
    def beginning(self, obj):
        return Truncator(words_of_markdown(obj.summary)).chars(120)
