"""Names beside a few outstanding dots of a plot, none upon another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from careers.filters.facts import CareerFacts

# Labels are shown from this width of the plot on, in pixels.
WIDTH = 480
LETTER, LINE = 6.6, 16  # pixels, of the small size of text
GAP = 7  # between a dot and its label
LONGEST = 34  # letters
OF_EACH = 4  # candidates for each way to be outstanding
MOST = 9
CROWDED = 1  # dots under a label


class Position(Protocol):
    x: float
    y: int


@dataclass(frozen=True, slots=True)
class Label:
    """Beside the dot at `x` (percent of the width) and `y` (pixels); `dx` and `dy` are pixels from there.

    `dy` leads to the middle of the line.
    """

    text: str
    x: float
    y: int
    dx: int
    dy: int
    class_name: str


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def holds(self, x: float, y: float) -> bool:
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def labels(careers: Sequence[CareerFacts], dots: Sequence[Position], height: int) -> tuple[Label, ...]:
    """Of the fastest and slowest growing, the best paid and the largest, those that have room.

    `dots` are those of the careers, in their order.
    """
    placed: list[tuple[Label, Box]] = []
    for number in _outstanding(careers):
        if len(placed) == MOST:
            break
        free = [
            (label, box)
            for label, box in _ways(careers[number].title, dots[number])
            if box.left >= 0
            and box.right <= WIDTH
            and box.top >= 0
            and box.bottom <= height
            and not any(_may_meet((label, box), other) for other in placed)
            and _covered(box, dots) <= CROWDED
        ]
        if free:
            placed.append(min(free, key=lambda way: _covered(way[1], dots)))
    return tuple(label for label, _ in placed)


def _outstanding(careers: Sequence[CareerFacts]) -> Iterator[int]:
    """By turns, so that each way to be outstanding has its first before the second of another."""
    numbers = range(len(careers))
    ways = (
        sorted(numbers, key=lambda number: -careers[number].growth),
        sorted(numbers, key=lambda number: -careers[number].pay),
        sorted(numbers, key=lambda number: -(careers[number].employment or 0)),
        sorted(numbers, key=lambda number: careers[number].growth),
    )
    seen = set()
    for rank in range(OF_EACH):
        for way in ways:
            if rank < len(way) and way[rank] not in seen and len(careers[way[rank]].title) <= LONGEST:
                seen.add(way[rank])
                yield way[rank]


def _ways(text: str, dot: Position) -> Iterator[tuple[Label, Box]]:
    """To the right of the dot, to the left, above and beneath it."""
    x, y, long = dot.x * WIDTH / 100, dot.y, len(text) * LETTER
    top, bottom = y - LINE / 2, y + LINE / 2
    yield Label(text, dot.x, y, GAP, 0, "chart-start"), Box(x + GAP, top, x + GAP + long, bottom)
    yield Label(text, dot.x, y, -GAP, 0, "chart-end"), Box(x - GAP - long, top, x - GAP, bottom)
    for away in (-2 * GAP, 2 * GAP):
        box = Box(x - long / 2, top + away, x + long / 2, bottom + away)
        yield Label(text, dot.x, y, 0, away, "chart-middle"), box


def _may_meet(one: tuple[Label, Box], other: tuple[Label, Box]) -> bool:
    """Whether the labels lie upon each other, or would on a wider plot: each moves as its dot does."""
    (left, left_box), (right, right_box) = sorted((one, other), key=lambda way: way[1].left)
    on_one_line = left_box.top < right_box.bottom and right_box.top < left_box.bottom
    return on_one_line and (left_box.right > right_box.left or left.x > right.x)


def _covered(box: Box, dots: Sequence[Position]) -> int:
    return sum(box.holds(dot.x * WIDTH / 100, dot.y) for dot in dots)
