from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import PARTS_HELP, Figure, explained, within


class Skill(models.Model):
    """Something that people in occupations must know or be able to do."""

    class Kind(models.TextChoices):
        SKILL = "skill", _("Skill")
        KNOWLEDGE = "knowledge", _("Knowledge")
        NAMED = "named", _("Named by a source without a scale")

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=9, choices=Kind, default=Kind.NAMED)
    slug = models.SlugField(max_length=140, unique=True)
    element_id = models.CharField(
        _("O*NET element"), max_length=20, unique=True, null=True, blank=True, help_text=_("As 2.A.1.a.")
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["name", "kind"],
                name="skill_once_per_kind",
                violation_error_message=_("There is a skill of that name and kind already."),
            )
        ]

    def __str__(self):
        return self.name


class SkillRating(Figure):
    """How much a skill matters in an occupation: its rank among the skills, or its rated importance."""

    EXPLAINED = ("importance", "level")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="skill_ratings", db_index=False
    )
    skill = models.ForeignKey(Skill, on_delete=models.PROTECT, related_name="ratings")
    rank = models.PositiveSmallIntegerField(
        help_text=_("1 for the skill that matters most among those of its kind.")
    )
    importance = models.DecimalField(
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("1 (not important) to 5 (extremely)."),
    )
    level = models.DecimalField(
        max_digits=3, decimal_places=2, null=True, blank=True, help_text=_("0 (none) to 7 (highest).")
    )

    importance_se = models.DecimalField(
        _("standard error of importance"), max_digits=6, decimal_places=4, null=True, blank=True
    )
    level_se = models.DecimalField(
        _("standard error of level"), max_digits=6, decimal_places=4, null=True, blank=True
    )
    parts = models.PositiveSmallIntegerField(
        _("rolled up from"), default=1, db_default=1, help_text=PARTS_HELP
    )

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "skill", "release"],
                name="skill_rating_once_per_release",
                violation_error_message=_("This release already rates that skill."),
            ),
            models.UniqueConstraint(
                fields=["occupation", "skill"],
                condition=models.Q(is_current=True),
                name="skill_rating_one_in_force",
                violation_error_message=_("Another rating of that skill is in force."),
            ),
            explained("importance", "level"),
            within("importance", 1, 5, _("Importance lies between 1 and 5.")),
            within("level", 0, 7, _("A level lies between 0 and 7.")),
        ]

    def __str__(self):
        return gettext("Rating {key}").format(key=self.pk)
