"""A place: how many work there, what they earn, what pays best and what is unusually common there."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from careers.addresses import address_of
from careers.corrected import mark
from careers.kept import kept
from careers.models import Area, WageEstimate

from . import careers_here
from .addresses import place_url
from .answers import first_with_answers
from .careers_here import BestPaid, CommonCareer, Unusual
from .cells import Cell, absent, build, unrecorded
from .labels import label_of
from .ordering import ordered
from .pay import pay_cell, range_cell
from .prices import PriceLevel, adjusted, choose, parities, price_level
from .work import employment_cell

# What the list of states can be sorted by: its name in the URL, and the cell it reads.
SORTS = {"place": "", "pay": "mean", "employment": "employment", "prices": "price"}
DEFAULT_SORT = "place"


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its figures; `nation` is the mean pay of the nation, None for the nation itself."""

    name: str
    slug: str
    kind: str
    kind_name: str
    cells: dict[str, Cell]
    nation: Cell | None
    price: PriceLevel
    best_paid: BestPaid
    unusual: Unusual
    state: tuple[str, str] | None  # name and address
    areas: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # heading with names and addresses

    @property
    def is_nation(self) -> bool:
        return self.kind == Area.Kind.NATION


@dataclass(frozen=True, slots=True)
class PlaceRow:
    name: str
    slug: str
    url: str
    kind_name: str
    state: str
    mean: Cell
    employment: Cell
    price: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.mean, self.employment, self.price


@dataclass(frozen=True, slots=True)
class Places:
    """Every place: the nation, the states, and by state what lies in it."""

    nation: tuple[PlaceRow, ...]
    states: tuple[PlaceRow, ...]
    local: tuple[tuple[str, tuple[PlaceRow, ...]], ...]

    @property
    def all(self) -> tuple[PlaceRow, ...]:
        return (*self.nation, *self.states, *(row for __, rows in self.local for row in rows))


def find(slug: str) -> Area | None:
    areas = Area.objects.select_related("state").filter(slug=slug)
    return first_with_answers(areas, address_of("careers:places"))


def place(area: Area) -> Place:
    """Nine queries at most."""
    is_nation = area.kind == Area.Kind.NATION
    level = price_level(area)
    whole = {
        wage.area.code: wage
        for wage in careers_here.totals()
        .cross_industry()
        .filter(area__code__in=[area.code, Area.NATION_CODE])
    }
    estimates = careers_here.detailed().filter(area=area, industry=careers_here.everything())
    counted = careers_here.counts(careers_here.counted_in_area(area.pk))
    nation = whole.get(Area.NATION_CODE)
    return Place(
        name=area.name,
        slug=area.slug,
        kind=area.kind,
        kind_name=label_of(area, "kind"),
        cells=_cells(whole.get(area.code), level),
        nation=None if is_nation else _mean(nation),
        price=level,
        best_paid=careers_here.best_paid(estimates, counted, level, is_nation),
        unusual=_unusual(estimates, counted, is_nation),
        state=(area.state.name, place_url(area.state)) if area.state else None,
        areas=_areas(area),
    )


def places(found: QuerySet[Area], sort: str = DEFAULT_SORT) -> Places:
    """Of the found areas; three queries. States as sorted, what lies in them by name."""
    areas = list(found.select_related("state").order_by("name"))
    make = _rows()
    rows = {area: make(area) for area in areas}
    local: dict[str, list[PlaceRow]] = {}
    for area in sorted(areas, key=lambda area: (area.state.name if area.state else "", area.kind, area.name)):
        if area.kind in {Area.Kind.METRO, Area.Kind.NONMETRO}:
            local.setdefault(rows[area].state, []).append(rows[area])
    states = [rows[area] for area in areas if area.kind == Area.Kind.STATE]
    return Places(
        nation=tuple(rows[area] for area in areas if area.kind == Area.Kind.NATION),
        states=tuple(ordered(states, SORTS[sort.removeprefix("-")], falling=sort.startswith("-"))),
        local=tuple((state, tuple(found)) for state, found in local.items()),
    )


@kept(1)
def _rows() -> Callable[[Area], PlaceRow]:
    """What makes the row of an area, once of each; two queries."""
    whole = {wage.area_id: wage for wage in careers_here.totals().cross_industry()}
    known = parities()
    return cache(lambda area: _row(area, whole.get(area.pk), choose(area, known)))


def _cells(wage: WageEstimate | None, level: PriceLevel) -> dict[str, Cell]:
    mean = _mean(wage)
    cells = {"employment": _employment(wage), "annual_mean": mean}
    if level.can_adjust:
        cells["adjusted_pay"] = adjusted(mean, level)
    for key, make in (("annual_median", lambda w: pay_cell(w, "annual_median")), ("pay_range", range_cell)):
        cells[key] = make(wage) if wage else _no_total(key)
    return cells | {"price_parity": level.cell}


def _mean(wage: WageEstimate | None) -> Cell:
    return pay_cell(wage, "annual_mean") if wage else _no_total("annual_mean")


def _employment(wage: WageEstimate | None) -> Cell:
    return employment_cell(wage) if wage else _no_total("employment")


def _no_total(key: str) -> Cell:
    return replace(unrecorded(key), reason="No source loaded here gives this figure for this place.")


def _unusual(estimates, counted: dict[str, int], is_nation: bool) -> Unusual:
    if is_nation:
        return Unusual((), "", _("The nation is the measure: every quotient of the nation is 1."))
    common = estimates.filter(careers_here.UNUSUAL, location_quotient__gt=1)
    return careers_here.unusual(
        (
            CommonCareer(
                career=careers_here.career(wage.occupation),
                quotient=_measure(wage, "location_quotient", decimals=2),
                employment=employment_cell(wage),
                per_1000=_measure(wage, "jobs_per_1000", decimals=3),
            )
            for wage in careers_here.highest(common, "location_quotient")
        ),
        counted,
    )


def _measure(wage: WageEstimate, key: str, *, decimals: int) -> Cell:
    value, said = getattr(wage, key), {"area": wage.area.name, "corrected": mark(wage, key)}
    if value is None:
        return absent(key, wage.reason_for(key), wage.release, **said)
    return build(key, value, f"{value:,.{decimals}f}", wage.release, **said)


def _areas(area: Area) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Where to go on from here: the states of the nation, or what else lies in the state."""
    if area.kind == Area.Kind.NATION:
        return _groups(((_("States and territories"), Area.Kind.STATE),), Area.objects.all())
    state = area.state or area
    kinds = ((_("Metropolitan areas"), Area.Kind.METRO), (_("Nonmetropolitan areas"), Area.Kind.NONMETRO))
    headings = tuple(
        (_("{heading} of {state}").format(heading=heading, state=state.name), kind) for heading, kind in kinds
    )
    return _groups(headings, Area.objects.filter(state=state).exclude(pk=area.pk))


def _groups(headings, areas) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    found = list(areas.order_by("name"))
    groups = (
        (heading, tuple((area.name, place_url(area)) for area in found if area.kind == kind))
        for heading, kind in headings
    )
    return tuple((heading, links) for heading, links in groups if links)


def _row(area: Area, wage: WageEstimate | None, level: PriceLevel) -> PlaceRow:
    return PlaceRow(
        name=area.name,
        slug=area.slug,
        url=place_url(area),
        kind_name=label_of(area, "kind"),
        state=area.state.name if area.state else "",
        mean=_mean(wage),
        employment=_employment(wage),
        price=level.cell,
    )
