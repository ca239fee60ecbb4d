"""What people in an occupation say entry into it takes: education, experience, training, job zone."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import PARTS_HELP, Figure, ascending, explained, once_per_release, one_in_force, within


class PreparationShare(Figure):
    """The share of an occupation's people who gave one answer to one question on what it takes."""

    EXPLAINED = ("percent",)

    class Scale(models.TextChoices):
        EDUCATION = "education", _("Education required")
        EXPERIENCE = "experience", _("Related work experience")
        ON_SITE_TRAINING = "on_site", _("On-site or in-plant training")
        ON_THE_JOB_TRAINING = "on_the_job", _("On-the-job training")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="preparation_shares", db_index=False
    )
    scale = models.CharField(_("question"), max_length=10, choices=Scale)
    category = models.PositiveSmallIntegerField(
        _("answer"), help_text=_("Its number on the O*NET scale, from 1.")
    )
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    standard_error = models.DecimalField(
        max_digits=6, decimal_places=4, null=True, blank=True, help_text=_("In percentage points.")
    )
    parts = models.PositiveSmallIntegerField(
        _("rolled up from"), default=1, db_default=1, help_text=PARTS_HELP
    )

    class Meta:
        ordering = ["scale", "category"]
        constraints = [
            once_per_release(
                "occupation",
                "scale",
                "category",
                message=_("This release already has a share for that answer."),
            ),
            one_in_force(
                "occupation", "scale", "category", message=_("Another share is in force for that answer.")
            ),
            explained("percent"),
            within("percent", 0, 100, _("A share lies between 0 and 100 percent.")),
            within("category", 1, 12, _("The answers are numbered from 1 to 12.")),
        ]

    def __str__(self):
        return f"{self.get_scale_display()} {self.category}"


class JobZone(Figure):
    """How much preparation an occupation takes, from 1 (little or none) to 5 (extensive)."""

    EXPLAINED = ("lowest", "highest")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="job_zones", db_index=False
    )
    lowest = models.PositiveSmallIntegerField(_("lowest zone"), null=True, blank=True)
    highest = models.PositiveSmallIntegerField(
        _("highest zone"),
        null=True,
        blank=True,
        help_text=_("Another than the lowest where the O*NET occupations rolled up lie in several zones."),
    )
    parts = models.PositiveSmallIntegerField(
        _("rolled up from"), default=1, db_default=1, help_text=PARTS_HELP
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            once_per_release("occupation", message=_("This release already has a job zone there.")),
            one_in_force("occupation", message=_("Another job zone is in force there.")),
            explained("lowest", "highest"),
            within("lowest", 1, 5, _("Job zones are numbered from 1 to 5.")),
            within("highest", 1, 5, _("Job zones are numbered from 1 to 5.")),
            ascending("zones_ascend", "lowest", "highest", message=_("The lowest zone comes first.")),
        ]

    def __str__(self):
        return gettext("Job zone {lowest}").format(lowest=self.lowest)


class InterestRating(Figure):
    """How well an occupation fits one of the six RIASEC interests, from 1 to 7."""

    EXPLAINED = ("rating",)

    class Interest(models.TextChoices):
        REALISTIC = "realistic", _("Realistic")
        INVESTIGATIVE = "investigative", _("Investigative")
        ARTISTIC = "artistic", _("Artistic")
        SOCIAL = "social", _("Social")
        ENTERPRISING = "enterprising", _("Enterprising")
        CONVENTIONAL = "conventional", _("Conventional")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="interest_ratings", db_index=False
    )
    interest = models.CharField(max_length=13, choices=Interest)
    rating = models.DecimalField(max_digits=3, decimal_places=2, null=True, blank=True)
    parts = models.PositiveSmallIntegerField(
        _("rolled up from"), default=1, db_default=1, help_text=PARTS_HELP
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            once_per_release(
                "occupation", "interest", message=_("This release already rates that interest.")
            ),
            one_in_force("occupation", "interest", message=_("Another rating of that interest is in force.")),
            explained("rating"),
            within("rating", 1, 7, _("An interest is rated from 1 to 7.")),
        ]

    def __str__(self):
        return f"{self.get_interest_display()} {self.rating}"
