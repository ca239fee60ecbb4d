"""What employers offer in the applications that they file for foreign workers."""

from django.db import models
from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from .figures import Figure, ascending, explained, once_per_release, one_in_force

MIN_OFFERS = 5  # fewer are counted and never shown as pay


class EmployerPay(Figure):
    """Yearly pay that a company offered in an occupation and area, by its visa filings; US dollars.

    Full-time offers alone, each counted once and at the lower end of its range. `area` is the nation, a
    state or a metropolitan area; the first holds all of the company's offers in the occupation.
    """

    EXPLAINED = ("median", "mean", "lowest", "highest")

    company = models.ForeignKey(
        "careers.Company", on_delete=models.PROTECT, related_name="employer_pay", db_index=False
    )
    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="employer_pay", db_index=False
    )
    area = models.ForeignKey(
        "careers.Area", on_delete=models.PROTECT, related_name="employer_pay", db_index=False
    )
    offers = models.PositiveIntegerField()
    median = models.PositiveIntegerField(null=True, blank=True)
    mean = models.PositiveIntegerField(null=True, blank=True)
    lowest = models.PositiveIntegerField(null=True, blank=True)
    highest = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name = _("pay by company")
        verbose_name_plural = _("pay by company")
        constraints = [
            once_per_release(
                "company",
                "occupation",
                "area",
                message=_("This release already has pay of that company for that occupation and area."),
            ),
            one_in_force(
                "company",
                "occupation",
                "area",
                message=_("Another figure for that company, occupation and area is in force."),
            ),
            explained("median", "mean", "lowest", "highest"),
            ascending("ascends", "lowest", "median", "highest", message=_("Lowest ≤ median ≤ highest.")),
            models.CheckConstraint(
                name="employer_pay_needs_offers",
                condition=Q(median__isnull=True) | Q(offers__gte=MIN_OFFERS),
                violation_error_message=format_lazy(
                    _("Pay from fewer than {fewest} offers is not shown."), fewest=MIN_OFFERS
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["occupation", "area", "-median"],
                condition=Q(is_current=True, median__isnull=False),
                name="employer_pay_best",
            ),
            models.Index(
                fields=["occupation", "area"],
                condition=Q(is_current=True),
                name="employer_pay_of_occupation",
            ),
        ]

    def __str__(self):
        return f"{self.company_id}, {self.occupation_id}, {self.area_id}"
