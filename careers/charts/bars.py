"""Horizontal bars from zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from careers.selectors.best_paying import FLOOR
from careers.selectors.local_pay import LocalPay

from .scale import axis_end, position


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    text: str
    x: float
    width: float | None  # percent of the plot; None draws no bar
    class_name: str


@dataclass(frozen=True, slots=True)
class BarChart:
    id: str
    title: str
    desc: str
    source: str
    source_url: str
    zero_x: float | None
    bars: tuple[Bar, ...]
    note: str  # what the picture leaves out


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
    end, _ = axis_end(max(float(place.mean.value) for place in known))
    best, above = known[0], sum(place.mean.at_least for place in places)
    among = " among the places whose pay is printed" if above else ""
    return BarChart(
        id=chart_id,
        title=f"{name} earn most in {best.name}: {best.mean.text} {_per(best)} on average{among}",
        desc=f"Mean pay by state or territory, highest first: {len(known)} of {len(places)}. {FLOOR}",
        source=f"{best.mean.source_name}, {best.mean.release}",
        source_url=best.mean.source_url,
        zero_x=None,
        note=f"{above} cannot be ranked: pay there is above what the publisher prints." if above else "",
        bars=tuple(
            Bar(
                label=place.name,
                text=place.mean.text,
                x=0,
                width=position(float(place.mean.value), end),
                class_name="series-1",
            )
            for place in known
        ),
    )


def _per(place: LocalPay) -> str:
    """ "a year" or "an hour"."""
    return place.mean.unit.removeprefix("US dollars ")
