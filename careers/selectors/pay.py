"""Pay as pages show it: from wage estimates to cells and ranges."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import Mark, error_note, mark, own_error
from careers.models import Missing, WageEstimate
from careers.models.wages import PERCENTILES

from .cells import Cell, absent, build

RSE = "wage_rse"
NAMES = {
    "p10": gettext_lazy("10th percentile"),
    "p25": gettext_lazy("25th percentile"),
    "median": gettext_lazy("Median"),
    "p75": gettext_lazy("75th percentile"),
    "p90": gettext_lazy("90th percentile"),
    "mean": gettext_lazy("Mean"),
}


@dataclass(frozen=True, slots=True)
class PayRange:
    """The spread of pay in one place: percentiles and mean, US dollars a year or an hour.

    A percentile is None where it is missing; `top_code` is set where some are above the highest
    amount the publisher prints.
    """

    per: str  # "year" or "hour"
    p10: float | None
    p25: float | None
    median: float | None
    p75: float | None
    p90: float | None
    mean: float | None
    top_code: float | None
    # Where a source states a range without saying which part of the people it spans.
    stated_low: float | None = None
    stated_high: float | None = None
    corrected: Mapping[str, Mark] = field(default_factory=dict)  # by percentile, or mean

    @property
    def is_known(self) -> bool:
        return any(amount is not None for amount in (self.median, self.top_code, self.stated_high))


def is_paid_by_the_hour(wage: WageEstimate) -> bool:
    """Only hourly pay is published, as for actors and musicians."""
    return wage.reason_for("annual_mean") == Missing.HOURLY_ONLY


def pay_cell(wage: WageEstimate, name: str) -> Cell:
    """The cell of `annual_mean`, `hourly_mean` or `annual_median`; top-coded pay reads "at least"."""
    value, reason, release = getattr(wage, name), wage.reason_for(name), wage.release
    area, corrected = wage.area.name, mark(wage, name)
    hourly = name.startswith("hourly")
    if value is not None:
        text = formatting.money_cents(value) if hourly else formatting.money(value)
        error = {}
        if name.endswith("mean"):
            error = {"rse": own_error(wage, name, RSE), "note": error_note(wage, name, RSE)}
        return build(name, value, text, release, area=area, corrected=corrected, **error)
    top_code = release.top_code_hourly if hourly else release.top_code_annual
    if reason == Missing.TOP_CODED and top_code is not None:
        return build(
            name,
            top_code,
            formatting.at_least_money(top_code),
            release,
            area=area,
            at_least=True,
            corrected=corrected,
            note=_("The publisher prints no amount above this."),
        )
    return absent(name, reason or Missing.NOT_COLLECTED.value, release, area=area, corrected=corrected)


def range_cell(wage: WageEstimate, per: str = "") -> Cell:
    """The 10th to the 90th percentile, by year or hour; unasked, hourly where only that is published."""
    spread = pay_range(wage, per)
    prefix = "annual" if spread.per == "year" else "hourly"
    said = {
        "area": wage.area.name,
        "unit": _("US dollars a year") if spread.per == "year" else _("US dollars an hour"),
        "corrected": mark(wage, f"{prefix}_p10", f"{prefix}_p90"),
    }
    note = _("From the 10th to the 90th percentile: one in ten earns less, one in ten more.")
    show = formatting.money if spread.per == "year" else formatting.money_cents
    if spread.p10 is not None and spread.p90 is not None:
        text = _("{show} to {show_2}").format(show=show(spread.p10), show_2=show(spread.p90))
        return build("pay_range", (spread.p10, spread.p90), text, wage.release, note=note, **said)
    if spread.top_code is not None:
        low, text = spread.top_code, formatting.at_least_money(spread.top_code)
        if spread.p10 is not None:
            low, text = spread.p10, _("{show} to {text}").format(show=show(spread.p10), text=text)
        value = (low, spread.top_code)
        return build("pay_range", value, text, wage.release, note=note, at_least=True, **said)
    reason = wage.reason_for(f"{prefix}_p10")
    return absent("pay_range", reason or Missing.NOT_COLLECTED.value, wage.release, **said)


def pay_range(wage: WageEstimate, per: str = "") -> PayRange:
    per = per or ("hour" if is_paid_by_the_hour(wage) else "year")
    prefix = "hourly" if per == "hour" else "annual"
    values = {name: getattr(wage, f"{prefix}_{name}") for name in (*PERCENTILES, "mean")}
    top_coded = any(wage.reason_for(f"{prefix}_{name}") == Missing.TOP_CODED for name in PERCENTILES)
    known = [values[name] for name in PERCENTILES if values[name] is not None]
    marks = {name: mark(wage, f"{prefix}_{name}") for name in values} if wage.corrected else {}
    limit = wage.release.top_code_hourly if per == "hour" else wage.release.top_code_annual
    return PayRange(
        per=per,
        **{name: None if value is None else float(value) for name, value in values.items()},
        # A lower percentile above the top code is printed now and then; the higher ones are no less.
        top_code=float(max([limit, *known])) if top_coded and limit is not None else None,
        corrected={name: one for name, one in marks.items() if one},
    )


def range_rows(spread: PayRange) -> list[tuple[str, str]]:
    """The numbers behind a pay range chart, in words, lowest first."""
    show = formatting.money if spread.per == "year" else formatting.money_cents
    if spread.stated_low is not None:
        return [
            (_("Lower end, as stated"), _amount(spread.stated_low, show, spread)),
            (_("Upper end, as stated"), _amount(spread.stated_high, show, spread)),
            (str(NAMES["mean"]), _told(spread, "mean", show)),
        ]
    return [(str(NAMES[name]), _told(spread, name, show)) for name in (*PERCENTILES, "mean")]


def range_notes(spread: PayRange) -> list[str]:
    """What the editors corrected of it, a sentence each."""
    return [f"{NAMES[name]}, {formatting.lower_first(one.told)}" for name, one in spread.corrected.items()]


def _told(spread: PayRange, name: str, show) -> str:
    text = _amount(getattr(spread, name), show, spread)
    return f"{text} ({spread.corrected[name].short})" if name in spread.corrected else text


def _amount(amount: float | None, show, spread: PayRange) -> str:
    if amount is not None:
        return show(amount)
    return formatting.at_least_money(spread.top_code) if spread.top_code is not None else formatting.NOTHING
