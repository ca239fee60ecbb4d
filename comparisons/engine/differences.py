"""How far two figures of a row are apart, in words; pure."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from careers import formatting
from careers.selectors.cells import Cell

from .significance import Verdict, compare, unlike

Show = Callable[[formatting.Number], str]  # an amount of the row's unit, say 12.5 → "$13"


def more(ahead: Cell, behind: Cell, show: Show) -> str:
    """ "$5,200 more"; "at least" where the one ahead is above what its publisher prints."""
    least = _("at least ") if ahead.at_least else ""
    return _("{least}{show} more").format(least=least, show=show(ahead.value - behind.value))


def untested(cells: Sequence[Cell]) -> str:
    """What is to be minded of an order that no published error bears out; the first cell is ahead."""
    if cells[0].at_least or all(cell.rse is not None for cell in cells):
        return ""
    if cells[0].kind == "projection":
        return _(" A projection, without a published error.")
    if any(cell.rse is not None for cell in cells):
        return _(" Not every sampling error is published.")
    return _(" Its source publishes no sampling error.")


def from_baseline(cells: Sequence[Cell], pinned: int | None, show: Show | None) -> tuple[str, ...]:
    """How far each is from the pinned one: '' for that itself, and where one is missing or no number."""
    if pinned is None or show is None:
        return ()
    baseline = cells[pinned]
    return tuple("" if number == pinned else _from(baseline, cell, show) for number, cell in enumerate(cells))


def _from(baseline: Cell, cell: Cell, show: Show) -> str:
    found = compare(cell, baseline)
    if found is Verdict.MISSING:
        return ""
    if found is Verdict.UNLIKE:
        return _("not comparable: {value}").format(
            value=unlike(cell, baseline) or "pay that high is not printed exactly"
        )
    if found is Verdict.SAME:
        return (
            _("the same") if cell.value == baseline.value else _("about the same, within the sampling error")
        )
    if found is Verdict.FIRST:
        return more(cell, baseline, show)
    least = _("at least ") if baseline.at_least else ""
    return _("{least}{show} less").format(least=least, show=show(baseline.value - cell.value))
