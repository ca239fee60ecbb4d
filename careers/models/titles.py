from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import Published, once_per_release, one_in_force


class AlternateTitle(Published):
    """Another name for the work of an occupation: what people call the job."""

    class Kind(models.TextChoices):
        ALTERNATE = "alternate", _("Alternate title")
        REPORTED = "reported", _("Title reported by people in it")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="alternate_titles", db_index=False
    )
    kind = models.CharField(max_length=9, choices=Kind)
    title = models.CharField(max_length=200)
    short_title = models.CharField(
        max_length=60, blank=True, help_text=_("An abbreviation of it, say “CEO”.")
    )

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            once_per_release(
                "occupation", "kind", "title", message=_("This release already has that title there.")
            ),
            one_in_force("occupation", "kind", "title", message=_("That title is there already.")),
        ]

    def __str__(self):
        return self.title


class RelatedOccupation(Published):
    """An occupation that people in another could move to, or that resembles it in what it asks."""

    class Tier(models.TextChoices):
        PRIMARY_SHORT = "primary_short", _("Most related")
        PRIMARY_LONG = "primary_long", _("Closely related")
        SUPPLEMENTAL = "supplemental", _("Related")

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="related_occupations", db_index=False
    )
    related = models.ForeignKey("careers.Occupation", on_delete=models.PROTECT, related_name="+")
    tier = models.CharField(max_length=13, choices=Tier)
    rank = models.PositiveSmallIntegerField(help_text=_("1 for the most related."))

    class Meta:
        ordering = ["rank", "id"]
        constraints = [
            once_per_release(
                "occupation", "related", message=_("This release already relates these occupations.")
            ),
            one_in_force("occupation", "related", message=_("These occupations are related already.")),
            models.CheckConstraint(
                name="related_occupation_is_another",
                condition=~models.Q(occupation=models.F("related")),
                violation_error_message=_("An occupation is not related to itself."),
            ),
        ]

    def __str__(self):
        return gettext("Relation {key}").format(key=self.pk)
