from django.db import models
from django.utils.translation import gettext_lazy as _

from .figures import Figure, explained, within


class DemographicShare(Figure):
    """The share of an occupation's workers in one group of one characteristic."""

    EXPLAINED = ("percent",)

    class Characteristic(models.TextChoices):
        GENDER = "gender", _("Gender")
        RACE = "race", _("Race and Hispanic origin")
        AGE_GROUP = "age_group", _("Age group")
        LGBT = "lgbt", _("LGBT")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="demographic_shares", db_index=False
    )
    characteristic = models.CharField(max_length=10, choices=Characteristic)
    category = models.CharField(
        max_length=60, help_text=_("As the source names it, say “Black or African American”.")
    )
    position = models.PositiveSmallIntegerField(default=0, help_text=_("Order within its characteristic."))
    percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    group_title = models.CharField(
        max_length=200, blank=True,
        help_text=_("Where the figure describes a wider group: the name that the source gives the group."),
    )  # fmt: skip
    parts = models.PositiveSmallIntegerField(
        _("worked out from"),
        default=1,
        db_default=1,
        help_text=_("From how many of the source's titles, weighted by employment; 1 where one fits."),
    )
    is_fallback = models.BooleanField(
        _("fallback"),
        default=False,
        db_default=False,
        help_text=_("Of an older or narrower source: shown only where no other has the figure."),
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "characteristic", "category", "release"],
                name="demographic_share_once_per_release",
                violation_error_message=_("This release already has a share for that group."),
            ),
            models.UniqueConstraint(
                fields=["occupation", "characteristic", "category", "is_fallback"],
                condition=models.Q(is_current=True),
                name="demographic_share_one_in_force",
                violation_error_message=_("Another share is in force for that group."),
            ),
            explained("percent"),
            within("percent", 0, 100, _("A share lies between 0 and 100 percent.")),
        ]

    def __str__(self):
        return f"{self.category}, {self.percent}%"


class AgeEstimate(Figure):
    """A typical age of an occupation's workers, in years; a mean or a median, never mixed up."""

    EXPLAINED = ("years",)

    class Statistic(models.TextChoices):
        MEAN = "mean", _("Average age")
        MEDIAN = "median", _("Median age")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="age_estimates", db_index=False
    )
    statistic = models.CharField(max_length=6, choices=Statistic)
    years = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    group_title = models.CharField(
        max_length=200, blank=True,
        help_text=_("Where the figure describes a wider group: the name that the source gives the group."),
    )  # fmt: skip

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "statistic", "release"],
                name="age_estimate_once_per_release",
                violation_error_message=_("This release already has that age."),
            ),
            models.UniqueConstraint(
                fields=["occupation", "statistic"],
                condition=models.Q(is_current=True),
                name="age_estimate_one_in_force",
                violation_error_message=_("Another figure is in force for that age."),
            ),
            explained("years"),
            within("years", 14, 99, _("A working age lies between 14 and 99 years.")),
        ]

    def __str__(self):
        return f"{self.get_statistic_display()} {self.years}"
