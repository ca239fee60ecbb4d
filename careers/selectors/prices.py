"""The price level of a place, and what pay there is worth at the nation's prices."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from careers import formatting
from careers.catalogue import FIGURES
from careers.corrected import computed, mark
from careers.kept import kept
from careers.models import Area, PriceParity

from .cells import Cell, absent, build, unrecorded

NATION = 100  # the index of the nation, by definition


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """The index in force for a place; `index` is None where there is none, and its cell says why."""

    cell: Cell
    index: Decimal | None = None
    area: str = ""
    is_fallback: bool = False  # that of the state, for want of one of the place itself

    @property
    def can_adjust(self) -> bool:
        return self.index is not None and self.index != NATION


def price_level(area: Area) -> PriceLevel:
    """That of the place, or of its (first-named) state; one query."""
    return choose(area, parities([area.pk, area.state_id]))


def parities(area_ids: list[int | None] | None = None) -> dict[int, PriceParity]:
    """The price levels in force by area, of some areas or of all; one query."""
    return _parities(None if area_ids is None else tuple(pk for pk in area_ids if pk))


@kept(200)
def _parities(area_ids: tuple[int, ...] | None) -> dict[int, PriceParity]:
    found = PriceParity.objects.current().select_related("area", "release__source")
    if area_ids is not None:
        found = found.filter(area_id__in=area_ids)
    return {parity.area_id: parity for parity in found}


def choose(area: Area, known: dict[int, PriceParity]) -> PriceLevel:
    own, of_state = known.get(area.pk), known.get(area.state_id)
    if own and own.index is not None:
        return PriceLevel(_cell(own), own.index, area.name)
    if of_state and of_state.index is not None:
        note = _("That of {area}: {why}.").format(area=of_state.area.name, why=_why(own))
        return PriceLevel(_cell(of_state, note), of_state.index, of_state.area.name, is_fallback=True)
    if own:
        return PriceLevel(_absent(own, area))
    if area.kind == Area.Kind.NATION:
        reason = _("The nation is the measure: its price level is 100.")
        return PriceLevel(replace(unrecorded("price_parity"), reason=reason, reason_code="not_applicable"))
    return PriceLevel(
        replace(
            unrecorded("price_parity"), reason=_("No source loaded here gives the price level of this place.")
        )
    )


def adjusted(pay: Cell, level: PriceLevel) -> Cell:
    """Pay ÷ index × 100. The relative error stays that of the pay: none is published for the index."""
    label = FIGURES["adjusted_pay"].label
    unit = _("{unit}, in national prices").format(unit=pay.unit)
    if pay.missing:
        return replace(pay, key="adjusted_pay", label=label, unit=unit)
    if level.index is None:
        return replace(
            unrecorded("adjusted_pay"), reason=level.cell.reason, reason_code=level.cell.reason_code
        )
    hourly = pay.key.startswith("hourly")
    value = Decimal(pay.value) / level.index * NATION
    value = value.quantize(Decimal("0.01") if hourly else Decimal(1), ROUND_HALF_UP)
    text = formatting.money_cents(value) if hourly else formatting.money(value)
    return replace(
        pay,
        key="adjusted_pay",
        label=label,
        unit=unit,
        value=value,
        text=f"at least {text}" if pay.at_least else text,
        price_level_of=level.area if level.is_fallback else "",
        note=f"{pay.note} {_how(pay, level)}".strip(),
        corrected=computed(
            [(formatting.lower_first(cell.label), cell.corrected) for cell in (pay, level.cell)]
        ),
    )


def _how(pay: Cell, level: PriceLevel) -> str:
    if level.index == NATION:
        return _("The same as paid: the price level there is that of the nation.")
    return _(
        "Computed: {pay} ÷ {index} × 100, the price level of {area} "
        "({source_name}, {release}). Any error is that of the pay alone."
    ).format(
        pay=pay.text,
        index=formatting.trim(level.index),
        area=level.area,
        source_name=level.cell.source_name,
        release=level.cell.release,
    )


def _cell(parity: PriceParity, note: str = "") -> Cell:
    return build(
        "price_parity",
        parity.index,
        formatting.trim(parity.index),
        parity.release,
        area=parity.area.name,
        note=note,
        corrected=mark(parity, "index"),
    )


def _absent(own: PriceParity, area: Area) -> Cell:
    reason, corrected = own.reason_for("index"), mark(own, "index")
    return absent("price_parity", reason, own.release, area=area.name, corrected=corrected)


def _why(own: PriceParity | None) -> str:
    if own is None:
        return _("none is published for this place")
    return _("the publisher gives none for this place")
