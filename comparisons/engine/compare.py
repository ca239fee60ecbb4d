"""From profiles to the sections, rows and cells of a comparison; pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from careers import formatting
from careers.catalogue import FIGURES
from careers.selectors.cells import Cell
from careers.selectors.profile import Profile

from .metrics import SECTIONS, Direction, Metric
from .significance import Verdict, unlike
from .significance import compare as compare_cells
from .verdicts import verdict as verdict_of_several

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
    """That figures which are not ranked are not alike, where the cells alone would let it pass.

    Different sources are named in the cells and not repeated here.
    """
    known = [cell for cell in cells if not cell.missing]
    kinds = [KINDS.get(kind, kind) for kind in dict.fromkeys(cell.kind for cell in known)]
    if len(kinds) > 1:
        return f"Not alike: {kinds[0]} beside {formatting.listing(kinds[1:])}."
    reasons = (_difference(a, b) for a, b in combinations(known, 2) if a.source_name == b.source_name)
    why = next((reason for reason in reasons if reason), "")
    return f"Not alike: {why}." if why else ""


def _difference(first: Cell, second: Cell) -> str:
    """How two figures differ; the place that is a career's answer is no difference of area."""
    if first.kind == "name":
        second = replace(second, area=first.area)
    return unlike(first, second)


def _verdict(cells: tuple[Cell, ...], profiles: Sequence[Profile]) -> str:
    if len(cells) > 2:
        return verdict_of_several(cells, [profile.plural for profile in profiles])
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
