"""Bars of the occupations of one place or industry."""

from django.utils.translation import gettext as _

from careers.selectors.careers_here import BestPaid, PaidCareer, Unusual
from careers.selectors.cells import Cell

from .bars import BarChart, Row, bars


def best_paid_chart(
    chart_id: str, where: str, best: BestPaid, *, in_national_prices: bool
) -> BarChart | None:
    """Mean pay a year, highest first; pay by the hour is drawn as 2,080 hours and says that it is hourly."""
    if not best.careers:
        return None
    first = best.careers[0]
    cells = [item.shown(in_national_prices=in_national_prices) for item in best.careers]
    prices = _(", in national prices") if in_national_prices else ""
    among = _(", of those whose pay is printed") if best.above else ""
    return bars(
        chart_id,
        _("{career} earn most {where}: {cells} {per} on average{prices}{among}").format(
            career=first.career.title,
            where=where,
            cells=cells[0].said,
            per=first.per,
            prices=prices,
            among=among,
        ),
        [_row(item, cell) for item, cell in zip(best.careers, cells, strict=True)],
        desc=_("Mean pay{prices}, highest first: {cells} occupations. {floor}").format(
            prices=prices, cells=len(cells), floor=best.floor
        ),
        source=f"{cells[0].source_name}, {cells[0].release}",
        source_url=cells[0].source_url,
        row_name=_("Occupation"),
        value_name=_("Mean pay"),
    )


def unusual_chart(chart_id: str, where: str, unusual: Unusual) -> BarChart | None:
    """How many times as common as in the nation, most unusual first."""
    if not unusual.careers:
        return None
    first = unusual.careers[0]
    return bars(
        chart_id,
        _("{career} are {quotient} times as common {where} as in the nation").format(
            career=first.career.title, quotient=first.quotient.said, where=where
        ),
        [
            Row(
                item.career.title, float(item.quotient.value), item.quotient.text, remark=item.quotient.remark
            )
            for item in unusual.careers
        ],
        desc=_("{quotient}, highest first: {careers} occupations. {floor}").format(
            quotient=first.quotient.label, careers=len(unusual.careers), floor=unusual.floor
        ),
        source=f"{first.quotient.source_name}, {first.quotient.release}",
        source_url=first.quotient.source_url,
        row_name=_("Occupation"),
        value_name=first.quotient.label,
    )


def _row(item: PaidCareer, cell: Cell) -> Row:
    # One index holds for all occupations of a place: their yearly amounts all shrink or grow alike.
    worth = float(cell.value) / float(item.pay.value)
    text = cell.text if item.per == _("a year") else f"{cell.text} {item.per}"
    return Row(item.career.title, item.yearly * worth, text, remark=cell.remark)
