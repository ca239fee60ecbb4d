"""What stands beneath the heading of pay: the middle and the spread; the opening tells the mean."""

from collections.abc import Sequence
from dataclasses import replace

from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import rank
from comparisons.engine.significance import Verdict, compare

from .parts import (
    ALL,
    apart,
    known_of,
    lacking,
    money,
    not_alike,
    own_first,
    sentence,
    series,
    there,
    where,
)

DOLLARS = "US dollars "
Ranged = tuple[Profile, Cell]


def said(profiles: Sequence[Profile]) -> str:
    """The medians, and how the ranges of pay lie to each other."""
    medians = [profile.cell("annual_median") for profile in profiles]
    ranges = [_of_its_kind(profile) for profile in profiles]
    first, then = (where(cells, profiles[0].place) for cells in (medians, ranges))
    told = _medians(profiles, medians)
    statements = [f"{first}{told}"] if told else []
    if other := _ranges(profiles, ranges):
        # One place is named once.
        statements.append(other if told and first == then else f"{then}{other}")
    return " ".join(map(sentence, statements))


def _medians(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    place = profiles[0].place
    known = known_of(profiles, cells)
    if not known:
        return ""
    is_one = len(known) == len(profiles) and len({(cell.value, cell.at_least) for cell in cells}) == 1
    if is_one and not not_alike(cells):
        return f"the median is {cells[0].said} a year for {ALL[len(profiles)]}"
    told = series(
        f"{cell.said}{'' if number else ' a year'} for {profile.plural}{there(cell, cells, place)}"
        for number, (profile, cell) in enumerate(own_first(known, place))
    )
    return f"the median is {told}{_aside(cells, place)}{lacking(profiles, cells, 'no yearly median')}"


def _ranges(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    known = known_of(profiles, cells)
    if not known:
        return ""
    none, place = lacking(profiles, cells, "no range"), profiles[0].place
    if len(profiles) > 2 and len(known) > 1:
        told = _widest(profiles, cells)
        return f"{told}{none}" if told else ""
    are_alike = len(known) == 2 and not not_alike(cells)
    if are_alike and (told := _clear(*known)):
        return told
    (profile, cell), *others = own_first(known, place)
    told = f"{_those(profile)} earn {cell.said} {_per(cell)}{there(cell, cells, place)}"
    for other, second in others:
        per = "" if second.unit == cell.unit else f" {_per(second)}"
        told += f", and {_those(other)} {second.said}{per}{there(second, cells, place)}"
    return f"{told}{_overlap(*known) if are_alike else _aside(cells, place)}{none}"


def _aside(cells: Sequence[Cell], place: str) -> str:
    """How figures are not alike; that they are of other places than the asked one stands beside them."""
    return not_alike(replace(cell, area="") if place else cell for cell in cells)


def _of_its_kind(profile: Profile) -> Cell:
    cell = profile.cell("pay_range")
    return replace(cell, kind="range without percentiles") if _is_stated(profile) else cell


def _is_stated(profile: Profile) -> bool:
    """Whether its source gives two ends without saying whom they span."""
    return profile.pay_range is not None and profile.pay_range.stated_low is not None


def _those(profile: Profile) -> str:
    return profile.plural if _is_stated(profile) else f"eight in ten {profile.plural}"


def _per(cell: Cell) -> str:
    """ "a year" or "an hour"."""
    return cell.unit.removeprefix(DOLLARS)


def _clear(first: Ranged, second: Ranged) -> str:
    """That nine in ten of one earn more than nine in ten of the other, '' where the ranges overlap."""
    (below, lower), (above, upper) = sorted((first, second), key=lambda ranged: ranged[1].value)
    top, bottom, per = lower.value[1], upper.value[0], _per(upper)
    if lower.at_least or top >= bottom or _is_stated(below):
        return ""
    over = "at least" if _is_above_print(upper) else "more than"
    return (
        f"nine in ten {above.plural} earn {over} {money(bottom, per)} {per}, "
        f"nine in ten {below.plural} less than {money(top, per)}: the two ranges do not meet"
    )


def _is_above_print(cell: Cell) -> bool:
    """Whether even the lower end is above what the publisher prints."""
    return cell.at_least and cell.value[0] == cell.value[1]


def _overlap(first: Ranged, second: Ranged) -> str:
    """How two ranges of one kind lie to each other; '' where that hangs on an end that is not printed."""
    a, b = first[1], second[1]
    if _is_above_print(a) or _is_above_print(b):
        return ""
    if a.value == b.value and not (a.at_least or b.at_least):
        return "; the two ranges are the same"
    for (inner, within), (outer, around) in ((first, second), (second, first)):
        if _holds(around, within):
            return f"; the range of {inner.plural} lies within that of {outer.plural}"
    lower, upper = (a, b) if a.value < b.value else (b, a)
    per, low = _per(a), upper.value[0]
    if lower.value[1] <= low:
        return "" if lower.at_least else _apart(lower.value[1], low, per)
    end = min(a.value[1], b.value[1])
    is_printed = any(cell.value[1] == end and not cell.at_least for cell in (a, b))
    until = f"{'' if is_printed else 'at least '}{money(end, per)}"
    return f"; the two ranges overlap from {money(low, per)} to {until}{_wider(first, second)}"


def _apart(top: float, bottom: float, per: str) -> str:
    return (
        f"; the two ranges only meet at {money(top, per)}"
        if top == bottom
        else "; the two ranges do not meet"
    )


def _holds(around: Cell, within: Cell) -> bool:
    """Whether one range lies within another for sure; a top that is not printed is its floor or more."""
    if within.at_least:
        return False
    return around.value[0] <= within.value[0] and within.value[1] <= around.value[1]


def _wider(first: Ranged, second: Ranged) -> str:
    found = compare(_width(first[1]), _width(second[1]))
    if found not in {Verdict.FIRST, Verdict.SECOND}:
        return ""
    wider, _ = first if found is Verdict.FIRST else second
    return f", and that of {wider.plural} is the wider as published"


def _width(cell: Cell) -> Cell:
    return cell if cell.missing else replace(cell, value=cell.value[1] - cell.value[0])


def _widest(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    """Whose range of three to five is the widest, and whose the narrowest."""
    found = rank([_width(cell) for cell in cells])
    if found.leader is None:
        return ""
    widest, last = found.leader, found.groups[-1].members

    def amount(number: int) -> str:
        at = there(cells[number], cells, profiles[0].place)
        return f"{cells[number].said} {_per(cells[number])}{at}"

    ranges = "the stated ranges" if _is_stated(profiles[widest]) else "the ranges in which eight in ten earn"
    told = f"of {ranges}, that of {profiles[widest].plural} is the widest, {amount(widest)}"
    if len(last) == 1:
        told += f", and that of {profiles[last[0]].plural} the narrowest, {amount(last[0])}"
    others = apart(found, lambda number: f"{amount(number)} for {profiles[number].plural}")
    return "; ".join([told, *others])
