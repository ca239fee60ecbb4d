"""Stated pay marked against what people in the occupation earn, a row a place: positions in percent."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers import formatting
from careers.prose.posting import half_there, lies
from careers.selectors.stated_pay import LocalPay

from .ranges import PER, describe
from .scale import axis_end, position

PERCENTILES = ("p10", "p25", "median", "p75", "p90")


@dataclass(frozen=True, slots=True)
class StatedRow:
    """A place: the spread of pay there, and the stated pay from–to; None where there is none."""

    label: str
    text: str
    x_p10: float | None
    x_p25: float | None
    x_median: float | None
    x_p75: float | None
    x_p90: float | None
    x_low: float | None
    x_high: float | None
    open_end: bool

    @property
    def is_span(self) -> bool:
        return None not in (self.x_low, self.x_high) and self.x_low != self.x_high

    @property
    def marks(self) -> tuple[float, ...]:
        """The ends that are stated, each once."""
        return tuple(dict.fromkeys(x for x in (self.x_low, self.x_high) if x is not None))


@dataclass(frozen=True, slots=True)
class StatedChart:
    id: str
    title: str
    desc: str
    source: str
    source_url: str
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[StatedRow, ...]
    has_stated: bool


def stated_chart(chart_id: str, local: Sequence[LocalPay], plural: str) -> StatedChart | None:
    """Of the places whose pay is by the same unit as in the first; None without any."""
    if not local:
        return None
    per = local[0].spread.per
    drawn = [place for place in local if place.spread.per == per]
    end, step = axis_end(max(amount for place in drawn for amount in _amounts(place)))
    show = formatting.money if step >= 1 else formatting.money_cents
    has_stated = any(place.standing for place in drawn)
    first = drawn[0].range
    return StatedChart(
        id=chart_id,
        title=_title(local, plural, per, has_stated=has_stated),
        desc=_("Pay before tax in US dollars {per}, on an axis from {show} to {show_2}.").format(
            per=PER[per], show=show(0), show_2=show(end)
        ),
        source=f"{first.source_name}, {first.release}",
        source_url=first.source_url,
        ticks=tuple(
            (position(step * number, end), show(step * number)) for number in range(round(end / step) + 1)
        ),
        rows=tuple(_row(place, end) for place in drawn),
        has_stated=has_stated,
    )


def _title(local: Sequence[LocalPay], plural: str, per: str, *, has_stated: bool) -> str:
    """What the picture shows of one place; of several the subject."""
    if len(local) == 1 and has_stated:
        return _("The stated pay lies {where}").format(where=lies(local[0], plural))
    if len(local) == 1 and (half := half_there(local[0], plural)):
        return half
    what = _("The stated pay against what") if has_stated else _("What")
    return _("{what} {plural} earn {per}").format(what=what, plural=plural, per=PER[per])


def _amounts(place: LocalPay) -> list[float]:
    named = (getattr(place.spread, name) for name in PERCENTILES)
    return [amount for amount in (*named, place.spread.top_code, *place.stated) if amount is not None]


def _row(place: LocalPay, end: float) -> StatedRow:
    low, high = place.stated
    wider = place.range.area if place.range.stands_in_for else ""
    return StatedRow(
        label=f"{place.place} ({wider})" if wider else place.place,
        text=describe(place.spread),
        **{f"x_{name}": position(getattr(place.spread, name), end) for name in PERCENTILES},
        x_low=position(low, end),
        x_high=position(high, end),
        open_end=place.spread.top_code is not None,
    )
