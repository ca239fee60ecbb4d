"""Bars in groups: within each, one bar a career on a scale that all groups share."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from careers.charts.scale import position
from careers.kept_with import kept_with_it
from careers.selectors.cells import Cell

MARK = "*"  # beside the label of a career of which a note tells more


@dataclass(frozen=True, slots=True)
class GroupedBar:
    """One career within a group. Without a figure no bar is drawn: `reason` says why."""

    label: str
    text: str
    width: float | None  # percent of the plot
    style: int  # 1 to 5, the place of the career in the comparison: how its bars are filled
    reason: str = ""
    remark: str = ""  # stands beside the figure for all to read


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    bars: tuple[GroupedBar, ...]


@dataclass(frozen=True, slots=True)
class GroupedBars:
    """The careers are in the same order in every group."""

    id: str
    title: str
    desc: str
    scale: str  # which groups there are, and what the ends of the scale mean
    groups: tuple[Group, ...]
    notes: tuple[str, ...]
    sources: tuple[tuple[str, str], ...]  # source with release, address of its page
    row_name: str
    value_name: str

    @property
    def names(self) -> tuple[str, ...]:
        """The careers that head the columns of a table, where every group has all of them."""
        return tuple(bar.label for bar in self.groups[0].bars)

    @property
    def is_patterned(self) -> bool:
        """Whether there are bars that lightness alone does not tell from the others."""
        return any(bar.style > 3 for group in self.groups for bar in group.bars)


@kept_with_it
def bar(cell: Cell, label: str, style: int, ends: tuple[float, float]) -> GroupedBar:
    """The bar of a cell on a scale between `ends`, in the unit of the cell."""
    low, high = ends
    width = None if cell.missing else position(float(cell.value) - low, high - low)
    return GroupedBar(label, cell.text, width, style, cell.reason, cell.remark)


def sources(cells: Iterable[Cell]) -> tuple[tuple[str, str], ...]:
    """Each source once, in order of appearance, of the cells that have a figure."""
    found = [(cell.source_name, cell.release, cell.source_url) for cell in cells if not cell.missing]
    return tuple((f"{name}, {release}", url) for name, release, url in dict.fromkeys(found))


def notes(said: Iterable[tuple[str, str]], mark: str = "") -> list[str]:
    """A sentence for each thing said, with the careers that it is said of: (name, what is said)."""
    names: dict[str, list[str]] = defaultdict(list)
    for name, text in said:
        if text:
            names[text].append(name)
    return [f"{mark} {'; '.join(of)}: {text}".lstrip() for text, of in names.items()]
