"""What readers say of a figure. Nothing that tells who they are is kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from careers.catalogue import FIGURES


class ReaderReport(models.Model):
    class State(models.TextChoices):
        NEW = "new", _("New")
        ANSWERED = "answered", _("Answered")
        DISMISSED = "dismissed", _("Dismissed")

    figure = models.CharField(max_length=60, help_text=_("Key of the figure, as on /figures/."))
    page = models.CharField(max_length=300, help_text=_("The path of the page it stood on."))
    of_what = models.CharField(
        _("of"),
        max_length=200,
        blank=True,
        help_text=_("The career, place or company that it is a figure of, where the page shows several."),
    )
    shown = models.CharField(max_length=200, help_text=_("What the page showed."))
    area = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200, blank=True, help_text=_("Source and release, as shown."))
    message = models.TextField(max_length=1000)
    state = models.CharField(max_length=9, choices=State, default=State.NEW)
    answer = models.TextField(max_length=1000, blank=True)
    is_public = models.BooleanField(
        _("answer shown"),
        default=False,
        help_text=_("Readers see the answer and its date, never the question, with the figure."),
    )
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    received_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-received_at"]
        indexes = [
            models.Index(fields=["state", "-received_at"], name="reader_report_waiting"),
            # As PostgreSQL looks for what an address begins with.
            models.Index(
                fields=["page"],
                opclasses=["varchar_pattern_ops"],
                condition=models.Q(state="answered", is_public=True, answered_at__isnull=False),
                name="reader_report_answered",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                name="reader_report_public_has_answer",
                condition=models.Q(is_public=False) | ~models.Q(answer=""),
                violation_error_message=_("Only an answer can be shown."),
            )
        ]

    def __str__(self):
        # Stands in the log of what editors did, which outlives the report: not a word of the reader's.
        figure = FIGURES[self.figure].label if self.figure in FIGURES else self.figure
        return gettext("{figure}, report {pk}").format(figure=figure, pk=self.pk)
