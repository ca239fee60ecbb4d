"""Pay ranges on one shared axis: from profiles to positions in percent of the plot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.kept_with import kept_with_it
from careers.prose.overview import series
from careers.prose.places import called
from careers.selectors.pay import PayRange
from careers.selectors.profile import Profile

from .scale import axis_end, position

PER = {"year": gettext_lazy("a year"), "hour": gettext_lazy("an hour")}


@dataclass(frozen=True, slots=True)
class RangeRow:
    """One bar: positions in percent of the plot, None where the figure is missing."""

    label: str
    text: str
    ticks: tuple[tuple[float, str], ...]  # of the axis that it stands on
    x_p10: float | None
    x_p25: float | None
    x_median: float | None
    x_p75: float | None
    x_p90: float | None
    x_mean: float | None
    x_low: float | None
    x_high: float | None
    open_end: bool
    drawn: dict = field(init=False, default_factory=dict, repr=False, compare=False)  # templatetags/drawn.py


@dataclass(frozen=True, slots=True)
class RangeChart:
    id: str
    title: str
    desc: str
    source: str
    source_url: str
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[RangeRow, ...]
    has_percentiles: bool
    has_stated: bool


def range_chart(chart_id: str, profiles: Sequence[Profile], places: Sequence[str] = ()) -> RangeChart | None:
    """The chart of the profiles whose percentiles are known; None when none is.

    `places` name the rows where the profiles are of one career in several places.
    Yearly and hourly pay do not share an axis: with both, those paid by the hour are left out.
    """
    names = places or [profile.plural for profile in profiles]
    labelled = [
        (profile, _label(profile, name))
        for profile, name in zip(profiles, names, strict=True)
        if profile.pay_range and profile.pay_range.is_known
    ]
    per = "year" if any(profile.pay_range.per == "year" for profile, __ in labelled) else "hour"
    labelled = [(profile, label) for profile, label in labelled if profile.pay_range.per == per]
    drawn = [profile for profile, __ in labelled]
    if not drawn:
        return None
    end, step = axis_end(max(_largest(profile.pay_range) for profile in drawn))
    show = formatting.money if step >= 1 else formatting.money_cents
    ticks = _ticks(end, step, show)
    cell = drawn[0].cell("pay_range")
    return RangeChart(
        id=chart_id,
        title=_title_of_several(drawn, per, by_place=bool(places))
        if len(drawn) > 1
        else _title(drawn[0], per),
        desc=_("Pay before tax in US dollars {per}, on an axis from {show} to {show_2}.").format(
            per=PER[per], show=show(0), show_2=show(end)
        ),
        source="; ".join(dict.fromkeys(_source(profile) for profile in drawn)),
        source_url=cell.source_url,
        ticks=ticks,
        rows=tuple(_row(profile, label, end, ticks) for profile, label in labelled),
        has_percentiles=any(profile.pay_range.stated_high is None for profile in drawn),
        has_stated=any(profile.pay_range.stated_high is not None for profile in drawn),
    )


@lru_cache(maxsize=256)
def _ticks(end: float, step: float, show: Callable[[float], str]) -> tuple[tuple[float, str], ...]:
    return tuple(
        (position(step * number, end), show(step * number)) for number in range(round(end / step) + 1)
    )


def _source(profile: Profile) -> str:
    cell = profile.cell("pay_range")
    return f"{cell.source_name}, {cell.release}"


def _largest(spread: PayRange) -> float:
    return max(
        amount
        for amount in (
            spread.p90,
            spread.p75,
            spread.median,
            spread.mean,
            spread.top_code,
            spread.stated_high,
        )
        if amount is not None
    )


def _label(profile: Profile, name: str) -> str:
    """The name, with the area where the range is that of a wider one than was asked for."""
    cell = profile.cell("pay_range")
    return f"{name} ({cell.area or 'area not stated'})" if cell.stands_in_for else name


@kept_with_it
def _row(profile: Profile, label: str, end: float, ticks: tuple[tuple[float, str], ...]) -> RangeRow:
    """The row of a career under a label on an axis."""
    spread = profile.pay_range
    return RangeRow(
        label=label,
        text=describe(spread),
        ticks=ticks,
        **{
            f"x_{name}": position(getattr(spread, name), end)
            for name in ("p10", "p25", "median", "p75", "p90", "mean")
        },
        x_low=position(spread.stated_low, end),
        x_high=position(spread.stated_high, end),
        open_end=spread.top_code is not None,
    )


def describe(spread: PayRange) -> str:
    """A range in words: "$66,030 to $135,320, median $93,600"."""
    show = formatting.money if spread.per == "year" else formatting.money_cents
    low, middle, high, mean = (_told(spread, name, show) for name in ("p10", "median", "p90", "mean"))
    if not high and spread.top_code is not None:
        high = _("at least {show}").format(show=show(spread.top_code))
    if spread.stated_low is not None:
        text = _("{show} to {show_2}, as its source states the range").format(
            show=show(spread.stated_low), show_2=show(spread.stated_high)
        )
        return _("{text}, mean {mean}").format(text=text, mean=mean) if mean else text
    text = _("{low} to {high}").format(low=low, high=high) if low and high else high
    return ", ".join(filter(None, (text, middle and _("median {amount}").format(amount=middle))))


def _told(spread: PayRange, name: str, show) -> str:
    """An amount, marked where editors corrected it; '' where it is missing."""
    amount = getattr(spread, name)
    if amount is None:
        return ""
    return f"{show(amount)} ({spread.corrected[name].short})" if name in spread.corrected else show(amount)


def _title_of_several(drawn: list[Profile], per: str, *, by_place: bool) -> str:
    """Between which medians they lie; no more than what is drawn where not all are of a kind."""
    first, ends = drawn[0], _ends(drawn)
    if not ends:
        if by_place:
            return _("How pay of {plural} is spread, by place").format(plural=first.plural)
        plurals = [profile.plural for profile in drawn]
        names = series(plurals) if len(plurals) > 2 else formatting.listing(plurals)
        return _("How pay is spread among {names}").format(names=names) + _where(first)
    show = formatting.money if per == "year" else formatting.money_cents
    (low, lowest), (high, highest) = ((_middle(end.pay_range, show), end) for end in ends)
    if by_place:
        return _("Median pay of {plural} goes from {low} {unit} in {lowest} to {high} in {highest}").format(
            plural=first.plural,
            low=low,
            unit=PER[per],
            lowest=called(lowest.place),
            high=high,
            highest=called(highest.place),
        )
    return _("Median pay goes from {low} {unit} among {lowest} to {high} among {highest}").format(
        low=low, unit=PER[per], lowest=lowest.plural, high=high, highest=highest.plural
    ) + _where(first)


def _where(profile: Profile) -> str:
    return _(" in {place}").format(place=profile.place) if profile.place else ""


def _ends(drawn: list[Profile]) -> tuple[Profile, Profile] | None:
    """The lowest and the highest by median; None where one has none or comes from elsewhere than the rest."""
    cells = [profile.cell("pay_range") for profile in drawn]
    if len({(cell.source_name, cell.release) for cell in cells}) > 1 or any(
        cell.stands_in_for for cell in cells
    ):
        return None
    ranked = sorted(
        (profile for profile in drawn if _median(profile.pay_range) is not None),
        key=lambda profile: _median(profile.pay_range),
    )
    if len(ranked) < len(drawn) or ranked[0].pay_range.median is None:
        return None
    low, high = _median(ranked[0].pay_range), _median(ranked[-1].pay_range)
    return (ranked[0], ranked[-1]) if low < high else None


def _median(spread: PayRange) -> float | None:
    """Where it is above what is printed, the highest amount that is."""
    return spread.top_code if spread.median is None else spread.median


def _middle(spread: PayRange, show) -> str:
    if spread.median is None:
        return _("at least {show}").format(show=show(spread.top_code))
    return _told(spread, "median", show)


def _title(first: Profile, per: str) -> str:
    """The finding: what most of them earn."""
    show = formatting.money if per == "year" else formatting.money_cents
    unit = PER[per]
    spread = first.pay_range
    if spread.stated_high is not None:
        return _("{plural} earn {show} to {show_2} {unit}").format(
            plural=first.plural, show=show(spread.stated_low), show_2=show(spread.stated_high), unit=unit
        )
    if spread.p25 is not None and spread.p75 is not None:
        low, high = _told(spread, "p25", show), _told(spread, "p75", show)
        return _("The middle half of {plural} earn {low} to {high} {unit}").format(
            plural=first.plural, low=low, high=high, unit=unit
        )
    if spread.median is None:
        return _("At least half of {plural} earn {show} {unit} or more").format(
            plural=first.plural, show=show(spread.top_code), unit=unit
        )
    return _("Half of {plural} earn more than {told} {unit}").format(
        plural=first.plural, told=_told(spread, "median", show), unit=unit
    )
