from django.db import models
from django.db.models import Case, F, Q, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .areas import Area
from .figures import Figure, FigureQuerySet, Missing, ascending, explained, within
from .industries import Industry

# A place or an industry is called best paying only from this many employees on, and only where the
# error of the mean is small enough to rank it. 50 and 15 % keep 823 of the 830 occupations with a
# state, 815 with a metropolitan area and 829 with a sector in the May 2025 release
# (tests/careers/test_best_paying.py counts them).
BEST_PAYING_MIN_EMPLOYMENT = 50
BEST_PAYING_MAX_RSE = 15
RANKABLE = Q(employment__gte=BEST_PAYING_MIN_EMPLOYMENT, wage_rse__lte=BEST_PAYING_MAX_RSE) & (
    Q(annual_mean__isnull=False) | Q(hourly_mean__isnull=False)
)
# Unusually common in a place or an industry: from this many people on, with their number known well enough.
UNUSUAL_MIN_EMPLOYMENT = 50
UNUSUAL_MAX_RSE = 30
UNUSUAL = Q(employment__gte=UNUSUAL_MIN_EMPLOYMENT, employment_rse__lte=UNUSUAL_MAX_RSE)

PERCENTILES = ("p10", "p25", "median", "p75", "p90")
HOURLY = ("hourly_mean", *(f"hourly_{name}" for name in PERCENTILES))
ANNUAL = ("annual_mean", *(f"annual_{name}" for name in PERCENTILES))


HOURS_A_YEAR = 2080  # 52 weeks of 40 hours, as BLS multiplies


def yearly(name: str):
    """US dollars a year to sort and filter by, for `mean` or `median`.

    The hourly figure times 2,080 where only that is published, the top code where pay lies above
    it, NULL where it is not known.
    """
    return Case(
        When(**{f"missing__annual_{name}": Missing.TOP_CODED.value}, then=F("release__top_code_annual")),
        default=Coalesce(F(f"annual_{name}"), F(f"hourly_{name}") * HOURS_A_YEAR),
        output_field=models.FloatField(),
    )


MEASURES = (
    "employment",
    "employment_rse",
    *HOURLY,
    *ANNUAL,
    "wage_rse",
    "jobs_per_1000",
    "location_quotient",
)


class WageEstimateQuerySet(FigureQuerySet):
    def in_area(self, area_code: str):
        return self.filter(area__code=area_code)

    def cross_industry(self):
        return self.filter(industry__code=Industry.ALL_CODE)

    def national(self):
        return self.filter(area__code=Area.NATION_CODE, industry__code=Industry.ALL_CODE)

    def rankable(self):
        """Above the floor for being called best paying: enough people, and a mean known well enough."""
        return self.filter(RANKABLE)


class WageEstimate(Figure):
    """Employment and pay of one occupation in one area and industry. Pay in US dollars before tax."""

    EXPLAINED = MEASURES

    # Imports look rows up by these columns together, so single-column indexes would only cost time.
    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="wage_estimates", db_index=False
    )
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="wage_estimates", db_index=False)
    industry = models.ForeignKey(
        Industry, on_delete=models.PROTECT, related_name="wage_estimates", db_index=False
    )
    release = models.ForeignKey(
        "careers.Release", on_delete=models.PROTECT, related_name="wage_estimates", db_index=False
    )
    employment = models.PositiveIntegerField(null=True, blank=True, help_text=_("People, not openings."))
    employment_rse = models.DecimalField(
        _("relative standard error of employment"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Percent of the employment."),
    )
    hourly_mean = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    hourly_p10 = models.DecimalField(
        _("hourly 10th percentile"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    hourly_p25 = models.DecimalField(
        _("hourly 25th percentile"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    hourly_median = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    hourly_p75 = models.DecimalField(
        _("hourly 75th percentile"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    hourly_p90 = models.DecimalField(
        _("hourly 90th percentile"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    annual_mean = models.PositiveIntegerField(null=True, blank=True)
    annual_p10 = models.PositiveIntegerField(_("annual 10th percentile"), null=True, blank=True)
    annual_p25 = models.PositiveIntegerField(_("annual 25th percentile"), null=True, blank=True)
    annual_median = models.PositiveIntegerField(null=True, blank=True)
    annual_p75 = models.PositiveIntegerField(_("annual 75th percentile"), null=True, blank=True)
    annual_p90 = models.PositiveIntegerField(_("annual 90th percentile"), null=True, blank=True)
    wage_rse = models.DecimalField(
        _("relative standard error of mean pay"),
        max_digits=5,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("Percent of the mean."),
    )
    jobs_per_1000 = models.DecimalField(
        _("jobs per 1,000"),
        max_digits=8,
        decimal_places=3,
        null=True,
        blank=True,
        help_text=_("Of 1,000 jobs in the area, those in this occupation."),
    )
    location_quotient = models.DecimalField(
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_("The area's share of jobs in this occupation over the nation's; 2 is twice as common."),
    )

    objects = WageEstimateQuerySet.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "area", "industry", "release"],
                name="wage_once_per_cell_and_release",
                violation_error_message=_(
                    "This release already has that occupation in that area and industry."
                ),
            ),
            models.UniqueConstraint(
                fields=["area", "industry", "occupation"],
                condition=Q(is_current=True),
                name="wage_one_in_force_per_cell",
                violation_error_message=(
                    _("Other pay is in force for that occupation, area and industry; take it out first.")
                ),
            ),
            explained(*MEASURES),
            ascending(
                "hourly_percentiles_ascend",
                *(f"hourly_{name}" for name in PERCENTILES),
                message=_("Hourly percentiles must not fall: 10th ≤ 25th ≤ median ≤ 75th ≤ 90th."),
            ),
            ascending(
                "annual_percentiles_ascend",
                *(f"annual_{name}" for name in PERCENTILES),
                message=_("Annual percentiles must not fall: 10th ≤ 25th ≤ median ≤ 75th ≤ 90th."),
            ),
            within("wage_rse", 0, 100, _("The error of mean pay is a percentage, 0 to 100.")),
            within("employment_rse", 0, 100, _("The error of employment is a percentage, 0 to 100.")),
        ]
        # Which releases are in force: of most there is no row here, which is else known after the last alone.
        indexes = [
            models.Index(fields=["release"], name="wage_in_force_by_release", condition=Q(is_current=True)),
            models.Index(
                fields=["occupation", "industry", "area"],
                condition=Q(is_current=True),
                name="wage_in_force_of_occupation",
            ),
            # The careers of a place or an industry in the order of its lists, as far as these go.
            models.Index(
                fields=["area", "industry", "annual_mean"],
                condition=Q(
                    is_current=True,
                    employment__gte=BEST_PAYING_MIN_EMPLOYMENT,
                    wage_rse__lte=BEST_PAYING_MAX_RSE,
                    annual_mean__isnull=False,
                ),
                name="wage_best_paid",
            ),
            models.Index(
                fields=["area", "industry"],
                condition=Q(is_current=True, annual_mean__isnull=True),
                name="wage_without_year",
            ),
            models.Index(
                fields=["area", "industry", "location_quotient"],
                condition=UNUSUAL & Q(is_current=True),
                name="wage_common",
            ),
            # These are counted beside.
            models.Index(
                fields=["area", "industry"],
                condition=Q(is_current=True, corrected__isnull=False),
                name="wage_corrected",
            ),
        ]

    def __str__(self):
        return gettext("Pay {key}").format(key=self.pk)

    @property
    def is_rankable(self) -> bool:
        """The same as `RANKABLE`, for a row at hand."""
        return (
            (self.employment or 0) >= BEST_PAYING_MIN_EMPLOYMENT
            and self.wage_rse is not None
            and self.wage_rse <= BEST_PAYING_MAX_RSE
            and not (self.annual_mean is None and self.hourly_mean is None)
        )
