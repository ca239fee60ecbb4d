"""What editors hold against a published figure; it stands beside the publisher's value, and on the page."""

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class CorrectionQuerySet(models.QuerySet):
    def in_force(self):
        return self.filter(ended_at__isnull=True)


class Correction(models.Model):
    """One value of one figure, changed by an editor with a reason and a source.

    It belongs to the figure's place in the statistics (`key`: occupation, area, industry …), not to a row of
    one release: the next release is corrected too, until its publisher gives the corrected value itself.
    """

    class Ending(models.TextChoices):
        AGREED = "agreed", _("The publisher now agrees")
        WITHDRAWN = "withdrawn", _("An editor withdrew it")

    figure = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, related_name="+", help_text=_("The model of the figure.")
    )
    key = models.JSONField(help_text=_("Which figure: its key without the release, by column."))
    key_text = models.CharField(max_length=300, editable=False, help_text=_("The same as one text."))
    field = models.CharField(max_length=40)
    about = models.CharField(max_length=300, editable=False, help_text=_("Which figure, in words."))
    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    source = models.ForeignKey(
        "careers.Source",
        on_delete=models.PROTECT,
        related_name="corrections",
        help_text=_("Whose figure it is."),
    )
    # Values as texts; one that is not there is `missing:` with the code of its reason.
    published_value = models.CharField(
        max_length=200, help_text=_("What the publisher gave when it was corrected.")
    )
    value = models.CharField(max_length=200, help_text=_("What it is instead."))
    reason = models.CharField(max_length=500)
    evidence = models.CharField(_("source of the correction"), max_length=300)
    evidence_url = models.URLField(_("link to that source"), blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    conflicts_with = models.CharField(
        max_length=100,
        blank=True,
        help_text=_("The later release whose own value differs from both; empty where none does."),
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ending = models.CharField(max_length=9, choices=Ending, blank=True)
    ending_reason = models.CharField(max_length=500, blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["figure", "key_text", "field"],
                condition=Q(ended_at__isnull=True),
                name="correction_one_in_force",
                violation_error_message=_("This figure is corrected already: change that correction."),
            ),
            models.CheckConstraint(
                name="correction_ends_with_reason",
                condition=Q(ended_at__isnull=True, ending="") | (Q(ended_at__isnull=False) & ~Q(ending="")),
                violation_error_message=_("A correction that ended says why."),
            ),
        ]

    def __str__(self):
        return f"{self.about}: {gettext(self.field.replace('_', ' '))}"
