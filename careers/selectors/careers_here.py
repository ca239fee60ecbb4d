"""The occupations of one place or one industry: what pays best there, and what is unusually common."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from django.db.models import Count, DecimalField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.compiled import compiled_once
from careers.models import Area, Industry, Missing, Occupation, WageEstimate
from careers.models.wages import (
    BEST_PAYING_MAX_RSE,
    BEST_PAYING_MIN_EMPLOYMENT,
    RANKABLE,
    UNUSUAL,
    UNUSUAL_MAX_RSE,
    UNUSUAL_MIN_EMPLOYMENT,
    yearly,
)

from .best_paying import CORRECTED, corrections_ranked
from .cells import Cell, unrecorded
from .pay import is_paid_by_the_hour, pay_cell
from .prices import PriceLevel, adjusted
from .work import employment_cell

LISTED = 15
TOP_CODED = Q(missing__annual_mean=Missing.TOP_CODED.value)
COUNTED = {"published": Q(), "ranked": RANKABLE, "common": UNUSUAL, "corrected": CORRECTED}
PAY_FLOOR = format_lazy(
    gettext_lazy(
        "Ranked are occupations with at least {people} people employed here and a relative "
        "standard error of pay of at most {error}%."
    ),
    people=BEST_PAYING_MIN_EMPLOYMENT,
    error=BEST_PAYING_MAX_RSE,
)
UNUSUAL_FLOOR = format_lazy(
    gettext_lazy(
        "Ranked are occupations with at least {people} people employed here and a relative "
        "standard error of their number of at most {error}%."
    ),
    people=UNUSUAL_MIN_EMPLOYMENT,
    error=UNUSUAL_MAX_RSE,
)


@dataclass(frozen=True, slots=True)
class Career:
    title: str
    slug: str
    soc_code: str
    url: str


@dataclass(frozen=True, slots=True)
class PaidCareer:
    """What an occupation pays here and in the nation. `yearly` is for drawing: US dollars a year."""

    career: Career
    pay: Cell
    adjusted: Cell | None
    nation: Cell | None
    employment: Cell
    yearly: float

    @property
    def per(self) -> str:
        return _("an hour") if self.pay.key.startswith("hourly") else _("a year")

    def shown(self, *, in_national_prices: bool) -> Cell:
        """The pay as paid, or as it is worth at the nation's prices where these are known."""
        return self.adjusted if in_national_prices and self.adjusted else self.pay

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Those of here; `nation` is not among them."""
        return tuple(cell for cell in (self.pay, self.adjusted, self.employment) if cell)


@dataclass(frozen=True, slots=True)
class BestPaid:
    """The best paid occupations; those whose pay is above what is printed stand apart, by title."""

    careers: tuple[PaidCareer, ...]
    above: tuple[PaidCareer, ...]
    floor: str


@dataclass(frozen=True, slots=True)
class CommonCareer:
    career: Career
    quotient: Cell
    employment: Cell
    per_1000: Cell | None = None
    nation: None = None  # a quotient has the nation in it

    @property
    def error(self) -> str:
        """The relative standard error of the number of people, as it stands beside it."""
        rse = self.employment.rse
        return formatting.NOTHING if rse is None else formatting.percent(rse)

    @property
    def cells(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in (self.quotient, self.employment, self.per_1000) if cell)


@dataclass(frozen=True, slots=True)
class Unusual:
    """What is more common here than in the nation, most unusual first; `reason` where that says nothing."""

    careers: tuple[CommonCareer, ...]
    floor: str
    reason: str = ""


def detailed() -> QuerySet[WageEstimate]:
    """The detailed occupations in every place and industry."""
    # By the keys of the few that are not, which are read by an index of their own: each of thousands of rows
    # would else be looked up among the occupations.
    others = Occupation.objects.exclude(level=Occupation.Level.DETAILED).order_by().values("pk")
    return (
        WageEstimate.objects.current()
        .exclude(occupation__in=others)
        .select_related("occupation", "area", "release__source")
    )


def everything() -> Subquery:
    """The key of all industries together. Where this is compared, and no code of a joined row, an index that
    begins with area and industry gives its rows in order.
    """
    return Subquery(Industry.objects.filter(code=Industry.ALL_CODE).values("pk"))


def highest(estimates: QuerySet[WageEstimate], measure: str) -> QuerySet[WageEstimate]:
    """The first of them by a measure that all of them have, which an index has in order; ties by title."""
    # The last of these is found first, without other tables: the planner, who takes a place to have a few
    # estimates, would join all of its thousands to their occupations, and sort them.
    alone = estimates.select_related(None).order_by(f"-{measure}").values(measure)
    last = Coalesce(Subquery(alone[LISTED - 1 : LISTED]), Value(0), output_field=DecimalField())
    return estimates.filter(**{f"{measure}__gte": last}).order_by(f"-{measure}", "occupation__title")[:LISTED]


def nation() -> Subquery:
    """The key of the nation, to be compared as that of `everything`."""
    return Subquery(Area.objects.filter(code=Area.NATION_CODE).values("pk"))


def counts(rows: Iterable[tuple[str, int]]) -> dict[str, int]:
    """How many occupations there are, and how many are above the floor of each ranking."""
    found = dict.fromkeys(COUNTED, 0)
    for name, number in rows:
        found[name] += number
    return found


@partial(compiled_once, around="{sql}")
def counted_in_area(area_id: int) -> QuerySet:
    """What `counts` adds up, in all industries together."""
    return _counted(area=area_id, industry=everything())


@partial(compiled_once, around="{sql}")
def counted_in_industry(industry_id: int) -> QuerySet:
    """The same of an industry in the nation."""
    return _counted(area=nation(), industry=industry_id)


def _counted(**here) -> QuerySet:
    """By name, numbers to be added up: those of all rows, from indexes that have what is counted alone, less
    those of what is no detailed occupation, each looked up for itself.
    """
    rows = WageEstimate.objects.current().filter(**here).order_by()
    by_the_year, by_the_hour = (Q(annual_mean__isnull=is_null) for is_null in (False, True))
    of_all = [
        rows.filter(which & of).annotate(of=Value(name))
        for name, which in COUNTED.items()
        for of in ((by_the_year, by_the_hour) if name == "ranked" else (Q(),))
    ]
    of_one = rows.filter(occupation=OuterRef("pk"))
    others = [
        _not_detailed()
        .alias(here=Subquery(of_one.filter(which).values("pk")[:1]))
        .filter(here__isnull=False)
        .annotate(of=Value(name))
        for name, which in COUNTED.items()
    ]
    numbers = [
        each.values("of").annotate(number=number).values_list("of", "number")
        for some, number in ((of_all, Count("*")), (others, -Count("*")))
        for each in some
    ]
    return numbers[0].union(*numbers[1:], all=True)


def best_paid(
    estimates: QuerySet[WageEstimate], counted: dict[str, int], level: PriceLevel | None, is_nation: bool
) -> BestPaid:
    """Ranked by mean pay a year, ties by title; three queries, two for the nation."""
    # Those with pay a year in the order of an index, as far as the list goes; all the few without, who are
    # paid by the hour or above what is printed.
    by_the_year = highest(estimates.filter(RANKABLE, annual_mean__isnull=False), "annual_mean")
    others = list(
        estimates.filter(RANKABLE | TOP_CODED, annual_mean__isnull=True)
        .annotate(yearly=yearly("mean"))
        .order_by("occupation__title")
    )
    above = [wage for wage in others if wage.reason_for("annual_mean") == Missing.TOP_CODED]
    ranked = sorted(
        [
            *by_the_year.annotate(yearly=yearly("mean")),
            *(wage for wage in others if wage.is_rankable),
        ],
        key=lambda wage: (-wage.yearly, wage.occupation.title),
    )[:LISTED]
    national = {} if is_nation else _nation([wage.occupation_id for wage in (*ranked, *above)])

    def row(wage: WageEstimate) -> PaidCareer:
        pay = mean_pay(wage)
        return PaidCareer(
            career=career(wage.occupation),
            pay=pay,
            adjusted=adjusted(pay, level) if level and level.can_adjust else None,
            nation=None if is_nation else national.get(wage.occupation_id) or unrecorded("annual_mean"),
            employment=employment_cell(wage),
            yearly=float(wage.yearly),
        )

    floor = f"{PAY_FLOOR} {_of(counted, 'ranked')}"
    return BestPaid(tuple(map(row, ranked)), tuple(map(row, above)), floor)


def unusual(careers: Iterable[CommonCareer], counted: dict[str, int]) -> Unusual:
    found = tuple(careers)
    reason = "" if found else _("Nothing above the floor is more common here than in the nation.")
    return Unusual(found, f"{UNUSUAL_FLOOR} {_of(counted, 'common')}", reason)


def career(occupation: Occupation) -> Career:
    return Career(
        title=occupation.title,
        slug=occupation.slug,
        soc_code=occupation.soc_code or "",
        url=occupation.get_absolute_url(),
    )


def mean_pay(wage: WageEstimate) -> Cell:
    return pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean")


def totals() -> QuerySet[WageEstimate]:
    """All occupations together, in every place and industry."""
    # As a subquery, for else SQLite reads all of the wage estimates; as that of the one there is, for else
    # PostgreSQL reads those of every occupation in a place or an industry and drops all but one.
    total = Occupation.objects.filter(level=Occupation.Level.TOTAL).order_by("pk").values("pk")[:1]
    return (
        WageEstimate.objects.current()
        .filter(occupation=Subquery(total))
        .select_related("area", "industry", "release__source")
    )


def _not_detailed() -> QuerySet[Occupation]:
    return Occupation.objects.exclude(level=Occupation.Level.DETAILED).order_by()


def _of(counted: dict[str, int], which: str) -> str:
    said = _("{counted} of {published} occupations with figures are.").format(
        counted=counted[which], published=counted["published"]
    )
    return f"{said}{corrections_ranked(counted['corrected'])}"


def _nation(occupation_ids: list[int]) -> dict[int, Cell]:
    wages = WageEstimate.objects.current().filter(
        occupation_id__in=occupation_ids, area=nation(), industry=everything()
    )
    return {wage.occupation_id: mean_pay(wage) for wage in wages.select_related("area", "release__source")}
