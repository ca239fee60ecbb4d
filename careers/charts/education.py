"""Degrees held, and what a newcomer needs by answer, as bars on one scale from 0 to 100 percent."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.selectors.cells import Cell

from .bars import BarChart, Row, bars, with_the_most

PERCENT = (0, 100)
TITLES = {
    "attainment": gettext_lazy("Highest degree of {name} of 25 years and older"),
    "required_education": gettext_lazy("Education that a newcomer needs, as answered for {name}"),
    "required_experience": gettext_lazy("Related experience that a newcomer needs, as answered for {name}"),
    "on_site_training": gettext_lazy("On-site training that a newcomer needs, as answered for {name}"),
    "on_the_job_training": gettext_lazy("Training on the job that a newcomer needs, as answered for {name}"),
}


def degree_or_answer_chart(key: str, name: str, cells: Sequence[Cell]) -> BarChart | None:
    """A bar for each degree or answer, lowest first; None where no share is known.

    An answer that nobody gave is left out at either end of the scale.
    """
    if all(cell.missing for cell in cells):
        return None
    given = [position for position, cell in enumerate(cells) if cell.missing or cell.value]
    shown = cells[given[0] : given[-1] + 1]
    first = next(cell for cell in cells if not cell.missing)
    return bars(
        key.replace("_", "-"),
        with_the_most(
            TITLES[key].format(
                name=_("people in the wider group of {name}").format(name=name) if first.group else name
            ),
            cells,
        ),
        [_row(cell) for cell in shown],
        ends=PERCENT,
        scale=_("From 0 to 100 percent."),
        note=first.note,
        source=f"{first.source_name}, {first.release}",
        source_url=first.source_url,
        row_name=_("Degree") if key == "attainment" else _("Answer"),
        value_name=_("Percent of workers") if key == "attainment" else _("Percent of answers"),
    )


def _row(cell: Cell) -> Row:
    return Row(
        cell.label,
        None if cell.missing else float(cell.value),
        cell.text,
        reason=cell.reason,
        remark=cell.remark,
    )
