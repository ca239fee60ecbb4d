from typing import Annotated

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from careers.models import Area
from careers.selectors import places as selector
from careers.selectors.addresses import place_url
from careers.selectors.choosing_places import PlaceChoice
from careers.selectors.nearest import places_like
from careers.views.errors import NoSuchPage

from .paging import Paging, page
from .schemas import PROBLEMS, Figure, Text, chosen, figures, one_of, optional, page_of, selection_of

router = Router(tags=["Places"])


class Place(Schema):
    """The nation, a state or territory, a metropolitan or nonmetropolitan area."""

    name: Text = Field(examples=["Texas"])
    slug: Text = Field(examples=["texas"])
    kind: Text = Field(examples=["State or territory"])
    state: Text = Field(description="The (first-named) state that it lies in; empty for a state.")
    url: Text = Field(examples=["/places/texas/"])
    figures: list[Figure] = Field(description="Of all occupations there together.")


class RankedOccupation(Schema):
    title: Text = Field(examples=["Surgeons, All Other"])
    slug: Text
    soc_code: Text
    url: Text
    figures: list[Figure]


class PlaceInFull(Place):
    """A place with what pays best and what is unusually common there."""

    best_paid: list[RankedOccupation]
    best_paid_floor: Text = Field(description="What an occupation must reach to be ranked.")
    unusually_common: list[RankedOccupation]
    unusually_common_floor: Text


def Slug(example: str):  # noqa: N802 - it stands where a type stands
    """A name in an address."""
    return Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^/\x00]+$", examples=[example])]


def place_of(slug: str) -> PlaceChoice:
    """The place of a slug, none where it is empty; 404 with near ones where nothing has it."""
    if not slug:
        return PlaceChoice("", None, ())
    found = Area.objects.select_related("state").filter(slug=slug.replace("\0", "")).first()
    if found is None:
        raise NoSuchPage("There is no place of that name.", places_like(slug))
    return PlaceChoice(found.name, found, ())


@router.get("", response={200: page_of(Place), **PROBLEMS}, exclude_unset=True, operation_id="places")
def places(
    request: HttpRequest,
    selection: Query[selection_of(Place)],
    paging: Query[Paging],
    kind: one_of(Area.Kind.values) | None = None,
):
    """Every place with figures: the nation, the states, then what lies in them."""
    found = selector.places(Area.objects.filter(kind=kind) if kind else Area.objects.all()).all
    head, shown = page(request, found, paging, lambda row: row.slug)
    rows = [
        {
            "name": row.name,
            "slug": row.slug,
            "kind": row.kind_name,
            "state": row.state,
            "url": row.url,
            "figures": figures(row.cells),
        }
        for row in shown
    ]
    return head | {"results": [chosen(row, selection.fields) for row in rows]}


@router.get(
    "/{slug}", response={200: optional(PlaceInFull), **PROBLEMS}, exclude_unset=True, operation_id="place"
)
def place(request: HttpRequest, slug: Path[Slug("texas")], selection: Query[selection_of(PlaceInFull)]):
    """One place with its figures and the occupations that stand out there."""
    area = place_of(slug).chosen
    found = selector.place(area)
    row = {
        "name": found.name,
        "slug": found.slug,
        "kind": found.kind_name,
        "state": found.state[0] if found.state else "",
        "url": place_url(area),
        "figures": figures(found.cells.values()),
        "best_paid": _ranked(found.best_paid.careers),
        "best_paid_floor": found.best_paid.floor,
        "unusually_common": _ranked(found.unusual.careers),
        "unusually_common_floor": found.unusual.floor or found.unusual.reason,
    }
    return chosen(row, selection.fields)


def _ranked(items) -> list[dict]:
    return [
        {
            "title": item.career.title,
            "slug": item.career.slug,
            "soc_code": item.career.soc_code,
            "url": item.career.url,
            "figures": figures(item.cells),
        }
        for item in items
    ]
