"""What stands beneath the heading of the overview: how many jobs there will be."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import rank
from comparisons.engine.significance import Verdict, compare, unlike

from .parts import ALL, apart, is_nationwide, known_of, lacking, names, sentence, series

UNIT = "percent, "


def said(profiles: Sequence[Profile]) -> str:
    """Whose number is projected to grow faster, and the openings a year."""
    cells = [_dated(profile.cell("growth")) for profile in profiles]
    write = _of_two if len(profiles) == 2 and not any(cell.missing for cell in cells) else _of_several
    told = write(profiles, cells)
    if told and is_nationwide(cells, profiles[0].place):
        told = f"nationwide, {told}"
    return " ".join(sentence(statement) for statement in (told, _openings(profiles)) if statement)


def _dated(cell: Cell) -> Cell:
    """Growth with its years as part of what kind of figure it is: over other years it is another kind."""
    return cell if cell.missing else replace(cell, kind=f"projection for {cell.unit.removeprefix(UNIT)}")


def _years(cell: Cell) -> str:
    period = cell.unit.removeprefix(UNIT)
    return f" from {period}" if " to " in period else " (the source does not say over which years)"


def _change(cell: Cell) -> str:
    if not cell.value:
        return cell.marked("stay the same")
    by = cell.marked(formatting.percent(abs(cell.value)))
    return f"{'grow' if cell.value > 0 else 'fall'} by {by}"


def _of_two(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    found = compare(*cells)
    if found is Verdict.SAME:
        return f"the numbers of both are projected to {_change(cells[0])}{_years(cells[0])}"
    pairs = list(zip(profiles, cells, strict=True))
    if found is Verdict.SECOND:
        pairs.reverse()
    (first, more), (second, less) = pairs
    start = f"the number of {first.plural} is projected to {_change(more)}{_years(more)}"
    other = f"that of {second.plural}"
    if found is Verdict.UNLIKE:
        return f"{start} and {other} to {_change(less)}; they are not ranked, because {unlike(*cells)}"
    by = less.marked(formatting.percent(abs(less.value)))
    if less.value > 0:
        return f"{start}, faster than {other} {formatting.enclosed(by)}"
    if more.value < 0:
        return f"{start}, less than {other} {formatting.enclosed(by)}"
    return f"{start} and {other} to {_change(less)}"


def _of_several(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    """The order of three to five; or what one of two is projected to do, and that no more is known."""
    known = [number for number, cell in enumerate(cells) if not cell.missing]
    if not known:
        return ""
    none = lacking(profiles, cells, "no projection")
    if len(known) == 1:
        (only,) = known
        name = profiles[only].plural
        return f"the number of {name} is projected to {_change(cells[only])}{_years(cells[only])}{none}"

    def each(numbers: Sequence[int]) -> str:
        """ "5% for Lawyers and 3% for Actors as well as Dancers"."""
        together = groupby(numbers, lambda number: cells[number].said)
        return series(
            f"{text} for {names(profiles[number].plural for number in same)}" for text, same in together
        )

    found = rank(cells)
    if not found.groups:
        why = found.unlike[0][1]
        return f"projected growth is {each(known)}; they are not ranked, because {why}{none}"
    years = _years(cells[found.ranked[0]])
    if len(found.groups) == 1 and len(found.ranked) == len(profiles):
        return f"the numbers of {ALL[len(profiles)]} are projected to {_change(cells[0])}{years}"
    rest = "".join(f"; {statement}" for statement in apart(found, lambda number: each([number]))) + none
    leader = found.leader
    if leader is None or cells[leader].value <= 0:
        return f"the projected change in number{years} is {each(found.ranked)}{rest}"
    return (
        f"the number of {profiles[leader].plural} is projected to grow fastest{years}, "
        f"by {cells[leader].said}, against {each(found.ranked[1:])}{rest}"
    )


def _openings(profiles: Sequence[Profile]) -> str:
    cells = [profile.cell("openings") for profile in profiles]
    known = known_of(profiles, cells)
    if not known:
        return ""
    here = " nationwide" if is_nationwide(cells, profiles[0].place) else ""
    start = f"openings a year are projected{here} at"
    if len(known) == len(profiles) and len({cell.text for cell in cells}) == 1:
        return f"{start} {cells[0].said} for each"
    told = series(f"{cell.said} for {profile.plural}" for profile, cell in known)
    return f"{start} {told}{lacking(profiles, cells, 'no number')}"
