"""Where nothing is found: the nearest wider searches that find something; pure."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from math import ceil, floor

from .asked import Asked
from .criteria import BY_NAME, STEPS, Combine
from .facets import Narrowed

PAY_STEP = 5_000  # US dollars a year
MOST = 8


class Change(Enum):
    WITHOUT = "without"  # one or several filters
    LESS = "less"  # the same filter, asking for less
    UNKNOWN = "unknown"  # with the careers for which it is not known
    AREA = "area"  # in a wider one


@dataclass(frozen=True, slots=True)
class Wider:
    """Another search, what it changes in which filters, and how many careers it finds."""

    change: Change
    names: tuple[str, ...]
    asked: Asked
    count: int


Search = Callable[[Asked], Narrowed]


def wider(narrowed: Narrowed, search: Search) -> list[Wider]:
    """At most `MOST`, those that find the fewest first.

    Where no one step finds anything: without two filters, without three, or by one filter alone.
    """
    asked, names = narrowed.asked, tuple(narrowed.fits)
    steps = (
        Wider(change, (name,), other, search(other).count) for change, name, other in _steps(asked, search)
    )
    drops = (
        (Wider(Change.WITHOUT, gone, _without(asked, gone), narrowed.count_without(gone)) for gone in group)
        for group in (
            combinations(names, 2),
            combinations(names, 3),
            (tuple(name for name in names if name != alone) for alone in names if len(names) > 1),
        )
    )
    for ways in (steps, *drops):
        if found := [way for way in ways if way.count and way.asked.filters]:
            return sorted(found, key=lambda way: way.count)[:MOST]
    return [Wider(Change.WITHOUT, names, _without(asked, names), narrowed.count_without(names))]


def _without(asked: Asked, names: Iterable[str]) -> Asked:
    for name in names:
        asked = asked.without(name)
    return asked


def _steps(asked: Asked, search: Search) -> Iterator[tuple[Change, str, Asked]]:
    for name in asked.filters:
        if name in BY_NAME and BY_NAME[name].combine is Combine.ALL and len(asked.chosen[name]) > 1:
            yield from ((Change.WITHOUT, name, asked.without(name, each)) for each in asked.chosen[name])
        yield Change.WITHOUT, name, asked.without(name)
        if less := _less(asked, name, search):
            yield Change.LESS, name, less
    if asked.may_meet_unknown and not asked.keeps_unknown:
        yield Change.UNKNOWN, "unknown", asked.also(keeps_unknown=True)


def _less(asked: Asked, name: str, search: Search) -> Asked | None:
    """The same filter set to the next step at which it finds something; None where no step does."""
    if name in STEPS:
        lower = [step for step in STEPS[name] if step < int(asked.chosen[name][0])]
        steps = (asked.choosing(name, str(step)) for step in reversed(lower))
        return next((less for less in steps if search(less).count), None)
    if name not in ("pay_min", "pay_max"):
        return None
    if None not in (asked.pay_min, asked.pay_max) and asked.pay_min > asked.pay_max:
        return None
    paid = [career.pay for career in search(asked.without(name)).careers if career.pay is not None]
    if not paid:
        return None
    step = floor(max(paid) / PAY_STEP) if name == "pay_min" else ceil(min(paid) / PAY_STEP)
    return asked.also(**{name: step * PAY_STEP}) if step else None
