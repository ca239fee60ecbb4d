"""What editors write goes through hands: drafted, reviewed, published, archived; and changes beside it."""

from datetime import datetime

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _


class Status(models.TextChoices):
    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in_review", _("In review")
    PUBLISHED = "published", _("Published")
    ARCHIVED = "archived", _("Archived")


def live(now: datetime, of: str = "") -> Q:
    """What readers see at that moment: published, its time come and not over.

    `of` is the way to it from another row, say `company`.
    """
    way = f"{of}__" if of else ""
    begun = Q(**{f"{way}publish_at__isnull": True}) | Q(**{f"{way}publish_at__lte": now})
    going = Q(**{f"{way}unpublish_at__isnull": True}) | Q(**{f"{way}unpublish_at__gt": now})
    return Q(begun, going, **{f"{way}status": Status.PUBLISHED})


def for_a_time(name: str) -> models.Index:
    """The few of a large table that appear or go by themselves, looked up for each version of the data."""
    return models.Index(
        fields=["publish_at"],
        condition=Q(publish_at__isnull=False) | Q(unpublish_at__isnull=False),
        name=f"{name}_for_a_time",
    )


class EditorialQuerySet(models.QuerySet):
    def live(self, now: datetime):
        return self.filter(live(now))


class Editorial(models.Model):
    """A row that editors answer for: whether readers see it, from when to when, and when to look again."""

    status = models.CharField(max_length=9, choices=Status, default=Status.DRAFT)
    publish_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When what is published appears (UTC); empty for at once.")
    )
    unpublish_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When it goes from the site (UTC); empty for never.")
    )
    review_by = models.DateField(
        null=True, blank=True, help_text=_("When an editor should look at it again.")
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_status_is_known",
                condition=Q(status__in=Status.values),
                violation_error_message=_("It is a draft, in review, published or archived."),
            ),
            models.CheckConstraint(
                name="%(class)s_appears_before_it_goes",
                condition=Q(publish_at__isnull=True)
                | Q(unpublish_at__isnull=True)
                | Q(publish_at__lt=models.F("unpublish_at")),
                violation_error_message=_("It must appear before it goes from the site."),
            ),
        ]

    def is_live(self, now: datetime) -> bool:
        """`live` for one."""
        begun = self.publish_at is None or self.publish_at <= now
        return (
            self.status == Status.PUBLISHED
            and begun
            and (self.unpublish_at is None or self.unpublish_at > now)
        )


class Draft(models.Model):
    """A change to something published, kept beside it until it is published; readers see none of it.

    One without content beside what is in review says that its first publication is approved, for the time
    that the row itself names; `base` is then all of the row as it was approved.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        IN_REVIEW = "in_review", _("In review")

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    target = GenericForeignKey()
    content = models.JSONField(help_text=_("The fields that change, as they shall be."))
    base = models.JSONField(help_text=_("The same fields as they were when the draft was begun."))
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    note = models.CharField(max_length=300, blank=True, help_text=_("What changes, and why."))
    publish_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When it goes live (UTC), once a publisher has approved it.")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    writers = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="+", blank=True, help_text=_("All who changed it.")
    )
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    refusal = models.CharField(
        max_length=500, blank=True, help_text=_("Why it did not go live when its time came.")
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"],
                name="draft_once",
                violation_error_message=_("There is a draft of it already."),
            )
        ]

    def __str__(self):
        return gettext("Draft of {kind} {key}").format(kind=self.content_type, key=self.object_id)
