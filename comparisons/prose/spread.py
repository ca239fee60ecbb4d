"""What stands beneath the heading of pay: the middle and the spread; the opening tells the mean."""

from collections.abc import Sequence
from dataclasses import replace

from careers.selectors.cells import Cell
from careers.selectors.profile import Profile
from comparisons.engine.ranking import rank
from comparisons.engine.significance import Verdict, compare

from .parts import ALL, money, names, sentence, series, there, unranked, where

DOLLARS = "US dollars "
AN_HOUR = "an hour"


def said(profiles: Sequence[Profile]) -> str:
    """The medians, and how the ranges of pay lie to each other."""
    statements = (_medians(profiles), _ranges(profiles))
    return " ".join(sentence(statement) for statement in statements if statement)


def _medians(profiles: Sequence[Profile]) -> str:
    place = profiles[0].place
    cells = [profile.cell("annual_median") for profile in profiles]
    known = [(profile, cell) for profile, cell in zip(profiles, cells, strict=True) if not cell.missing]
    if not known:
        return ""
    here = where(cells, place)
    apart = unranked(cell for _, cell in known)
    if (
        not apart
        and len(known) == len(profiles)
        and len({(cell.value, cell.at_least) for cell in cells}) == 1
    ):
        return f"{here}the median is {cells[0].text} a year for {ALL[len(profiles)]}"
    told = [
        f"{cell.text}{' a year' if number == 0 else ''} for {profile.plural}{there(cell, cells, place)}"
        for number, (profile, cell) in enumerate(known)
    ]
    # Of those paid by the hour it is said with their range.
    lacking = [
        profile.plural
        for profile, cell in zip(profiles, cells, strict=True)
        if cell.missing and _per(profile.cell("pay_range")) != AN_HOUR
    ]
    none = f"; no median is published for {names(lacking)}" if lacking else ""
    return f"{here}the median is {series(told)}{apart}{none}"


def _ranges(profiles: Sequence[Profile]) -> str:
    cells = [_of_its_kind(profile) for profile in profiles]
    known = [(profile, cell) for profile, cell in zip(profiles, cells, strict=True) if not cell.missing]
    lacking = names(profile.plural for profile, cell in zip(profiles, cells, strict=True) if cell.missing)
    none = f"; no range is published for {lacking}" if lacking else ""
    if not known:
        return ""
    if len(profiles) > 2 and len(known) > 1:
        told = _widest(profiles, cells)
        return f"{told}{none}" if told else ""
    place = profiles[0].place
    here, apart = where(cells, place), unranked(cell for _, cell in known)
    told = series(
        f"{_earn(profile)} {cell.text} {_per(cell)}{there(cell, cells, place)}" for profile, cell in known
    )
    if apart or len(known) == 1:
        return f"{here}{told}{apart}{none}"
    return f"{here}{_clear(*known) or told + _overlap(*known)}"


def _of_its_kind(profile: Profile) -> Cell:
    """The range with what it spans as part of its kind: an hourly one is unlike a yearly one."""
    cell = profile.cell("pay_range")
    if cell.missing:
        return cell
    each = "hourly" if _per(cell) == AN_HOUR else "yearly"
    return replace(cell, kind=f"{'stated range' if _is_stated(profile) else 'range'} of {each} pay")


def _per(cell: Cell) -> str:
    """ "a year" or "an hour"."""
    return cell.unit.removeprefix(DOLLARS)


def _is_stated(profile: Profile) -> bool:
    """Whether its source gives two ends without saying whom they span."""
    return profile.pay_range is not None and profile.pay_range.stated_low is not None


def _earn(profile: Profile) -> str:
    return f"{profile.plural} earn" if _is_stated(profile) else f"eight in ten {profile.plural} earn"


Ranged = tuple[Profile, Cell]


def _clear(first: Ranged, second: Ranged) -> str:
    """That nine in ten of one earn more than nine in ten of the other, '' where the ranges overlap."""
    (below, lower), (above, upper) = sorted((first, second), key=lambda ranged: ranged[1].value)
    top, bottom = lower.value[1], upper.value[0]
    if lower.at_least or top >= bottom or _is_stated(below):
        return ""
    least = "at least" if upper.value[0] == upper.value[1] else "more than"
    per = _per(upper)
    return (
        f"nine in ten {above.plural} earn {least} {money(bottom, per)} {per}, nine in ten {below.plural} less than "
        f"{money(top, per)}, so that their ranges do not meet"
    )


def _overlap(first: Ranged, second: Ranged) -> str:
    """How two ranges of one kind lie to each other; '' where an end is above what is printed."""
    (a, one), (b, other) = first, second
    if any(cell.at_least and cell.value[0] == cell.value[1] for cell in (one, other)):
        return ""
    if one.value == other.value and one.at_least == other.at_least:
        return "" if one.at_least else ", the same"
    for (inner, within), (outer, around) in ((first, second), (second, first)):
        if _holds(around, within):
            return f"; that of {inner.plural} lies within that of {outer.plural}"
    low, high = max(one.value[0], other.value[0]), min(one.value[1], other.value[1])
    if low > high:
        return "; the two do not meet"
    wider = _wider(first, second)
    per = _per(one)
    return f"; they overlap from {money(low, per)} to {money(high, per)}{wider}"


def _holds(around: Cell, within: Cell) -> bool:
    """Whether one range lies within another for sure; an end that is not printed is its floor or more."""
    return not within.at_least and around.value[0] <= within.value[0] and within.value[1] <= around.value[1]


def _wider(first: Ranged, second: Ranged) -> str:
    found = compare(_width(first[1]), _width(second[1]))
    if found not in {Verdict.FIRST, Verdict.SECOND}:
        return ""
    wider = first if found is Verdict.FIRST else second
    return f", and that of {wider[0].plural} is the wider"


def _width(cell: Cell) -> Cell:
    return cell if cell.missing else replace(cell, value=cell.value[1] - cell.value[0])


def _widest(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    """Whose range of three to five is the widest, and whose the narrowest."""
    found = rank([_width(cell) for cell in cells])
    if found.leader is None:
        return ""
    place = profiles[0].place
    widest, last = found.leader, found.groups[-1].members

    def told(number: int) -> str:
        return f"{cells[number].text} {_per(cells[number])}"

    ranges = "the stated ranges" if _is_stated(profiles[widest]) else "the ranges in which eight in ten earn"
    said_of = f"of {ranges}, that of {profiles[widest].plural} is the widest, {told(widest)}"
    if len(last) == 1:
        said_of += f", and that of {profiles[last[0]].plural} the narrowest, {told(last[0])}"
    apart = "".join(
        f"; not ranked with them: {told(number)} for {profiles[number].plural}, because {why}"
        for number, why in found.unlike
    )
    return f"{where(cells, place)}{said_of}{apart}"
