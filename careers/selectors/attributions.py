"""The sentences that licences ask for wherever figures or texts of a source are shown."""

from collections.abc import Iterable
from dataclasses import dataclass

from .cells import Cell


@dataclass(frozen=True, slots=True)
class Attribution:
    sentence: str
    licence: str
    source_url: str


def attributions(cells: Iterable[Cell]) -> tuple[Attribution, ...]:
    """One for each source among the cells whose licence asks for one, in order of appearance."""
    found = {cell.attribution: cell for cell in cells if cell.attribution}
    return tuple(
        Attribution(f"{said.rstrip('.')}.", cell.licence, cell.source_url) for said, cell in found.items()
    )
