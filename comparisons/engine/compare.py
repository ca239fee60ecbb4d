"""From profiles to the sections, rows and cells of a comparison; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, zip_longest
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.language import language
from careers.selectors.cells import Cell, relabel, unrecorded
from careers.selectors.profile import Profile

from .differences import from_baseline, more, untested
from .metrics import OF_PLACES, SECTIONS, Direction, Metric, SectionDefinition
from .significance import Verdict, own_place, unlike
from .significance import compare as compare_cells
from .verdicts import verdict as verdict_of_several

NATION = "United States"
OF_ANY_KIND = frozenset()
KINDS = {
    "mean": gettext_lazy("a mean"),
    "median": gettext_lazy("a median"),
    "class": gettext_lazy("the most common answer"),
    "range": gettext_lazy("a range"),
    "share": gettext_lazy("a share"),
    "name": gettext_lazy("a name"),
    "name by visa-filing offers": gettext_lazy("the highest median of visa-filing offers"),
}


class Row(NamedTuple):
    """A figure of each of the compared; `differences` from the pinned one, empty where none is pinned.

    A page makes two dozen: a tuple is made in a third of the time of a frozen dataclass.
    """

    key: str
    label: str
    hint: str
    cells: tuple[Cell, ...]
    verdict: str
    differences: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[tuple[Cell, str], ...]:
        """Each cell with how far it is from the pinned one."""
        return tuple(zip_longest(self.cells, self.differences, fillvalue=""))

    @property
    def is_equal(self) -> bool:
        """Whether all say the same, be it that nothing is known."""
        return len({(cell.missing, cell.text, cell.unit, cell.group) for cell in self.cells}) == 1


@dataclass(frozen=True, slots=True)
class Section:
    slug: str
    title: str
    rows: tuple[Row, ...]

    @property
    def has_verdicts(self) -> bool:
        return any(row.verdict for row in self.rows)


def compare(profiles: Sequence[Profile], pinned: int | None = None) -> tuple[Section, ...]:
    """The sections that have rows; each row has one cell a profile, in the order of the profiles.

    `pinned` is the place in the row of the one that the others are held against. The profiles of one
    comparison are all of the same place, which each figure that depends on it names.
    """
    return _sections(SECTIONS, profiles, [profile.plural for profile in profiles], pinned)


def compare_places(profiles: Sequence[Profile], pinned: int | None = None) -> tuple[Section, ...]:
    """One career in several places: what depends on the place, each figure ranked as that of its own."""
    names = [profile.place or NATION for profile in profiles]
    return _sections(OF_PLACES, profiles, names, pinned, across_places=True)


def differing(sections: Sequence[Section]) -> tuple[tuple[Section, ...], int]:
    """The sections without the rows in which all say the same, and how many these are."""
    kept = [
        replace(section, rows=tuple(row for row in section.rows if not row.is_equal)) for section in sections
    ]
    hidden = sum(len(section.rows) for section in sections) - sum(len(section.rows) for section in kept)
    return tuple(section for section in kept if section.rows), hidden


def _sections(
    definitions: Sequence[SectionDefinition],
    profiles: Sequence[Profile],
    names: Sequence[str],
    pinned: int | None,
    *,
    across_places: bool = False,
) -> tuple[Section, ...]:
    spoken = language()
    held = [profile.cells for profile in profiles]
    sections = []
    for definition in definitions:
        rows = []
        for metric in definition.metrics:
            found = [cells.get(metric.key) for cells in held]
            if _stands(metric, found):
                rows.append(_row(metric, found, names, pinned, across_places, spoken))
        if rows:
            sections.append(Section(definition.slug, str(definition.title), tuple(rows)))
    return tuple(sections)


def _stands(metric: Metric, found: Sequence[Cell | None]) -> bool:
    if metric.explained:
        return any(found)
    return any(cell and not cell.missing for cell in found)


def _row(
    metric: Metric,
    found: Sequence[Cell | None],
    names: Sequence[str],
    pinned: int | None,
    across_places: bool,
    spoken: str,
) -> Row:
    kinds = frozenset(cell.kind for cell in found if cell) if metric.labels else OF_ANY_KIND
    label, hint = _words(metric, kinds, spoken)
    cells = tuple([relabel(cell or unrecorded(metric.key), label) for cell in found])
    judged = own_place(cells) if across_places else cells
    ranked = metric.direction is Direction.HIGHER
    return Row(
        key=metric.key,
        label=label,
        hint=hint,
        cells=cells,
        verdict=_verdict(judged, names, metric) if ranked else _warning(judged),
        differences=from_baseline(judged, pinned, metric.difference),
    )


@cache
def _words(metric: Metric, kinds: frozenset[str], spoken: str) -> tuple[str, str]:
    """The label and the hint of a row."""
    return str(metric.label_for(kinds)), str(metric.hint)


def _warning(cells: tuple[Cell, ...]) -> str:
    """That figures which are not ranked are not alike, where the cells alone would let it pass.

    Different sources are named in the cells and not repeated here.
    """
    known = [cell for cell in cells if not cell.missing]
    if len(known) < 2:
        return ""
    if len(found := dict.fromkeys([cell.kind for cell in known])) > 1:
        kinds = [str(KINDS.get(kind, kind)) for kind in found]
        return _("Not alike: {kinds} beside {kinds_2}.").format(
            kinds=kinds[0], kinds_2=formatting.listing(kinds[1:])
        )
    for a, b in combinations(known, 2):
        if a.source_name == b.source_name and (why := _difference(a, b)):
            return _("Not alike: {why}.").format(why=why)
    return ""


def _difference(first: Cell, second: Cell) -> str:
    """How two figures differ; the place that is a career's answer is no difference of area."""
    return unlike(first, second, of_areas=first.kind != "name")


def _verdict(cells: tuple[Cell, ...], names: Sequence[str], metric: Metric) -> str:
    if len(cells) > 2:
        return verdict_of_several(cells, names, metric.difference)
    first, second = cells
    found = compare_cells(first, second)
    if found is Verdict.UNLIKE:
        why = unlike(first, second) or _("pay above what the publisher prints cannot be ranked")
        return _("Not ranked: {why}.").format(why=why)
    if found is Verdict.SAME:
        return _("Equal.") if first.value == second.value else _("About the same: within the sampling error.")
    if found is Verdict.MISSING:
        return ""
    ahead, behind, winner = (first, second, names[0]) if found is Verdict.FIRST else (second, first, names[1])
    return f"{winner}: {more(ahead, behind, metric.difference)}.{untested([ahead, behind])}"
