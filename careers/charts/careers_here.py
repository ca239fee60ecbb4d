"""Bars of the occupations of one place or industry."""

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
    prices = ", in national prices" if in_national_prices else ""
    among = ", of those whose pay is printed" if best.above else ""
    return bars(
        chart_id,
        f"{first.career.title} earn most {where}: {cells[0].said} {first.per} on average{prices}{among}",
        [_row(item, cell) for item, cell in zip(best.careers, cells, strict=True)],
        desc=f"Mean pay{prices}, highest first: {len(cells)} occupations. {best.floor}",
        source=f"{cells[0].source_name}, {cells[0].release}",
        source_url=cells[0].source_url,
        row_name="Occupation",
        value_name="Mean pay",
    )


def unusual_chart(chart_id: str, where: str, unusual: Unusual) -> BarChart | None:
    """How many times as common as in the nation, most unusual first."""
    if not unusual.careers:
        return None
    first = unusual.careers[0]
    return bars(
        chart_id,
        f"{first.career.title} are {first.quotient.said} times as common {where} as in the nation",
        [
            Row(
                item.career.title, float(item.quotient.value), item.quotient.text, remark=item.quotient.remark
            )
            for item in unusual.careers
        ],
        desc=f"{first.quotient.label}, highest first: {len(unusual.careers)} occupations. {unusual.floor}",
        source=f"{first.quotient.source_name}, {first.quotient.release}",
        source_url=first.quotient.source_url,
        row_name="Occupation",
        value_name=first.quotient.label,
    )


def _row(item: PaidCareer, cell: Cell) -> Row:
    # One index holds for all occupations of a place: their yearly amounts all shrink or grow alike.
    worth = float(cell.value) / float(item.pay.value)
    text = cell.text if item.per == "a year" else f"{cell.text} {item.per}"
    return Row(item.career.title, item.yearly * worth, text, remark=cell.remark)
