"""Maps of pay: of one career, and of several together."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.prose.places import in_place
from careers.selectors.local_pay import LocalPay
from careers.selectors.pay_by_state import StatePay

from .us_map import ABOVE, THIN, PlaceValue, UsMap, us_map

STATE = "state"  # the kind of place
UNITS = {"annual_mean": gettext_lazy("a year"), "hourly_mean": gettext_lazy("an hour")}


def local_pay_map(chart_id: str, name: str, places: Sequence[LocalPay]) -> UsMap | None:
    """Mean pay of a career by state; None where it is published for none.

    Marked is the state that is called best paying: the highest paid above the floor, unless pay somewhere
    is above what is printed.
    """
    known = [place for place in places if not (place.mean.missing or place.mean.at_least)]
    if not known:
        return None
    # By the year and by the hour do not share a scale.
    keys = [place.mean.key for place in known]
    key = max(dict.fromkeys(keys), key=keys.count)
    drawn = {place.slug for place in known if place.mean.key == key}
    by_pay = sorted((place for place in known if place.slug in drawn), key=lambda place: place.mean.value)
    rankable = [place for place in by_pay if place.is_rankable]
    is_certain = not any(place.mean.at_least for place in places)
    best = rankable[-1] if rankable and is_certain else None
    unit = UNITS[key] if is_certain else _("{units}, where it is printed").format(units=UNITS[key])
    return us_map(
        chart_id,
        _("{name} by state: mean pay from {mean} to {mean_2} {unit}").format(
            name=name, mean=by_pay[0].mean.said, mean_2=by_pay[-1].mean.said, unit=unit
        ),
        [
            PlaceValue(
                slug=place.slug,
                value=float(place.mean.value) if place.slug in drawn or place.mean.at_least else None,
                short=place.mean.text,
                text=_paid(place),
                url=place.url,
                reason=place.mean.reason,
                unshaded=ABOVE if place.mean.at_least else "",
            )
            for place in places
        ],
        best=best.slug if best else "",
        best_text=_("highest that can be ranked: {best}, {mean}").format(best=best.name, mean=best.mean.said)
        if best
        else "",
        desc=_("Pay as paid, at the prices of each state. The table below has the same figures."),
        source=f"{known[0].mean.source_name}, {known[0].mean.release}",
        source_url=known[0].mean.source_url,
    )


def _paid(place: LocalPay) -> str:
    return place.mean.said if place.mean.missing else f"{place.mean.said} {UNITS[place.mean.key]}"


def together_map(chart_id: str, states: Sequence[StatePay]) -> UsMap | None:
    """Mean pay of several careers together by state; None where too few of them are published anywhere."""
    compared = sorted(
        (state for state in states if state.is_ranked),
        key=lambda state: state.mean.value,
    )
    if not compared:
        return None
    low, high = compared[0], compared[-1]
    is_certain = not any(state.mean.at_least for state in states)
    return us_map(
        chart_id,
        _("Together these careers pay {mean} a year in {in_place}, {mean_2} in {in_place_2}").format(
            mean=low.mean.said,
            in_place=in_place(low.name, STATE),
            mean_2=high.mean.said,
            in_place_2=in_place(high.name, STATE),
        ),
        [
            PlaceValue(
                slug=state.slug,
                value=None if state.mean.missing else float(state.mean.value),
                short="" if state.mean.missing else formatting.money(state.mean.value),
                text=_together(state),
                url=state.url,
                reason=state.mean.reason,
                unshaded=THIN if state.is_thin else ABOVE if state.is_open else "",
            )
            for state in states
        ],
        best=high.slug if is_certain else "",
        best_text=_("highest: {high}, {mean}").format(high=high.name, mean=high.mean.said)
        if is_certain
        else "",
        desc=_("The table below has the same figures."),
        source=f"{low.mean.source_name}, {low.mean.release}",
        source_url=low.mean.source_url,
    )


def _together(state: StatePay) -> str:
    if state.mean.missing:
        return state.mean.said
    return _("{mean} a year over {careers} careers").format(mean=state.mean.said, careers=state.careers.said)
