"""Imports that editors ask for: checked dry, approved, loaded in the background."""

from django.conf import settings
from django.db import models


class ImportJob(models.Model):
    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be checked"
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Checked, waits for approval"
        APPROVED = "approved", "Approved, waiting to be loaded"
        LOADING = "loading", "Being loaded"
        DONE = "done", "Loaded"
        FAILED = "failed", "Failed; nothing was changed"
        ROLLED_BACK = "rolled_back", "Rolled back"

    importer = models.SlugField(help_text="As `manage.py import_source` names it, or “feed-” and a format.")
    feed = models.ForeignKey(
        "careers.Feed",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        help_text="Only for a job feed: which one it is. Empty: one named by the address or the file.",
    )
    file_name = models.CharField(max_length=255, blank=True)
    path = models.CharField(max_length=500, blank=True, editable=False)
    url = models.URLField("address", blank=True, max_length=500)
    state = models.CharField(max_length=11, choices=State, default=State.WAITING)
    findings = models.JSONField(
        default=dict, blank=True, help_text="What the dry run found: counts, rejections, figures that moved."
    )
    done_rows = models.PositiveIntegerField(default=0)
    total_rows = models.PositiveIntegerField(default=0)
    heartbeat = models.DateTimeField(null=True, blank=True, help_text="When its process last gave a sign.")
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

    class Meta:
        ordering = ["-asked_at"]
        permissions = [("import_sources", "Can import releases and roll them back")]

    def __str__(self):
        return f"{self.importer}: {self.file_name or self.url}"
