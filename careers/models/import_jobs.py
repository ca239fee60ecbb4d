"""What editors leave to the worker: imports, checked dry, approved, loaded; releases to be rolled."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportJob(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be checked")
        CHECKING = "checking", _("Being checked")
        CHECKED = "checked", _("Checked, waits for approval")
        APPROVED = "approved", _("Approved, waiting to be loaded")
        LOADING = "loading", _("Being loaded")
        DONE = "done", _("Loaded")
        FAILED = "failed", _("Failed; nothing was changed")
        ROLLED_BACK = "rolled_back", _("Rolled back")
        # Of a release that is rolled back, or forward again.
        TO_ROLL = "to_roll", _("Waiting to be rolled")
        ROLLING = "rolling", _("Being rolled")
        ROLLED = "rolled", _("Rolled")

    importer = models.SlugField(
        help_text=_(
            "As `manage.py import_source` names it, or “feed-” and a format; of a release to be rolled, "
            "which way."
        )
    )
    release = models.ForeignKey(
        "careers.Release",
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="rolls",
        help_text=_("Only where one is rolled back, or forward again: which one."),
    )
    feed = models.ForeignKey(
        "careers.Feed",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Only for a job feed: which one it is. Empty: one named by the address or the file."),
    )
    file_name = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=500, blank=True, editable=False)
    url = models.URLField(_("address"), blank=True, max_length=500)
    state = models.CharField(max_length=11, choices=State, default=State.WAITING)
    findings = models.JSONField(
        default=dict,
        blank=True,
        help_text=_("What the dry run found: counts, rejections, figures that moved."),
    )
    done_rows = models.PositiveIntegerField(default=0)
    total_rows = models.PositiveIntegerField(default=0)
    heartbeat = models.DateTimeField(null=True, blank=True, help_text=_("When its process last gave a sign."))
    error = models.TextField(blank=True)
    receipt = models.ForeignKey(
        "careers.ImportReceipt", on_delete=models.SET_NULL, null=True, blank=True, related_name="jobs"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    is_indexed = models.BooleanField(
        default=True,
        db_default=True,
        editable=False,
        help_text=_("Whether the search index was made anew after it."),
    )

    class Meta:
        ordering = ["-asked_at"]
        permissions = [("import_sources", "Can import releases and roll them back")]
        constraints = [
            models.UniqueConstraint(
                fields=["release"],
                condition=models.Q(state__in=["to_roll", "rolling"]),
                name="importjob_one_roll",
                violation_error_message=_("It is being rolled already."),
            )
        ]

    def __str__(self):
        return f"{self.importer}: {self.file_name or self.url}"
