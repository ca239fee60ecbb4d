"""Horizontal bars: from plain rows to positions in percent of the plot."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from careers.selectors.best_paying import FLOOR
from careers.selectors.cells import Cell
from careers.selectors.local_pay import LocalPay

from .scale import axis_end, nice_step


@dataclass(frozen=True, slots=True)
class Row:
    """What one bar stands for. Without a value no bar is drawn: `text` says what is missing, `reason` why."""

    label: str
    value: float | None
    text: str
    url: str = ""
    reason: str = ""
    is_quiet: bool = False  # what the others are held against
    remark: str = ""  # stands beside the label for all to read


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    text: str
    x: float
    width: float | None  # percent of the plot; None draws no bar
    class_name: str
    url: str = ""
    reason: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    id: str
    title: str
    desc: str
    source: str
    source_url: str
    zero_x: float | None  # where bars begin, if some of them go to the left
    bars: tuple[Bar, ...]
    note: str = ""  # what the picture leaves out
    scale: str = ""  # what its ends mean, where the scale has ends of its own
    row_name: str = ""  # what heads the labels and the values in the table beside the picture
    value_name: str = ""


def with_the_most(title: str, cells: Sequence[Cell]) -> str:
    """A title of shares, and which is the largest; the title alone where two are as large."""
    known = sorted((cell for cell in cells if not cell.missing), key=lambda cell: cell.value)
    if len(known) < 2 or known[-1].value == known[-2].value:
        return title
    return _("{title}: most often “{label}”, {share}").format(
        title=title, label=known[-1].label, share=known[-1].said
    )


def bars(
    chart_id: str,
    title: str,
    rows: Sequence[Row],
    *,
    ends: tuple[float, float] | None = None,
    **said: str,
) -> BarChart | None:
    """Bars of the rows in their order; None where no row has a value.

    `ends` are those of the scale on which the values were given, say (1, 5). Without them bars begin
    at zero, and the plot ends at a round number. `said` are the texts of `BarChart`.
    """
    values = [row.value for row in rows if row.value is not None]
    if not values:
        return None
    low, high = ends or _round_ends(min(values), max(values))
    origin = min(max(low, 0), high)
    return BarChart(
        id=chart_id,
        title=title,
        zero_x=_position(0, low, high) if low < 0 else None,
        bars=tuple(_bar(row, low, high, origin) for row in rows),
        **{"desc": "", "source": "", "source_url": "", **said},
    )


def _bar(row: Row, low: float, high: float, origin: float) -> Bar:
    start = end = _position(origin, low, high)
    if row.value is not None:
        start, end = sorted((start, _position(row.value, low, high)))
    return Bar(
        label=row.label,
        text=row.text,
        x=start,
        width=None if row.value is None else round(end - start, 2),
        class_name="bar-quiet" if row.is_quiet else "series-1",
        url=row.url,
        reason=row.reason,
        remark=row.remark,
    )


def _round_ends(least: float, largest: float) -> tuple[float, float]:
    """Round ends that hold zero and all values."""
    if least >= 0:
        return 0, axis_end(largest)[0]
    step = nice_step(max(largest, 0) - least)
    return math.floor(least / step) * step, math.ceil(max(largest, 0) / step) * step


def _position(value: float, low: float, high: float) -> float:
    return round(100 * (min(max(value, low), high) - low) / (high - low), 2)


def bar_chart(chart_id: str, name: str, places: Sequence[LocalPay], most: int) -> BarChart | None:
    """Mean pay of the `most` best paying places above the floor; None when there is none.

    `places` come best paying first.
    """
    rankable = [
        place for place in places if place.is_rankable and not place.mean.missing and not place.mean.at_least
    ]
    known = rankable[:most]
    if not known:
        return None
    best, above = known[0], sum(place.mean.at_least for place in places)
    among = _(" among the places whose pay is printed") if above else ""
    return bars(
        chart_id,
        _("{name} earn most in {best}: {mean} {per} on average{among}").format(
            name=name, best=best.name, mean=best.mean.said, per=_per(best), among=among
        ),
        [
            Row(place.name, float(place.mean.value), place.mean.text, remark=place.mean.remark)
            for place in known
        ],
        desc=_("Mean pay by state or territory, highest first: {known} of {places}. {floor}").format(
            known=len(known), places=len(places), floor=FLOOR
        ),
        source=f"{best.mean.source_name}, {best.mean.release}",
        source_url=best.mean.source_url,
        note=_("{above} cannot be ranked: pay there is above what the publisher prints.").format(above=above)
        if above
        else "",
    )


def _per(place: LocalPay) -> str:
    """ "a year" or "an hour"."""
    return place.mean.unit.removeprefix(_("US dollars {per}").format(per=""))
