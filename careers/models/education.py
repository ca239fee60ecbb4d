from django.db import models
from django.utils.translation import gettext_lazy as _

from .figures import Figure, explained, within


class Attainment(models.TextChoices):
    """Highest degree that workers hold; lowest first. Not what entry requires."""

    LESS_THAN_HIGH_SCHOOL = "less_than_high_school", _("Less than high school diploma")
    HIGH_SCHOOL = "high_school", _("High school diploma or equivalent")
    SOME_COLLEGE = "some_college", _("Some college, no degree")
    ASSOCIATE = "associate", _("Associate's degree")
    BACHELOR = "bachelor", _("Bachelor's degree")
    MASTER = "master", _("Master's degree")
    DOCTORAL = "doctoral_professional", _("Doctoral or professional degree")


class EducationShare(Figure):
    """The share of an occupation's workers whose highest degree is this one."""

    EXPLAINED = ("percent",)

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="education_shares", db_index=False
    )
    attainment = models.CharField(max_length=24, choices=Attainment)
    percent = models.DecimalField(max_digits=4, decimal_places=1, null=True, blank=True)
    is_group = models.BooleanField(
        _("of a wider group"),
        default=False,
        db_default=False,
        help_text=_("The source has no figure for this occupation alone and gives that of a wider group."),
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "attainment", "release"],
                name="education_share_once_per_release",
                violation_error_message=_("This release already has a share for that degree."),
            ),
            models.UniqueConstraint(
                fields=["occupation", "attainment"],
                condition=models.Q(is_current=True),
                name="education_share_one_in_force",
                violation_error_message=_("Another share is in force for that degree."),
            ),
            explained("percent"),
            within("percent", 0, 100, _("A share lies between 0 and 100 percent.")),
        ]

    def __str__(self):
        return f"{self.get_attainment_display()}, {self.percent}%"
