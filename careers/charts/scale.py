"""Axes: from amounts to percent of the width of a plot."""

import math

STEPS = (1, 2, 2.5, 5, 10)


def nice_step(span: float, ticks: int = 5) -> float:
    """A round step (1, 2, 2.5 or 5 times a power of ten) that divides a span into about `ticks` parts."""
    if span <= 0:
        return 1
    power = 10 ** math.floor(math.log10(span / ticks))
    return next(step * power for step in STEPS if span / (step * power) <= ticks)


def axis_end(largest: float, ticks: int = 5) -> tuple[float, float]:
    """The end of an axis from 0 that holds the largest amount, and its step."""
    step = nice_step(largest, ticks)
    return max(step, math.ceil(largest / step) * step), step


def position(amount: float | None, end: float) -> float | None:
    """Percent of the width, 0 to 100, two decimals; None stays None."""
    return None if amount is None else round(100 * min(max(amount, 0), end) / end, 2)
