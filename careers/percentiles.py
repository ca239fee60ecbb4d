"""Where an amount lies in a published distribution of which only some percentiles are known.

Method. The publisher prints the 10th, 25th, 50th (median), 75th and 90th percentile, or some of them.
Between two neighbouring printed points people are taken to be spread evenly, so that the percentile of an
amount follows from linear interpolation. Outside of what is printed nothing is guessed: an amount under the
lowest point is below that percentile, one over the highest above it. Where the upper percentiles are
top-coded, they are known to lie at the top code or above: an amount under the top code lies between the
highest printed percentile and the next one, an amount from the top code on cannot be placed any closer.
Where several percentiles are printed with the same amount, that very amount lies between them.

In words an interpolated percentile is rounded to the nearest five: the error of pay surveys does not carry
more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

PERCENTS = (10, 25, 50, 75, 90)
ROUNDED_TO = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """The percentiles, 0 to 100, between which an amount lies; the same twice where it is placed."""

    low: float
    high: float
    is_beyond_print: bool = False  # at the publisher's top code or above

    @property
    def is_placed(self) -> bool:
        return self.low == self.high


def standing(
    amount: float, points: Mapping[int, float | None], top_code: float | None = None
) -> Standing | None:
    """Where the amount lies among the points: amounts by percent of `PERCENTS`, ascending, None if missing.

    `top_code` is given where percentiles above the known ones are missing because they reach it. All in
    one unit. None where nothing is known of the distribution.
    """
    amount = float(amount)
    known = [(percent, float(points[percent])) for percent in PERCENTS if points.get(percent) is not None]
    top_coded = [percent for percent in PERCENTS if not known or percent > known[-1][0]]
    if top_code is None or not top_coded:
        return _among(amount, known) if known else None
    if amount >= top_code:
        return Standing(known[-1][0] if known else 0, 100, is_beyond_print=True)
    if not known or amount > known[-1][1]:
        return Standing(known[-1][0] if known else 0, top_coded[0])
    return _among(amount, known)


def _among(amount: float, known: list[tuple[int, float]]) -> Standing:
    if amount < known[0][1]:
        return Standing(0, known[0][0])
    if amount > known[-1][1]:
        return Standing(known[-1][0], 100)
    if same := [percent for percent, point in known if point == amount]:
        return Standing(same[0], same[-1])
    for (percent, point), (next_percent, next_point) in pairwise(known):
        if point < amount < next_point:
            share = (amount - point) / (next_point - point)
            placed = min(percent + share * (next_percent - percent), next_percent)
            return Standing(placed, placed)
    raise ValueError("The points must ascend.")


def in_words(lies: Standing) -> str:
    """about the 35th percentile; below the 10th percentile; above what the publisher prints, …"""
    if lies.is_beyond_print:
        beyond = _("above what the publisher prints")
        return (
            _("{beyond}, which is above the {ordinal} percentile").format(
                beyond=beyond, ordinal=_ordinal(lies.low)
            )
            if lies.low
            else beyond
        )
    return _("{position} percentile").format(position=_position(lies))


def range_in_words(lower: Standing, upper: Standing) -> str:
    """The same for a range among the same points: from below the 10th to about the 35th percentile."""
    if in_words(lower) == in_words(upper):
        return in_words(lower)
    if upper.is_beyond_print:
        return _("from {in_words} to {in_words_2}").format(
            in_words=in_words(lower), in_words_2=in_words(upper)
        )
    return _("from {position} to {position_2} percentile").format(
        position=_position(lower), position_2=_position(upper)
    )


def _position(lies: Standing) -> str:
    if lies.is_placed:
        exact = "" if lies.low in PERCENTS else _("about ")
        return _("{exact}the {ordinal}").format(exact=exact, ordinal=_ordinal(lies.low))
    if lies.low == 0:
        return _("below the {ordinal}").format(ordinal=_ordinal(lies.high))
    if lies.high == 100:
        return _("above the {ordinal}").format(ordinal=_ordinal(lies.low))
    return _("between the {ordinal} and the {ordinal_2}").format(
        ordinal=_ordinal(lies.low), ordinal_2=_ordinal(lies.high)
    )


def _ordinal(percent: float) -> str:
    """The percentile rounded to the nearest five: 33.4 reads 35th. One between 0 and 100 ends in "th"."""
    return _("{number}th").format(number=int((percent + ROUNDED_TO / 2) // ROUNDED_TO * ROUNDED_TO))
