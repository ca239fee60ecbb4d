"""How two ranges lie to each other, worked out the slow way: true in each world that the print allows.

A range is (low, high, is_open); the true upper end of an open one is the printed one or any above it.
"""

from itertools import product

STRETCHES = (1, 1.25, 2, 10)  # how far above what is printed a true end is tried
NEAR = 0.01


def worlds(first: tuple, second: tuple):
    """Each pair of closed ranges that the print allows, as (low, high)."""
    for a, b in product(_ends(first, second), _ends(second, first)):
        yield (float(first[0]), a), (float(second[0]), b)


def _ends(own: tuple, other: tuple) -> list[float]:
    """The ends to try: an open one may also fall just beside the ends of the other range."""
    _, high, is_open = own
    if not is_open:
        return [float(high)]
    beside = [end + shift for end in map(float, other[:2]) for shift in (-NEAR, 0, NEAR)]
    return [float(high) * stretch for stretch in STRETCHES] + [end for end in beside if end >= high]


def always(relation, first: tuple, second: tuple) -> bool:
    return all(relation(a, b) for a, b in worlds(first, second))


def is_below(a, b) -> bool:
    """The first ends before the second begins."""
    return a[1] < b[0]


def is_within(a, b) -> bool:
    return b[0] <= a[0] and a[1] <= b[1]


def is_wider(a, b) -> bool:
    return a[1] - a[0] > b[1] - b[0]


def overlaps(a, b) -> bool:
    return a[0] < b[1] and b[0] < a[1]
