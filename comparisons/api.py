"""Comparisons in the interface for programs."""

from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from careers.api.paging import Paging, page
from careers.api.places import Slug, place_of
from careers.api.schemas import PROBLEMS, Figure, Text, chosen, optional, page_of, selection_of
from careers.models import Area
from careers.selectors import placed
from comparisons.selectors import curated
from comparisons.selectors.comparison import comparison as comparison_of
from comparisons.selectors.comparison import occupations
from comparisons.views.compared import careers_of, slugs_of
from comparisons.views.twin import payload

router = Router(tags=["Comparisons"])


class Compared(Schema):
    title: Text
    slug: Text
    soc_code: Text
    url: Text


class Row(Schema):
    """One figure of each of the compared, in their order."""

    label: Text
    verdict: Text = Field(description="What may be said of the difference; empty where nothing may.")
    cells: list[Figure]


class Section(Schema):
    section: Text = Field(examples=["pay"])
    title: Text = Field(examples=["Pay"])
    sentence: Text
    rows: list[Row]


class Editors(Schema):
    """What editors wrote of exactly these careers: Markdown."""

    title: Text
    introduction: Text
    verdict: Text


class Comparison(Schema):
    """Two to five occupations side by side."""

    title: Text
    place: Text = Field(examples=["United States"])
    careers: list[Compared]
    opening: list[Text] = Field(description="Sentences made from the figures.")
    editors: Editors | None
    sections: list[Section]


class Wanted(selection_of(Comparison)):
    place: str = Field("", max_length=200, description="Slug: pay and jobs there.", examples=["texas"])


class Published(Schema):
    """A comparison that editors published."""

    title: Text
    slug: Text = Field(examples=["patient-service-coordinator-vs-front-office-coordinator"])
    url: Text
    careers: list[Text] = Field(description="Slugs, in the editors' order.")
    introduction: Text = Field(description="Its first sentence, without marks.")


@router.get(
    "", response={200: page_of(Published), **PROBLEMS}, exclude_unset=True, operation_id="comparisons"
)
def comparisons(request: HttpRequest, selection: Query[selection_of(Published)], paging: Query[Paging]):
    """The comparisons that editors published, by title; any other two to five can be asked for as well."""
    rows = [
        {
            "title": found.title,
            "slug": found.url.strip("/").rpartition("/")[2],
            "url": found.url,
            "careers": list(found.slugs),
            "introduction": found.beginning,
        }
        for found in curated.published()
    ]
    head, shown = page(request, rows, paging, lambda row: row["slug"])
    return head | {"results": [chosen(row, selection.fields) for row in shown]}


@router.get(
    "/{pair}", response={200: optional(Comparison), **PROBLEMS}, exclude_unset=True, operation_id="comparison"
)
def comparison(
    request: HttpRequest,
    pair: Path[Slug("registered-nurses-vs-surgeons-all-other")],
    wanted: Query[Wanted],
):
    """Two to five occupations by their slugs, joined by `-vs-`."""
    slugs = slugs_of(pair)
    area = place_of(wanted.place).chosen
    there = area and area.kind != Area.Kind.NATION
    shown = comparison_of(careers_of(slugs, occupations(slugs)), placed.places([area])[0] if there else None)
    return chosen(payload(shown), wanted.fields)
