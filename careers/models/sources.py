import re

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Source(models.Model):
    """A publisher's series, say the Occupational Employment and Wage Statistics."""

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=40, help_text=_("As it stands beside a figure, say “BLS OEWS”."))
    publisher = models.CharField(max_length=200)
    url = models.URLField(_("link"), blank=True)
    licence = models.CharField(max_length=100)
    licence_url = models.URLField(_("licence link"), blank=True)
    note = models.CharField(
        max_length=300, blank=True, help_text=_("What a reader must know before comparing its figures.")
    )
    attribution = models.CharField(
        max_length=300,
        blank=True,
        help_text=_("The sentence that its licence asks for wherever it is shown."),
    )
    states_area = models.BooleanField(
        _("says where"),
        default=True,
        help_text=_("Off for a source that does not say which area it describes."),
    )

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Release(models.Model):
    """One dated edition of a source. Every figure belongs to one."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="releases")
    label = models.CharField(max_length=100, help_text=_("As the publisher calls it, say “May 2025”."))
    period_end = models.DateField(
        null=True,
        blank=True,
        help_text=_("The last day its figures describe; the later release wins. Empty if undated."),
    )
    published_on = models.DateField(null=True, blank=True)
    url = models.URLField(_("link"), blank=True)
    checksum = models.CharField(_("SHA-256 of the file"), max_length=64, blank=True)
    top_code_hourly = models.DecimalField(
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("US dollars an hour above which the publisher prints no amount."),
    )
    top_code_annual = models.PositiveIntegerField(
        null=True, blank=True, help_text=_("US dollars a year above which the publisher prints no amount.")
    )
    replaced = models.JSONField(
        null=True,
        editable=False,
        help_text=_("Figures of other releases that its imports took out of force; NULL where nobody knows."),
    )
    rolled_back = models.JSONField(
        null=True,
        editable=False,
        help_text=_("Its own figures that a rollback took out of force; else NULL."),
    )
    renamed = models.JSONField(
        null=True,
        editable=False,
        help_text=_("What its imports made of names: for each change the former and the later value."),
    )

    class Meta:
        ordering = ["source", "-period_end"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "label"],
                name="release_once_per_source",
                violation_error_message=_("This source already has a release of that name."),
            )
        ]

    def __str__(self):
        return f"{self.source.short_name}, {self.label}" if self.label else self.source.short_name

    @property
    def names_no_year(self) -> bool:
        """Whether its label is a number of an edition, say “29.3”, that does not tell how old it is."""
        return not re.search(r"(19|20)\d\d", self.label)


class ImportReceipt(models.Model):
    """What one import did, row by row counted; written in the import's own transaction."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="receipts")
    importer = models.SlugField()
    file_name = models.CharField(max_length=255)
    checksum = models.CharField(_("SHA-256 of the input"), max_length=64)
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    created = models.PositiveIntegerField()
    updated = models.PositiveIntegerField()
    unchanged = models.PositiveIntegerField()
    retired = models.PositiveIntegerField(default=0)
    rejected = models.PositiveIntegerField()
    rejections = models.JSONField(
        default=list, blank=True, help_text=_("The first thousand rejected rows: line and reason.")
    )
    warnings = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-finished_at"]
        constraints = [
            models.CheckConstraint(
                name="receipt_ends_after_it_starts",
                condition=Q(finished_at__gte=models.F("started_at")),
                violation_error_message=_("An import cannot finish before it starts."),
            )
        ]

    def __str__(self):
        return f"{self.importer}: {self.file_name}"
