"""The list of careers: one row an occupation with its figures in the asked place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from django.db.models import FilteredRelation, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from careers.filters.facts import CareerFacts
from careers.kept import each_kept
from careers.models import Area, Industry, Occupation, WageEstimate

from .cells import Cell, Notes, notes, unrecorded
from .pay import is_paid_by_the_hour, pay_cell
from .prices import PriceLevel, adjusted
from .work import NATION, employment_cell, outlook_cells

PAY, ADJUSTED_PAY = "annual_mean", "adjusted_pay"
THERE = (PAY, "employment")  # what is published by place
# By key of the figure: the heading of its column, and the sort order that it is, '' for none.
COLUMNS = {
    PAY: (gettext_lazy("Mean pay"), "pay"),
    "employment": (gettext_lazy("People employed"), "employment"),
    "growth": (gettext_lazy("Growth"), "growth"),
    "openings": (gettext_lazy("Openings a year"), "openings"),
    "entry_education": (gettext_lazy("Entry education"), ""),
    "work_experience": (gettext_lazy("Experience asked for"), ""),
}
MOST_KEPT = 5_000  # careers, of one place or several
MOST_WAYS = 4  # sets of figures, of each


@dataclass(frozen=True, slots=True)
class CareerRow:
    """`keys` are those of the figures asked for; a cell may have another, as pay by the hour has."""

    title: str
    slug: str
    url: str
    soc_code: str
    keys: tuple[str, ...]
    cells: tuple[Cell, ...]
    notes: Notes
    drawn: dict = field(default_factory=dict, compare=False, repr=False)

    @property
    def columns(self) -> list[tuple[Cell, str, bool]]:
        """Its cells with the heading of the column of each, and whether that is of words."""
        return [
            (cell, COLUMNS[key][0], not COLUMNS[key][1])
            for key, cell in zip(self.keys, self.cells, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class _Career:
    """A career with all figures of `rows` that are there; `shown` has the rows made of it, by their keys."""

    title: str
    slug: str
    url: str
    soc_code: str
    figures: Mapping[str, Cell]
    shown: dict[tuple[str, ...], CareerRow] = field(default_factory=dict)

    def row(self, keys: tuple[str, ...]) -> CareerRow:
        if (row := self.shown.get(keys)) is None:
            cells = tuple(self.figures.get(key) or unrecorded(key) for key in keys)
            row = CareerRow(self.title, self.slug, self.url, self.soc_code, keys, cells, notes(cells))
            if len(self.shown) < MOST_WAYS:
                self.shown[keys] = row
        return row


def rows(
    careers: Sequence[CareerFacts], keys: Sequence[str], area: Area | None, level: PriceLevel | None
) -> list[CareerRow]:
    """The rows with their cells by key: pay, employment, or what the projections give.

    Pay is that of the area, else nationwide, at the nation's prices with a `level`. One query for those that
    are not kept, and one that asks whether they are prepared.
    """
    ids, keys = [career.pk for career in careers], tuple(keys)
    found = _in_place(ids, area, level) if area else _nationwide(ids)
    return [career.row(keys) for career in found]


def notes_of(rows: Iterable[CareerRow]) -> Notes:
    """What stands under a table of these."""
    each = [row.notes for row in rows]
    sources = dict.fromkeys(chain.from_iterable(notes.sources for notes in each))
    reasons = dict.fromkeys(chain.from_iterable(notes.reasons for notes in each))
    return Notes(tuple(sources), tuple(reasons))


def _listed() -> Sequence[int]:
    return Occupation.objects.listed().values_list("pk", flat=True)


@each_kept(MOST_KEPT, prepared_as="careers_list", items=_listed)
def _nationwide(ids: Sequence[int]) -> list[_Career]:
    return _careers(ids, None, None)


@each_kept(MOST_KEPT)
def _in_place(ids: Sequence[int], area: Area, level: PriceLevel | None) -> list[_Career]:
    return _careers(ids, area, level)


def _careers(ids: Sequence[int], area: Area | None, level: PriceLevel | None) -> list[_Career]:
    known = _figures(ids, area)
    return [_career(known[pk], area, level) for pk in ids]


def _career(occupation: Occupation, area: Area | None, level: PriceLevel | None) -> _Career:
    wage, projection = getattr(occupation, "wage", None), getattr(occupation, "outlook", None)
    figures = outlook_cells(projection) if projection else {}
    return _Career(
        title=occupation.title,
        slug=occupation.slug,
        url=reverse("careers:occupation", args=[occupation.slug]),
        soc_code=occupation.soc_code or "",
        figures=figures | {key: _there(wage, key, area, level) for key in THERE},
    )


def _figures(ids: Sequence[int], area: Area | None) -> dict[int, Occupation]:
    """The occupations with the `wage` and the `outlook` of each; without a row there is no attribute."""
    occupations = Occupation.objects.filter(pk__in=ids).annotate(
        outlook=FilteredRelation("projections", condition=Q(projections__is_current=True)),
        wage=_wage_in(area),
    )
    found = {}
    for occupation in occupations.select_related("outlook__release__source", "wage__release__source"):
        found[occupation.pk] = occupation
        if hasattr(occupation, "wage"):
            # Known already; a join with the areas would stand before that with the estimates.
            occupation.wage.area = area or Area(code=Area.NATION_CODE, kind=Area.Kind.NATION, name=NATION)
    return found


def _wage_in(area: Area | None) -> FilteredRelation:
    """The one estimate of an occupation in all industries of the area, else of the nation."""
    nation = Area.objects.filter(code=Area.NATION_CODE).values("pk")
    every_industry = Industry.objects.filter(code=Industry.ALL_CODE).values("pk")
    return FilteredRelation(
        "wage_estimates",
        condition=Q(
            wage_estimates__is_current=True,
            wage_estimates__area=area.pk if area else Subquery(nation),
            wage_estimates__industry=Subquery(every_industry),
        ),
    )


def _there(wage: WageEstimate | None, key: str, area: Area | None, level: PriceLevel | None) -> Cell:
    if wage is None:
        cell = unrecorded(ADJUSTED_PAY if key == PAY and level else key)
        return (
            replace(cell, reason=_("No figure is published for {area}.").format(area=area.name))
            if area
            else cell
        )
    if key != PAY:
        return employment_cell(wage)
    pay = pay_cell(wage, "hourly_mean" if is_paid_by_the_hour(wage) else "annual_mean")
    return adjusted(pay, level) if level else pay
