from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.desk.versions import Stream
from careers.markup import from_markdown
from careers.models import (
    Company,
    CompanyAssessment,
    CompanyIdentifier,
    CompanyListing,
    CompanyLogo,
    CompanyName,
    EmployerPay,
    Feed,
    Posting,
)

from .autocomplete import KnownAutocompletes
from .base import PortalAdmin, PublishedAdmin
from .company_forms import AssessmentForm, IdentifierForm, LogoForm, NameForm
from .editorial import EditorialAdmin
from .filters import AutocompleteFilter
from .formats import quiet
from .history import ReasonedRows
from .links import related_lists
from .merging import MergesCompanies
from .parts import PartAdmin, PartsInline
from .watching import WatchedRows

LISTS = (
    (_("Pay by its visa filings"), EmployerPay),
    (_("Directory entries"), CompanyListing),
    (_("Postings"), Posting),
    (_("Feeds"), Feed),
)


class RowsOfCompany(PartsInline, KnownAutocompletes):
    formset = WatchedRows
    extra = 0
    formfield_overrides = PortalAdmin.formfield_overrides


class NameTable(RowsOfCompany, admin.TabularInline):
    model = CompanyName
    form = NameForm
    fields = ["name", "kind"]
    verbose_name_plural = _("other names")
    show_change_link = True


class IdentifierTable(RowsOfCompany, admin.TabularInline):
    model = CompanyIdentifier
    form = IdentifierForm
    verbose_name_plural = _("identifiers")


class AssessmentTable(RowsOfCompany, admin.TabularInline):
    model = CompanyAssessment
    form = AssessmentForm
    formset = ReasonedRows
    verbose_name_plural = _("assessments")


@admin.display(description=_("image"))
def file_display(self, logo):
    """In place of the form's field, for those who may look but not change."""
    return gettext("{width} by {height} pixels").format(width=logo.width, height=logo.height)


class LogoStack(RowsOfCompany, admin.StackedInline):
    model = CompanyLogo
    form = LogoForm
    extra = 1
    max_num = 1
    fields = ["file", "picture"]
    readonly_fields = ["picture"]
    verbose_name_plural = _("logo")

    @admin.display(description=_("as it is shown"))
    def picture(self, obj):
        return picture_of(obj)

    file = file_display


def picture_of(logo):
    if not logo or not logo.pk:
        return quiet(gettext("none yet"))
    return format_html(
        '<img src="{}?v={}" width="{}" height="{}" alt="Logo of {}">',
        reverse("admin:careers_company_logo", args=[logo.company_id]),  # readers see that of a live one only
        logo.checksum[:12],
        logo.width,
        logo.height,
        logo.company.name,
    )


@admin.register(Company)
class CompanyAdmin(MergesCompanies, EditorialAdmin, PortalAdmin):
    named_by = "name"
    list_display = ["name", "industry", "headquarters", "size", "website"]
    list_filter = ["size", ("industry", AutocompleteFilter)]
    list_select_related = ["industry", "headquarters_area"]
    search_fields = ["name", "names__name", "identifiers__value"]
    search_help_text = _("Words of any of its names, or an identifier.")
    ordering = ["name"]
    autocomplete_fields = ["industry", "headquarters_area"]
    prepopulated_fields = {"slug": ["name"]}
    previewed = {"summary": from_markdown}
    readonly_fields = ["lists"]
    inlines = [NameTable, IdentifierTable, AssessmentTable, LogoStack]
    actions = ["merge"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "slug", "website"],
                "description": _(
                    "The slug is its address on the site: links break when it changes. "
                    "No import changes any of this."
                ),
            },
        ),
        (
            _("Facts"),
            {
                "fields": [
                    "industry",
                    "headquarters",
                    "headquarters_area",
                    "size",
                    "founded",
                    "facts_source",
                    "facts_source_url",
                ],
                "description": _("They stand before what a directory says. Say where you have them from."),
            },
        ),
        (_("Your words"), {"fields": ["summary"]}),
        (_("What hangs on it"), {"fields": ["lists"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        return fieldsets if obj else [each for each in fieldsets if each[0] != "What hangs on it"]

    def get_urls(self):
        view = self.admin_site.admin_view(self.logo)
        return [path("<int:key>/logo.png", view, name="careers_company_logo"), *super().get_urls()]

    def logo(self, request, key: int):
        """As it is stored, for editors: of a company in any state."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = get_object_or_404(CompanyLogo, company__in=Company.objects.filter(pk=key))  # of any size
        return HttpResponse(bytes(found.png), content_type="image/png")

    def streams(self, obj):
        """Its own versions, those of its names and of what editors hold of it, and of what became it."""
        were = list(obj.merged.values_list("was", flat=True))
        streams = [(part, {"company__in": [obj.pk, *were]}) for part in (CompanyName, CompanyAssessment)]
        streams += [(Company, {"id__in": were})] * bool(were)
        return [*super().streams(obj), *(Stream(model, rows, is_named=True) for model, rows in streams)]

    def save_model(self, request, obj, form, change):
        # Most who save this page changed one of its tables; what was not changed is not searched anew.
        if form.has_changed() or not change:
            super().save_model(request, obj, form, change)

    @admin.display(description=_("lists"))
    def lists(self, obj):
        return related_lists(obj, "company", LISTS)


@admin.register(CompanyName)
class CompanyNameAdmin(PartAdmin, PortalAdmin):
    form = NameForm
    list_display = ["name", "kind", "company", "release"]
    list_filter = ["kind", ("company", AutocompleteFilter), ("release", AutocompleteFilter)]
    list_select_related = ["company", "release__source"]
    search_fields = ["name", "company__name"]
    search_help_text = _("Words of the name, or of the company it belongs to.")
    ordering = ["name", "pk"]
    autocomplete_fields = ["company", "release"]
    fieldsets = [
        (
            None,
            {
                "fields": ["name", "kind", "company", "release"],
                "description": _(
                    "What employers file under a legal or former name goes to its company. Move "
                    "the name to another company, and every import to come follows you; "
                    "figures that are there already follow with the next import of their release."
                ),
            },
        )
    ]


@admin.register(CompanyIdentifier)
class CompanyIdentifierAdmin(PartAdmin, PortalAdmin):
    form = IdentifierForm
    list_display = ["value", "scheme", "company"]
    list_filter = ["scheme", ("company", AutocompleteFilter)]
    list_select_related = ["company"]
    search_fields = ["value", "company__name"]
    search_help_text = _("The identifier, or words of the company's name.")
    ordering = ["scheme", "value"]
    autocomplete_fields = ["company"]


@admin.register(CompanyAssessment)
class CompanyAssessmentAdmin(PartAdmin, PortalAdmin):
    form = AssessmentForm
    figures = AssessmentForm.figures
    list_display = ["company", "topic", "score", "as_of", "source_name"]
    list_filter = [("company", AutocompleteFilter)]
    list_select_related = ["company"]
    search_fields = ["topic", "company__name", "source_name"]
    search_help_text = _("Words of the topic, the company or the source.")
    ordering = ["company__name", "topic", "pk"]
    autocomplete_fields = ["company"]


@admin.register(CompanyLogo)
class CompanyLogoAdmin(PartAdmin, PortalAdmin):
    form = LogoForm
    list_display = ["company", "width", "height"]
    list_select_related = ["company"]
    search_fields = ["company__name"]
    search_help_text = _("Words of the company's name.")
    ordering = ["company__name"]
    autocomplete_fields = ["company"]
    readonly_fields = ["picture"]
    fields = ["company", "file", "picture"]

    def get_queryset(self, request):
        return super().get_queryset(request).defer("png")

    @admin.display(description=_("as it is shown"))
    def picture(self, obj):
        return picture_of(obj)

    file = file_display


@admin.register(CompanyListing)
class CompanyListingAdmin(PublishedAdmin):
    searched = {"company": ("name",)}
    searched_texts = ("sector", "sub_industry")
    search_help_text = _("Words of the company's name, its sector or sub-industry.")
    list_display = ["company", "sector", "sub_industry", "headquarters", "from_release", "is_current"]
    list_filter = ["is_current", "sector", ("company", AutocompleteFilter), ("release", AutocompleteFilter)]
    list_select_related = ["company", "headquarters_area", "release__source"]
    ordering = ["company_id", "release_id"]
    autocomplete_fields = ["company", "headquarters_area", "release"]
    fieldsets = [
        (None, {"fields": ["company", "sector", "sub_industry"]}),
        (_("As published"), {"fields": ["headquarters", "headquarters_area", "founded"]}),
        PublishedAdmin.SOURCE_FIELDSET,
    ]

    def describe(self, obj):
        return f"{obj.company}: {obj.sector}"
