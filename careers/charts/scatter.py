"""Careers as dots, pay from left to right and growth from the bottom up."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from careers import formatting
from careers.filters.facts import CareerFacts

from .scale import nice_step
from .scatter_labels import Label, labels

HEIGHT = 440  # of the plot, in pixels; positions along it are in percent of its width
LOG_FROM = 4  # pay that differs less than this many times stands on a linear axis
# Amounts on a logarithmic axis, times a power of ten; the first three have a label before the others.
ROUND = (1, 2, 5, 3, 7)
# How far apart labels of amounts stay, in percent of the width: on a narrow screen, and from a wide one on.
NARROW, WIDE = 27, 15
ADDRESS = "/careers/{}/"


@dataclass(frozen=True, slots=True)
class Axis:
    """`ticks` are amounts with their labels, rising; the first and the last are its ends."""

    ticks: tuple[tuple[float, str], ...]
    is_log: bool = False

    @property
    def low(self) -> float:
        return self.ticks[0][0]

    @property
    def high(self) -> float:
        return self.ticks[-1][0]

    def share(self, amount: float) -> float:
        """Where an amount lies, 0 at the low end, 1 at the high one."""
        if self.is_log:
            return math.log(amount / self.low) / math.log(self.high / self.low)
        return (amount - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Tick:
    """`text` is '' where there is never room for it; it `stays` where a narrow screen has room too."""

    at: float  # percent of the width, or pixels from the top
    text: str
    stays: bool = True


@dataclass(frozen=True, slots=True)
class Dot:
    x: float  # percent of the width
    y: int  # pixels from the top
    url: str
    text: str
    is_floor: bool


@dataclass(frozen=True, slots=True)
class Scatter:
    id: str
    title: str
    desc: str
    height: int
    dots: tuple[Dot, ...]
    labels: tuple[Label, ...]
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    zero_y: int | None
    median_x: float
    median_y: int
    median_text: str
    is_log: bool
    has_floors: bool


def scatter(chart_id: str, careers: Iterable[CareerFacts]) -> Scatter | None:
    """The plot of the careers with pay and growth; None where none has both.

    Pay is in US dollars a year, growth in percent over the projected ten years.
    """
    drawn = sorted(
        (one for one in careers if one.pay is not None and one.growth is not None),
        key=lambda one: (one.pay, one.growth, one.title),
    )
    if not drawn:
        return None
    across, up = pay_axis([one.pay for one in drawn]), growth_axis([one.growth for one in drawn])
    middle = median(one.pay for one in drawn), median(one.growth for one in drawn)
    dots = tuple(
        Dot(_x(one.pay, across), _y(one.growth, up), ADDRESS.format(one.slug), _text(one), one.pay_is_floor)
        for one in drawn
    )
    return Scatter(
        id=chart_id,
        title=_title(drawn, *middle),
        desc=(
            _("Mean pay a year from {low} to {high} across, growth from {low_2} to {high_2} upwards.").format(
                low=formatting.money(across.low),
                high=formatting.money(across.high),
                low_2=formatting.percent(up.low),
                high_2=formatting.percent(up.high),
            )
        ),
        height=HEIGHT,
        dots=dots,
        labels=labels(drawn, dots, HEIGHT),
        x_ticks=_pay_ticks(across),
        y_ticks=tuple(Tick(_y(amount, up), text) for amount, text in up.ticks),
        zero_y=_y(0, up) if up.low < 0 < up.high else None,
        median_x=_x(middle[0], across),
        median_y=_y(middle[1], up),
        median_text=_middle(drawn, *middle),
        is_log=across.is_log,
        has_floors=any(one.pay_is_floor for one in drawn),
    )


def pay_axis(amounts: Sequence[float]) -> Axis:
    """Between round amounts that hold all of them; logarithmic where they differ much."""
    least, most = min(amounts), max(amounts)
    if least <= 0 or most / least < LOG_FROM:
        return _linear(least, most, formatting.money)
    powers = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    amounts = sorted(first * 10**power for power in powers for first in ROUND)
    low = max(amount for amount in amounts if amount <= least)
    high = min(amount for amount in amounts if amount >= most)
    return Axis(
        tuple((amount, formatting.money(amount)) for amount in amounts if low <= amount <= high), is_log=True
    )


def growth_axis(percents: Sequence[float]) -> Axis:
    return _linear(min(percents), max(percents), formatting.percent)


def _linear(least: float, most: float, show) -> Axis:
    step = nice_step(most - least)
    low, high = math.floor(least / step), math.ceil(most / step)
    if low == high:
        low, high = low - 1, high + 1
    amounts = [round(number * step, 6) for number in range(low, high + 1)]
    return Axis(tuple((amount, show(amount)) for amount in amounts))


def _pay_ticks(axis: Axis) -> tuple[Tick, ...]:
    """All ticks; a label that would meet another one is left out, on a narrow screen or on any."""
    amounts = [amount for amount, __ in axis.ticks]
    if axis.is_log:
        amounts.sort(key=lambda amount: not _leads(amount))
    wide = _labelled(amounts, axis, WIDE)
    narrow = _labelled([amount for amount in amounts if amount in wide], axis, NARROW)
    ticks = ((amount, text if amount in wide else "") for amount, text in axis.ticks)
    return tuple(Tick(_x(amount, axis), text, amount in narrow) for amount, text in ticks)


def _leads(amount: float) -> bool:
    return int(str(amount)[0]) in ROUND[:3]


def _labelled(amounts: Sequence[float], axis: Axis, apart: float) -> set[float]:
    """Of the amounts, those before others first, the ones whose labels stay so far apart."""
    middles: dict[float, float] = {}
    for amount in amounts:
        # The label of an end leans inwards by half of its length.
        middle = _x(amount, axis) + apart / 2 * ((amount == axis.low) - (amount == axis.high))
        if all(abs(middle - other) >= apart for other in middles.values()):
            middles[amount] = middle
    return set(middles)


def _x(amount: float, axis: Axis) -> float:
    return round(100 * axis.share(amount), 1)


def _y(amount: float, axis: Axis) -> int:
    return round(HEIGHT * (1 - axis.share(amount)))


def _text(career: CareerFacts) -> str:
    pay, growth = _pay(career.pay, career.pay_is_floor), formatting.percent(career.growth)
    told = [
        _("{text} (corrected)").format(text=text) if name in career.corrected else text
        for name, text in (("pay", pay), ("growth", growth))
    ]
    return f"{career.title}: {', '.join(told)}"


def _pay(amount: float, is_floor: bool) -> str:
    return formatting.at_least_money(amount) if is_floor else formatting.money(amount)


def _title(drawn: Sequence[CareerFacts], pay: float, growth: float) -> str:
    """The finding: how many have both more than most."""
    if len(drawn) < LOG_FROM:
        return _("Pay against growth")
    both = sum(one.pay > pay and one.growth > growth for one in drawn)
    return ngettext(
        "{number} of these {drawn} careers is above the median in both pay and growth",
        "{number} of these {drawn} careers are above the median in both pay and growth",
        both,
    ).format(number=formatting.count(both) if both else _("None"), drawn=formatting.count(len(drawn)))


def _middle(drawn: Sequence[CareerFacts], pay: float, growth: float) -> str:
    is_floor = any(one.pay_is_floor and one.pay <= pay for one in drawn)
    faster = formatting.percent(round(growth, 1))
    return _("medians of these careers: {pay} a year, {faster} growth").format(
        pay=_pay(pay, is_floor), faster=faster
    )
