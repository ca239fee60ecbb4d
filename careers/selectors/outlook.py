"""Whether an occupation grows: the projections of it, of its group and of its neighbours."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers import formatting
from careers.corrected import mark
from careers.models import Occupation, Projection

from .cells import Cell, absent, build
from .related import Related, related_or_near
from .work import NATION, outlook_cells

# Key of the figure, field, how it reads, unit; the years are filled in.
JOBS = (
    ("employment_base", "employment_base", formatting.count, gettext_lazy("jobs, {base}")),
    ("employment_target", "employment_target", formatting.count, gettext_lazy("jobs, {target}")),
    ("employment_change", "change_number", formatting.hundreds, gettext_lazy("jobs, {base} to {target}")),
    ("self_employed", "percent_self_employed", formatting.percent, gettext_lazy("percent of jobs, {base}")),
)
SHOWN = (
    "employment_base",
    "employment_target",
    "employment_change",
    "growth",
    "openings",
    "self_employed",
    "entry_education",
    "work_experience",
    "job_training",
)
OLDER_SHOWN = ("employment_base", "employment_target", "growth", "openings")


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth of an occupation or a group, to hold another against."""

    name: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Round:
    """An earlier projection of the same occupation."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """All of the page. `years` are the base and the target year, None where the source states none."""

    figures: dict[str, Cell]
    years: tuple[int, int] | None
    group: Growth | None
    everyone: Growth | None
    older: tuple[Round, ...]
    related: Related
    related_growth: tuple[Growth, ...]

    @property
    def has_figures(self) -> bool:
        return bool(self.figures)

    def cell(self, key: str) -> Cell | None:
        return self.figures.get(key)

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for __, __, cells in self.entries() for cell in cells)

    def entries(self) -> Iterator[tuple[str, str, tuple[Cell, ...]]]:
        """Everything the page shows: part of the page, whose figures, the figures."""
        yield "occupation", "", tuple(self.figures.values())
        for part, growth in (("group", self.group), ("all", self.everyone)):
            if growth:
                yield part, growth.name, (growth.cell,)
        for older in self.older:
            yield "earlier_projection", older.label, older.cells
        for growth in self.related_growth:
            yield "related", growth.name, (growth.cell,)
        if self.related.cells:
            yield "related", "", self.related.cells


def outlook(occupation: Occupation) -> Outlook:
    """Three queries."""
    own, group, everyone = _projections(occupation)
    current = next((projection for projection in own if projection.is_current), None)
    near = related_or_near(occupation)
    by_id = _of_related(near)
    return Outlook(
        figures=_figures(current, SHOWN) if current else {},
        years=(current.base_year, current.target_year) if current and current.base_year else None,
        group=group and _growth(group.occupation.title, group),
        everyone=everyone and _growth(_("All occupations"), everyone),
        older=tuple(
            Round(projection.release.label, tuple(_figures(projection, OLDER_SHOWN).values()))
            for projection in own
            if not projection.is_current and projection.base_year
        ),
        related=near,
        related_growth=tuple(
            _growth(career.title, by_id[career.pk]) for career in near.careers if career.pk in by_id
        ),
    )


def _projections(occupation: Occupation) -> tuple[list[Projection], Projection | None, Projection | None]:
    """Those of the occupation, newest first, and those in force of its major group and of all."""
    rows = list(
        Projection.objects.filter(
            Q(occupation=occupation)
            | Q(is_current=True, occupation=occupation.major_group_id)
            | Q(is_current=True, occupation__level=Occupation.Level.TOTAL)
        )
        .select_related("occupation", "release__source")
        .order_by("-is_current", "-base_year", "-release__period_end")
    )
    own = [row for row in rows if row.occupation_id == occupation.pk]
    others = {row.occupation.level: row for row in rows if row.occupation_id != occupation.pk}
    return own, others.get(Occupation.Level.MAJOR), others.get(Occupation.Level.TOTAL)


def _of_related(near: Related) -> dict[int, Projection]:
    ids = [career.pk for career in near.careers]
    rows = Projection.objects.current().filter(occupation_id__in=ids).select_related("release__source")
    return {row.occupation_id: row for row in rows} if ids else {}


def _figures(projection: Projection, keys: tuple[str, ...]) -> dict[str, Cell]:
    cells = _job_cells(projection) | outlook_cells(projection)
    return {key: cells[key] for key in keys if key in cells}


def _job_cells(projection: Projection) -> dict[str, Cell]:
    """None where the source states no years: it has no record of jobs then."""
    if not projection.base_year:
        return {}
    cells = {}
    for key, name, show, unit in JOBS:
        value = getattr(projection, name)
        said = {"area": NATION, "unit": unit.format(base=projection.base_year, target=projection.target_year)}
        said["corrected"] = mark(projection, name)
        if value is None:
            cells[key] = absent(key, projection.reason_for(name), projection.release, **said)
        else:
            cells[key] = build(key, value, show(value), projection.release, **said)
    return cells


def _growth(name: str, projection: Projection) -> Growth:
    cell = outlook_cells(projection).get("growth")
    return Growth(name, cell or absent("growth", "not_collected", projection.release, area=NATION))
