"""Pay and employment of occupations in an asked place, each figure falling back to a wider area by itself."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Q
from django.utils.translation import gettext as _

from careers import formatting
from careers.models import Area, Industry, PriceParity, WageEstimate

from .cells import Cell, unrecorded
from .pay import PayRange, pay_cell, pay_range, range_cell
from .prices import NATION, PriceLevel, adjusted, choose, parities
from .work import employment_cell, quotient_cell

Wages = dict[str, WageEstimate]  # of one occupation, by code of the area


@dataclass(frozen=True, slots=True)
class Place:
    """An asked place with the price levels in force around it; without them no pay is adjusted."""

    area: Area
    prices: dict[int, PriceParity]
    adjusts: bool = False

    @property
    def is_nation(self) -> bool:
        return self.area.kind == Area.Kind.NATION

    @property
    def name(self) -> str:
        """'' for the nation, which needs no mention."""
        return "" if self.is_nation else self.area.name


@dataclass(frozen=True, slots=True)
class Placed:
    """The figures of one occupation in one place. The range drawn is the one that the cell tells."""

    cells: dict[str, Cell]
    pay_range: PayRange | None


def places(areas: Sequence[Area], *, adjusts: bool = False) -> list[Place]:
    """The places with their price levels and those of their states; one query."""
    known = parities([pk for area in areas for pk in (area.pk, area.state_id)])
    return [Place(area, known, adjusts) for area in areas]


def wages(occupation_ids: Sequence[int], areas: Sequence[Area] = ()) -> dict[int, Wages]:
    """What is in force in the areas, their states and the nation, by occupation; one query."""
    wanted = Q(area__code=Area.NATION_CODE)
    if local := {pk for area in areas for pk in (area.pk, area.state_id) if pk}:
        wanted |= Q(area__in=local)
    found: dict[int, Wages] = defaultdict(dict)
    for wage in (
        WageEstimate.objects.current()
        .filter(wanted, occupation_id__in=occupation_ids, industry__code=Industry.ALL_CODE)
        .select_related("area", "release__source")
    ):
        found[wage.occupation_id][wage.area.code] = wage
    return found


def nationwide(known: Wages) -> Placed:
    return _placed([known[code] for code in (Area.NATION_CODE,) if code in known], None)


def in_place(known: Wages, place: Place) -> Placed:
    """The figures of the place, else of its (first-named) state, else of the nation."""
    if place.is_nation:
        placed = nationwide(known)
    else:
        area = place.area
        placed = _placed(_nearest(known, area), area)
        if place.area.code in known:
            placed.cells["location_quotient"] = quotient_cell(known[area.code])
    level = choose(place.area, place.prices)
    placed.cells["price_parity"] = level.cell
    if place.adjusts and "annual_mean" in placed.cells:
        placed.cells["adjusted_pay"] = _at_national_prices(placed.cells, place, level)
    return placed


def median_pay(known: Wages, area: Area) -> Cell | None:
    """Yearly median pay in an area, else in its (first-named) state, else in the nation, which it says."""
    if not (candidates := _nearest(known, area)):
        return None
    return _choose(candidates, lambda wage: pay_cell(wage, "annual_median"), area)[0]


def _nearest(known: Wages, area: Area) -> list[WageEstimate]:
    """The estimates of an area, its state and the nation, as far as there are any."""
    codes = dict.fromkeys((area.code, area.state.code if area.state else area.code, Area.NATION_CODE))
    return [known[code] for code in codes if code in known]


def _placed(candidates: list[WageEstimate], asked: Area | None) -> Placed:
    """From the estimates of the place, its state and the nation, as far as there are any."""
    if not candidates:
        return Placed({}, None)
    chosen = {
        name: _choose(candidates, lambda wage, name=name: pay_cell(wage, name), asked)
        for name in ("annual_mean", "hourly_mean", "annual_median")
    }
    chosen["pay_range"] = _choose(candidates, range_cell, asked)
    chosen["employment"] = _choose(candidates, employment_cell, asked)
    spread_of = chosen["pay_range"][1]
    return Placed({key: cell for key, (cell, __) in chosen.items()}, pay_range(spread_of))


def _choose(
    candidates: list[WageEstimate], make: Callable[[WageEstimate], Cell], asked: Area | None
) -> tuple[Cell, WageEstimate]:
    """The first figure that is there, marked where it is not of the asked place; else why that has none."""
    cells = [make(wage) for wage in candidates]
    first = next((number for number, cell in enumerate(cells) if not cell.missing), 0)
    wage, cell = candidates[first], cells[first]
    if asked is None or wage.area_id == asked.pk:
        return cell, wage
    why = _("no source loaded here gives one")
    if candidates[0].area_id == asked.pk and cells[0].reason:
        why = formatting.lower_first(cells[0].reason).rstrip(".")
    of = cell.area or _("an area that its source does not state")
    said = _("No figure for {name} ({why}); this is of {of}.").format(name=asked.name, why=why, of=of)
    return replace(cell, stands_in_for=asked.name, note=f"{cell.note} {said}".strip()), wage


def _at_national_prices(cells: dict[str, Cell], place: Place, level: PriceLevel) -> Cell:
    """Mean pay, divided by the price level of where it is paid: never by that of another place."""
    pay = cells["annual_mean"]
    if pay.missing and not cells["hourly_mean"].missing:
        pay = cells["hourly_mean"]
    state = place.area.state
    if pay.missing or pay.area == place.area.name:
        return adjusted(pay, _measure(level) if place.is_nation else level)
    if state and pay.area == state.name:
        return adjusted(pay, choose(state, place.prices))
    if pay.area:
        return adjusted(pay, _measure(level))
    reason = _("Its source does not say where this is paid.")
    return replace(unrecorded("adjusted_pay"), reason=reason, reason_code="not_applicable")


def _measure(level: PriceLevel) -> PriceLevel:
    """The nation's price level, 100 by definition."""
    return replace(level, index=Decimal(NATION))
