from django.db import models
from django.utils.translation import gettext_lazy as _

from .figures import Figure, ascending


class StatedFact(Figure):
    """A fact that a source states about an occupation as a whole, outside any statistical series.

    The reference page and editors state such facts, say how many years it takes to become something.
    A fact has a number, a range (low to high) or a text; or none of them and a reason.
    """

    class Topic(models.TextChoices):
        TIME_TO_BECOME = "time_to_become", _("Time to become (years)")
        PAY_RANGE = "pay_range", _("Salary range (US dollars a year)")
        JOB_SATISFACTION = "job_satisfaction", _("Job satisfaction")
        YEARS_OF_EXPERIENCE = "years_of_experience", _("Years of experience")
        BEST_PAYING_CITY = "best_paying_city", _("Best paying city")
        BEST_PAYING_STATE = "best_paying_state", _("Best paying state")
        BEST_PAYING_COMPANY = "best_paying_company", _("Best paying company")
        BEST_PAYING_INDUSTRY = "best_paying_industry", _("Best paying industry")
        COMMON_MAJOR = "common_major", _("Most common major")
        COMMON_COLLEGE = "common_college", _("Most common college")

    EXPLAINED = ("value",)

    occupation = models.ForeignKey(
        "careers.Occupation", on_delete=models.PROTECT, related_name="stated_facts", db_index=False
    )
    topic = models.CharField(max_length=24, choices=Topic)
    text = models.CharField(max_length=200, blank=True)
    low = models.DecimalField(
        max_digits=10,
        decimal_places=1,
        null=True,
        blank=True,
        help_text=_("A number, or where a range begins."),
    )
    high = models.DecimalField(
        max_digits=10, decimal_places=1, null=True, blank=True, help_text=_("Where a range ends.")
    )
    company = models.ForeignKey(
        "careers.Company", on_delete=models.PROTECT, null=True, blank=True, related_name="stated_facts"
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["occupation", "topic", "release"],
                name="stated_fact_once_per_release",
                violation_error_message=_("This release already states that."),
            ),
            models.UniqueConstraint(
                fields=["occupation", "topic"],
                condition=models.Q(is_current=True),
                name="stated_fact_one_in_force",
                violation_error_message=_("Another statement on that is in force."),
            ),
            models.CheckConstraint(
                name="stated_fact_missing_has_reason",
                condition=(
                    (models.Q(low__isnull=False) | ~models.Q(text="")) & ~models.Q(missing__has_key="value")
                )
                | models.Q(low__isnull=True, high__isnull=True, text="", missing__has_key="value"),
                violation_error_message=_(
                    "Give a number, a range or a text; or leave all empty and say why."
                ),
            ),
            ascending("range_ascends", "low", "high", message=_("A range begins at its lower end.")),
        ]

    def __str__(self):
        return self.get_topic_display()
