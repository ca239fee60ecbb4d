from bisect import bisect_left

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Path, Query, Router, Schema

from careers.filters.companies import CompanyFilter
from careers.filters.company_search import MAX_WORDS, YES
from careers.models import Company as CompanyRecord
from careers.selectors import companies as directory
from careers.selectors import company as selector
from careers.selectors import company_rows, nearest
from careers.selectors.company_pay import offer_cells
from careers.views.errors import NoSuchPage

from .paging import Paging, decoded, encoded, next_address
from .places import Slug
from .schemas import PROBLEMS, Figure, Text, chosen, figures, one_of, optional, page_of, selection_of

router = Router(tags=["Companies"])


class Company(Schema):
    """A company of the directory."""

    name: Text
    slug: Text
    url: Text
    figures: list[Figure] = Field(
        description="Sector, industry, headquarters, founding, size, offers, open jobs."
    )


class Identifier(Schema):
    scheme: Text = Field(examples=["LEI"])
    value: Text
    url: Text = Field(description="What the public register says; empty where there is none.")


class Offers(Schema):
    """What it offered in visa filings for one occupation in one place."""

    occupation: Text
    url: Text
    area: Text
    offers: int
    figures: list[Figure]


class CompanyInFull(Company):
    """A company with what it is known by and what it offers."""

    website: Text
    identifiers: list[Identifier]
    pay: list[Offers]


class Filters(Schema):
    q: str = Field("", max_length=MAX_WORDS, description="Words of its legal, trade or former names.")
    sector: str = Field("", max_length=200, description="Slug of a GICS sector.", examples=["health-care"])
    industry: str = Field("", max_length=200, description="Slug of an industry.")
    place: str = Field("", max_length=200, description="Slug of the place of its headquarters.")
    size: one_of(CompanyRecord.Size.values) | None = None
    pay: one_of([YES]) | None = Field(None, description="With pay from visa filings alone.")
    jobs: one_of([YES]) | None = Field(None, description="With open jobs alone.")


@router.get("", response={200: page_of(Company), **PROBLEMS}, exclude_unset=True, operation_id="companies")
def companies(
    request: HttpRequest,
    asked: Query[Filters],
    selection: Query[selection_of(Company)],
    paging: Query[Paging],
):
    """The directory of companies, by name."""
    today = timezone.localdate()
    given = {name: value for name, value in asked.model_dump(exclude_none=True).items() if value}
    known = directory.known(asked.q, today)
    filtered = CompanyFilter(given, CompanyRecord.objects.none(), known.labels, known.metros)
    if not filtered.is_valid():
        raise NoSuchPage(" ".join(error[0] for error in filtered.errors.values()))
    found = known.directory.found(filtered.asked)
    last = decoded(paging.cursor, str, int)
    first = bisect_left(found, directory.place_after(known.everyone, *last)) if last else 0
    places = found[first : first + paging.limit]
    following = None
    if first + paging.limit < len(found):
        following = next_address(request, encoded(*directory.name_and_key(known.everyone, places[-1])))
    rows = company_rows.rows(known.everyone, places, today)
    return {
        "count": len(found),
        "next": following,
        "results": [
            chosen(
                {"name": row.name, "slug": row.slug, "url": row.url, "figures": figures(row.cells)},
                selection.fields,
            )
            for row in rows
        ],
    }


@router.get(
    "/{slug}", response={200: optional(CompanyInFull), **PROBLEMS}, exclude_unset=True, operation_id="company"
)
def company(
    request: HttpRequest, slug: Path[Slug("microsoft")], selection: Query[selection_of(CompanyInFull)]
):
    """One company, with what it offered in every occupation and place."""
    today = timezone.localdate()
    found = selector.find(slug, today) or selector.find(selector.moved_to(slug) or "", today)
    if found is None:
        raise NoSuchPage("There is no company of that name.", nearest.companies_like(slug))
    page = selector.company_page(found, "", today)
    row = {
        "name": page.name,
        "slug": page.slug,
        "url": page.url,
        "figures": figures(page.cells),
        "website": page.website,
        "identifiers": [
            {"scheme": identifier.label, "value": identifier.value, "url": identifier.url}
            for identifier in page.identifiers
        ],
        "pay": [
            {
                "occupation": row.occupation,
                "url": row.occupation_url,
                "area": row.area,
                "offers": row.offers,
                "figures": figures(offer_cells(row)),
            }
            for row in page.offers.every
        ],
    }
    return chosen(row, selection.fields)
