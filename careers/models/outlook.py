from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import Figure, explained, within


class EntryEducation(models.TextChoices):
    """Typical education needed for entry, as the Employment Projections assign it; lowest first."""

    NONE = "none", _("No formal educational credential")
    HIGH_SCHOOL = "high_school", _("High school diploma or equivalent")
    SOME_COLLEGE = "some_college", _("Some college, no degree")
    POSTSECONDARY = "postsecondary_award", _("Postsecondary nondegree award")
    ASSOCIATE = "associate", _("Associate's degree")
    BACHELOR = "bachelor", _("Bachelor's degree")
    MASTER = "master", _("Master's degree")
    DOCTORAL = "doctoral_professional", _("Doctoral or professional degree")


class WorkExperience(models.TextChoices):
    """Work experience in a related occupation. "None" is a value: no experience is asked for."""

    NONE = "none", _("None")
    UNDER_5_YEARS = "under_5_years", _("Less than 5 years")
    FROM_5_YEARS = "from_5_years", _("5 years or more")


class JobTraining(models.TextChoices):
    """On-the-job training to reach competency. "None" is a value: no training is needed."""

    NONE = "none", _("None")
    SHORT_TERM = "short_term", _("Short-term on-the-job training")
    MODERATE_TERM = "moderate_term", _("Moderate-term on-the-job training")
    LONG_TERM = "long_term", _("Long-term on-the-job training")
    APPRENTICESHIP = "apprenticeship", _("Apprenticeship")
    INTERNSHIP = "internship_residency", _("Internship/residency")


MEASURES = (
    "base_year",
    "target_year",
    "employment_base",
    "employment_target",
    "change_number",
    "change_percent",
    "openings_annual",
    "percent_self_employed",
    "entry_education",
    "work_experience",
    "job_training",
)


class Projection(Figure):
    """Expected change of employment in an occupation, nationwide, with what entry into it takes."""

    EXPLAINED = MEASURES

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="projections", db_index=False
    )
    base_year = models.PositiveSmallIntegerField(null=True, blank=True)
    target_year = models.PositiveSmallIntegerField(null=True, blank=True)
    employment_base = models.PositiveIntegerField(
        _("employment in the base year"), null=True, blank=True, help_text=_("People, published in hundreds.")
    )
    employment_target = models.PositiveIntegerField(
        _("employment in the target year"),
        null=True,
        blank=True,
        help_text=_("People, published in hundreds."),
    )
    change_number = models.IntegerField(_("change in people"), null=True, blank=True)
    change_percent = models.DecimalField(
        _("growth"),
        max_digits=6,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Percent over the whole period, not a year."),
    )
    openings_annual = models.PositiveIntegerField(
        _("openings a year"),
        null=True,
        blank=True,
        help_text=_("Projected per year, from growth and from people leaving; published in hundreds."),
    )
    percent_self_employed = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    entry_education = models.CharField(max_length=24, choices=EntryEducation, null=True, blank=True)
    work_experience = models.CharField(max_length=16, choices=WorkExperience, null=True, blank=True)
    job_training = models.CharField(max_length=24, choices=JobTraining, null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "release"],
                name="projection_once_per_release",
                violation_error_message=_("This release already has a projection for that occupation."),
            ),
            models.UniqueConstraint(
                fields=["occupation"],
                condition=Q(is_current=True),
                name="projection_one_in_force",
                violation_error_message=_("Another projection is in force for that occupation."),
            ),
            explained(*MEASURES),
            within("percent_self_employed", 0, 100, _("A share lies between 0 and 100 percent.")),
            within("change_percent", -100, 10000, _("Employment cannot shrink by more than 100 percent.")),
            models.CheckConstraint(
                name="projection_ends_after_it_starts",
                condition=Q(base_year__isnull=True) | Q(target_year__gt=models.F("base_year")),
                violation_error_message=_("The target year comes after the base year."),
            ),
        ]

    def __str__(self):
        return gettext("Projection {key}").format(key=self.pk)
