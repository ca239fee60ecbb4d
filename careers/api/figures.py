from django.http import HttpRequest
from ninja import Field, Path, Query, Router, Schema

from careers.selectors import figures as selector
from careers.views.errors import NoSuchPage

from .paging import Paging, page
from .places import Slug
from .schemas import PROBLEMS, Text, chosen, optional, page_of, selection_of

router = Router(tags=["Figures"])


class Unlike(Schema):
    figure: Text
    label: Text
    difference: Text


class Answer(Schema):
    on: Text = Field(examples=["2026-11-26"])
    answer: Text


class Meaning(Schema):
    """What a figure means, and what it must not be taken for."""

    figure: Text = Field(description="Its key, as everywhere here.", examples=["annual_mean"])
    theme: Text = Field(examples=["Pay"])
    label: Text = Field(examples=["Yearly salary"])
    unit: Text
    kind: Text
    meaning: Text
    computed: Text = Field(description="How the portal works it out; empty where the source publishes it.")
    method: Text = Field(description="The page that explains it; empty where there is none.")
    not_to_confuse: list[Unlike]
    sources: list[Text]
    answers_to_readers: list[Answer]


@router.get("", response={200: page_of(Meaning), **PROBLEMS}, exclude_unset=True, operation_id="figures")
def figures(request: HttpRequest, selection: Query[selection_of(Meaning)], paging: Query[Paging]):
    """Every figure of the portal, in the order of its page of figures."""
    head, shown = page(request, _all(), paging, lambda row: row["figure"])
    return head | {"results": [chosen(row, selection.fields) for row in shown]}


@router.get(
    "/{key}", response={200: optional(Meaning), **PROBLEMS}, exclude_unset=True, operation_id="figure"
)
def figure(request: HttpRequest, key: Path[Slug("annual_mean")], selection: Query[selection_of(Meaning)]):
    """What one figure means."""
    found = next((row for row in _all() if row["figure"] == key), None)
    if found is None:
        raise NoSuchPage("There is no figure of that key.")
    return chosen(found, selection.fields)


def _all() -> list[dict]:
    themes = selector.figures()
    return [{"theme": str(theme), **entry.as_dict()} for theme, entries in themes for entry in entries]
