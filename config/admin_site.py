"""The site that all of the admin is registered on, as `django.contrib.admin.site`."""

from functools import update_wrapper

from django.apps import apps
from django.contrib.admin import AdminSite
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

# The lists as editors look for them, by what they are about; what is named nowhere stands last.
SECTIONS = {
    _("Texts"): ["OccupationText", "CuratedComparison", "Page", "Draft"],
    _("Corrections and reports"): ["Correction", "ReaderReport"],
    _("Imports"): ["ImportJob", "ImportReceipt", "Release", "Source"],
    _("Companies"): [
        "Company",
        "CompanyName",
        "CompanyIdentifier",
        "CompanyAssessment",
        "CompanyLogo",
        "CompanyListing",
        "EmployerPay",
        "MergedCompany",
    ],
    _("Jobs"): ["Posting", "PostingPlace", "PostingOrigin", "Feed", "FeedReceipt"],
    _("Occupations"): [
        "Occupation",
        "AlternateTitle",
        "Synonym",
        "RelatedOccupation",
        "OnetOccupation",
        "TaskStatement",
        "TechnologySkill",
        "StatedFact",
    ],
    _("Pay and outlook"): ["WageEstimate", "Projection", "PriceParity"],
    _("Skills"): ["SkillRating", "Skill", "InterestRating"],
    _("Education"): [
        "EducationShare",
        "PreparationShare",
        "JobZone",
        "Major",
        "MajorRoute",
        "MajorEarnings",
        "FieldOfStudy",
        "College",
        "Program",
    ],
    _("People in the occupation"): ["AgeEstimate", "DemographicShare"],
    _("Places and industries"): ["Area", "Industry", "CensusOccupation"],
    _("Accounts"): ["User", "Group", "AccessAttempt", "TOTPDevice"],
}
REST = _("Other lists")


class PortalSite(AdminSite):
    site_header = _("Career portal")
    site_title = _("Career portal")
    index_title = _("Editors’ desk")

    def login(self, request, extra_context=None):
        from config.second_step import forms, views

        self.login_form = forms.SignInForm
        try:
            return super().login(request, extra_context)
        except forms.CodeNeeded as needed:
            return views.hold(request, needed.user)

    def admin_view(self, view, cacheable=False):
        """Django's; where the second step is required, one without it gets no further than to set it up."""
        from config.second_step.views import must_set_up

        def guarded(request, *args, **kwargs):
            if must_set_up(request):
                return redirect("admin:second_step")
            return view(request, *args, **kwargs)

        guarded.csrf_exempt = getattr(view, "csrf_exempt", False)
        return super().admin_view(update_wrapper(guarded, view), cacheable)

    def get_urls(self):
        from config.second_step import views

        own = [
            path("second-step/", self.admin_view(views.own), name="second_step"),
            path("second-step/code/", views.ask, name="second_step_code"),
        ]
        return [*own, *super().get_urls()]

    def get_app_list(self, request, app_label=None):
        """In Django's shape, by section: of an app, as on its own page, or of everything."""
        listed = super().get_app_list(request, app_label)
        models = {model["object_name"]: model for app in listed for model in app["models"]}
        sections = {
            title: [models.pop(name) for name in names if name in models] for title, names in SECTIONS.items()
        }
        sections[REST] = list(models.values())
        about = {"app_url": "", "has_module_perms": True}
        return [
            {"name": title, "app_label": f"section-{number}", "models": listed, **about}
            for number, (title, listed) in enumerate(sections.items())
            if listed
        ]

    def app_index(self, request, app_label, extra_context=None):
        title = gettext("All lists: {app}").format(app=apps.get_app_config(app_label).verbose_name)
        return super().app_index(request, app_label, {"title": title, **(extra_context or {})})
