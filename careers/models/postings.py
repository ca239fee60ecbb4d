"""Advertised jobs: where they come from, what they say, and whether they are open."""

from datetime import date, datetime

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, IntegerField, Q, Value
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .editorial import Editorial, EditorialQuerySet, Status, for_a_time
from .figures import ascending

# How often a year pay of a unit is paid: 40 hours or five days in each of 52 weeks, as OEWS reckons.
PER_YEAR = {"hour": 2080, "day": 260, "week": 52, "biweek": 26, "month": 12, "year": 1}
MAX_YEARLY_PAY = 20_000_000  # US dollars; above it, it is a slip
MAX_TITLE = 200
NOT_CLOSED = Q(closed_on__isnull=True)
# The highest pay that is stated, those last that state none: SQLite keeps no index with NULLS LAST.
TOP_PAY = Coalesce("yearly_max", "yearly_min", Value(-1), output_field=IntegerField())
BY_PAY = TOP_PAY.desc(), F("posted_on").desc(), F("id").desc()
# All that lists filter, count and order by, so that they need not read the long rows.
LISTED_BY = [
    "-posted_on", "-id", "valid_through", "is_remote", "remote_area", "employment_types", "yearly_min",
    "yearly_max", "is_sample", "company", "occupation", "closed_on", "status", "publish_at", "unpublish_at",
]  # fmt: skip


class Feed(models.Model):
    """A place that postings come from: a board, a page, a file."""

    class Format(models.TextChoices):
        USAJOBS = "usajobs", _("USAJOBS Search API")
        JSON_LD = "json_ld", _("schema.org JobPosting (a page or a sitemap of pages)")
        GREENHOUSE = "greenhouse", _("Greenhouse job board")
        LEVER = "lever", _("Lever postings")
        ASHBY = "ashby", _("Ashby job board")
        CSV = "csv", _("CSV file")

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=140, unique=True)
    format = models.CharField(max_length=10, choices=Format)
    location = models.CharField(max_length=500, blank=True, help_text=_("The address or path last read."))
    company = models.ForeignKey(
        "careers.Company",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="feeds",
        help_text=_("Whose jobs they are, where the feed itself does not say."),
    )
    is_sample = models.BooleanField(
        default=False,
        help_text=_("Its postings are invented, to show the portal; they are marked everywhere."),
    )
    is_in_use = models.BooleanField(_("in use"), default=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class FeedReceipt(models.Model):
    """What one reading of a feed did. A reading that failed changed nothing and says why."""

    feed = models.ForeignKey(Feed, on_delete=models.CASCADE, related_name="receipts")
    started_at = models.DateTimeField()
    finished_at = models.DateTimeField()
    created = models.PositiveIntegerField(default=0)
    updated = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    merged = models.PositiveIntegerField(default=0, help_text=_("Known from another feed already."))
    closed = models.PositiveIntegerField(default=0, help_text=_("No longer in the feed."))
    rejected = models.PositiveIntegerField(default=0)
    rejections = models.JSONField(default=list, blank=True, help_text=_("Which item, and why."))
    error = models.TextField(blank=True)

    class Meta:
        ordering = ["-finished_at"]

    def __str__(self):
        return f"{self.feed_id}, {self.finished_at:%Y-%m-%d %H:%M}"


class PostingQuerySet(EditorialQuerySet):
    def open(self, today: date, now: datetime | None = None):
        """What one can apply for on that day, of what readers see now or at another moment."""
        in_time = Q(valid_through__isnull=True) | Q(valid_through__gte=today)
        return self.live(now or timezone.now()).filter(NOT_CLOSED, in_time, posted_on__lte=today)

    def real(self):
        """Without the samples."""
        return self.filter(is_sample=False)


class Posting(Editorial):
    """One advertised job, from one feed or several."""

    class Unit(models.TextChoices):
        HOUR = "hour", _("an hour")
        DAY = "day", _("a day")
        WEEK = "week", _("a week")
        BIWEEK = "biweek", _("every two weeks")
        MONTH = "month", _("a month")
        YEAR = "year", _("a year")

    class EmploymentType(models.TextChoices):
        """As schema.org and Google name them."""

        FULL_TIME = "FULL_TIME", _("Full time")
        PART_TIME = "PART_TIME", _("Part time")
        CONTRACTOR = "CONTRACTOR", _("Contract")
        TEMPORARY = "TEMPORARY", _("Temporary")
        INTERN = "INTERN", _("Internship")
        VOLUNTEER = "VOLUNTEER", _("Volunteer")
        PER_DIEM = "PER_DIEM", _("Per diem")
        OTHER = "OTHER", _("Other")

    status = models.CharField(max_length=9, choices=Status, default=Status.PUBLISHED)
    title = models.CharField(max_length=MAX_TITLE)
    company = models.ForeignKey(
        "careers.Company", on_delete=models.SET_NULL, null=True, blank=True, related_name="postings"
    )
    company_name = models.CharField(max_length=200, help_text=_("As the posting states it."))
    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.SET_NULL, null=True, blank=True, related_name="postings"
    )
    match_confidence = models.PositiveSmallIntegerField(
        null=True,
        blank=True,
        editable=False,
        validators=[MaxValueValidator(100)],
        help_text=_("How sure the match by title is, 0 to 100; empty where an editor chose."),
    )
    matched_title = models.CharField(
        max_length=MAX_TITLE,
        blank=True,
        editable=False,
        help_text=_("The title of the occupation that fitted."),
    )
    is_occupation_chosen = models.BooleanField(
        _("occupation chosen by an editor"),
        default=False,
        editable=False,
        help_text=_("No import changes it again."),
    )
    description = models.TextField(
        help_text=_("HTML; anything but plain formatting is taken out."), max_length=50_000
    )
    pay_min = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    pay_max = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    pay_unit = models.CharField(max_length=6, choices=Unit, blank=True)
    currency = models.CharField(max_length=3, blank=True, help_text=_("ISO 4217, say USD."))
    yearly_min = models.PositiveIntegerField(
        null=True, editable=False, help_text=_("The lower end as US dollars a year, for filters and order.")
    )
    yearly_max = models.PositiveIntegerField(null=True, editable=False)
    employment_types = models.CharField(
        max_length=100, blank=True, help_text=_("FULL_TIME, PART_TIME, …; several with commas.")
    )
    is_remote = models.BooleanField(_("remote"), default=False)
    remote_area = models.ForeignKey(
        "careers.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("Where a remote worker may live: the nation or a state."),
    )
    apply_url = models.URLField(_("link to apply"), max_length=1000)
    is_direct_apply = models.BooleanField(
        _("direct"),
        default=False,
        help_text=_("One applies on the linked page itself, without further steps."),
    )
    identifier = models.CharField(max_length=120, blank=True, help_text=_("The employer's own number."))
    posted_on = models.DateField()
    valid_through = models.DateField(
        null=True, blank=True, help_text=_("The last day to apply; empty while it stays in its feed.")
    )
    closed_on = models.DateField(null=True, blank=True, help_text=_("When it left its last feed."))
    is_sample = models.BooleanField(default=False, editable=False)
    fingerprint = models.CharField(
        max_length=64, db_index=True, editable=False, help_text=_("Title, company and places, in short.")
    )
    changed_at = models.DateTimeField(auto_now=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ["-posted_on", "-id"]
        constraints = [
            *Editorial.Meta.constraints,
            ascending("pay_ascends", "pay_min", "pay_max", message=_("Pay begins at its lower end.")),
            ascending(
                "dates_ascend", "posted_on", "valid_through", message=_("It closes no earlier than it opens.")
            ),
            models.CheckConstraint(
                name="posting_pay_has_unit",
                condition=Q(pay_min__isnull=True, pay_max__isnull=True, pay_unit="", currency="")
                | ((Q(pay_min__isnull=False) | Q(pay_max__isnull=False)) & ~Q(pay_unit="") & ~Q(currency="")),
                violation_error_message=_("Pay has an amount, a unit and a currency, or none of them."),
            ),
            models.CheckConstraint(
                name="posting_pay_is_not_negative",
                condition=(Q(pay_min__isnull=True) | Q(pay_min__gte=0))
                & (Q(pay_max__isnull=True) | Q(pay_max__gte=0)),
                violation_error_message=_("Pay is not negative."),
            ),
            models.CheckConstraint(
                name="posting_match_confidence_within_100",
                condition=Q(match_confidence__isnull=True) | Q(match_confidence__lte=100),
                violation_error_message=_("A confidence lies between 0 and 100."),
            ),
        ]
        indexes = [
            models.Index(fields=LISTED_BY, condition=NOT_CLOSED, name="posting_listed"),
            models.Index(*BY_PAY, condition=NOT_CLOSED, name="posting_by_pay"),
            for_a_time("posting"),
        ]

    def __str__(self):
        return f"{self.title}, {self.company_name}"

    def get_absolute_url(self):
        address = f"{self.pk}-{slugify(self.title)[:80].strip('-')}".rstrip("-")
        return reverse("careers:posting", args=[address])

    def is_open(self, today: date) -> bool:
        """Whether one can apply on that day; `PostingQuerySet.open` for one."""
        in_time = self.valid_through is None or self.valid_through >= today
        is_offered = self.closed_on is None and self.posted_on <= today and in_time
        return is_offered and self.is_live(timezone.now())


class PostingPlace(models.Model):
    """A place where the job is done."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="places")
    position = models.PositiveSmallIntegerField(default=0)
    city = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=60, blank=True, help_text=_("Postal abbreviation, say WA."))
    country = models.CharField(
        max_length=2, default="US", blank=True, help_text=_("ISO 3166, say US; empty where unknown.")
    )
    area = models.ForeignKey(
        "careers.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="posting_places",
        db_index=False,
        help_text=_("The metropolitan area, or else the state, that pay is looked up for."),
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["posting", "city", "state", "country"],
                name="posting_place_once",
                violation_error_message=_("The posting has this place already."),
            )
        ]
        # Whose first column the reference is looked up by.
        indexes = [models.Index(fields=["area", "state", "posting"], name="posting_place_by_area")]

    def __str__(self):
        return ", ".join(filter(None, [self.city, self.state])) or self.country


class PostingOrigin(models.Model):
    """Where a posting was read: a feed and its own key there."""

    posting = models.ForeignKey(Posting, on_delete=models.CASCADE, related_name="origins")
    feed = models.ForeignKey(Feed, on_delete=models.PROTECT, related_name="origins")
    external_id = models.CharField(max_length=200)
    url = models.URLField(_("page there"), max_length=1000, blank=True)
    checksum = models.CharField(max_length=64, editable=False, help_text=_("Of what it said when last read."))
    first_seen = models.DateField()
    closed_on = models.DateField(null=True, blank=True, help_text=_("When it was no longer there."))

    class Meta:
        ordering = ["first_seen", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["feed", "external_id"],
                name="posting_origin_once_per_feed",
                violation_error_message=_("The feed has an item of that key already."),
            )
        ]

    def __str__(self):
        return f"{self.feed_id}: {self.external_id}"
