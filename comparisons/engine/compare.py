"""From profiles to the sections, rows and cells of a comparison; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from careers import formatting
from careers.catalogue import FIGURES
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .metrics import SECTIONS, Direction, Metric
from .significance import Verdict, unlike
from .significance import compare as compare_cells

KINDS = {
    "mean": "a mean",
    "median": "a median",
    "class": "the most common answer",
    "range": "a range",
    "share": "a share",
    "name": "a name",
}


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    hint: str
    cells: tuple[Cell, ...]
    verdict: str


@dataclass(frozen=True, slots=True)
class Section:
    slug: str
    title: str
    rows: tuple[Row, ...]


def compare(profiles: Sequence[Profile]) -> tuple[Section, ...]:
    """The sections that have rows; each row has one cell a profile, in the order of the profiles."""
    sections = (
        Section(
            definition.slug,
            definition.title,
            tuple(_row(metric, profiles) for metric in definition.metrics if _stands(metric, profiles)),
        )
        for definition in SECTIONS
    )
    return tuple(section for section in sections if section.rows)


def _stands(metric: Metric, profiles: Sequence[Profile]) -> bool:
    if metric.explained:
        return any(profile.has(metric.key) for profile in profiles)
    return any(not profile.cell(metric.key).missing for profile in profiles)


def _row(metric: Metric, profiles: Sequence[Profile]) -> Row:
    recorded = [profile.cell(metric.key) for profile in profiles if profile.has(metric.key)]
    label = metric.label_for({cell.kind for cell in recorded})
    cells = tuple(replace(profile.cell(metric.key), label=label) for profile in profiles)
    verdict = _verdict(cells, profiles) if metric.direction is Direction.HIGHER else _warning(cells)
    return Row(label, FIGURES[metric.key].hint, cells, verdict)


def _warning(cells: tuple[Cell, ...]) -> str:
    """That two figures are of different kinds, where nothing else in the row would say so."""
    if len(cells) != 2 or any(cell.missing for cell in cells):
        return ""
    first, second = (cell.kind for cell in cells)
    if first == second:
        return ""
    return f"Not alike: {KINDS.get(first, first)} beside {KINDS.get(second, second)}."


def _verdict(cells: tuple[Cell, ...], profiles: Sequence[Profile]) -> str:
    """What the row says about two; with more than two the cells speak for themselves."""
    if len(cells) != 2:
        return ""
    first, second = cells
    found = compare_cells(first, second)
    if found is Verdict.UNLIKE:
        why = unlike(first, second) or "pay above what the publisher prints cannot be ranked"
        return f"Not ranked: {why}."
    if found is Verdict.SAME:
        return "Equal." if first.value == second.value else "About the same: within the sampling error."
    if found is Verdict.MISSING:
        return ""
    ahead, behind, winner = (
        (first, second, profiles[0]) if found is Verdict.FIRST else (second, first, profiles[1])
    )
    more = formatting.money(ahead.value - behind.value)
    least = "at least " if ahead.at_least else ""
    untested = (
        ""
        if (ahead.rse is not None and behind.rse is not None) or ahead.at_least
        else " Its source publishes no sampling error."
    )
    return f"{winner.plural}: {least}{more} more.{untested}"
