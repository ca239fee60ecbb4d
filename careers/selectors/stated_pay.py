"""Pay that an employer states in a posting, set against what people in the occupation earn there."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting, percentiles
from careers.catalogue import FIGURES
from careers.corrected import computed
from careers.models import Area, Posting, WageEstimate
from careers.models.postings import PER_YEAR
from careers.models.wages import PERCENTILES

from .addresses import place_url
from .cells import Cell, build
from .pay import NAMES, PayRange, pay_cell, pay_range, range_cell
from .placed import Wages, wages
from .prices import NATION, PriceLevel, choose, parities

DOLLARS = "USD"
HOUR, YEAR = "hour", "year"
PERCENTS = dict(zip(PERCENTILES, percentiles.PERCENTS, strict=True))
UNITS = {unit.value: unit.label for unit in Posting.Unit}
COUNTED = {
    "hour": "hours",
    "day": "days",
    "week": "weeks",
    "biweek": gettext_lazy("pay periods"),
    "month": "months",
}
CENTS = ("hour", "day")  # pay by these is told with cents


@dataclass(frozen=True, slots=True)
class StatedPay:
    """As the posting has it; one end may be open."""

    low: Decimal | None
    high: Decimal | None
    unit: str  # of `Posting.Unit`
    currency: str  # ISO 4217

    @property
    def ends(self) -> list[Decimal]:
        """The ends that are stated, each once."""
        return list(dict.fromkeys(end for end in (self.low, self.high) if end is not None))

    def per(self, unit: str) -> tuple[float | None, float | None]:
        """Both ends by another unit, at the hours, days and weeks of `PER_YEAR`."""
        times = Decimal(PER_YEAR[self.unit]) / PER_YEAR[unit]
        low, high = (None if end is None else float(end * times) for end in (self.low, self.high))
        return low, high


@dataclass(frozen=True, slots=True)
class LocalPay:
    """What people in the occupation earn in a place of the posting, and where its stated pay lies."""

    place: str
    place_kind: str
    url: str
    spread: PayRange
    range: Cell
    median: Cell
    standing: Cell | None  # None without stated pay in US dollars
    at_national_prices: Cell | None  # None also where prices are the nation's, or not known
    stated: tuple[float | None, float | None]  # by the unit of the spread

    @property
    def cells(self) -> tuple[Cell, ...]:
        found = (self.standing, self.at_national_prices, self.median, self.range)
        return tuple(cell for cell in found if cell)


def stated_pay(posting: Posting) -> StatedPay | None:
    if not posting.pay_unit:
        return None
    return StatedPay(posting.pay_min, posting.pay_max, posting.pay_unit, posting.currency)


def local_pay(occupation_id: int, areas: Sequence[Area], stated: StatedPay | None) -> tuple[LocalPay, ...]:
    """For each area, in the order given, what is published there or in a wider one; two queries.

    Nothing for an area for which no wider one has figures either.
    """
    known = wages([occupation_id], areas).get(occupation_id, {})
    prices = parities([pk for area in areas for pk in (area.pk, area.state_id)]) if known else {}
    comparable = stated if stated and stated.currency == DOLLARS else None
    found = (_in_area(area, known, choose(area, prices), comparable) for area in areas)
    return tuple(local for local in found if local)


def _in_area(area: Area, known: Wages, level: PriceLevel, stated: StatedPay | None) -> LocalPay | None:
    codes = dict.fromkeys((area.code, area.state.code if area.state else area.code, Area.NATION_CODE))
    for wage in (known[code] for code in codes if code in known):
        per = _published_by(wage, stated.unit if stated else YEAR)
        spread = pay_range(wage, per)
        if not spread.is_known:
            continue
        asked = "" if wage.area_id == area.pk else area.name
        median = pay_cell(wage, "annual_median" if per == YEAR else "hourly_median")
        return LocalPay(
            place=area.name,
            place_kind=area.kind,
            url=place_url(area),
            spread=spread,
            range=replace(range_cell(wage, per), stands_in_for=asked),
            median=replace(median, stands_in_for=asked),
            standing=_standing(stated, spread, wage, asked) if stated else None,
            at_national_prices=_at_national_prices(stated, area, level) if stated else None,
            stated=stated.per(per) if stated else (None, None),
        )
    return None


def _published_by(wage: WageEstimate, unit: str) -> str:
    """By the hour for pay by the hour, else by the year; the other one where only that is published."""
    wanted, other = (HOUR, YEAR) if unit == HOUR else (YEAR, HOUR)
    return wanted if pay_range(wage, wanted).is_known else other


def _standing(stated: StatedPay, spread: PayRange, wage: WageEstimate, asked: str) -> Cell:
    points = {percent: getattr(spread, name) for name, percent in PERCENTS.items()}
    lower, upper = (
        None if end is None else percentiles.standing(end, points, spread.top_code)
        for end in stated.per(spread.per)
    )
    lies = [end for end in (lower, upper) if end]
    marks = {name: one for name, one in spread.corrected.items() if name in PERCENTILES}
    return build(
        "stated_pay_percentile",
        (round(lies[0].low, 1), round(lies[-1].high, 1)),
        percentiles.range_in_words(lies[0], lies[-1]),
        wage.release,
        area=wage.area.name,
        stands_in_for=asked,
        note=_compared_as(stated, spread.per),
        corrected=computed((formatting.lower_first(NAMES[name]), one) for name, one in marks.items()),
    )


def _compared_as(stated: StatedPay, per: str) -> str:
    """How pay by another unit was made comparable, '' where it is stated by the same."""
    if stated.unit == per:
        return ""
    show = formatting.money if per == YEAR else formatting.money_cents
    amounts = _(" to ").join(show(end) for end in dict.fromkeys(stated.per(per)) if end is not None)
    counted = [unit for unit in (stated.unit, per) if unit != YEAR]
    at = _(" and ").join(f"{formatting.count(PER_YEAR[unit])} {COUNTED[unit]}" for unit in counted)
    return _("Compared as {amounts} {units}, at {at}{value}.").format(
        amounts=amounts, units=UNITS[per], at=at, value="" if per == YEAR else " a year"
    )


def _at_national_prices(stated: StatedPay, area: Area, level: PriceLevel) -> Cell | None:
    """Each end ÷ index × 100, by the unit in which it is stated."""
    if not level.can_adjust:
        return None
    cents = stated.unit in CENTS
    step, show = (Decimal("0.01"), formatting.money_cents) if cents else (Decimal(1), formatting.money)
    worth = [(end / level.index * NATION).quantize(step, ROUND_HALF_UP) for end in stated.ends]
    text = _(" to ").join(map(show, worth))
    if len(worth) == 1 and stated.low is None:
        text = _("up to {text}").format(text=text)
    elif len(worth) == 1 and stated.high is None:
        text = _("from {text}").format(text=text)
    how = _(
        "Computed: stated pay ÷ {index} × 100, the price level of {area} ({source_name}, {release})."
    ).format(
        index=formatting.trim(level.index),
        area=level.area,
        source_name=level.cell.source_name,
        release=level.cell.release,
    )
    return replace(
        level.cell,
        key="stated_pay_adjusted",
        label=FIGURES["stated_pay_adjusted"].label,
        value=tuple(worth),
        text=text,
        unit=_("US dollars {per}, in national prices").format(per=UNITS[stated.unit]),
        kind="range" if len(worth) == 2 else "stated",
        stands_in_for=area.name if level.is_fallback else "",
        note=f"{level.cell.note} {how}".strip(),
        corrected=computed([(_("the price level"), level.cell.corrected)]),
    )
