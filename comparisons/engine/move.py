"""What a move from one career to another takes in skills, schooling and pay; pure.

The rule of the lists, for a skill or a field of knowledge that O*NET rates on two scales, importance
(1 to 5) and level (0 to 7):

    matters          its importance is 3, which the scale words as important, or more
    clearly more     higher by more than half a point, and by more than 1.645 standard errors of the
                     difference, √(SE₁² + SE₂²), the test that BLS puts to its own differences; a
                     standard error that is not published counts as none
    to learn         it matters to the second, which asks for clearly more of it: its level is clearly
                     higher, or it does not matter to the first and its importance is clearly higher
    to leave behind  it matters to the first, not to the second, and its importance is clearly lower there
    shared           it matters to one of them or to both, and is neither of these
    untold           it may matter, and a rating that would decide is withheld

So nothing is to be learnt because one career lies a hair above the 3 and the other a hair below it.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from django.utils.translation import gettext as _

from careers.corrected import Mark, together
from careers.selectors.cells import Cell, unrecorded
from careers.selectors.profile import Profile
from careers.selectors.skills import Rating

from .significance import CRITICAL_Z, Verdict, compare, standard_error, unlike

MATTERS = 3  # of importance, 1 to 5
LEAST = Decimal("0.5")  # of a point, on both scales
Z = Decimal(str(CRITICAL_Z))


class Standing(Enum):
    """How a skill or a field of knowledge stands in a move."""

    LEARN = "to_learn"
    SHARED = "shared"
    LEAVE = "to_leave_behind"
    UNTOLD = "untold"
    NEITHER = "matters_to_neither"


@dataclass(frozen=True, slots=True)
class Measure:
    """What one career asks of one skill; None where it is withheld or not published."""

    importance: Decimal | None
    importance_se: Decimal | None
    level: Decimal | None
    level_se: Decimal | None
    corrected: Mark | None = None

    @property
    def matters(self) -> bool:
        return self.importance is not None and self.importance >= MATTERS


@dataclass(frozen=True, slots=True)
class Step:
    """One row of a list: what the first and the second career ask of it."""

    name: str
    first: Rating
    second: Rating
    is_new: bool  # does not matter to the first and clearly more to the second
    is_higher: bool  # the second asks for a clearly higher level
    is_lower: bool  # the first does

    @property
    def cells(self) -> tuple[Cell, Cell, Cell, Cell]:
        return (*self.first.cells, *self.second.cells)


@dataclass(frozen=True, slots=True)
class PayChange:
    """What the move changes in mean pay; `per` is "a year" or "an hour".

    `amount` is that of the second less that of the first, None where it cannot be told: then `why`.
    `error` is its standard error √(SE₁² + SE₂²), None where one of the two is not published.
    """

    verdict: Verdict
    first: Cell
    second: Cell
    per: str
    amount: Decimal | None = None
    error: Decimal | None = None
    why: str = ""

    @property
    def is_least(self) -> bool:
        """Whether the true difference is that large or larger, because one pay is top-coded."""
        return self.first.at_least or self.second.at_least

    @property
    def range(self) -> tuple[Decimal, Decimal] | None:
        """The difference less and plus 1.645 standard errors: a 90 percent range, as BLS gives it."""
        if self.amount is None or self.error is None or self.is_least:
            return None
        return self.amount - Z * self.error, self.amount + Z * self.error


def standing(first: Measure, second: Measure) -> Standing:
    if first.importance is None or second.importance is None:
        return Standing.UNTOLD
    if not first.matters and not second.matters:
        return Standing.NEITHER
    if not second.matters:
        return Standing.LEAVE if _more_important(first, second) else Standing.SHARED
    if not first.matters and _more_important(second, first):
        return Standing.LEARN
    if first.level is None or second.level is None:
        return Standing.UNTOLD
    return Standing.LEARN if _higher(second, first) else Standing.SHARED


def steps(first: Sequence[Rating], second: Sequence[Rating]) -> dict[Standing, tuple[Step, ...]]:
    """The lists of a kind, each by importance to the second; what is left behind by that to the first.

    Empty where one of the careers is not rated. Both come by importance.
    """
    if not first or not second:
        return {}
    own, other = ({rating.name: rating for rating in ratings} for ratings in (first, second))
    found: dict[Standing, list[Step]] = defaultdict(list)
    for name in dict.fromkeys([*other, *own]):
        a, b = own.get(name) or _unrated(other[name]), other.get(name) or _unrated(own[name])
        before, after = measure(a), measure(b)
        step = Step(
            name,
            a,
            b,
            is_new=not before.matters and after.matters and _more_important(after, before),
            is_higher=_higher(after, before),
            is_lower=_higher(before, after),
        )
        found[standing(before, after)].append(step)
    order = {name: place for place, name in enumerate(own)}
    found[Standing.LEAVE].sort(key=lambda step: order[step.name])
    return {where: tuple(listed) for where, listed in found.items() if listed}


def measure(rating: Rating) -> Measure:
    importance, level = rating.cells
    return Measure(
        importance.value,
        importance.standard_error,
        level.value,
        level.standard_error,
        together(("", cell.corrected) for cell in rating.cells),
    )


def schooling(first: Cell, second: Cell, ladder: Sequence[str]) -> int | None:
    """How many classes of entry education the second lies above the first; below zero it lies beneath.

    `ladder` names the classes, lowest first. None where one is missing or not on the ladder.
    """
    if first.value not in ladder or second.value not in ladder:
        return None
    return ladder.index(second.value) - ladder.index(first.value)


def pay_change(first: Profile, second: Profile) -> PayChange:
    """By yearly means; by hourly ones where only those are published for both."""
    key, per = "annual_mean", _("a year")
    if any(profile.cell(key).missing for profile in (first, second)) and not any(
        profile.cell("hourly_mean").missing for profile in (first, second)
    ):
        key, per = "hourly_mean", _("an hour")
    a, b = first.cell(key), second.cell(key)
    verdict = compare(a, b)
    if verdict is Verdict.MISSING:
        return PayChange(verdict, a, b, per, why=next(cell.reason for cell in (a, b) if cell.missing))
    if verdict is Verdict.UNLIKE:
        why = unlike(a, b) or _("pay that high is not printed exactly")
        return PayChange(verdict, a, b, per, why=why)
    return PayChange(verdict, a, b, per, amount=Decimal(b.value) - Decimal(a.value), error=_error(a, b))


def _error(first: Cell, second: Cell) -> Decimal | None:
    if first.rse is None or second.rse is None:
        return None
    errors = (standard_error(float(cell.value), float(cell.rse)) for cell in (first, second))
    return round(Decimal(math.hypot(*errors)), 2)


def _more_important(one: Measure, other: Measure) -> bool:
    return _clearly_more(one.importance, one.importance_se, other.importance, other.importance_se)


def _higher(one: Measure, other: Measure) -> bool:
    return _clearly_more(one.level, one.level_se, other.level, other.level_se)


def _clearly_more(one, one_se, other, other_se) -> bool:
    if one is None or other is None:
        return False
    difference = one - other
    variance = (one_se or 0) ** 2 + (other_se or 0) ** 2
    return difference > LEAST and difference**2 > Z**2 * variance


def _unrated(rating: Rating) -> Rating:
    """The place of a rating that only the other career has."""
    return Rating(rating.name, unrecorded(rating.importance.key), unrecorded(rating.level.key))
