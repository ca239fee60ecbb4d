"""Shares of people as bars on one scale from 0 to 100 percent."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.prose.demographics import whom, women_and_men
from careers.selectors.cells import Cell

from .bars import BarChart, Row, bars, with_the_most

PERCENT = (0, 100)
TITLES = {
    "gender": gettext_lazy("Women and men among {name}"),
    "age_groups": gettext_lazy("Ages of {name}"),
    "race": gettext_lazy("Race and origin of {name}"),
    "lgbt": gettext_lazy("LGBT people among {name}"),
}


def share_chart(part: str, name: str, shares: Sequence[Cell]) -> BarChart | None:
    """A bar for each group of people, in the order of the source; None where no share is known."""
    known = [cell for cell in shares if not cell.missing]
    if not known:
        return None
    return bars(
        part.replace("_", "-"),
        _title(part, whom(name, known[0]), known),
        [
            Row(
                cell.label,
                None if cell.missing else float(cell.value),
                cell.text,
                reason=cell.reason,
                remark=cell.remark,
            )
            for cell in shares
        ],
        ends=PERCENT,
        scale=_("From 0 to 100 percent."),
        note=known[0].note,
        source=f"{known[0].source_name}, {known[0].release}",
        source_url=known[0].source_url,
        row_name=_("Group"),
        value_name=_("Percent of workers"),
    )


def _title(part: str, who: str, known: Sequence[Cell]) -> str:
    said = women_and_men(who, known).removesuffix(".") if part == "gender" else ""
    return said or with_the_most(TITLES[part].format(name=who), known)
