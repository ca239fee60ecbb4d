"""What stands beneath the heading of pay: the middle and the spread; the opening tells the mean."""

from collections.abc import Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from careers.kept_with import kept_with_it
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
        return _("the median is {cells} a year for {all}").format(cells=cells[0].said, all=ALL[len(profiles)])
    told = series(
        _("{cell}{per} for {plural}{there}").format(
            cell=cell.said,
            per="" if number else _(" a year"),
            plural=profile.plural,
            there=there(cell, cells, place),
        )
        for number, (profile, cell) in enumerate(own_first(known, place))
    )
    return _("the median is {told}{aside}{lacking}").format(
        told=told, aside=_aside(cells, place), lacking=lacking(profiles, cells, _("no yearly median"))
    )


def _ranges(profiles: Sequence[Profile], cells: Sequence[Cell]) -> str:
    known = known_of(profiles, cells)
    if not known:
        return ""
    none, place = lacking(profiles, cells, _("no range")), profiles[0].place
    if len(profiles) > 2 and len(known) > 1:
        told = _widest(profiles, cells)
        return f"{told}{none}" if told else ""
    are_alike = len(known) == 2 and not not_alike(cells)
    if are_alike and (told := _clear(*known)):
        return told
    (profile, cell), *others = own_first(known, place)
    told = _("{those} earn {cell} {per}{there}").format(
        those=_those(profile), cell=cell.said, per=_per(cell), there=there(cell, cells, place)
    )
    for other, second in others:
        per = "" if second.unit == cell.unit else f" {_per(second)}"
        told += _(", and {those} {second}{per}{there}").format(
            those=_those(other), second=second.said, per=per, there=there(second, cells, place)
        )
    return f"{told}{_overlap(*known) if are_alike else _aside(cells, place)}{none}"


def _aside(cells: Sequence[Cell], place: str) -> str:
    """How figures are not alike; that they are of other places than the asked one stands beside them."""
    return not_alike(replace(cell, area="") if place else cell for cell in cells)


def _of_its_kind(profile: Profile) -> Cell:
    cell = profile.cell("pay_range")
    return replace(cell, kind=_("range without percentiles")) if _is_stated(profile) else cell


def _is_stated(profile: Profile) -> bool:
    """Whether its source gives two ends without saying whom they span."""
    return profile.pay_range is not None and profile.pay_range.stated_low is not None


def _those(profile: Profile) -> str:
    return profile.plural if _is_stated(profile) else _("eight in ten {plural}").format(plural=profile.plural)


def _per(cell: Cell) -> str:
    """ "a year" or "an hour"."""
    return cell.unit.removeprefix(_("US dollars {per}").format(per=""))


def _clear(first: Ranged, second: Ranged) -> str:
    """That nine in ten of one earn more than nine in ten of the other, '' where the ranges overlap."""
    (below, lower), (above, upper) = sorted((first, second), key=lambda ranged: ranged[1].value)
    top, bottom, per = lower.value[1], upper.value[0], _per(upper)
    if lower.at_least or top >= bottom or _is_stated(below):
        return ""
    over = _("at least") if _is_above_print(upper) else _("more than")
    return _(
        "nine in ten {plural} earn {over} {money} {per}, "
        "nine in ten {plural_2} less than {money_2}: the two ranges do not meet"
    ).format(
        plural=above.plural,
        over=over,
        money=money(bottom, per),
        per=per,
        plural_2=below.plural,
        money_2=money(top, per),
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
        return _("; the two ranges are the same")
    for (inner, within), (outer, around) in ((first, second), (second, first)):
        if _holds(around, within):
            return _("; the range of {plural} lies within that of {plural_2}").format(
                plural=inner.plural, plural_2=outer.plural
            )
    lower, upper = (a, b) if a.value < b.value else (b, a)
    per, low = _per(a), upper.value[0]
    if lower.value[1] <= low:
        return "" if lower.at_least else _apart(lower.value[1], low, per)
    end = min(a.value[1], b.value[1])
    is_printed = any(cell.value[1] == end and not cell.at_least for cell in (a, b))
    until = money(end, per) if is_printed else _("at least {amount}").format(amount=money(end, per))
    return _("; the two ranges overlap from {money} to {until}{wider}").format(
        money=money(low, per), until=until, wider=_wider(first, second)
    )


def _apart(top: float, bottom: float, per: str) -> str:
    return (
        _("; the two ranges only meet at {money}").format(money=money(top, per))
        if top == bottom
        else _("; the two ranges do not meet")
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
    wider, __ = first if found is Verdict.FIRST else second
    return _(", and that of {plural} is the wider as published").format(plural=wider.plural)


@kept_with_it
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

    ranges = (
        _("the stated ranges") if _is_stated(profiles[widest]) else _("the ranges in which eight in ten earn")
    )
    told = _("of {ranges}, that of {plural} is the widest, {amount}").format(
        ranges=ranges, plural=profiles[widest].plural, amount=amount(widest)
    )
    if len(last) == 1:
        told += _(", and that of {plural} the narrowest, {amount}").format(
            plural=profiles[last[0]].plural, amount=amount(last[0])
        )
    others = apart(
        found,
        lambda number: _("{amount} for {plural}").format(
            amount=amount(number), plural=profiles[number].plural
        ),
    )
    return "; ".join([told, *others])
