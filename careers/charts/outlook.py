"""Projections as bars: jobs at both ends of the period, and growth against others'."""

from django.utils.translation import gettext as _

from careers import formatting
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
        _("Projected change in jobs: {own} for {name}, {change} for {other}").format(
            own=own.said,
            name=name,
            change=others[-1].cell.said,
            other=_called(others[-1], outlook),
        ),
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
        _related_title(name, own, outlook),
        rows,
        desc=_("Most related first."),
        row_name=_("Career"),
        value_name=_("Growth"),
        **_source(first),
    )


def _called(other, outlook: Outlook) -> str:
    """Within a sentence: all occupations, or the group by its name."""
    return formatting.lower_first(other.name) if other is outlook.everyone else other.name


def _related_title(name: str, own: Cell | None, outlook: Outlook) -> str:
    """How many of those with a projection are to grow faster than the career itself."""
    known = [other.cell for other in outlook.related_growth if not other.cell.missing]
    if own is None or own.missing or not any(cell.unit == own.unit for cell in known):
        return _("Projected growth of careers related to {name}").format(name=name)
    known = [cell for cell in known if cell.unit == own.unit]
    faster = sum(cell.value > own.value for cell in known)
    return _("{faster} of {known} careers related to {name} are projected to grow faster").format(
        faster=faster, known=len(known), name=name
    )


def _source(cell: Cell) -> dict[str, str]:
    return {"source": f"{cell.source_name}, {cell.release}", "source_url": cell.source_url}
