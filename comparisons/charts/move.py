"""The level of a skill before and after a move, as a step along O*NET's scale; pure."""

from dataclasses import dataclass

from careers.charts.scale import position
from careers.selectors.cells import Cell

HIGHEST = 7  # the scale of levels begins at 0


@dataclass(frozen=True, slots=True)
class LevelStep:
    """Where on the scale the old and the new career stand, in percent of its length; None where unknown."""

    before: float | None
    after: float | None

    @property
    def is_whole(self) -> bool:
        return self.before is not None and self.after is not None


def level_step(before: Cell, after: Cell) -> LevelStep:
    return LevelStep(_place(before), _place(after))


def _place(cell: Cell) -> float | None:
    return None if cell.missing else position(float(cell.value), HIGHEST)
