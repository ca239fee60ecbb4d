"""The list of careers: one row an occupation with its figures in the asked place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db.models import FilteredRelation, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from careers.filters.facts import CareerFacts
from careers.models import Area, Industry, Occupation, WageEstimate

from .cells import Cell, unrecorded
from .pay import is_paid_by_the_hour, pay_cell
from .prices import PriceLevel, adjusted
from .work import NATION, employment_cell, outlook_cells

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
    """The rows with their cells by key: pay, employment, or what the projections give; one query.

    Pay is that of the area, else nationwide, at the nation's prices with a `level`.
    """
    known = _figures([career.pk for career in careers], area)
    made = []
    for career in careers:
        figures = known[career.pk]
        wage, projection = getattr(figures, "wage", None), getattr(figures, "outlook", None)
        outlook = outlook_cells(projection) if projection else {}
        cells = (
            _there(wage, key, area, level) if key in THERE else outlook.get(key) or unrecorded(key)
            for key in keys
        )
        made.append(
            CareerRow(
                title=career.title,
                slug=career.slug,
                url=reverse("careers:occupation", args=[career.slug]),
                soc_code=career.soc_code,
                cells=tuple(cells),
            )
        )
    return made


def _figures(ids: Sequence[int], area: Area | None) -> dict[int, Occupation]:
    """The occupations with the `wage` and the `outlook` of each; without a row there is no attribute."""
    occupations = Occupation.objects.filter(pk__in=ids).annotate(
        outlook=FilteredRelation("projections", condition=Q(projections__is_current=True)),
        wage=_wage_in(area),
    )
    found = {}
    for occupation in occupations.select_related("outlook__release__source", "wage__release__source"):
        found[occupation.pk] = occupation
        if hasattr(occupation, "wage"):
            # Known already; a join with the areas would stand before that with the estimates.
            occupation.wage.area = area or Area(code=Area.NATION_CODE, kind=Area.Kind.NATION, name=NATION)
    return found


def _wage_in(area: Area | None) -> FilteredRelation:
    """The one estimate of an occupation in all industries of the area, else of the nation."""
    nation = Area.objects.filter(code=Area.NATION_CODE).values("pk")
    every_industry = Industry.objects.filter(code=Industry.ALL_CODE).values("pk")
    return FilteredRelation(
        "wage_estimates",
        condition=Q(
            wage_estimates__is_current=True,
            wage_estimates__area=area.pk if area else Subquery(nation),
            wage_estimates__industry=Subquery(every_industry),
        ),
    )


def _there(wage: WageEstimate | None, key: str, area: Area | None, level: PriceLevel | None) -> Cell:
    if wage is None:
        cell = unrecorded(ADJUSTED_PAY if key == PAY and level else key)
        return (
            replace(cell, reason=_("No figure is published for {area}.").format(area=area.name))
            if area
            else cell
        )
    if key != PAY:
        return employment_cell(wage)
    pay = pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean")
    return adjusted(pay, level) if level else pay
