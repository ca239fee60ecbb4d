"""What stands beneath the heading of the overview: how many jobs there will be."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from django.utils.translation import gettext as _

from careers import formatting
from careers.kept_with import kept_with_it
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import rank
from comparisons.engine.significance import Verdict, compare, unlike

from .parts import ALL, apart, is_nationwide, known_of, lacking, names, sentence, series


def said(profiles: Sequence[Profile]) -> str:
    """Whose number is projected to grow faster, and the openings a year."""
    cells = [_dated(profile.cell("growth")) for profile in profiles]
    write = _of_two if len(profiles) == 2 and not any(cell.missing for cell in cells) else _of_several
    told = write(profiles, cells)
    if told and is_nationwide(cells, profiles[0].place):
        told = _("nationwide, {told}").format(told=told)
    return " ".join(sentence(statement) for statement in (told, _openings(profiles)) if statement)


@kept_with_it
def _dated(cell: Cell) -> Cell:
    """Growth with its years as part of what kind of figure it is: over other years it is another kind."""
    return (
        cell
        if cell.missing
        else replace(cell, kind=_("projection for {period}").format(period=_period(cell)))
    )


def _period(cell: Cell) -> str:
    """The years from which to which, as the unit has them: "percent, 2024 to 2034"."""
    return cell.unit.removeprefix(_("percent, {period}").format(period=""))


def _years(cell: Cell) -> str:
    period = _period(cell)
    if period == _("years not stated by the source"):
        return _(" (the source does not say over which years)")
    return _(" from {period}").format(period=period)


def _change(cell: Cell) -> str:
    if not cell.value:
        return cell.marked(_("stay the same"))
    by = cell.marked(formatting.percent(abs(cell.value)))
    return (_("grow by {percent}") if cell.value > 0 else _("fall by {percent}")).format(percent=by)


def _of_two(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    found = compare(*cells)
    if found is Verdict.SAME:
        return _("the numbers of both are projected to {change}{years}").format(
            change=_change(cells[0]), years=_years(cells[0])
        )
    pairs = list(zip(profiles, cells, strict=True))
    if found is Verdict.SECOND:
        pairs.reverse()
    (first, more), (second, less) = pairs
    start = _("the number of {plural} is projected to {change}{years}").format(
        plural=first.plural, change=_change(more), years=_years(more)
    )
    other = _("that of {plural}").format(plural=second.plural)
    if found is Verdict.UNLIKE:
        return _("{start} and {other} to {change}; they are not ranked, because {unlike}").format(
            start=start, other=other, change=_change(less), unlike=unlike(*cells)
        )
    by = less.marked(formatting.percent(abs(less.value)))
    if less.value > 0:
        return _("{start}, faster than {other} {by}").format(
            start=start, other=other, by=formatting.enclosed(by)
        )
    if more.value < 0:
        return _("{start}, less than {other} {by}").format(
            start=start, other=other, by=formatting.enclosed(by)
        )
    return _("{start} and {other} to {change}").format(start=start, other=other, change=_change(less))


def _of_several(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    """The order of three to five; or what one of two is projected to do, and that no more is known."""
    known = [number for number, cell in enumerate(cells) if not cell.missing]
    if not known:
        return ""
    none = lacking(profiles, cells, _("no projection"))
    if len(known) == 1:
        (only,) = known
        name = profiles[only].plural
        return _("the number of {name} is projected to {change}{years}{none}").format(
            name=name, change=_change(cells[only]), years=_years(cells[only]), none=none
        )

    def each(numbers: Sequence[int]) -> str:
        """ "5% for Lawyers and 3% for Actors as well as Dancers"."""
        together = groupby(numbers, lambda number: cells[number].said)
        return series(
            _("{text} for {names}").format(text=text, names=names(profiles[number].plural for number in same))
            for text, same in together
        )

    found = rank(cells)
    if not found.groups:
        why = found.unlike[0][1]
        return _("projected growth is {each}; they are not ranked, because {why}{none}").format(
            each=each(known), why=why, none=none
        )
    years = _years(cells[found.ranked[0]])
    if len(found.groups) == 1 and len(found.ranked) == len(profiles):
        return _("the numbers of {all} are projected to {change}{years}").format(
            all=ALL[len(profiles)], change=_change(cells[0]), years=years
        )
    rest = "".join(f"; {statement}" for statement in apart(found, lambda number: each([number]))) + none
    leader = found.leader
    if leader is None or cells[leader].value <= 0:
        return _("the projected change in number{years} is {each}{rest}").format(
            years=years, each=each(found.ranked), rest=rest
        )
    return _(
        "the number of {plural} is projected to grow fastest{years}, by {cells}, against {each}{rest}"
    ).format(
        plural=profiles[leader].plural,
        years=years,
        cells=cells[leader].said,
        each=each(found.ranked[1:]),
        rest=rest,
    )


def _openings(profiles: Sequence[Profile]) -> str:
    cells = [profile.cell("openings") for profile in profiles]
    known = known_of(profiles, cells)
    if not known:
        return ""
    here = _(" nationwide") if is_nationwide(cells, profiles[0].place) else ""
    start = _("openings a year are projected{here} at").format(here=here)
    if len(known) == len(profiles) and len({cell.text for cell in cells}) == 1:
        return _("{start} {cells} for each").format(start=start, cells=cells[0].said)
    told = series(
        _("{cell} for {plural}").format(cell=cell.said, plural=profile.plural) for profile, cell in known
    )
    return f"{start} {told}{lacking(profiles, cells, _('no number'))}"
