from django.http import HttpRequest
from ninja import Field, Query, Router, Schema

from careers.selectors import search_results as selector
from careers.views.search import MAX_TYPED, payload

from .schemas import PROBLEMS, Figure, Text

router = Router(tags=["Search"])


class Found(Schema):
    title: Text
    url: Text
    how_found: Text = Field(description="By what else than its title; empty for that.")
    figures: list[Figure] = Field(default_factory=list, description="Of occupations alone.")


class Group(Schema):
    kind: Text
    label: Text
    total: int
    results: list[Found]


class Results(Schema):
    """What was found, by kind; the first of each."""

    query: Text
    searched_instead: Text = Field(description="The words with their spelling put right; empty as typed.")
    total: int
    groups: list[Group]


class Asked(Schema):
    q: str = Field(max_length=MAX_TYPED, examples=["registered nurse"])
    exact: bool = Field(False, description="As typed, without putting spelling right.")


@router.get("", response={200: Results, **PROBLEMS}, exclude_unset=True, operation_id="search")
def search(
    request: HttpRequest,
    asked: Query[Asked],
):
    """Everything: occupations and their other titles, places, industries, majors, companies, jobs."""
    words = " ".join(asked.q.replace("\0", " ").split())
    return payload(selector.results(words, exact=asked.exact))
