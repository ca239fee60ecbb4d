"""Ratings as bars: skills and fields of knowledge by importance, interests."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from careers import formatting
from careers.selectors.cells import Cell
from careers.selectors.skills import Interest, Rating

from .bars import BarChart, Row, bars

MOST = 12  # bars, of 35 skills or 33 fields of knowledge
IMPORTANCE, INTEREST = (1, 5), (1, 7)  # the ends of O*NET's scales


def importance_chart(chart_id: str, name: str, ratings: Sequence[Rating]) -> BarChart | None:
    """The ratings of highest importance; None where none is rated. `ratings` come by importance."""
    known = [rating for rating in ratings if not rating.importance.missing][:MOST]
    if not known:
        return None
    first = "; ".join(formatting.in_sentence(rating.name) for rating in known[:3])
    return bars(
        chart_id,
        _("What matters most to {name}: {first}").format(name=name, first=first),
        [_row(rating.name, rating.importance) for rating in known],
        ends=IMPORTANCE,
        scale=_("From 1, not important, to 5, extremely important."),
        desc=_("The {known} of highest importance of {ratings}, highest first.").format(
            known=len(known), ratings=len(ratings)
        ),
        row_name=_("Name"),
        value_name=_("Importance, 1 to 5"),
        **_source(known[0].importance),
    )


def interest_chart(chart_id: str, name: str, interests: Sequence[Interest]) -> BarChart | None:
    """All six interests in their order; None where none is rated."""
    known = [interest for interest in interests if not interest.cell.missing]
    if not known:
        return None
    best = max(interest.cell.value for interest in known)
    names = formatting.listing([one.name.lower() for one in known if one.cell.value == best])
    return bars(
        chart_id,
        _("The work of {name} suits {names} interests best").format(name=name, names=names),
        [_row(interest.name, interest.cell) for interest in interests],
        ends=INTEREST,
        scale=_("From 1, does not suit it, to 7, suits it very well."),
        row_name=_("Interest"),
        value_name=_("Rating, 1 to 7"),
        **_source(known[0].cell),
    )


def _row(label: str, cell: Cell) -> Row:
    return Row(
        label, None if cell.missing else float(cell.value), cell.text, reason=cell.reason, remark=cell.remark
    )


def _source(cell: Cell) -> dict[str, str]:
    return {"source": f"{cell.source_name}, {cell.release}", "source_url": cell.source_url}
