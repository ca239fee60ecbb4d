from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema
from pydantic import create_model

from careers.filters.asked import KEEP, SORTS
from careers.filters.criteria import CRITERIA, Combine
from careers.filters.form import MAX_PAY
from careers.selectors import careers_list, local_pay
from careers.selectors.profile import profiles
from careers.views import subpage
from careers.views.careers_search import read
from careers.views.careers_views import IN_TABLE, VIEWS
from careers.views.errors import NoSuchPage

from .paging import Paging, page
from .places import Slug, place_of
from .schemas import (
    PROBLEMS,
    Figure,
    FigureKeys,
    Text,
    chosen,
    figures,
    one_of,
    optional,
    page_of,
    query_of,
    selection_of,
    several_of,
)

router = Router(tags=["Occupations"])
LONGEST = 100  # characters of a search
FIGURES_WANTED = "Keys of the figures wanted, by comma or repeated; all without it."


class Occupation(Schema):
    """A SOC occupation, or a job title that the editors describe, with its figures."""

    title: Text = Field(examples=["Registered Nurses"])
    slug: Text = Field(examples=["registered-nurses"])
    soc_code: Text = Field(description="SOC 2018; empty for a job title.", examples=["29-1141"])
    url: Text = Field(description="The page that people read.", examples=["/careers/registered-nurses/"])
    figures: list[Figure]


class PlaceOfOccupation(Schema):
    name: Text = Field(examples=["California"])
    slug: Text = Field(examples=["california"])
    kind: Text = Field(examples=["state"])
    figures: list[Figure]


class WantedOfOccupation(selection_of(Occupation)):
    figures: FigureKeys = Field(None, description=FIGURES_WANTED)


class WantedOfPlace(selection_of(PlaceOfOccupation)):
    figures: FigureKeys = Field(None, description=FIGURES_WANTED)


class _Filters(Schema):
    q: str = Field("", max_length=LONGEST, description="A job, a title or a SOC code.", examples=["nurse"])
    place: str = Field(
        "", max_length=200, description="Slug of a place: pay and jobs there.", examples=["texas"]
    )
    pay_min: int | None = Field(None, ge=0, le=MAX_PAY, description="Mean pay, US dollars a year.")
    pay_max: int | None = Field(None, ge=0, le=MAX_PAY, description="Mean pay, US dollars a year.")
    unknown: one_of([KEEP]) | None = Field(
        None, description="Keeps occupations for which a filter has no figure to go by."
    )
    sort: one_of([*SORTS, *(f"-{name}" for name in SORTS[:-1])]) | None = None
    figures: several_of(IN_TABLE) = Field(None, description="The figures wanted; all six without it.")


def _criterion(criterion):
    """A filter as a parameter; which groups and skills there are, the data says."""
    values = [value for value, _ in criterion.choices]
    if criterion.combine is Combine.ONE:
        kind = (one_of(values) if values else str) | None
    else:
        kind = several_of(values) if values else list[str] | None
    about = " ".join(filter(None, (f"{criterion.label}.", str(criterion.help))))
    return kind, Field(None, description=about)


Filters = create_model(
    "Filters", __base__=_Filters, **{criterion.name: _criterion(criterion) for criterion in CRITERIA}
)


@router.get(
    "", response={200: page_of(Occupation), **PROBLEMS}, exclude_unset=True, operation_id="occupations"
)
def occupations(
    request: HttpRequest,
    asked: Query[Filters],
    selection: Query[selection_of(Occupation)],
    paging: Query[Paging],
):
    """Occupations, searched and filtered as on the list of careers."""
    search = read(query_of(asked, "figures"), place_of(asked.place), VIEWS)
    if not search.is_right:
        raise NoSuchPage(" ".join(f"{name}: {said[0]}" for name, said in search.form.errors.items()))
    head, careers = page(request, search.careers, paging, lambda career: career.slug)
    rows = careers_list.rows(careers, asked.figures or IN_TABLE, search.area, search.level)
    return head | {
        "results": [
            chosen(
                {
                    "title": row.title,
                    "slug": row.slug,
                    "soc_code": row.soc_code,
                    "url": row.url,
                    "figures": figures(row.cells),
                },
                selection.fields,
            )
            for row in rows
        ]
    }


@router.get(
    "/{slug}", response={200: optional(Occupation), **PROBLEMS}, exclude_unset=True, operation_id="occupation"
)
def occupation(
    request: HttpRequest,
    slug: Path[Slug("registered-nurses")],
    wanted: Query[WantedOfOccupation],
):
    """One occupation with every figure that is known of it, nationwide."""
    found = subpage.find(slug)
    (profile,) = profiles([found])
    return chosen(
        {**subpage.identity(found), "figures": figures(profile.cells.values(), wanted.figures)}, wanted.fields
    )


@router.get(
    "/{slug}/places",
    response={200: page_of(PlaceOfOccupation), **PROBLEMS},
    exclude_unset=True,
    operation_id="occupation_places",
)
def places(
    request: HttpRequest,
    slug: Path[Slug("registered-nurses")],
    wanted: Query[WantedOfPlace],
    paging: Query[Paging],
):
    """Pay and jobs of one occupation in every state and local area that has figures, by name."""
    found = subpage.find(slug)
    kinds = tuple(kind for each in local_pay.KINDS.values() for kind in each)
    everywhere = local_pay.local_pay(found, kinds, "place")
    head, shown = page(request, everywhere, paging, lambda place: place.slug)
    return head | {
        "results": [
            chosen(
                {
                    "name": place.name,
                    "slug": place.slug,
                    "kind": place.kind,
                    "figures": figures(place.cells, wanted.figures),
                },
                wanted.fields,
            )
            for place in shown
        ]
    }
