"""Companies: who they are, what publishers say of them, and what editors add."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .editorial import Editorial, EditorialQuerySet, Status, for_a_time
from .figures import Published, once_per_release, one_in_force

RESERVED_SLUGS = ("best",)  # pages of their own under /companies/


class CompanyQuerySet(EditorialQuerySet):
    def search(self, words: str):
        """Companies one of whose names holds all the words."""
        found = self
        for word in words.split():
            found = found.filter(Q(name__icontains=word) | Q(names__name__icontains=word))
        return found.distinct()


class Company(Editorial):
    """An employer. Importers add companies and never change one; all its own fields are the editors'."""

    class Size(models.TextChoices):
        """Size bands by people employed, as the U.S. Census Bureau groups firms, the larger ones joined."""

        UP_TO_19 = "1-19", _("Up to 19 people")
        UP_TO_99 = "20-99", _("20 to 99 people")
        UP_TO_499 = "100-499", _("100 to 499 people")
        UP_TO_4999 = "500-4999", _("500 to 4,999 people")
        FROM_5000 = "5000+", _("5,000 people or more")

    status = models.CharField(max_length=9, choices=Status, default=Status.PUBLISHED)
    name = models.CharField(max_length=200, unique=True, help_text=_("The one name it goes by on the site."))
    slug = models.SlugField(max_length=220, unique=True)
    website = models.URLField(blank=True)
    industry = models.ForeignKey(
        "careers.Industry", on_delete=models.PROTECT, null=True, blank=True, related_name="companies"
    )
    headquarters = models.CharField(
        max_length=120, blank=True, help_text=_("City and state, say “Tacoma, WA”.")
    )
    headquarters_area = models.ForeignKey(
        "careers.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="companies",
        help_text=_("The metropolitan area or state of its headquarters."),
    )
    size = models.CharField(max_length=8, choices=Size, blank=True)
    founded = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1500), MaxValueValidator(2100)]
    )
    summary = models.TextField(
        blank=True, max_length=5000, help_text=_("What it does, in your own words; Markdown.")
    )
    facts_source = models.CharField(
        _("source of these facts"),
        max_length=200,
        blank=True,
        help_text=_("Where industry, headquarters, size and year come from, say “Annual report 2025”."),
    )
    facts_source_url = models.URLField(_("link to that source"), blank=True)

    objects = CompanyQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name_plural = _("companies")
        permissions = [("merge_companies", "Can merge companies")]
        constraints = [
            *Editorial.Meta.constraints,
            models.CheckConstraint(
                name="company_slug_not_reserved",
                condition=~Q(slug__in=RESERVED_SLUGS),
                violation_error_message=_("That address is taken by a page of the site."),
            ),
            models.CheckConstraint(
                name="company_facts_have_source",
                condition=~Q(facts_source="")
                | Q(
                    industry__isnull=True,
                    headquarters="",
                    headquarters_area__isnull=True,
                    size="",
                    founded__isnull=True,
                ),
                violation_error_message=_("Say where industry, headquarters, size and year come from."),
            ),
        ]
        indexes = [for_a_time("company"), models.Index(Lower("name"), "id", name="company_by_name")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("careers:company", args=[self.slug])


class CompanyName(models.Model):
    """Another name of a company, and the rule by which what employers file is merged into one.

    `key` is the name without case, punctuation and legal form (`careers.employers.key`). A key stands for
    one company among the names that identify one; an editor who moves a name to another company has
    decided it for all imports to come.
    """

    class Kind(models.TextChoices):
        LEGAL = "legal", _("Legal name")
        FORMER = "former", _("Former name")
        TRADE = "trade", _("Trade name")

    IDENTIFYING = (Kind.LEGAL, Kind.FORMER)

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=6, choices=Kind)
    key = models.CharField(max_length=200, editable=False)
    release = models.ForeignKey(
        "careers.Release",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text=_("The release that first gave it; empty for a name that an editor added."),
    )

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["key"],
                condition=Q(kind__in=("legal", "former")),
                name="company_name_identifies_one",
                violation_error_message=_("Another company has this legal or former name."),
            ),
            models.UniqueConstraint(
                fields=["company", "kind", "name"],
                name="company_name_once",
                violation_error_message=_("The company has this name already."),
            ),
        ]
        indexes = [models.Index(fields=["key"], name="company_name_by_key")]

    def __str__(self):
        return self.name


class MergedCompany(models.Model):
    """A company that turned out to be another: where its address leads now, and its versions go on."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="merged")
    was = models.PositiveBigIntegerField(help_text=_("The key that its versions are kept under."))
    name = models.CharField(max_length=200)
    slug = models.SlugField(_("former address"), max_length=220, unique=True)
    merged_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-merged_at", "-pk"]
        verbose_name_plural = _("merged companies")

    def __str__(self):
        return self.name


class CompanyIdentifier(models.Model):
    """A public identifier of a company."""

    class Scheme(models.TextChoices):
        CIK = "cik", _("SEC CIK")
        TICKER = "ticker", _("Ticker symbol")
        LEI = "lei", _("LEI")
        EIN = "ein", _("EIN")

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="identifiers")
    scheme = models.CharField(max_length=6, choices=Scheme)
    value = models.CharField(max_length=40)

    class Meta:
        ordering = ["scheme", "value"]
        constraints = [
            models.UniqueConstraint(
                fields=["scheme", "value"],
                name="company_identifier_once",
                violation_error_message=_("Another company has this identifier."),
            )
        ]

    def __str__(self):
        return f"{self.get_scheme_display()} {self.value}"


class CompanyListing(Published):
    """What a published directory of companies says of one."""

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="listings", db_index=False)
    sector = models.CharField(max_length=80, help_text=_("GICS sector."))
    sub_industry = models.CharField(max_length=120, blank=True, help_text=_("GICS sub-industry."))
    headquarters = models.CharField(max_length=120, blank=True)
    headquarters_area = models.ForeignKey(
        "careers.Area", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    founded = models.CharField(max_length=60, blank=True, help_text=_("As published, say “1905 (1869)”."))

    class Meta:
        ordering = ["id"]
        verbose_name = _("directory entry")
        verbose_name_plural = _("directory entries")
        constraints = [
            once_per_release("company", message=_("This release already lists that company.")),
            one_in_force("company", message=_("Another entry of that company is in force.")),
        ]

    def __str__(self):
        return f"{self.company_id}: {self.sector}"


class CompanyLogo(models.Model):
    """A raster logo, re-encoded at upload and kept in the database: web processes stay without state."""

    company = models.OneToOneField(Company, on_delete=models.CASCADE, related_name="logo")
    png = models.BinaryField(editable=False)
    width = models.PositiveSmallIntegerField(editable=False)
    height = models.PositiveSmallIntegerField(editable=False)
    checksum = models.CharField(max_length=64, editable=False)

    def __str__(self):
        return gettext("Logo of {key}").format(key=self.company_id)


class CompanyAssessment(models.Model):
    """A judgement of a company from 0 to 100 that an editor takes from a named source."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="assessments")
    topic = models.CharField(max_length=80, help_text=_("What is judged, say “Benefits”."))
    score = models.DecimalField(
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
        help_text=_("From 0 (worst) to 100 (best)."),
    )
    as_of = models.DateField()
    source_name = models.CharField(_("source"), max_length=200)
    source_url = models.URLField(_("link to that source"), blank=True)

    class Meta:
        ordering = ["topic"]
        constraints = [
            models.UniqueConstraint(
                fields=["company", "topic", "source_name"],
                name="company_assessment_once",
                violation_error_message=_("The company has a score from that source on that topic."),
            ),
            models.CheckConstraint(
                name="company_assessment_within_100",
                condition=Q(score__gte=0, score__lte=100),
                violation_error_message=_("A score lies between 0 and 100."),
            ),
        ]

    def __str__(self):
        return f"{self.topic}: {self.score}"
