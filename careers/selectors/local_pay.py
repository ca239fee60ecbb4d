"""Pay of one occupation in every state and metropolitan area."""

from dataclasses import dataclass

from django.db.models import F, QuerySet

from careers.models import Area, Industry, Occupation, WageEstimate
from careers.models.wages import yearly

from .addresses import place_url
from .cells import Cell
from .labels import label_of
from .pay import is_paid_by_the_hour, pay_cell
from .work import employment_cell, quotient_cell

SORTS = {"place": "area__name", "pay": "mean", "median": "middle", "employment": "employment"}
DEFAULT_SORT = "-pay"
KINDS = {
    "states": (Area.Kind.STATE,),
    "metros": (Area.Kind.METRO, Area.Kind.NONMETRO),
}


@dataclass(frozen=True, slots=True)
class LocalPay:
    """One place: its name and its cells for mean, median and employment."""

    name: str
    kind: str
    mean: Cell
    median: Cell
    employment: Cell
    quotient: Cell
    is_rankable: bool  # above the floor for being called best paying
    url: str = ""
    slug: str = ""

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.mean, self.median, self.employment, self.quotient


def local_pay(occupation: Occupation, kinds: tuple[str, ...], sort: str = DEFAULT_SORT) -> list[LocalPay]:
    """The places of the given kinds, in one query; unknown pay last, ties by name."""
    return [_place(wage) for wage in _sorted(_estimates(occupation, kinds), sort)]


def _estimates(occupation: Occupation, kinds: tuple[str, ...]) -> QuerySet[WageEstimate]:
    return (
        WageEstimate.objects.current()
        .filter(occupation=occupation, area__kind__in=kinds, industry__code=Industry.ALL_CODE)
        .select_related("area", "release__source")
        .annotate(mean=yearly("mean"), middle=yearly("median"))
    )


def _sorted(estimates: QuerySet[WageEstimate], sort: str) -> QuerySet[WageEstimate]:
    column = F(SORTS.get(sort.removeprefix("-"), SORTS["pay"]))
    direction = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return estimates.order_by(direction, "area__name")


def _place(wage: WageEstimate) -> LocalPay:
    unit = "hourly" if is_paid_by_the_hour(wage) else "annual"
    return LocalPay(
        name=wage.area.name,
        kind=label_of(wage.area, "kind"),
        mean=pay_cell(wage, f"{unit}_mean"),
        median=pay_cell(wage, f"{unit}_median"),
        employment=employment_cell(wage),
        quotient=quotient_cell(wage),
        is_rankable=wage.is_rankable,
        url=place_url(wage.area),
        slug=wage.area.slug,
    )
