"""How the figures of O*NET's occupations become figures of the pay survey's.

O*NET describes 1,016 occupations by eight-digit codes: 15-1252.00 is the SOC occupation 15-1252, and
15-1299.08 is a part of 15-1299. The pay survey has 830 occupations: detailed SOC occupations, broad
ones (29-2010 for 29-2011 and 29-2012), and a few of its own. The rule:

1. An O*NET occupation belongs to the pay survey's occupation that covers the first six digits of its
   code. One that none covers (the military, say) is rejected with its line.
2. Numbers (ratings, shares, job zone). Where the occupation's code is one detailed SOC code, and that
   code's own O*NET occupation (`.00`) is in the file, on that scale, it stands for the occupation
   alone: it describes the whole of it, and the others parts of it. `parts` is then 1.
3. Otherwise the number is the unweighted mean of the O*NET occupations that have it, rounded to the
   publisher's digits; `parts` says how many they are. O*NET gives no employment to weight by. A number
   that O*NET advises against (Recommend Suppress), or a level of what is not relevant there, is not
   had. Where none has it, the figure is missing: as unreliable if one was advised against, else as not
   applicable. Shares of the same scale may then be means of different occupations, and not add to 100.
4. The standard error of a mean is that of the mean of n independent estimates, √(Σ se²) / n; each
   O*NET occupation is rated by other people. It is missing where one of the n has none.
5. A job zone is no amount to average: it runs from the lowest to the highest of those in rule 3.
6. Titles, technology and tasks are those of all the O*NET occupations together; a technology is hot, or
   in demand, where one of them says so.
7. One occupation is related to another as closely as the closest pair of their O*NET occupations:
   pairs by their best rank, then by the number of pairs, the most first, then by code, ranked anew
   from 1. It is not related to itself, though its parts may be to each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from careers.models import Missing, Occupation

from . import soc

VALUE_DIGITS = Decimal("0.01")
ERROR_DIGITS = Decimal("0.0001")


class Estimate(NamedTuple):
    """A number with its standard error; without a number, the reason, a code of `Missing`."""

    value: Decimal | None = None
    error: Decimal | None = None
    reason: str = ""
    parts: int = 1


NOT_GIVEN = Estimate(reason=Missing.NOT_COLLECTED.value)


class RollUp:
    """The pay survey's occupations, as they stand in the database when it is made."""

    def __init__(self):
        self.ids = soc.detailed_occupations()
        self.titles = dict(Occupation.objects.detailed().values_list("soc_code", "title"))
        self._soc_codes: dict[str, str | None] = {}

    def soc_code(self, onet_code: str) -> str | None:
        """The SOC code of the occupation that an O*NET occupation belongs to (rule 1)."""
        if onet_code not in self._soc_codes:
            self._soc_codes[onet_code] = soc.covering(onet_code[:7], self.ids)
        return self._soc_codes[onet_code]

    def groups(self, onet_codes: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """SOC codes with the O*NET codes that belong there (rule 6)."""
        groups = defaultdict(list)
        for onet_code in sorted(onet_codes):
            if soc_code := self.soc_code(onet_code):
                groups[soc_code].append(onet_code)
        yield from groups.items()

    def standing(self, onet_codes: Iterable[str]) -> Iterator[tuple[str, list[str]]]:
        """SOC codes with the O*NET codes whose numbers stand for the occupation (rules 2 and 3)."""
        for soc_code, members in self.groups(onet_codes):
            own = f"{soc_code}.00"
            yield soc_code, [own] if own in members else members


def mean(estimates: Iterable[Estimate]) -> Estimate:
    """One estimate of several O*NET occupations' (rules 3 and 4)."""
    estimates = list(estimates)
    had = [estimate for estimate in estimates if estimate.value is not None]
    if not had:
        reasons = {estimate.reason for estimate in estimates}
        first = (Missing.UNRELIABLE, Missing.NOT_APPLICABLE)
        return Estimate(reason=next((r.value for r in first if r.value in reasons), NOT_GIVEN.reason))
    value = sum(estimate.value for estimate in had) / len(had)
    error = None
    if all(estimate.error is not None for estimate in had):
        error = sum(estimate.error**2 for estimate in had).sqrt() / len(had)
        error = error.quantize(ERROR_DIGITS, ROUND_HALF_UP)
    return Estimate(value.quantize(VALUE_DIGITS, ROUND_HALF_UP), error, parts=len(had))
