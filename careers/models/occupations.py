from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .editorial import Editorial, EditorialQuerySet, Status


class OccupationQuerySet(models.QuerySet):
    def listed(self):
        """What a reader can open and compare: detailed SOC occupations and editors' job titles."""
        return self.filter(level__in=Occupation.LISTED_LEVELS)

    def detailed(self):
        return self.filter(level=Occupation.Level.DETAILED)

    def major_groups(self):
        return self.filter(level=Occupation.Level.MAJOR)


class Occupation(models.Model):
    """A SOC 2018 occupation or group, or a job title that editors describe."""

    class Level(models.TextChoices):
        TOTAL = "total", _("All occupations")
        MAJOR = "major", _("Major group")
        MINOR = "minor", _("Minor group")
        BROAD = "broad", _("Broad occupation")
        DETAILED = "detailed", _("Detailed occupation")
        JOB_TITLE = "job_title", _("Job title")

    LISTED_LEVELS = (Level.DETAILED, Level.JOB_TITLE)

    title = models.CharField(max_length=160)
    plural_title = models.CharField(
        max_length=160, blank=True, help_text=_("For sentences, where the title is singular.")
    )
    slug = models.SlugField(max_length=180, unique=True)
    level = models.CharField(max_length=9, choices=Level)
    soc_code = models.CharField(
        _("SOC code"),
        max_length=7,
        unique=True,
        null=True,
        blank=True,
        validators=[RegexValidator(r"^\d\d-\d{4}$", _("A SOC code looks like 29-1141."))],
        help_text=_("SOC 2018, as 29-1141; empty for a job title."),
    )
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="children"
    )
    major_group = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="members"
    )
    closest_occupation = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="job_titles",
        verbose_name=_("closest SOC occupation"),
        help_text=_("For a job title: the official occupation that editors judge nearest to it."),
    )

    objects = OccupationQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.CheckConstraint(
                name="occupation_soc_code_unless_job_title",
                condition=Q(level="job_title", soc_code__isnull=True)
                | (~Q(level="job_title") & Q(soc_code__isnull=False)),
                violation_error_message=_("A job title has no SOC code; every other occupation has one."),
            ),
            models.CheckConstraint(
                name="occupation_closest_only_for_job_title",
                condition=Q(level="job_title") | Q(closest_occupation__isnull=True),
                violation_error_message=_("Only a job title points at a closest SOC occupation."),
            ),
            models.CheckConstraint(
                name="occupation_slug_without_vs",
                condition=~Q(slug__contains="-vs-"),
                violation_error_message=_("A slug cannot contain “-vs-”: comparisons are addressed with it."),
            ),
        ]
        # The few groups and job titles, which lists of careers leave out.
        indexes = [
            models.Index(fields=["id"], condition=~Q(level="detailed"), name="occupation_above_detailed")
        ]

    def __str__(self):
        return f"{self.title} ({self.soc_code})" if self.soc_code else self.title

    def get_absolute_url(self):
        return reverse("careers:occupation", args=[self.slug])

    @property
    def is_job_title(self) -> bool:
        return self.level == self.Level.JOB_TITLE

    @property
    def plural(self) -> str:
        """The name for several people in it; official titles are plural already."""
        return self.plural_title or self.title


class OccupationText(Editorial):
    """What editors write about an occupation. No import touches it."""

    status = models.CharField(max_length=9, choices=Status, default=Status.PUBLISHED)
    occupation = models.OneToOneField(Occupation, on_delete=models.CASCADE, related_name="text")
    summary = models.TextField(help_text=_("What people in it do, in two to five sentences."))

    objects = EditorialQuerySet.as_manager()

    class Meta(Editorial.Meta):
        abstract = False
        verbose_name = _("text")

    def __str__(self):
        return gettext("Text of {key}").format(key=self.occupation_id)
