"""Whether two published means differ by more than their sampling error."""

import math
from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.prose.places import called
from careers.selectors.cells import Cell

# BLS tests OEWS comparisons at the 90 percent level (OEWS technical notes, reliability of estimates).
CRITICAL_Z = 1.645
OWN = gettext_lazy("its own place")
INSTEAD = gettext_lazy(" instead of ")


class Verdict(Enum):
    FIRST = "first"  # the first is ahead
    SECOND = "second"
    SAME = "same"  # equal, or a difference that may be sampling noise
    UNLIKE = "unlike"  # two different kinds of figure: not ranked
    MISSING = "missing"


def standard_error(mean: float, rse: float) -> float:
    """From a relative standard error in percent of the mean: SE = mean × RSE ÷ 100."""
    return mean * rse / 100


def is_noise(first: float, first_rse: float, second: float, second_rse: float) -> bool:
    """Whether the difference of two independent means may be sampling error.

    z = |m₁ − m₂| ÷ √(SE₁² + SE₂²), the usual test of two independent estimates, at the level BLS uses.
    Where one place holds the other (Texas and Dallas) the estimates go together; the true error of their
    difference is then smaller, so that the test calls a difference noise rather too often than too seldom.
    """
    error = math.hypot(standard_error(first, first_rse), standard_error(second, second_rse))
    return abs(first - second) <= CRITICAL_Z * error


def compare(first: Cell, second: Cell) -> Verdict:
    """Which of two cells is ahead, beyond the errors that are published.

    An error that is not published counts as none: the true one could only make the difference
    less certain, so what is noise without it is noise with it.
    """
    if first.missing or second.missing:
        return Verdict.MISSING
    if unlike(first, second) or (first.at_least and second.at_least):
        return Verdict.UNLIKE
    a, b = float(first.value), float(second.value)
    noise = is_noise(a, float(first.rse or 0), b, float(second.rse or 0))
    if first.at_least or second.at_least:
        # "At least a" is ahead of b only where a already is; otherwise nobody knows.
        floor, other, ahead = (a, b, Verdict.FIRST) if first.at_least else (b, a, Verdict.SECOND)
        return ahead if floor > other and not noise else Verdict.UNLIKE
    if noise:
        return Verdict.SAME
    return Verdict.FIRST if a > b else Verdict.SECOND


def unlike(first: Cell, second: Cell, *, of_areas: bool = True) -> str:
    """Why two figures must not be ranked against each other, '' where they may."""
    if first.kind != second.kind:
        return _("one is a {kind}, the other a {kind_2}").format(
            kind=first.statistic, kind_2=second.statistic
        )
    if first.source_name != second.source_name:
        return _("one is from {source_name}, the other from {source_name_2}").format(
            source_name=first.source_name, source_name_2=second.source_name
        )
    if first.release != second.release:
        return _("one is of {release}, the other of {release_2}").format(
            release=first.release, release_2=second.release
        )
    if of_areas and first.area != second.area:
        return _("one is for {of}, the other for {of_2}").format(of=_of(first), of_2=_of(second))
    if first.price_level_of != second.price_level_of:
        one, other = (called(cell.price_level_of) if cell.price_level_of else OWN for cell in (first, second))
        return _("one is at the price level of {one}, the other at that of {other}").format(
            one=one, other=other
        )
    if first.group != second.group:
        return _("both are of wider groups") if first.group and second.group else _("one is of a wider group")
    if first.unit != second.unit:
        return _("one is in {unit}, the other in {unit_2}").format(unit=first.unit, unit_2=second.unit)
    return ""


def own_place(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    """For figures of several places, each of its own: one that stands in for that is like no other."""
    return tuple(cell if cell.missing else replace(cell, area=_place_of(cell)) for cell in cells)


def _place_of(cell: Cell) -> str:
    return f"{_of(cell)}{INSTEAD}{called(cell.stands_in_for)}" if cell.stands_in_for else str(OWN)


def _of(cell: Cell) -> str:
    """The area as it stands within a sentence."""
    if not cell.area:
        return _("no stated place")
    return cell.area if str(INSTEAD) in cell.area else called(cell.area)
