"""The list of careers: one row an occupation with its figures in the asked place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.urls import reverse

from careers.filters.facts import CareerFacts
from careers.models import Area, Projection, WageEstimate
from careers.models.industries import Industry

from .cells import Cell, unrecorded
from .pay import is_paid_by_the_hour, pay_cell
from .prices import PriceLevel, adjusted
from .work import employment_cell, outlook_cells

PAY, ADJUSTED_PAY = "annual_mean", "adjusted_pay"
THERE = (PAY, "employment")  # what is published by place


@dataclass(frozen=True, slots=True)
class CareerRow:
    title: str
    slug: str
    url: str
    soc_code: str
    cells: tuple[Cell, ...]


def rows(
    careers: Sequence[CareerFacts], keys: Sequence[str], area: Area | None, level: PriceLevel | None
) -> list[CareerRow]:
    """The rows with their cells by key: pay, employment, or what the projections give; two queries.

    Pay is that of the area, else nationwide, at the nation's prices with a `level`.
    """
    ids = [career.pk for career in careers]
    wages = _wages(ids, area)
    outlook = {
        projection.occupation_id: outlook_cells(projection)
        for projection in Projection.objects.current()
        .filter(occupation_id__in=ids)
        .select_related("release__source")
    }

    def cell(pk: int, key: str) -> Cell:
        if key in THERE:
            return _there(wages.get(pk), key, area, level)
        return outlook.get(pk, {}).get(key) or unrecorded(key)

    return [
        CareerRow(
            title=career.title,
            slug=career.slug,
            url=reverse("careers:occupation", args=[career.slug]),
            soc_code=career.soc_code,
            cells=tuple(cell(career.pk, key) for key in keys),
        )
        for career in careers
    ]


def _wages(ids: Sequence[int], area: Area | None) -> dict[int, WageEstimate]:
    where = {"area": area} if area else {"area__code": Area.NATION_CODE}
    estimates = WageEstimate.objects.current().filter(
        **where, industry__code=Industry.ALL_CODE, occupation_id__in=ids
    )
    return {wage.occupation_id: wage for wage in estimates.select_related("area", "release__source")}


def _there(wage: WageEstimate | None, key: str, area: Area | None, level: PriceLevel | None) -> Cell:
    if wage is None:
        cell = unrecorded(ADJUSTED_PAY if key == PAY and level else key)
        return replace(cell, reason=f"No figure is published for {area.name}.") if area else cell
    if key != PAY:
        return employment_cell(wage)
    pay = pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean")
    return adjusted(pay, level) if level else pay
