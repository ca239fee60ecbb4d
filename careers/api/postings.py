from datetime import date
from typing import Any

from django.db.models import Q
from django.http import HttpRequest
from django.utils.timezone import localdate
from ninja import Field, Path, Query, Router, Schema

from careers.filters.jobs_asked import DAYS, KEEP, MAX_WORDS, ON_SITE_ONLY, RADII, REMOTE_ONLY, YEAR
from careers.models.postings import PER_YEAR
from careers.prose.jobs import TYPES
from careers.selectors import jobs_list
from careers.selectors import posting as selector
from careers.views.errors import NoSuchPage
from careers.views.jobs_search import read
from careers.views.jobs_twins import values
from careers.views.postings import payload

from .paging import Paging, decoded, encoded, next_address
from .schemas import (
    PROBLEMS,
    Figure,
    Number,
    Text,
    chosen,
    one_of,
    optional,
    page_of,
    query_of,
    selection_of,
    several_of,
)

router = Router(tags=["Postings"])
LARGEST = 2**53 - 1  # as JSON holds a whole number


class Posting(Schema):
    """One advertised job; pay as the employer states it."""

    id: int
    title: Text = Field(examples=["Registered Nurse"])
    url: Text
    company: Text
    places: list[Text] = Field(description="The first three.")
    places_total: int
    is_remote: bool
    remote_in: Text | None
    stated_pay: Text = Field(examples=["$38.50 to $52.00 an hour"])
    pay_min: Number | None = Field(description="In `currency`, each `pay_unit`.")
    pay_max: Number | None
    pay_unit: Text | None
    currency: Text | None
    employment_types: list[Text]
    posted_on: date
    valid_through: date | None
    is_sample: bool = Field(description="Invented, to show what the portal does with postings.")


class PostingPlace(Schema):
    city: Text
    state: Text
    country: Text
    area: Text = Field(description="The area that pay is looked up for; empty where none is known.")


class Origin(Schema):
    """A feed that it was read in."""

    feed: Text
    url: Text
    first_seen: date
    closed_on: date | None


class Context(Schema):
    """What the same work pays where the job is, by public statistics."""

    place: Text
    figures: list[Figure]


class Matched(Schema):
    """The occupation that the portal takes it to be."""

    title: Text
    slug: Text
    url: Text
    match: Text
    match_is_uncertain: bool
    match_score: int | None = Field(description="Of 100 such matches so many are right, as estimated.")


class PostingInFull(Schema):
    """One advertised job with what is known around it. Whoever has its address finds it closed, too."""

    title: Text
    url: Text
    is_sample: bool
    is_open: bool
    status: Text
    employer: Text
    company_url: Text
    places: list[PostingPlace]
    is_remote: bool
    remote_area: Text
    employment_types: list[Text]
    identifier: Text
    posted_on: date
    valid_through: date | None
    closed_on: date | None
    apply_url: Text = Field(description="Empty where nobody can apply.")
    description_html: Text = Field(description="The employer's words, sanitised.")
    origins: list[Origin]
    stated_pay: Figure
    occupation: Matched | None
    context: list[Context]
    structured_data: dict[str, Any]


class Numbered(Schema):
    id: int = Field(ge=1, le=LARGEST, examples=[1])


class Filters(Schema):
    q: str = Field(
        "", max_length=MAX_WORDS, description="Words of title, employer or city.", examples=["nurse"]
    )
    occupation: str = Field("", max_length=200, description="Slug of an occupation.")
    company: str = Field("", max_length=200, description="Slug of a company.")
    place: str = Field("", max_length=200, description="Slug of a state or metropolitan area.")
    radius: one_of(map(str, RADII)) | None = Field(
        None, description="Miles around a metropolitan area; of no effect elsewhere."
    )
    pay_min: int | None = Field(
        None, ge=0, le=99_999, description="US dollars each `pay_unit`, a year where there is none."
    )
    pay_unit: one_of(unit for unit in PER_YEAR if unit != YEAR) | None = None
    unknown: one_of([KEEP]) | None = Field(None, description="Keeps those that state no pay.")
    remote: one_of([REMOTE_ONLY, ON_SITE_ONLY]) | None = None
    type: several_of(TYPES) = None
    posted: one_of(map(str, DAYS)) | None = Field(None, description="In so many days.")


@router.get("", response={200: page_of(Posting), **PROBLEMS}, exclude_unset=True, operation_id="postings")
def postings(
    request: HttpRequest,
    asked: Query[Filters],
    selection: Query[selection_of(Posting)],
    paging: Query[Paging],
):
    """Open postings, the newest first."""
    query = query_of(asked)
    search = read(query, localdate())
    if "radius" in search.filter.errors:
        query.pop("radius")
        search = read(query, localdate())
    if not search.is_right:
        raise NoSuchPage(" ".join(error[0] for error in search.filter.errors.values()))
    found = jobs_list.newest(search.filter.qs)
    if last := decoded(paging.cursor, str, int):
        found = found.filter(_after(*last))
    shown = jobs_list.rows(found[: paging.limit + 1])
    rows = shown[: paging.limit]
    following = None
    if len(shown) > len(rows):
        after = rows[-1].posting
        following = next_address(request, encoded(after.posted_on.isoformat(), after.pk))
    return {
        "count": search.count,
        "next": following,
        "results": [chosen({"id": row.posting.pk, **values(request, row)}, selection.fields) for row in rows],
    }


@router.get(
    "/{id}", response={200: optional(PostingInFull), **PROBLEMS}, exclude_unset=True, operation_id="posting"
)
def posting(
    request: HttpRequest,
    named: Path[Numbered],
    selection: Query[selection_of(PostingInFull)],
):
    """One job, open or closed."""
    today = localdate()
    found = selector.find(named.id)
    if found is None:
        raise NoSuchPage("There is no job with that number.")
    return chosen(payload(selector.page(found, today)), selection.fields)


def _after(posted_on: str, pk: int) -> Q:
    try:
        day = date.fromisoformat(posted_on)
    except ValueError:
        raise NoSuchPage("That cursor is not one of this list. Start again without it.") from None
    return Q(posted_on__lt=day) | Q(posted_on=day, pk__lt=min(max(pk, 0), LARGEST))
