"""The site that all of the admin is registered on, as `django.contrib.admin.site`."""

from django.apps import apps
from django.contrib.admin import AdminSite
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
    _("Accounts"): ["User", "Group", "AccessAttempt"],
}
REST = _("Other lists")


class PortalSite(AdminSite):
    site_header = _("Career portal")
    site_title = _("Career portal")
    index_title = _("Editors’ desk")

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
