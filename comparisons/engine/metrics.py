"""The rows of every comparison. Adding a figure to all comparisons is adding one entry here.

What else a row tells is not repeated here: the unit and the kind are those of the catalogue, the text
and the source those of the cell that a selector made, so that no page can contradict another.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext_lazy as _

from careers import formatting
from careers.catalogue import FIGURES


class Direction(Enum):
    """Whether more of a figure is called ahead; most figures are neither better nor worse."""

    HIGHER = "higher"
    NEUTRAL = "neutral"


@dataclass(frozen=True, slots=True, eq=False)
class Metric:
    """A row: its label and the key of its figure, which is that of the profile's cell and the catalogue.

    `difference` says how far two figures are apart; a figure without it is no number. A row with
    `explained` stands in the table as soon as a source says why its figure is missing; the others only
    where at least one of the compared has a figure.
    """

    label: str
    key: str
    direction: Direction = Direction.NEUTRAL
    difference: Callable[[formatting.Number], str] | None = None
    explained: bool = True
    # Where a figure comes as more than one kind of statistic: kind → label, "" for a mixture.
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def unit(self) -> str:
        return FIGURES[self.key].unit

    @property
    def hint(self) -> str:
        return FIGURES[self.key].hint

    def label_for(self, kinds: Collection[str]) -> str:
        """The row's label for figures of these kinds; a median is never called an average."""
        if not self.labels:
            return self.label
        labels = dict(self.labels)
        kind = next(iter(kinds)) if len(kinds) == 1 else ""
        return labels.get(kind, self.label) if kinds else self.label


@dataclass(frozen=True, slots=True)
class SectionDefinition:
    slug: str
    title: str
    metrics: tuple[Metric, ...]


HIGHER = Direction.HIGHER
EMPLOYMENT = Metric(_("Number of jobs"), "employment", difference=formatting.count)
HOURLY = Metric(_("Hourly rate"), "hourly_mean", HIGHER, formatting.money_cents)
MEDIAN = Metric(_("Median salary"), "annual_median", HIGHER, formatting.money, explained=False)
RANGE = Metric(_("Salary range"), "pay_range")
ADJUSTED = Metric(_("Salary in national prices"), "adjusted_pay", HIGHER, formatting.money)
QUOTIENT = Metric(_("Location quotient"), "location_quotient", difference=formatting.trim, explained=False)
AGE = Metric(
    _("Average age"),
    "age",
    difference=formatting.trim,
    labels=(("mean", _("Average age")), ("median", _("Median age")), ("", _("Average or median age"))),
)

# Sections, rows and their order are those of the reference page; what it lacks stands at the end.
SECTIONS = (
    SectionDefinition(
        "overview",
        _("Overview"),
        (
            Metric(_("Yearly salary"), "annual_mean", HIGHER, formatting.money),
            ADJUSTED,
            HOURLY,
            Metric(_("Growth rate"), "growth", HIGHER, formatting.points),
            EMPLOYMENT,
            QUOTIENT,
            Metric(_("Job satisfaction"), "job_satisfaction"),
            Metric(_("Most common degree"), "common_degree"),
            AGE,
            Metric(_("Years of experience"), "years_of_experience"),
            Metric(_("Time to become"), "time_to_become", explained=False),
            Metric(_("Openings a year"), "openings", difference=formatting.count, explained=False),
            Metric(_("Job zone"), "job_zone", explained=False),
            Metric(_("Top skills"), "top_skills", explained=False),
        ),
    ),
    SectionDefinition(
        "pay",
        _("Pay"),
        (
            Metric(_("Average salary"), "annual_mean", HIGHER, formatting.money),
            RANGE,
            Metric(_("Highest paying city"), "best_paying_city"),
            Metric(_("Highest paying state"), "best_paying_state"),
            Metric(_("Best paying company"), "best_paying_company"),
            Metric(_("Best paying industry"), "best_paying_industry"),
            MEDIAN,
        ),
    ),
    SectionDefinition(
        "education",
        _("Education"),
        (
            Metric(_("Most common degree"), "common_degree"),
            Metric(_("Most common major"), "common_major"),
            Metric(_("Most common college"), "common_college"),
            Metric(_("Related major with most graduates"), "related_major", explained=False),
            Metric(_("College graduating most in related majors"), "related_college", explained=False),
            Metric(_("Entry education"), "entry_education", explained=False),
            Metric(_("Experience asked for"), "work_experience", explained=False),
            Metric(_("Training on the job"), "job_training", explained=False),
        ),
    ),
    SectionDefinition(
        "demographics",
        _("Demographics"),
        (
            AGE,
            Metric(_("Gender ratio"), "gender"),
            Metric(_("Race ratio"), "race"),
            Metric(_("LGBT percentage"), "lgbt"),
        ),
    ),
)

# One career in several places: the figures that depend on the place.
OF_PLACES = (
    SectionDefinition(
        "pay",
        _("Pay"),
        (
            Metric(_("Yearly salary"), "annual_mean", HIGHER, formatting.money),
            ADJUSTED,
            Metric(_("Price level"), "price_parity", difference=formatting.trim),
            HOURLY,
            MEDIAN,
            RANGE,
        ),
    ),
    SectionDefinition("jobs", _("Jobs"), (EMPLOYMENT, QUOTIENT)),
)
