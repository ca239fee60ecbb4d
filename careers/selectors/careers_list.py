"""The list of careers: one row an occupation with its pay, employment and growth."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, OuterRef, QuerySet, Subquery

from careers.models import Area, Industry, Occupation, Projection, WageEstimate
from careers.models.wages import yearly

from .cells import Cell, unrecorded
from .pay import is_paid_by_the_hour, pay_cell
from .work import employment_cell, outlook_cells

# What the list can be sorted by: its name in the URL, and the annotation it reads.
SORTS = {"title": "title", "pay": "yearly_pay", "employment": "employment", "growth": "growth"}
DEFAULT_SORT = "title"
KEYS = ("annual_mean", "employment", "growth")


@dataclass(frozen=True, slots=True)
class CareerRow:
    title: str
    slug: str
    url: str
    soc_code: str
    cells: tuple[Cell, ...]  # pay, employment, growth


def careers() -> QuerySet[Occupation]:
    """All listed occupations with `yearly_pay`, `employment` and `growth` to filter and sort by.

    `yearly_pay` is mean pay in US dollars a year: the hourly mean times 2,080 where only that is
    published, and the top code where pay lies above it.
    """
    wages = WageEstimate.objects.current().filter(
        occupation=OuterRef("pk"), area__code=Area.NATION_CODE, industry__code=Industry.ALL_CODE
    )
    growth = Projection.objects.current().filter(occupation=OuterRef("pk"))
    return Occupation.objects.listed().annotate(
        yearly_pay=Subquery(wages.annotate(yearly=yearly("mean")).values("yearly")[:1]),
        employment=Subquery(wages.values("employment")[:1]),
        growth=Subquery(growth.values("change_percent")[:1]),
    )


def ordered(occupations: QuerySet[Occupation], sort: str) -> QuerySet[Occupation]:
    """By one of `SORTS`, "-" before it for descending; unknown values last, ties by title."""
    column = F(SORTS.get(sort.removeprefix("-"), SORTS[DEFAULT_SORT]))
    direction = column.desc(nulls_last=True) if sort.startswith("-") else column.asc(nulls_last=True)
    return occupations.order_by(direction, "title", "pk")


def rows(occupations: Sequence[Occupation]) -> list[CareerRow]:
    """The rows of one page, in two queries."""
    ids = [occupation.pk for occupation in occupations]
    wages = {
        wage.occupation_id: wage
        for wage in WageEstimate.objects.current()
        .national()
        .filter(occupation_id__in=ids)
        .select_related("area", "release__source")
    }
    outlook = {
        projection.occupation_id: outlook_cells(projection)
        for projection in Projection.objects.current()
        .filter(occupation_id__in=ids)
        .select_related("release__source")
    }
    return [
        CareerRow(
            title=occupation.title,
            slug=occupation.slug,
            url=occupation.get_absolute_url(),
            soc_code=occupation.soc_code or "",
            cells=(
                _pay(wages.get(occupation.pk)),
                employment_cell(wages[occupation.pk]) if occupation.pk in wages else unrecorded("employment"),
                outlook.get(occupation.pk, {}).get("growth") or unrecorded("growth"),
            ),
        )
        for occupation in occupations
    ]


def _pay(wage: WageEstimate | None) -> Cell:
    if wage is None:
        return unrecorded("annual_mean")
    return pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean")
