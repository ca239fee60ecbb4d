"""Projections as bars: jobs at both ends of the period, and growth against others'."""

from django.utils.translation import gettext as _

from careers.selectors.cells import Cell
from careers.selectors.outlook import Outlook

from .bars import BarChart, Row, bars


def jobs_chart(chart_id: str, name: str, outlook: Outlook) -> BarChart | None:
    """Jobs in the base and in the target year; None unless both are known."""
    base, target = outlook.cell("employment_base"), outlook.cell("employment_target")
    if not (outlook.years and base and target) or base.missing or target.missing:
        return None
    first, last = outlook.years
    return bars(
        chart_id,
        _("{name}: {base} jobs in {first}, {target} expected in {last}").format(
            name=name, base=base.said, first=first, target=target.said, last=last
        ),
        [
            Row(str(first), float(base.value), base.text, is_quiet=True, remark=base.remark),
            Row(
                _("{last}, projected").format(last=last),
                float(target.value),
                target.text,
                remark=target.remark,
            ),
        ],
        row_name=_("Year"),
        value_name=_("Jobs"),
        **_source(base),
    )


def growth_chart(chart_id: str, name: str, outlook: Outlook) -> BarChart | None:
    """Growth beside that of the group and of all occupations; None where only one of them is known."""
    own = outlook.cell("growth")
    if own is None or own.missing or outlook.years is None:
        return None
    others = [
        other
        for other in (outlook.group, outlook.everyone)
        if other and not other.cell.missing and other.cell.unit == own.unit
    ]
    if not others:
        return None
    return bars(
        chart_id,
        _("{name} against their group and all occupations").format(name=name)
        if len(others) > 1
        else _("{name} against others").format(name=name),
        [
            Row(name, float(own.value), own.text, remark=own.remark),
            *(
                Row(
                    other.name,
                    float(other.cell.value),
                    other.cell.text,
                    is_quiet=True,
                    remark=other.cell.remark,
                )
                for other in others
            ),
        ],
        desc=_("Projected change in jobs, {unit}.").format(unit=own.unit),
        row_name=_("Occupations"),
        value_name=_("Growth"),
        **_source(own),
    )


def related_chart(chart_id: str, name: str, outlook: Outlook) -> BarChart | None:
    """Growth of the related careers, most related first, under that of the career itself."""
    own = outlook.cell("growth")
    rows = [
        Row(
            other.name,
            None if other.cell.missing else float(other.cell.value),
            other.cell.text,
            reason=other.cell.reason,
            remark=other.cell.remark,
        )
        for other in outlook.related_growth
        if other.cell.missing or own is None or own.missing or other.cell.unit == own.unit
    ]
    if not rows:
        return None
    if own and not own.missing and outlook.years:
        rows.insert(0, Row(name, float(own.value), own.text, is_quiet=True, remark=own.remark))
    first = outlook.related_growth[0].cell
    return bars(
        chart_id,
        _("Projected growth of careers related to {name}").format(name=name),
        rows,
        desc=_("Most related first."),
        row_name=_("Career"),
        value_name=_("Growth"),
        **_source(first),
    )


def _source(cell: Cell) -> dict[str, str]:
    return {"source": f"{cell.source_name}, {cell.release}", "source_url": cell.source_url}
