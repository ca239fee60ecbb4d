"""Who does the work: ages, gender, race and origin of the people in an occupation."""

from collections.abc import Iterator
from dataclasses import dataclass

from careers.models import AgeEstimate, DemographicShare, Occupation

from .cells import Cell
from .people import age_cells, share_cells, split
from .related import Related, related_or_near

# The parts of the page, in its order.
PARTS = ("gender", "age_groups", "race", "lgbt")


@dataclass(frozen=True, slots=True)
class Demographics:
    """All of the page: each part as one figure, and split into one for each group of people."""

    age: Cell | None
    whole: dict[str, Cell]
    shares: dict[str, tuple[Cell, ...]]
    related: Related

    @property
    def has_figures(self) -> bool:
        return bool(self.age or self.whole)

    @property
    def cells(self) -> Iterator[Cell]:
        return (cell for _, cells in self.entries() for cell in cells)

    def entries(self) -> Iterator[tuple[str, tuple[Cell, ...]]]:
        """Everything the page shows: part of the page, its figures."""
        if self.age:
            yield "age", (self.age,)
        yield from self.shares.items()
        if self.related.cells:
            yield "related", self.related.cells


def demographics(occupation: Occupation) -> Demographics:
    """Three queries."""
    ages = _current(AgeEstimate, occupation)
    shares = _current(DemographicShare, occupation).order_by("characteristic", "position", "id")
    found = share_cells(list(shares), every=True)
    whole = {part: found[part] for part in PARTS if part in found}
    return Demographics(
        age=age_cells(list(ages)).get("age") if ages else None,
        whole=whole,
        shares={part: split(cell) for part, cell in whole.items()},
        related=related_or_near(occupation),
    )


def _current(model, occupation: Occupation):
    return model.objects.current().filter(occupation=occupation).select_related("release__source")
