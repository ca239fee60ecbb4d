"""Pay of all occupations together: by state on the map, by sector as bars."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from careers import formatting
from careers.prose.places import in_place
from careers.selectors.industries import IndustryRow
from careers.selectors.places import PlaceRow

from .bars import BarChart, Row, bars
from .us_map import ABOVE, PlaceValue, UsMap, us_map

STATE = "state"  # the kind of place


def pay_by_state(chart_id: str, states: Sequence[PlaceRow]) -> UsMap | None:
    """Mean pay of all occupations; None where it is published for no state.

    The best paid state is marked unless pay somewhere is above what is printed.
    """
    known = _by_pay(states)
    if not known:
        return None
    low, high = known[0], known[-1]
    is_certain = not any(state.mean.at_least for state in states)
    return us_map(
        chart_id,
        _("All occupations together pay {low} a year on average in {worst}, {high} in {best}").format(
            low=low.mean.said,
            worst=in_place(low.name, STATE),
            high=high.mean.said,
            best=in_place(high.name, STATE),
        ),
        [
            PlaceValue(
                slug=state.slug,
                value=None if state.mean.missing else float(state.mean.value),
                short=state.mean.text,
                text=state.mean.said if state.mean.missing else _("{pay} a year").format(pay=state.mean.said),
                url=state.url,
                reason=state.mean.reason,
                unshaded=ABOVE if state.mean.at_least else "",
            )
            for state in states
        ],
        best=high.slug if is_certain else "",
        best_text=_("highest: {place}, {pay}").format(place=high.name, pay=high.mean.said)
        if is_certain
        else "",
        desc=_("Pay as paid, at the prices of each state. The table below has the same figures."),
        **_source(high),
    )


def pay_by_sector(chart_id: str, sectors: Sequence[IndustryRow]) -> BarChart | None:
    """Mean pay of all occupations, the best paying sector first; None where it is published for none."""
    known = _by_pay(sectors)[::-1]
    if not known:
        return None
    best, above = known[0], len([row for row in sectors if row.mean.at_least])
    told = (
        _("{sector} pays most: {pay} a year on average, of the sectors whose pay is printed")
        if above
        else _("{sector} pays most: {pay} a year on average")
    )
    return bars(
        chart_id,
        told.format(sector=best.name, pay=best.mean.said),
        [
            Row(row.name, float(row.mean.value), row.mean.text, url=row.url, remark=row.mean.remark)
            for row in known
        ],
        desc=_(
            "Mean pay by sector, highest first: {number} of {all}. The table below has the same figures."
        ).format(number=formatting.count(len(known)), all=len(sectors)),
        **_source(best),
    )


def _by_pay(rows):
    """Those that can be ranked, lowest first."""
    known = [row for row in rows if not (row.mean.missing or row.mean.at_least)]
    return sorted(known, key=lambda row: row.mean.value)


def _source(row) -> dict[str, str]:
    return {"source": f"{row.mean.source_name}, {row.mean.release}", "source_url": row.mean.source_url}
