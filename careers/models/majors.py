"""What people study: majors, which occupations they lead to, and the colleges that teach them."""

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .figures import Figure, Published, ascending, explained, once_per_release, one_in_force


class FieldOfStudy(models.Model):
    """A field of the Classification of Instructional Programs by its first four digits."""

    code = models.CharField(
        _("CIP code"),
        max_length=5,
        unique=True,
        validators=[RegexValidator(r"^\d\d\.\d\d$", _("The code of a field looks like 51.38."))],
    )
    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=220, unique=True)
    census_major = models.CharField(
        _("Census major code"),
        max_length=4,
        blank=True,
        help_text=_("The Census Bureau's major that editors judge to hold this field; earnings go by it."),
    )

    class Meta:
        ordering = ["code"]
        verbose_name = _("field of study")
        verbose_name_plural = _("fields of study")

    def __str__(self):
        return f"{self.title} ({self.code})"


class Major(models.Model):
    """An instructional program (CIP, six digits)."""

    # The crosswalk relates an occupation to this code to say that no program leads there.
    NONE_CODE = "99.9999"

    code = models.CharField(
        _("CIP code"),
        max_length=7,
        unique=True,
        validators=[RegexValidator(r"^\d\d\.\d{4}$", _("The code of a major looks like 51.3801."))],
    )
    title = models.CharField(max_length=200)
    field = models.ForeignKey(FieldOfStudy, on_delete=models.PROTECT, related_name="majors")

    class Meta:
        ordering = ["code"]

    def __str__(self):
        return f"{self.title} ({self.code})"


class MajorRoute(Published):
    """A major that leads to an occupation, as the crosswalk judges it: related, not counted."""

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="major_routes", db_index=False
    )
    major = models.ForeignKey(Major, on_delete=models.PROTECT, related_name="routes")

    class Meta:
        ordering = ["id"]
        constraints = [
            once_per_release("occupation", "major", message=_("This release already relates these two.")),
            one_in_force("occupation", "major", message=_("These two are related already.")),
        ]

    def __str__(self):
        return gettext("Route {key}").format(key=self.pk)


class College(models.Model):
    """An institution that grants degrees or certificates."""

    class Control(models.TextChoices):
        PUBLIC = "public", _("Public")
        NONPROFIT = "nonprofit", _("Private, nonprofit")
        FOR_PROFIT = "for_profit", _("Private, for-profit")

    unit_id = models.CharField(
        max_length=8, unique=True, help_text=_("Its number at the Education Department.")
    )
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=220, unique=True)
    state = models.ForeignKey(
        "careers.Area",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="colleges",
        limit_choices_to={"kind": "state"},
    )
    control = models.CharField(max_length=10, choices=Control, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Credential(models.TextChoices):
    """What a program ends with; in the order of the College Scorecard's levels."""

    CERTIFICATE = "certificate", _("Undergraduate certificate or diploma")
    ASSOCIATE = "associate", _("Associate's degree")
    BACHELOR = "bachelor", _("Bachelor's degree")
    POST_BACCALAUREATE = "post_baccalaureate", _("Post-baccalaureate certificate")
    MASTER = "master", _("Master's degree")
    DOCTORAL = "doctoral", _("Doctoral degree")
    FIRST_PROFESSIONAL = "first_professional", _("First professional degree")
    GRADUATE_CERTIFICATE = "graduate_certificate", _("Graduate or professional certificate")


class Program(Figure):
    """How many complete a field of study at a college with one credential, in a year."""

    EXPLAINED = ("completers",)

    field = models.ForeignKey(FieldOfStudy, on_delete=models.PROTECT, related_name="programs", db_index=False)
    college = models.ForeignKey(College, on_delete=models.PROTECT, related_name="programs")
    credential = models.CharField(max_length=20, choices=Credential)
    completers = models.PositiveIntegerField(null=True, blank=True, help_text=_("People, in one year."))

    class Meta:
        ordering = ["id"]
        constraints = [
            once_per_release(
                "field", "college", "credential", message=_("This release already has that program.")
            ),
            one_in_force("field", "college", "credential", message=_("That program is there already.")),
            explained("completers"),
        ]

    def __str__(self):
        return gettext("Program {key}").format(key=self.pk)


class MajorEarnings(Figure):
    """What people who hold a bachelor's degree or more in a Census major earn. US dollars a year."""

    EXPLAINED = ("employed", "median", "p25", "p75")

    census_major = models.CharField(_("Census major code"), max_length=4)
    title = models.CharField(max_length=200)
    category = models.CharField(max_length=100, blank=True)
    employed = models.PositiveIntegerField(null=True, blank=True, help_text=_("People."))
    median = models.PositiveIntegerField(
        null=True, blank=True, help_text=_("Of those who work full time, all year round.")
    )
    p25 = models.PositiveIntegerField(_("25th percentile"), null=True, blank=True)
    p75 = models.PositiveIntegerField(_("75th percentile"), null=True, blank=True)

    class Meta:
        ordering = ["census_major"]
        verbose_name_plural = _("earnings by major")
        constraints = [
            once_per_release("census_major", message=_("This release already has that major.")),
            one_in_force("census_major", message=_("That major is there already.")),
            explained("employed", "median", "p25", "p75"),
            ascending(
                "earnings_ascend", "p25", "median", "p75",
                message=_("Percentiles must not fall: 25th ≤ median ≤ 75th."),
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.title
