"""Projected growth as one bar a career, losses to the left of zero."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from careers import formatting
from careers.charts.bars import BarChart, Row, bars
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.significance import unlike


def growth_picture(profiles: Sequence[Profile]) -> BarChart | None:
    """Growth over the same years from the same source; None unless two careers have that.

    The bars are those of the most common source and period, of two as common that of the career
    named first. The other careers are listed with their figure, without a bar, and why.
    """
    cells = [profile.cell("growth") for profile in profiles]
    alike = _alike(cells)
    if len(alike) < 2:
        return None
    drawn = [(profile.plural, cell) for profile, cell in zip(profiles, cells, strict=True) if cell in alike]
    first = drawn[0][1]
    return bars(
        "growth-compared",
        _title(drawn, len(profiles)),
        [
            _row(profile.plural, cell, is_drawn=cell in alike)
            for profile, cell in zip(profiles, cells, strict=True)
        ],
        desc=_("Projected change in the number of jobs in percent, in the order of the comparison."),
        source=f"{first.source_name}, {first.release}",
        source_url=first.source_url,
        row_name=_("Career"),
        value_name=_("Growth"),
    )


def _alike(cells: Sequence[Cell]) -> list[Cell]:
    """The largest set of projections that may be ranked against each other."""
    known = [cell for cell in cells if not cell.missing]
    sets = [[other for other in known if not unlike(cell, other)] for cell in known]
    return max(sets, key=len, default=[])


def _row(name: str, cell: Cell, *, is_drawn: bool) -> Row:
    if cell.missing:
        return Row(name, None, cell.text, remark=cell.reason)
    if is_drawn:
        return Row(name, float(cell.value), cell.text, remark=cell.remark)
    of = f"{cell.source_name}, {cell.release}, {_period(cell)}"
    return Row(name, None, cell.said, remark=_("Not drawn beside the others: {of}.").format(of=of))


def _title(drawn: Sequence[tuple[str, Cell]], compared: int) -> str:
    """Who grows most of those that have a bar, or shrinks least."""
    most = max(cell.value for __, cell in drawn)
    first = [name for name, cell in drawn if cell.value == most]
    period, text = _period(drawn[0][1]), next(cell.said for __, cell in drawn if cell.value == most)
    if len(first) == len(drawn):
        return _("{first} have the same projected growth: {text} ({period})").format(
            first=formatting.listing(first), text=text, period=period
        )
    two = len(drawn) == 2
    of = (
        ""
        if len(drawn) == compared
        else _("Of the {number} drawn, ").format(number=_("two") if two else len(drawn))
    )
    ahead = _("{of}{first} are projected to").format(of=of, first=formatting.listing(first))
    if most == 0:
        others = _("the other") if len(drawn) - len(first) == 1 else _("the others")
        return _("{ahead} keep their number of jobs, {others} to lose some ({period})").format(
            ahead=ahead, others=others, period=period
        )
    how = (
        (_("grow faster") if two else _("grow fastest"))
        if most > 0
        else (_("shrink less") if two else _("shrink least"))
    )
    each = _(" each") if len(first) > 1 else ""
    return f"{ahead} {how}: {text}{each} ({period})"


def _period(cell: Cell) -> str:
    """ "2024 to 2034", or that its source does not say."""
    return cell.unit.removeprefix("percent, ")
